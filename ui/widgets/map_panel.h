// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPixmap>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

#include "diagrams/style/palette.h"

class QPainter;

namespace phaseboard::ui {

/// The panel of a small map in the lower right corner of a view, and the frame on it around what
/// the view shows. What is on the map is a picture that the caller keeps.
class MapPanel {
 public:
  /// Lays the map out for a `world` (units) in a view of `view` logical pixels.
  void place(const QRectF& world, QSizeF view);

  /// Logical widget pixels.
  [[nodiscard]] QRectF panel() const { return m_panel; }

  /// The point of the world shown at `pixel`.
  [[nodiscard]] QPointF toWorld(QPointF pixel) const;

  /// Units to logical pixels of the picture, whose size is `pictureSize`.
  [[nodiscard]] QTransform toPicture() const;
  [[nodiscard]] QSizeF pictureSize() const { return m_map.size(); }

  void paint(QPainter& painter, style::ThemeName theme, const QPixmap& picture,
             const QRectF& visible) const;

 private:
  QRectF m_panel;
  QRectF m_map;  ///< the world inside the panel
  QPointF m_origin;
  double m_scale = 1;
};

}  // namespace phaseboard::ui
