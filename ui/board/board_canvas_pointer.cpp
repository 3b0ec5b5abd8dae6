// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <utility>

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainterPathStroker>

#include "ui/board/board_canvas.h"

namespace phaseboard::ui {
namespace {

constexpr double kDragFrom = 4;      // pixels before a press becomes a drag
constexpr double kBorderInside = 7;  // pixels of a part's rim that connect
constexpr double kBorderBeside = 9;
constexpr double kWireTouch = 14;
constexpr double kCornerTouch = 9;
constexpr double kInkStep = 1.5;  // pixels between two points of ink
constexpr double kLeastGroup = 60;
constexpr double kSnapReach = 6;  // pixels

bool isStanding(const board::Element& element) {
  return !std::holds_alternative<board::Edge>(element);
}

}  // namespace

std::optional<board::ElementId> BoardCanvas::partAt(QPointF position, double reach) const {
  const board::Point at = toBoard(toWidget().inverted().map(position));
  const double units = reach / m_camera.scale();
  std::optional<board::ElementId> found;
  for (const board::Part* part : document().all<board::Part>())
    if (part->box.grown(units).holds(at))
      found = part->id;
  return found;
}

bool BoardCanvas::isOnBorder(board::ElementId part, QPointF position) const {
  const board::Box box = document().find<board::Part>(part)->box;
  // The rim never takes more than a quarter of a part: small ones can still be moved.
  const double rim = std::min(kBorderInside / m_camera.scale(), box.height / 4);
  return !box.grown(-rim).holds(toBoard(toWidget().inverted().map(position)));
}

std::optional<board::ElementId> BoardCanvas::groupCornerAt(QPointF position) const {
  if (m_selection.size() != 1)
    return std::nullopt;
  const auto* group = document().find<board::Group>(*m_selection.begin());
  if (!group)
    return std::nullopt;
  const QRectF box = toWidget().mapRect(toRect(group->box));
  for (const QPointF corner : {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()})
    if (QLineF(corner, position).length() <= kCornerTouch)
      return group->id;
  return std::nullopt;
}

std::optional<board::ElementId> BoardCanvas::elementAt(QPointF position) {
  const QPointF unit = toWidget().inverted().map(position);
  const board::Point at = toBoard(unit);
  for (auto each = document().elements().rbegin(); each != document().elements().rend(); ++each) {
    const bool isLoose = std::holds_alternative<board::Text>(each->second) ||
                         std::holds_alternative<board::Stroke>(each->second);
    if (isLoose && board::boxOf(each->second).grown(3).holds(at))
      return each->first;
  }
  if (const auto part = partAt(position, 0))
    return part;
  QPainterPathStroker stroker;
  stroker.setWidth(kWireTouch / std::min(1.0, m_camera.scale()));
  for (auto wire = m_wires.rbegin(); wire != m_wires.rend(); ++wire)
    if (wire->second.chip.contains(unit) ||
        (wire->second.bounds.contains(unit) &&
         stroker.createStroke(wire->second.route).contains(unit)))
      return wire->first;
  std::optional<board::ElementId> found;
  double smallest = 0;
  for (const board::Group* group : document().all<board::Group>()) {
    const double rim = 6 / m_camera.scale();
    const bool isTouched = m_painter.groupTitle(*group).contains(unit) ||
                           (group->box.grown(rim).holds(at) && !group->box.grown(-rim).holds(at));
    const double area = group->box.width * group->box.height;
    if (isTouched && (!found || area < smallest)) {
      found = group->id;
      smallest = area;
    }
  }
  return found;
}

void BoardCanvas::mousePressEvent(QMouseEvent* event) {
  setFocus(Qt::MouseFocusReason);
  finishEditing(true);
  m_pressedAt = m_draggedTo = event->position();
  if (event->button() == Qt::LeftButton && isOnMap(event->position())) {
    m_drag = Drag::Map;
    moveByMap(event->position());
    return;
  }
  const bool pans = event->button() == Qt::MiddleButton ||
                    (event->button() == Qt::LeftButton && (m_isSpaceHeld || isReadOnly()));
  if (pans) {
    m_drag = Drag::Pan;
    updateCursor();
    return;
  }
  if (event->button() == Qt::LeftButton)
    pressOn(event);
}

void BoardCanvas::pressOn(QMouseEvent* event) {
  const QPointF unit = toWidget().inverted().map(event->position());
  if (m_tool == Tool::Ink) {
    m_drag = Drag::Ink;
    m_ink = {toBoard(unit)};
    update();
    return;
  }
  if (m_tool == Tool::Text) {
    beginEditing({std::nullopt, std::nullopt, toBoard(unit), true}, {}, false);
    return;
  }
  if (m_connectFrom) {  // begun by a key, finished by the pointer
    pointConnectionAt(partAt(event->position(), kBorderBeside));
    finishConnecting();
    return;
  }
  m_addsToSelection = (event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)) != 0;
  m_drag = Drag::Pressed;
  m_pressedBorder = false;
  if (groupCornerAt(event->position())) {
    m_drag = Drag::Reshape;
    return;
  }
  m_pressed = elementAt(event->position());
  if (const auto part = m_pressed ? m_pressed : partAt(event->position(), kBorderBeside);
      part && document().find<board::Part>(*part) && isOnBorder(*part, event->position())) {
    m_pressed = part;
    m_pressedBorder = true;
  }
  if (!m_pressed) {
    if (!m_addsToSelection)
      select({});
    return;
  }
  board::Selection selection = m_selection;
  if (m_addsToSelection) {
    if (!selection.erase(*m_pressed))
      selection.insert(*m_pressed);
  } else if (!selection.contains(*m_pressed)) {
    selection = {*m_pressed};
  }
  select(std::move(selection));
}

void BoardCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (m_drag == Drag::None) {
    hover(event->position());
    return;
  }
  if (m_drag == Drag::Pressed && (event->position() - m_pressedAt).manhattanLength() > kDragFrom)
    beginDrag(event->position());
  dragTo(event->position());
}

void BoardCanvas::beginDrag(QPointF /*position*/) {
  if (isReadOnly())
    return;
  if (m_pressed && m_pressedBorder && !m_addsToSelection) {
    m_drag = Drag::Connect;
    m_connectFrom = m_pressed;
  } else if (m_pressed && isStanding(*document().find(*m_pressed)) &&
             m_selection.contains(*m_pressed)) {
    m_drag = Drag::Move;
    m_moving = board::withContents(document(), m_selection);
    for (const board::Edge* edge : document().all<board::Edge>())
      if (m_moving.contains(edge->from) || m_moving.contains(edge->to))
        m_moving.insert(edge->id);
    for (const board::ElementId id : m_moving) {
      const board::Element& element = *document().find(id);
      const auto wire = m_wires.find(id);
      spoil(wire == m_wires.end() ? toRect(board::boxOf(element)) : wire->second.bounds);
    }
  } else if (!m_pressed) {
    m_drag = Drag::Marquee;
  }
  updateCursor();
}

void BoardCanvas::dragTo(QPointF position) {
  const QPointF before = std::exchange(m_draggedTo, position);
  const QTransform back = toWidget().inverted();
  switch (m_drag) {
    case Drag::Pan:
      m_camera.panBy(position - before);
      placeEditor();
      break;
    case Drag::Map:
      moveByMap(position);
      break;
    case Drag::Ink: {
      const QPointF last = toWidget().map(toPoint(m_ink.back()));
      if (QLineF(last, position).length() >= kInkStep)
        m_ink.push_back(toBoard(back.map(position)));
      break;
    }
    case Drag::Move:
      moveTo(position);
      break;
    case Drag::Connect: {
      const auto target = partAt(position, kBorderBeside);
      m_connectTo = target == m_connectFrom ? std::nullopt : target;
      break;
    }
    case Drag::Reshape:
    case Drag::Marquee:
      break;
    case Drag::Pressed:
    case Drag::None:
      return;
  }
  update();
}

board::SnappedMove BoardCanvas::dragged(QPointF position) const {
  const QPointF by = (position - m_pressedAt) / m_camera.scale();
  const board::Point whole{std::round(by.x()), std::round(by.y())};
  if ((QGuiApplication::keyboardModifiers() & Qt::AltModifier) != 0)
    return {whole, std::nullopt, std::nullopt};
  return board::snapMove(document(), m_selection, whole, kSnapReach / m_camera.scale());
}

/// Shows what a move would give; nothing is changed before the button is released.
void BoardCanvas::moveTo(QPointF position) {
  m_snapped = dragged(position);
  board::Document preview = document();
  // It fits what it was computed from.
  (void)preview.apply(board::moveSelection(preview, m_selection, m_snapped.by)).has_value();
  board::Selection edges;
  for (const board::ElementId id : m_moving)
    if (document().find<board::Edge>(id))
      edges.insert(id);
  m_previewWires = m_painter.painted(preview, board::routeWires(preview, edges));
  m_preview = std::move(preview);
}

void BoardCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (m_drag != Drag::None)
    finishDrag(event->position());
  hover(event->position());
}

