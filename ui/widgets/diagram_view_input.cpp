// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include "ui/widgets/diagram_accessible.h"
#include "ui/widgets/diagram_navigation.h"
#include "ui/widgets/diagram_view.h"

/// What pointer, wheel, fingers and keys do to a view.
namespace phaseboard::ui {
namespace {

constexpr double kZoomPerDegree = 0.0125;  // of the wheel: one notch of 15 degrees is a fifth
constexpr double kArrowPixels = 60;

std::optional<Direction> directionOf(int key) {
  switch (key) {
    case Qt::Key_Left:
      return Direction::Left;
    case Qt::Key_Right:
      return Direction::Right;
    case Qt::Key_Up:
      return Direction::Up;
    case Qt::Key_Down:
      return Direction::Down;
    default:
      return std::nullopt;
  }
}

}  // namespace

void DiagramView::hover(const std::optional<PartId>& part) {
  if (part == m_hovered)
    return;
  m_hovered = part;
  if (part)
    setCursor(Qt::PointingHandCursor);
  else
    unsetCursor();
  // Through a ragged clip the picture below is painted span by span, which takes longer than
  // painting a larger rectangle.
  constexpr int kMostPieces = 4;
  const QRegion changed = m_hoverShown | regionOf(hoverLook());
  changed.rectCount() > kMostPieces ? update(changed.boundingRect()) : update(changed);
  Q_EMIT partHovered(part.value_or(PartId()));
}

void DiagramView::choose(const std::optional<PartId>& part) {
  if (!part) {
    clearChoice();
    return;
  }
  m_current = part;
  update();
  tellChoice();
  Q_EMIT partClicked(*part);
}

void DiagramView::clearChoice() {
  const bool had = m_current.has_value();
  m_current.reset();
  update();
  if (had)
    Q_EMIT choiceCleared();
}

void DiagramView::tellChoice() {
  if (m_current)
    DiagramAccessible::announce(this, *m_current);
}

void DiagramView::keepVisible(const PartId& part) {
  const QRectF box = toWidget().mapRect(m_scene->item(part)->box);
  if (!QRectF(rect()).contains(box.center()))
    glideTo({false, m_camera.scale(), m_scene->item(part)->box.center()});
}

void DiagramView::wheelEvent(QWheelEvent* event) {
  if (!m_scene)
    return;
  event->accept();
  const bool zooms = event->pixelDelta().isNull() || event->modifiers() != Qt::NoModifier;
  if (!zooms) {  // two fingers on a touch pad
    m_camera.panBy(event->pixelDelta());
    m_settle.start();
    update();
    Q_EMIT viewportChanged(m_camera.viewport());
    return;
  }
  const QPoint turned = event->angleDelta();
  const double degrees = (turned.y() != 0 ? turned.y() : turned.x()) / 8.0;
  // Notches that follow one another add up, even while the view still glides to the last one.
  const double pending = viewport().fits ? m_camera.fitScale() : viewport().scale;
  const double ahead = m_isGesture ? pending / m_camera.scale() : 1;
  glideTo(m_camera.zoomed(event->position(), ahead * std::exp(degrees * kZoomPerDegree)));
}

bool DiagramView::pinch(QEvent* event) {
  QPointF at = QRectF(rect()).center();
  double factor = 1;
  if (event->type() == QEvent::NativeGesture) {
    auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() != Qt::ZoomNativeGesture)
      return false;
    factor = 1 + gesture->value();
    at = gesture->position();
  } else {
    auto* gestures = static_cast<QGestureEvent*>(event);
    auto* gesture = static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture));
    if (gesture == nullptr)
      return false;
    factor = gesture->scaleFactor();
    at = mapFromGlobal(gesture->hotSpot());
    gestures->accept(gesture);
  }
  m_glide.stop();
  m_camera.zoomAt(at, std::clamp(factor, 0.2, 5.0));
  m_isGesture = true;
  m_settle.start();
  update();
  Q_EMIT viewportChanged(m_camera.viewport());
  return true;
}

