// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_canvas.h"

#include <algorithm>
#include <utility>

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>

#include "app/board/edit_codec.h"
#include "ui/board/board_accessible.h"
#include "ui/bridge/text.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kBoardSettleMilliseconds = 120;
constexpr int kRetryMilliseconds = 2'000;
constexpr double kPasteOffset = 24;
constexpr const char* kMimeType = "application/x-phaseboard-elements";

QRectF touchedBy(const board::Edit& edit) {
  QRectF touched;
  for (const board::Change& change : edit)
    for (const auto& element : {change.before, change.after})
      if (element)
        touched |= toRect(board::boxOf(*element));
  return touched;
}

}  // namespace

BoardCanvas::BoardCanvas(QWidget* parent) : QWidget(parent) {
  BoardAccessible::install();
  setObjectName(QStringLiteral("boardCanvas"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setAttribute(Qt::WA_InputMethodEnabled);
  setAccessibleName(tr("Whiteboard"));
  m_camera.setEndless(true);
  m_camera.setViewport({false, 1, {}});
  m_settle.setSingleShot(true);
  m_settle.setInterval(kBoardSettleMilliseconds);
  connect(&m_settle, &QTimer::timeout, this, [this] {
    m_isZooming = false;
    update();
  });
  m_retry.setSingleShot(true);
  m_retry.setInterval(kRetryMilliseconds);
  connect(&m_retry, &QTimer::timeout, this, &BoardCanvas::keepAll);
}

BoardCanvas::~BoardCanvas() = default;

void BoardCanvas::setBoard(board::History history, BoardKeeper* keeper) {
  finishEditing(true);
  cancelDrag();
  m_history = std::move(history);
  m_past.reset();
  m_keeper = keeper;
  m_unkept.clear();
  m_retry.stop();
  m_hasFailed = false;
  m_selection.clear();
  m_hovered.reset();
  m_connectFrom.reset();
  m_connectTo.reset();
  routeAgain();
  fit();
  spoil();
  Q_EMIT selectionChanged();
}

void BoardCanvas::setReadOnly(bool readOnly) {
  finishEditing(true);
  m_readOnly = readOnly;
  updateCursor();
  Q_EMIT selectionChanged();
}

void BoardCanvas::showPast(std::optional<std::size_t> count) {
  finishEditing(true);
  cancelDrag();
  if (count)
    m_past = m_history.documentAfter(*count);
  else
    m_past.reset();
  std::erase_if(m_selection, [this](board::ElementId id) { return !document().find(id); });
  m_hovered.reset();
  routeAgain();
  spoil();
  Q_EMIT selectionChanged();
}

void BoardCanvas::setEmptyText(const QString& text) {
  m_emptyText = text;
  setAccessibleDescription(text);
  update();
}

void BoardCanvas::routeAgain() {
  m_wires = m_painter.painted(document(), board::routeWires(document()));
}

bool BoardCanvas::draw(const board::Edit& edit) {
  if (edit.empty() || isReadOnly())
    return false;
  const auto entry = m_history.draw(edit, now());
  if (!entry || !*entry)
    return false;
  const board::Selection made = board::madeBy(edit);
  if (!made.empty())
    m_selection = made;
  onEntry(**entry, touchedBy(edit));
  return true;
}

void BoardCanvas::undo() {
  finishEditing(true);
  if (isReadOnly())
    return;
  if (const auto entry = m_history.undo(now())) {
    onEntry(*entry, {});
    spoil();
  }
}

void BoardCanvas::redo() {
  finishEditing(true);
  if (isReadOnly())
    return;
  if (const auto entry = m_history.redo(now())) {
    onEntry(*entry, {});
    spoil();
  }
}

void BoardCanvas::onEntry(const board::Entry& entry, const QRectF& touched) {
  if (m_keeper) {
    m_unkept.push_back(entry);
    keepAll();
  }
  std::erase_if(m_selection, [this](board::ElementId id) { return !document().find(id); });
  const PaintedWires before = std::exchange(m_wires, {});
  routeAgain();
  QRectF changed = touched;
  for (const auto& [id, wire] : before) {
    const auto after = m_wires.find(id);
    if (after == m_wires.end())
      changed |= wire.bounds;
    else if (after->second.bounds != wire.bounds || after->second.route != wire.route)
      changed |= wire.bounds | after->second.bounds;
  }
  for (const auto& [id, wire] : m_wires)
    if (!before.contains(id))
      changed |= wire.bounds;
  for (const board::Change& change : entry.edit)
    if (change.after && std::holds_alternative<board::Edge>(*change.after))
      if (const auto wire = m_wires.find(board::idOf(*change.after)); wire != m_wires.end())
        changed |= wire->second.bounds;
  spoil(changed);
  Q_EMIT drawn();
  Q_EMIT selectionChanged();
}

void BoardCanvas::keepAll() {
  while (!m_unkept.empty()) {
    const Status status = m_keeper->keep(m_unkept.front());
    if (!status) {
      if (!std::exchange(m_hasFailed, true))
        Q_EMIT keepingFailed(status.error());
      m_retry.start();
      return;
    }
    m_unkept.pop_front();
  }
  m_hasFailed = false;
  Q_EMIT kept();
}

void BoardCanvas::select(board::Selection selection) {
  std::erase_if(selection, [this](board::ElementId id) { return !document().find(id); });
  if (selection == m_selection)
    return;
  m_selection = std::move(selection);
  update();
  if (m_selection.size() == 1)
    BoardAccessible::announce(this, *m_selection.begin());
  Q_EMIT selectionChanged();
}

void BoardCanvas::selectAll() {
  board::Selection all;
  for (const auto& [id, element] : document().elements())
    all.insert(id);
  select(std::move(all));
}

void BoardCanvas::removeSelected() {
  draw(board::removeSelection(document(), m_selection));
}

void BoardCanvas::groupSelected() {
  if (draw(board::groupSelection(document(), m_selection, fromQt(tr("Group")))))
    editSelected();
}

void BoardCanvas::copy() {
  const auto elements = board::copied(document(), m_selection);
  if (elements.empty())
    return;
  auto* held = new QMimeData;
  const std::string bytes = board::encodeElements(elements);
  held->setData(QLatin1String(kMimeType),
                QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
  QGuiApplication::clipboard()->setMimeData(held);
}

void BoardCanvas::cut() {
  copy();
  removeSelected();
}

void BoardCanvas::paste() {
  const QMimeData* held = QGuiApplication::clipboard()->mimeData();
  if (!held || isReadOnly())
    return;
  const QByteArray bytes = held->data(QLatin1String(kMimeType));
  const auto elements = board::decodeElements(
      std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
  if (elements) {
    draw(board::paste(document(), *elements, {kPasteOffset, kPasteOffset}));
    return;
  }
  const std::string words = fromQt(held->text().trimmed());
  if (words.empty())
    return;
  const board::Extent size = m_painter.textExtent(words);
  const board::Point at = toBoard(m_camera.centre());
  draw(board::writeText(document(), words, {at.x, at.y, size.width, size.height}));
}

void BoardCanvas::setTool(Tool tool) {
  if (m_tool == tool)
    return;
  finishEditing(true);
  m_tool = tool;
  updateCursor();
  Q_EMIT toolChanged();
}

QRectF BoardCanvas::boundsOf(board::ElementId id) const {
  const auto wire = m_wires.find(id);
  if (wire != m_wires.end())
    return wire->second.bounds;
  const board::Element* element = document().find(id);
  return element ? toRect(board::boxOf(*element)) : QRectF();
}

board::PartExtent BoardCanvas::partExtent() {
  return [this](const std::string& name, board::PartKind kind) {
    return m_painter.cards().extent(name, kind);
  };
}

void BoardCanvas::changeEvent(QEvent* event) {
  if (isLookChange(*event))
    spoil();
  QWidget::changeEvent(event);
}

bool BoardCanvas::event(QEvent* event) {
  // While the board has the keys, its own undo comes before the window's, and letters before
  // shortcuts of one letter.
  if (event->type() == QEvent::ShortcutOverride && !isEditing()) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isPlain =
        key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::ShiftModifier;
    const bool isOwn = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) ||
                       key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Cut) ||
                       key->matches(QKeySequence::Paste) || key->matches(QKeySequence::SelectAll) ||
                       key->matches(QKeySequence::Delete);
    if (isOwn || (isPlain && !key->text().isEmpty())) {
      event->accept();
      return true;
    }
  }
  if (event->type() == QEvent::NativeGesture) {
    const auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() == Qt::ZoomNativeGesture) {
      zoomAt(gesture->position(), std::clamp(1 + gesture->value(), 0.2, 5.0));
      return true;
    }
  }
  return QWidget::event(event);
}

}  // namespace phaseboard::ui
