// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QPixmap>
#include <QPointF>
#include <QRectF>
#include <QSize>

#include "diagrams/scene/look.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/palette.h"
#include "ui/widgets/map_panel.h"

class QPainter;

namespace phaseboard::ui {

/// The small picture of the whole figure in the lower right corner of a view that shows a piece.
class DiagramMinimap {
 public:
  /// Lays the map out for a figure in a view of `view` logical pixels.
  void place(QSizeF figure, QSizeF view) { m_panel.place({QPointF(), figure}, view); }

  /// The panel, logical widget pixels.
  [[nodiscard]] QRectF panel() const { return m_panel.panel(); }

  /// The figure point shown at `pixel`.
  [[nodiscard]] QPointF toFigure(QPointF pixel) const { return m_panel.toWorld(pixel); }

  /// Paints panel, figure and the frame around `visible` (units). The picture of the figure is kept
  /// until scene, theme or look change.
  void paint(QPainter& painter, const scene::Scene& scene, style::ThemeName theme,
             const scene::Look& look, const QRectF& visible, double devicePixelRatio);

  void clear() { m_picture = QPixmap(); }

 private:
  void paintPicture(const scene::Scene& scene, style::ThemeName theme, const scene::Look& look,
                    double devicePixelRatio);

  MapPanel m_panel;
  QPixmap m_picture;
  scene::Look m_look;
  style::ThemeName m_theme = style::ThemeName::Light;
};

}  // namespace phaseboard::ui
