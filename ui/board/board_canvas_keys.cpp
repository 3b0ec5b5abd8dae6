// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include <QKeyEvent>

#include "ui/board/board_canvas.h"

namespace phaseboard::ui {
namespace {

constexpr double kNudge = 12;
constexpr double kFineNudge = 1;
constexpr double kPanStep = 60;

board::Point direction(int key) {
  switch (key) {
    case Qt::Key_Left:
      return {-1, 0};
    case Qt::Key_Right:
      return {1, 0};
    case Qt::Key_Up:
      return {0, -1};
    case Qt::Key_Down:
      return {0, 1};
    default:
      return {};
  }
}

}  // namespace

void BoardCanvas::keyPressEvent(QKeyEvent* event) {
  if (pressCommand(event) || pressArrow(event) || pressLetter(event)) {
    event->accept();
    return;
  }
  QWidget::keyPressEvent(event);
}

void BoardCanvas::keyReleaseEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
    m_isSpaceHeld = false;
    updateCursor();
  }
  QWidget::keyReleaseEvent(event);
}

bool BoardCanvas::pressCommand(QKeyEvent* event) {
  if (event->matches(QKeySequence::Undo)) {
    undo();
  } else if (event->matches(QKeySequence::Redo)) {
    redo();
  } else if (event->matches(QKeySequence::Copy)) {
    copy();
  } else if (event->matches(QKeySequence::Cut)) {
    cut();
  } else if (event->matches(QKeySequence::Paste)) {
    paste();
  } else if (event->matches(QKeySequence::SelectAll)) {
    selectAll();
  } else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
    removeSelected();
  } else if (event->key() == Qt::Key_Escape) {
    if (m_connectFrom || m_drag != Drag::None)
      cancelDrag();
    else if (m_tool != Tool::Select)
      setTool(Tool::Select);
    else if (!m_selection.empty())
      select({});
    else
      return false;
  } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
             event->key() == Qt::Key_F2) {
    if (m_connectFrom)
      finishConnecting();
    else if (m_selection.size() == 1)
      editSelected();
    else
      beginPart();
  } else if (event->key() == Qt::Key_Insert) {
    beginPart();
  } else if (event->key() == Qt::Key_Space) {
    m_isSpaceHeld = true;
    updateCursor();
  } else {
    return false;
  }
  return true;
}

/// With something selected a letter is a command; otherwise it begins the name of a new part.
bool BoardCanvas::pressLetter(QKeyEvent* event) {
  const bool isPlain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
  if (!isPlain || event->text().isEmpty() || !event->text().front().isPrint() || m_readOnly)
    return false;
  if (m_selection.empty() && m_tool == Tool::Select) {
    const QPointF pointer = rect().contains(m_draggedTo.toPoint()) && !m_draggedTo.isNull()
                                ? toWidget().inverted().map(m_draggedTo)
                                : m_camera.centre();
    beginEditing({std::nullopt, std::nullopt, freeSpot(toBoard(pointer)), false}, event->text(),
                 false);
    return true;
  }
  switch (event->key()) {
    case Qt::Key_C:
      beginConnecting();
      return true;
    case Qt::Key_G:
      groupSelected();
      return true;
    case Qt::Key_R:
      draw(board::reverseEdges(document(), m_selection));
      return true;
    case Qt::Key_N:
      if (m_selection.size() == 1 && document().find<board::Part>(*m_selection.begin()))
        beginEditing({std::nullopt, *m_selection.begin(), spotAfter(*m_selection.begin()), false},
                     {}, false);
      return true;
    default:
      return false;
  }
}

bool BoardCanvas::pressArrow(QKeyEvent* event) {
  const board::Point to = direction(event->key());
  if (to == board::Point{} || (event->modifiers() & Qt::AltModifier) != 0)
    return false;
  if (m_connectFrom) {
    pointConnectionAt(nearest(m_connectTo.value_or(*m_connectFrom), event->key()));
    return true;
  }
  if ((event->modifiers() & Qt::ControlModifier) != 0) {
    if (m_selection.empty())
      walk(1);
    else if (const auto next = nearest(*m_selection.begin(), event->key()))
      select({*next});
    if (!m_selection.empty())
      keepVisible(*m_selection.begin());
    return true;
  }
  if (m_selection.empty()) {
    m_camera.panBy(QPointF(-to.x, -to.y) * kPanStep);
    update();
    return true;
  }
  const double step = (event->modifiers() & Qt::ShiftModifier) != 0 ? kFineNudge : kNudge;
  const QRectF whole = toRect(document().bounds());
  draw(board::moveSelection(document(), m_selection, {to.x * step, to.y * step}));
  spoil(whole | toRect(document().bounds()));
  return true;
}

