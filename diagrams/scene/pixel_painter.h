// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include <QBrush>
#include <QColor>
#include <QGlyphRun>
#include <QList>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QRect>
#include <QTransform>

#include "diagrams/scene/coats.h"
#include "diagrams/scene/drawing.h"

class QPainter;

namespace phaseboard::scene {

/// Paints what figures mostly consist of (boxes, upright lines, glyphs, halos) straight onto the
/// pixels of a picture: the same to the eye as QPainter's own way, and several times faster.
class PixelPainter {
 public:
  /// Nothing when `painter` does not paint on pixels or does more than scale and move.
  [[nodiscard]] static std::optional<PixelPainter> on(QPainter& painter);

  /// @return false, with nothing painted, for a shape that QPainter has to paint.
  bool paintShape(const Mark& mark, const QPen& pen, const QBrush& brush);

  /// Only what a box that will be painted on it leaves to be seen.
  void paintShadow(const Mark& mark, const QColor& colour, const RoundBox* hiddenBy);

  void paintRuns(QPointF origin, const QList<QGlyphRun>& runs, const QColor& ink);

  /// A translucent line that may be long.
  void paintSoftLine(const QPainterPath& path, const QPen& pen);

  /// What lies between two borders, units.
  void paintRing(const RoundBox& outer, const RoundBox& inner, const QColor& colour);

 private:
  PixelPainter(QPainter& painter, const QTransform& toPixels);

  bool paintBox(const RoundBox& box, const QPen& pen, const QBrush& brush);
  bool paintLine(QPointF from, QPointF to, const QPen& pen);
  /// @return false, with nothing painted, if it is no such line. Line and width in pixels.
  bool paintRoundedLine(const QPainterPath& line, double width, const QPen& pen);
  void paintOnLayer(const QPainterPath& line, const QPen& pen);
  void paint(std::span<const Coat> coats);
  [[nodiscard]] RoundBox inPixels(const RoundBox& box) const;

  QPainter* m_painter;
  QTransform m_toPixels;
  QTransform m_world;  ///< the painter's transform under which it takes pixels
  QRect m_visible;
};

}  // namespace phaseboard::scene
