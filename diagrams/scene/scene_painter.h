// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <vector>

#include <QGlyphRun>
#include <QList>
#include <QPointF>
#include <QRectF>

#include "diagrams/scene/drawing.h"
#include "diagrams/scene/look.h"
#include "diagrams/scene/paint_cache.h"
#include "diagrams/scene/pixel_painter.h"
#include "diagrams/style/palette.h"

class QPainter;

namespace phaseboard::scene {

/// What halo and outlines may add around a part, units.
inline constexpr double kEmphasisReach = 8;

/// Paints a drawing once. Made for one call of `Scene::paint`; keeps references to all it is given.
class ScenePainter {
 public:
  ScenePainter(QPainter& painter, const Drawing& drawing, PaintCache& paints,
               style::ThemeName theme, const Look& look);

  /// Everything that touches one of `exposed`, units.
  void paint(const std::vector<QRectF>& exposed);

  /// These parts only; of a group its halo only, because its ground would cover what is on it. Of
  /// what is there in the look `below` and only gets a halo now, no more than that is painted.
  void paintParts(const std::set<PartId>& parts, const Look* below);

 private:
  void paintLayer(const Layer& layer);
  void paintMarks(const Layer& layer, const ResolvedStyles& styles);
  void paintMark(const Mark& mark, const ResolvedStyle& style, const RoundBox* hiddenBy = nullptr);
  void paintRuns(QPointF origin, const QList<QGlyphRun>& runs, const QColor& ink);
  void paintHalo(const Item& item, const QColor& accent, double share);
  [[nodiscard]] bool paintHaloAround(const Layer& layer, const Look& below);
  void paintOutline(const Item& item, const QColor& colour, double width);
  void paintMaskedNode(const Item& item);
  void paintMaskedLabel(const Layer& layer);
  void paintQuestionMark(const QRectF& box, const QString& textClass);
  void paintTinted(const Layer& layer, double recall);
  void paintColoured(const Layer& layer, const QColor& colour);
  void paintDifference(const Layer& layer, Emphasis emphasis);
  [[nodiscard]] QColor haloColour(Emphasis emphasis) const;
  [[nodiscard]] bool hidesLabel(const Item& item) const;
  [[nodiscard]] bool isExposed(const QRectF& box) const;
  [[nodiscard]] bool isLeftOut(const Mark& mark) const;
  [[nodiscard]] const RoundBox* hidingBox(const Layer& layer, std::size_t shadow,
                                          const ResolvedStyles& styles) const;
  [[nodiscard]] Emphasis emphasisOf(const Item& item) const;

  QPainter& m_painter;
  const Drawing& m_drawing;
  PaintCache& m_paints;
  style::ThemeName m_theme;
  const Look& m_look;
  const ResolvedStyles& m_plain;
  QColor m_accent;
  std::vector<QRectF> m_exposed;
  std::optional<PixelPainter> m_pixels;
  bool m_isOnTop = false;     ///< of the same parts: what is translucent must not be painted twice
  bool m_hideLabels = false;  ///< of the layer being painted
};

}  // namespace phaseboard::scene
