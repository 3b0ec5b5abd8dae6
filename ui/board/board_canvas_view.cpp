// SPDX-License-Identifier: Apache-2.0
// What of the board is to be seen.
#include <cmath>

#include <QResizeEvent>
#include <QWheelEvent>

#include "ui/board/board_canvas.h"

namespace phaseboard::ui {
namespace {

constexpr double kLargestBoardFit = 1;
constexpr double kLargestSelectionFit = 2;
constexpr double kWheelStep = 120;
constexpr double kWheelZoom = 1.2;
constexpr QSize kLeastForMap(480, 320);

}  // namespace

void BoardCanvas::fit() {
  m_camera.setView(size());
  const board::Box bounds = document().bounds();
  if (bounds.isEmpty())
    m_camera.setViewport({false, 1, {}});
  else
    m_camera.setViewport(
        m_camera.around(toRect(bounds.grown(DiagramCamera::kMargin)), kLargestBoardFit));
  placeEditor();
  update();
}

void BoardCanvas::actualSize() {
  setViewport({false, 1, m_camera.centre()});
}

void BoardCanvas::zoomBy(double factor) {
  zoomAt(QRectF(rect()).center(), factor);
}

void BoardCanvas::showSelection() {
  QRectF box;
  for (const board::ElementId id : m_selection)
    box |= boundsOf(id);
  if (box.isNull())
    return;
  constexpr double kRoom = 60;
  setViewport(m_camera.around(box.adjusted(-kRoom, -kRoom, kRoom, kRoom), kLargestSelectionFit));
}

void BoardCanvas::setViewport(const Viewport& viewport) {
  m_camera.setViewport(viewport);
  placeEditor();
  update();
}

void BoardCanvas::setMapShown(bool shown) {
  m_isMapShown = shown;
  update();
}

bool BoardCanvas::isMapVisible() const {
  const bool hasRoom = width() > kLeastForMap.width() && height() > kLeastForMap.height();
  return m_isMapShown && hasRoom && !document().isEmpty() &&
         !m_camera.visible().contains(toRect(document().bounds()));
}

bool BoardCanvas::isOnMap(QPointF position) const {
  return isMapVisible() && m_map.contains(position);
}

void BoardCanvas::moveByMap(QPointF position) {
  setViewport({false, m_camera.scale(), m_map.toBoard(position)});
}

QTransform BoardCanvas::toWidget() const {
  return m_camera.toWidget(devicePixelRatioF());
}

void BoardCanvas::resizeEvent(QResizeEvent* event) {
  const bool isFirst = event->oldSize().isEmpty();
  m_camera.setView(event->size());
  if (isFirst)
    fit();
  placeEditor();
}

void BoardCanvas::wheelEvent(QWheelEvent* event) {
  const bool pans = (event->modifiers() & Qt::ShiftModifier) != 0;
  if (pans) {
    const QPoint by = event->angleDelta();
    m_camera.panBy(QPointF(by.y() != 0 ? by.y() : by.x(), 0) / 2);
    placeEditor();
    update();
  } else {
    zoomAt(event->position(), std::pow(kWheelZoom, event->angleDelta().y() / kWheelStep));
  }
  event->accept();
}

void BoardCanvas::zoomAt(QPointF position, double factor) {
  m_isZooming = true;
  m_settle.start();
  m_camera.zoomAt(position, factor);
  placeEditor();
  update();
}

void BoardCanvas::keepVisible(board::ElementId id) {
  if (!document().find(id))
    return;
  constexpr double kRoom = 24;
  const QRectF box = toWidget().mapRect(boundsOf(id)).adjusted(-kRoom, -kRoom, kRoom, kRoom);
  const QRectF view(rect());
  QPointF by;
  if (box.left() < view.left())
    by.setX(view.left() - box.left());
  else if (box.right() > view.right())
    by.setX(view.right() - box.right());
  if (box.top() < view.top())
    by.setY(view.top() - box.top());
  else if (box.bottom() > view.bottom())
    by.setY(view.bottom() - box.bottom());
  if (!by.isNull())
    m_camera.panBy(by);
  placeEditor();
  update();
}

}  // namespace phaseboard::ui