bool DiagramView::event(QEvent* event) {
  const bool isPinch = event->type() == QEvent::NativeGesture || event->type() == QEvent::Gesture;
  if (isPinch && m_scene && pinch(event))
    return true;
  return QWidget::event(event);
}

void DiagramView::moveByMinimap(QPointF position) {
  m_glide.stop();
  m_camera.setViewport({false, m_camera.scale(), m_minimap.toFigure(position)});
  update();
}

void DiagramView::mousePressEvent(QMouseEvent* event) {
  if (!m_scene || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton))
    return;
  m_pressedAt = event->position();
  m_draggedTo = event->position();
  if (isMinimapVisible() && m_minimap.panel().contains(m_pressedAt)) {
    m_drag = Drag::Minimap;
    moveByMinimap(m_pressedAt);
  } else {
    m_drag = Drag::Pressed;
  }
}

void DiagramView::mouseMoveEvent(QMouseEvent* event) {
  if (!m_scene)
    return;
  const QPointF at = event->position();
  if (m_drag == Drag::Pressed &&
      (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
    m_drag = Drag::Panning;
    m_glide.stop();
    hover(std::nullopt);
    setCursor(Qt::ClosedHandCursor);
  }
  if (m_drag == Drag::Panning) {
    m_camera.panBy(at - m_draggedTo);
    m_draggedTo = at;
    update();
  } else if (m_drag == Drag::Minimap) {
    moveByMinimap(at);
  } else if (m_drag == Drag::None) {
    hover(partAtWidget(at));
  }
}

void DiagramView::mouseReleaseEvent(QMouseEvent* event) {
  const Drag drag = m_drag;
  m_drag = Drag::None;
  if (!m_scene || drag == Drag::None)
    return;
  if (drag == Drag::Pressed) {
    choose(partAtWidget(event->position()));
    return;
  }
  unsetCursor();
  hover(partAtWidget(event->position()));
  Q_EMIT viewportChanged(m_camera.viewport());
}

void DiagramView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (!m_scene || event->button() != Qt::LeftButton)
    return;
  if (const auto part = partAtWidget(event->position()))
    Q_EMIT partActivated(*part);
  else if (!isMinimapVisible() || !m_minimap.panel().contains(event->position()))
    fit();
}

void DiagramView::leaveEvent(QEvent* /*event*/) {
  hover(std::nullopt);
}

bool DiagramView::focusNextPrevChild(bool next) {
  if (!m_scene || !hasFocus())
    return QWidget::focusNextPrevChild(next);
  const auto part = partAfter(*m_scene, m_current, next);
  if (!part)
    return QWidget::focusNextPrevChild(next);
  keepVisible(*part);
  choose(part);
  return true;
}

void DiagramView::pressArrow(int key) {
  const Direction direction = *directionOf(key);
  if (m_current) {
    if (const auto part = partTowards(*m_scene, *m_current, direction)) {
      keepVisible(*part);
      choose(part);
    }
    return;
  }
  const bool across = direction == Direction::Left || direction == Direction::Right;
  const double step =
      direction == Direction::Left || direction == Direction::Up ? kArrowPixels : -kArrowPixels;
  m_camera.panBy(across ? QPointF(step, 0) : QPointF(0, step));
  update();
  Q_EMIT viewportChanged(m_camera.viewport());
}

bool DiagramView::pressZoomKey(int key) {
  switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoomIn();
      return true;
    case Qt::Key_Minus:
      zoomOut();
      return true;
    case Qt::Key_0:
      fit();
      return true;
    case Qt::Key_1:
      actualSize();
      return true;
    default:
      return false;
  }
}

void DiagramView::keyPressEvent(QKeyEvent* event) {
  const auto plain = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
  const int key = event->key();
  const bool isOurs = m_scene && plain == Qt::NoModifier;
  if (isOurs && directionOf(key))
    pressArrow(key);
  else if (isOurs && (key == Qt::Key_Return || key == Qt::Key_Enter) && m_current)
    Q_EMIT partActivated(*m_current);
  else if (isOurs && key == Qt::Key_Escape && m_current)
    clearChoice();
  else if (!isOurs || !pressZoomKey(key))
    QWidget::keyPressEvent(event);
}

}  // namespace phaseboard::ui
