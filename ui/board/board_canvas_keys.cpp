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
    pressEnter();
  } else if (event->key() == Qt::Key_Space) {
    m_isSpaceHeld = true;
    updateCursor();
  } else {
    return false;
  }
  return true;
}

void BoardCanvas::pressEnter() {
  if (m_connectFrom)
    finishConnecting();
  else if (m_tool == Tool::Text)
    beginEditing({std::nullopt, std::nullopt, toBoard(m_camera.centre()), true}, {}, false);
  else if (m_selection.size() == 1)
    editSelected();
  else
    beginPart();
}

bool BoardCanvas::pressLetter(QKeyEvent* event) {
  const bool isPlain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
  if (!isPlain || event->text().isEmpty() || !event->text().front().isPrint() || isReadOnly() ||
      m_connectFrom)
    return false;
  typeWords(event->text());
  return true;
}

/// Names what is selected and has no name yet; else begins something new.
void BoardCanvas::typeWords(const QString& text) {
  const QPointF pointer = rect().contains(m_draggedTo.toPoint()) && !m_draggedTo.isNull()
                              ? toWidget().inverted().map(m_draggedTo)
                              : m_camera.centre();
  if (m_tool == Tool::Text) {
    beginEditing({std::nullopt, std::nullopt, toBoard(pointer), true}, text, false);
    return;
  }
  setTool(Tool::Select);
  const board::Element* only =
      m_selection.size() == 1 ? document().find(*m_selection.begin()) : nullptr;
  const auto* part = only ? std::get_if<board::Part>(only) : nullptr;
  const auto* edge = only ? std::get_if<board::Edge>(only) : nullptr;
  const auto* group = only ? std::get_if<board::Group>(only) : nullptr;
  const bool isNameless = (part && part->name.empty()) || (edge && edge->label.empty()) ||
                          (group && group->name.empty());
  if (isNameless)
    beginEditing({board::idOf(*only), std::nullopt, {}, false}, text, false);
  else
    beginEditing({std::nullopt, std::nullopt,
                  part ? spotAfter(part->id) : freeSpot(toBoard(pointer)), false},
                 text, false);
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
std::vector<const board::Part*> BoardCanvas::partsByRow() const {
  constexpr double kRow = 60;
  auto parts = document().all<board::Part>();
  std::sort(parts.begin(), parts.end(), [](const board::Part* a, const board::Part* b) {
    const double rowA = std::floor(a->box.centre().y / kRow);
    const double rowB = std::floor(b->box.centre().y / kRow);
    return std::tie(rowA, a->box.x, a->id) < std::tie(rowB, b->box.x, b->id);
  });
  return parts;
}

std::vector<board::ElementId> BoardCanvas::readingOrder() const {
  const auto edges = document().all<board::Edge>();
  std::vector<board::ElementId> order;
  for (const board::Part* part : partsByRow()) {
    order.push_back(part->id);
    for (const board::Edge* edge : edges)
      if (edge->from == part->id)
        order.push_back(edge->id);
  }
  for (const board::Group* group : document().all<board::Group>())
    order.push_back(group->id);
  for (const board::Text* text : document().all<board::Text>())
    order.push_back(text->id);
  for (const board::Stroke* stroke : document().all<board::Stroke>())
    order.push_back(stroke->id);
  return order;
}

std::optional<board::ElementId> BoardCanvas::walkingAt() const {
  if (m_connectFrom)
    return m_connectTo;
  return m_selection.empty() ? std::nullopt : std::optional(*m_selection.begin());
}

void BoardCanvas::walk(int step) {
  std::vector<board::ElementId> order;
  if (m_connectFrom) {
    for (const board::Part* part : partsByRow())
      if (part->id != *m_connectFrom)
        order.push_back(part->id);
  } else {
    order = readingOrder();
  }
  const auto current = walkingAt();
  const auto at = current ? std::find(order.begin(), order.end(), *current) : order.end();
  const auto count = static_cast<int>(order.size());
  const int place = at != order.end() ? static_cast<int>(at - order.begin()) + step
                    : step > 0        ? 0
                                      : count - 1;
  if (place < 0 || place >= count)
    return;
  const board::ElementId id = order[static_cast<std::size_t>(place)];
  if (m_connectFrom)
    pointConnectionAt(id);
  else
    select({id});
  keepVisible(id);
}

void BoardCanvas::focusInEvent(QFocusEvent* event) {
  m_showsFocus = event->reason() == Qt::TabFocusReason ||
                 event->reason() == Qt::BacktabFocusReason ||
                 event->reason() == Qt::ShortcutFocusReason;
  QWidget::focusInEvent(event);
}

bool BoardCanvas::focusNextPrevChild(bool next) {
  const auto before = walkingAt();
  walk(next ? 1 : -1);
  // Past the last the focus goes on: nobody is trapped.
  return before != walkingAt() || m_connectFrom ? true : QWidget::focusNextPrevChild(next);
}

void BoardCanvas::beginConnecting() {
  if (isReadOnly() || m_selection.size() != 1 ||
      !document().find<board::Part>(*m_selection.begin()))
    return;
  m_connectFrom = *m_selection.begin();
  m_connectTo.reset();
  update();
}

void BoardCanvas::growGroup(board::Point by) {
  constexpr double kLeast = 60;
  const auto* group =
      m_selection.size() == 1 ? document().find<board::Group>(*m_selection.begin()) : nullptr;
  if (!group)
    return;
  board::Box box = group->box;
  box.width = std::max(kLeast, box.width + by.x);
  box.height = std::max(kLeast, box.height + by.y);
  draw(board::reshapeGroup(document(), group->id, box));
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
