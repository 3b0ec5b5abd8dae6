// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diagram_camera.h"

#include <algorithm>
#include <cmath>

namespace phaseboard::ui {
namespace {

QPointF middle(QSizeF size) {
  return {size.width() / 2, size.height() / 2};
}

}  // namespace

void DiagramCamera::setFigure(QSizeF size) {
  m_figure = size;
  m_viewport = Viewport{};
}

void DiagramCamera::setView(QSizeF size) {
  m_view = size;
  if (!m_viewport.fits)
    m_viewport = kept(m_viewport);
}

double DiagramCamera::fitScale() const {
  if (m_figure.isEmpty() || m_view.isEmpty())
    return 1;
  const double across = (m_view.width() - 2 * kMargin) / m_figure.width();
  const double down = (m_view.height() - 2 * kMargin) / m_figure.height();
  return std::clamp(std::min(across, down), 0.02, kLargestFit);
}

double DiagramCamera::smallestScale() const {
  return m_isEndless ? kSmallestEndless : std::min(fitScale(), 1.0) * 0.5;
}

double DiagramCamera::scale() const {
  return m_viewport.fits ? fitScale() : m_viewport.scale;
}

QPointF DiagramCamera::centre() const {
  return m_viewport.fits ? middle(m_figure) : m_viewport.centre;
}

Viewport DiagramCamera::kept(Viewport viewport) const {
  if (viewport.fits)
    return Viewport{};
  const double wanted = std::isfinite(viewport.scale) ? viewport.scale : 1;
  viewport.scale = std::clamp(wanted, smallestScale(), kLargestScale);
  if (m_isEndless)
    return viewport;
  viewport.centre.setX(std::clamp(viewport.centre.x(), 0.0, m_figure.width()));
  viewport.centre.setY(std::clamp(viewport.centre.y(), 0.0, m_figure.height()));
  return viewport;
}

Viewport DiagramCamera::viewport() const {
  return m_viewport;
}

void DiagramCamera::setViewport(const Viewport& viewport) {
  m_viewport = kept(viewport);
}

void DiagramCamera::fit() {
  m_viewport = Viewport{};
}

Viewport DiagramCamera::zoomed(QPointF pixel, double factor) const {
  const double scaled = std::clamp(scale() * factor, smallestScale(), kLargestScale);
  const QPointF fromMiddle = pixel - middle(m_view);
  const QPointF under = centre() + fromMiddle / scale();
  return kept({false, scaled, under - fromMiddle / scaled});
}

void DiagramCamera::zoomAt(QPointF pixel, double factor) {
  m_viewport = zoomed(pixel, factor);
}

void DiagramCamera::panBy(QPointF pixels) {
  m_viewport = kept({false, scale(), centre() - pixels / scale()});
}

Viewport DiagramCamera::around(const QRectF& box, double largest) const {
  if (box.isEmpty() || m_view.isEmpty())
    return m_viewport;
  const double across = m_view.width() * 0.8 / box.width();
  const double down = m_view.height() * 0.8 / box.height();
  return kept({false, std::min({across, down, largest}), box.center()});
}

Viewport DiagramCamera::between(const Viewport& from, const Viewport& to, double share) const {
  const auto whole = [this](const Viewport& viewport) {
    return viewport.fits ? Viewport{false, fitScale(), middle(m_figure)} : viewport;
  };
  const Viewport one = whole(from);
  const Viewport other = whole(to);
  const double scaled = one.scale + (other.scale - one.scale) * share;
  const QPointF origin = -one.centre * one.scale * (1 - share) - other.centre * other.scale * share;
  return {false, scaled, -origin / scaled};
}

QTransform DiagramCamera::toWidget(double devicePixelRatio) const {
  const QPointF origin = middle(m_view) - centre() * scale();
  const auto snapped = [devicePixelRatio](double value) {
    return std::round(value * devicePixelRatio) / devicePixelRatio;
  };
  return QTransform::fromScale(scale(), scale()) *
         QTransform::fromTranslate(snapped(origin.x()), snapped(origin.y()));
}

QRectF DiagramCamera::visible() const {
  const QSizeF size = m_view / scale();
  return {centre() - middle(size), size};
}

bool DiagramCamera::cuts() const {
  return !visible().contains(QRectF(QPointF(), m_figure));
}

}  // namespace phaseboard::ui
