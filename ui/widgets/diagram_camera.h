// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace phaseboard::ui {

/// Which piece of a figure a view shows. A value, to be remembered with the figure.
struct Viewport {
  bool fits = true;  ///< the whole figure, whatever the window's size; the rest is then unused
  double scale = 1;  ///< logical pixels per figure unit
  QPointF centre;    ///< figure point in the middle of the view

  friend bool operator==(const Viewport&, const Viewport&) = default;
};

/// Where a figure lies in a view: scale and position, kept within sensible bounds.
///
/// Positions are figure units or, where said, logical widget pixels. A value without Qt events.
class DiagramCamera {
 public:
  static constexpr double kLargestScale = 8;
  static constexpr double kMargin = 16;        ///< around a figure that fits, pixels
  static constexpr double kLargestFit = 1.75;  ///< small figures are not blown up further
  static constexpr double kSmallestEndless = 0.1;

  /// Whether there is ground beyond the figure to move and zoom out over, as on a whiteboard.
  void setEndless(bool endless) { m_isEndless = endless; }

  void setFigure(QSizeF size);
  void setView(QSizeF size);

  [[nodiscard]] Viewport viewport() const;
  void setViewport(const Viewport& viewport);
  void fit();

  /// Multiplies the scale; the figure point under `pixel` stays there.
  void zoomAt(QPointF pixel, double factor);
  void panBy(QPointF pixels);

  /// A viewport that shows `box` in the middle, not larger than `largest`.
  [[nodiscard]] Viewport around(const QRectF& box, double largest) const;
  /// A viewport `factor` times as large, with the figure point under `pixel` where it was.
  [[nodiscard]] Viewport zoomed(QPointF pixel, double factor) const;

  /// Between two viewports: on the way every figure point moves in a straight line.
  [[nodiscard]] Viewport between(const Viewport& from, const Viewport& to, double share) const;

  [[nodiscard]] double scale() const;
  [[nodiscard]] double fitScale() const;
  [[nodiscard]] double smallestScale() const;
  [[nodiscard]] QPointF centre() const;

  /// Figure units to widget pixels. The figure's origin lies on a whole device pixel, so that
  /// panning moves pictures instead of repainting them.
  [[nodiscard]] QTransform toWidget(double devicePixelRatio) const;

  /// The piece of the figure that is seen, units; may reach beyond the figure.
  [[nodiscard]] QRectF visible() const;
  /// Whether a piece of the figure lies outside the view.
  [[nodiscard]] bool cuts() const;

 private:
  [[nodiscard]] Viewport kept(Viewport viewport) const;

  QSizeF m_figure;
  QSizeF m_view;
  Viewport m_viewport;
  bool m_isEndless = false;
};

}  // namespace phaseboard::ui