void BoardCanvas::finishDrag(QPointF position) {
  const Drag drag = std::exchange(m_drag, Drag::None);
  const QTransform back = toWidget().inverted();
  const QPointF moved = (position - m_pressedAt) / m_camera.scale();
  switch (drag) {
    case Drag::Ink:
      draw(board::drawStroke(document(), std::exchange(m_ink, {})));
      select({});
      break;
    case Drag::Move: {
      const board::Selection moving = std::exchange(m_moving, {});
      m_preview.reset();
      m_previewWires.clear();
      draw(board::moveSelection(document(), m_selection, dragged(position).by));
      for (const board::ElementId id : moving) {
        const auto wire = m_wires.find(id);
        if (wire != m_wires.end())
          spoil(wire->second.bounds);
        else if (const board::Element* element = document().find(id))
          spoil(toRect(board::boxOf(*element)));
      }
      break;
    }
    case Drag::Connect:
      if (m_connectTo)
        finishConnecting();
      else if (const auto from = std::exchange(m_connectFrom, std::nullopt))
        beginEditing({std::nullopt, from, toBoard(back.map(position)), false}, {}, false);
      break;
    case Drag::Marquee: {
      const QRectF area = QRectF(back.map(m_pressedAt), back.map(position)).normalized();
      board::Selection chosen = m_addsToSelection ? m_selection : board::Selection();
      for (const auto& [id, element] : document().elements())
        if (isStanding(element) && area.contains(toRect(board::boxOf(element))))
          chosen.insert(id);
      select(std::move(chosen));
      break;
    }
    case Drag::Reshape:
      if (const auto* group = document().find<board::Group>(*m_selection.begin())) {
        QRectF box = toRect(group->box);
        const QPointF grabbed = back.map(m_pressedAt);
        (grabbed.x() < box.center().x() ? box.setLeft(box.left() + moved.x())
                                        : box.setRight(box.right() + moved.x()));
        (grabbed.y() < box.center().y() ? box.setTop(box.top() + moved.y())
                                        : box.setBottom(box.bottom() + moved.y()));
        if (box.width() >= kLeastGroup && box.height() >= kLeastGroup)
          draw(board::reshapeGroup(document(), group->id, toBox(box)));
      }
      break;
    case Drag::Pressed:
    case Drag::Pan:
    case Drag::Map:
    case Drag::None:
      break;
  }
  updateCursor();
  update();
}

void BoardCanvas::cancelDrag() {
  if (m_drag == Drag::Move)
    spoil();
  m_drag = Drag::None;
  m_moving.clear();
  m_preview.reset();
  m_previewWires.clear();
  m_ink.clear();
  m_connectFrom.reset();
  m_connectTo.reset();
  updateCursor();
  update();
}

void BoardCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || m_tool != Tool::Select || isReadOnly() ||
      isOnMap(event->position()))
    return;
  m_drag = Drag::None;
  if (const auto element = elementAt(event->position())) {
    select({*element});
    editSelected();
    return;
  }
  beginEditing(
      {std::nullopt, std::nullopt, toBoard(toWidget().inverted().map(event->position())), false},
      {}, false);
}

void BoardCanvas::hover(QPointF position) {
  const bool isBeside = isOnMap(position);
  const auto before = std::exchange(m_hovered, isBeside ? std::nullopt : elementAt(position));
  if (!m_hovered && !isBeside)
    m_hovered = partAt(position, kBorderBeside);
  m_draggedTo = position;
  updateCursor();
  if (m_hovered != before)
    update();
}

void BoardCanvas::updateCursor() {
  if (m_drag == Drag::Pan)
    setCursor(Qt::ClosedHandCursor);
  else if (m_drag == Drag::Map || isOnMap(m_draggedTo))
    setCursor(Qt::ArrowCursor);
  else if (m_isSpaceHeld || isReadOnly())
    setCursor(Qt::OpenHandCursor);
  else if (m_tool != Tool::Select || m_drag == Drag::Connect)
    setCursor(m_tool == Tool::Text ? Qt::IBeamCursor : Qt::CrossCursor);
  else if (m_drag == Drag::None && groupCornerAt(m_draggedTo))
    setCursor(Qt::SizeFDiagCursor);
  else if (m_drag == Drag::None && m_hovered && document().find<board::Part>(*m_hovered) &&
           isOnBorder(*m_hovered, m_draggedTo))
    setCursor(Qt::CrossCursor);
  else
    unsetCursor();
}

void BoardCanvas::contextMenuEvent(QContextMenuEvent* event) {
  if (m_drag != Drag::None)
    return;
  finishEditing(true);
  const auto element =
      event->reason() == QContextMenuEvent::Mouse ? elementAt(QPointF(event->pos())) : std::nullopt;
  if (element && !m_selection.contains(*element))
    select({*element});
  Q_EMIT menuRequested(event->globalPos());
}

void BoardCanvas::leaveEvent(QEvent* /*event*/) {
  if (std::exchange(m_hovered, std::nullopt))
    update();
}

}  // namespace phaseboard::ui