/// The part that lies nearest in the direction of an arrow key.
std::optional<board::ElementId> BoardCanvas::nearest(board::ElementId from, int key) const {
  const board::Element* start = document().find(from);
  if (!start)
    return std::nullopt;
  const board::Point to = direction(key);
  const board::Point at = board::boxOf(*start).centre();
  std::optional<board::ElementId> best;
  double least = 0;
  for (const board::Part* part : document().all<board::Part>()) {
    const board::Point away = part->box.centre() - at;
    const double along = away.x * to.x + away.y * to.y;
    const double across = std::abs(away.x * to.y) + std::abs(away.y * to.x);
    if (part->id == from || along <= 1 || across > 2 * along || m_connectFrom == part->id)
      continue;
    const double cost = along + 2 * across;
    if (!best || cost < least) {
      best = part->id;
      least = cost;
    }
  }
  return best;
}

/// The parts as one reads them: from top to bottom in rows, each from left to right.
void BoardCanvas::walk(int step) {
  auto parts = document().all<board::Part>();
  if (parts.empty())
    return;
  std::sort(parts.begin(), parts.end(), [](const board::Part* a, const board::Part* b) {
    const double rowA = std::floor(a->box.centre().y / 60);
    const double rowB = std::floor(b->box.centre().y / 60);
    return std::tie(rowA, a->box.x, a->id) < std::tie(rowB, b->box.x, b->id);
  });
  const auto current = m_connectFrom         ? m_connectTo
                       : m_selection.empty() ? std::nullopt
                                             : std::optional(*m_selection.begin());
  const auto count = static_cast<int>(parts.size());
  int place = step > 0 ? -1 : count;
  for (int i = 0; i < count; ++i)
    if (current == parts[static_cast<std::size_t>(i)]->id)
      place = i;
  do
    place += step;
  while (place >= 0 && place < count && m_connectFrom &&
         parts[static_cast<std::size_t>(place)]->id == *m_connectFrom);
  if (place < 0 || place >= count)
    return;
  const board::ElementId id = parts[static_cast<std::size_t>(place)]->id;
  if (m_connectFrom)
    pointConnectionAt(id);
  else
    select({id});
  keepVisible(id);
}

bool BoardCanvas::focusNextPrevChild(bool next) {
  const auto before = m_connectFrom         ? m_connectTo
                      : m_selection.empty() ? std::nullopt
                                            : std::optional(*m_selection.begin());
  walk(next ? 1 : -1);
  const auto after = m_connectFrom         ? m_connectTo
                     : m_selection.empty() ? std::nullopt
                                           : std::optional(*m_selection.begin());
  // Past the last part the focus goes on: nobody is trapped.
  return before != after || m_connectFrom ? true : QWidget::focusNextPrevChild(next);
}

void BoardCanvas::keepVisible(board::ElementId id) {
  const board::Element* element = document().find(id);
  if (!element)
    return;
  constexpr double kRoom = 24;
  const QRectF box =
      toWidget().mapRect(toRect(board::boxOf(*element))).adjusted(-kRoom, -kRoom, kRoom, kRoom);
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
  update();
}

void BoardCanvas::beginConnecting() {
  if (m_readOnly || m_selection.size() != 1 || !document().find<board::Part>(*m_selection.begin()))
    return;
  m_connectFrom = *m_selection.begin();
  m_connectTo.reset();
  update();
}

void BoardCanvas::pointConnectionAt(std::optional<board::ElementId> part) {
  if (part && part != m_connectFrom)
    m_connectTo = part;
  update();
}

void BoardCanvas::finishConnecting() {
  const auto from = std::exchange(m_connectFrom, std::nullopt);
  const auto to = std::exchange(m_connectTo, std::nullopt);
  if (from && to)
    draw(board::connectParts(document(), *from, *to));
  update();
}

}  // namespace phaseboard::ui
