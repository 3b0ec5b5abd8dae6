// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <utility>

#include <QKeyEvent>
#include <QPlainTextEdit>

#include "ui/board/board_canvas.h"
#include "ui/bridge/text.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kEditorWidth = 200;
constexpr int kTextEditorWidth = 280;
constexpr int kEditorHeight = 36;
constexpr int kTextEditorHeight = 96;
constexpr double kNextAcross = 240;
constexpr double kNextDown = 100;

std::string wordsOf(const board::Element& element) {
  if (const auto* part = std::get_if<board::Part>(&element))
    return part->name;
  if (const auto* edge = std::get_if<board::Edge>(&element))
    return edge->label;
  if (const auto* group = std::get_if<board::Group>(&element))
    return group->name;
  if (const auto* text = std::get_if<board::Text>(&element))
    return text->text;
  return {};
}

}  // namespace

void BoardCanvas::beginPart() {
  const bool follows =
      m_selection.size() == 1 && document().find<board::Part>(*m_selection.begin());
  const board::Point wish =
      follows ? spotAfter(*m_selection.begin()) : freeSpot(toBoard(m_camera.centre()));
  beginEditing({std::nullopt, std::nullopt, wish, false}, {}, false);
}

void BoardCanvas::beginConnectedPart() {
  if (m_selection.size() == 1 && document().find<board::Part>(*m_selection.begin()))
    beginEditing({std::nullopt, *m_selection.begin(), spotAfter(*m_selection.begin()), false}, {},
                 false);
}

void BoardCanvas::editSelected() {
  if (m_selection.size() != 1)
    return;
  const board::Element* element = document().find(*m_selection.begin());
  if (!element || std::holds_alternative<board::Stroke>(*element))
    return;
  beginEditing(
      {*m_selection.begin(), std::nullopt, {}, std::holds_alternative<board::Text>(*element)},
      toQt(wordsOf(*element)), true);
}

/// Where a part can stand without covering another: at the wish or below it.
board::Point BoardCanvas::freeSpot(board::Point wish) const {
  constexpr int kTries = 40;
  for (int i = 0; i < kTries; ++i) {
    const board::Box box = board::boxAround(wish, 140, 60).grown(10);
    const auto parts = document().all<board::Part>();
    if (std::none_of(parts.begin(), parts.end(),
                     [&](const board::Part* part) { return part->box.touches(box); }))
      return wish;
    wish.y += kNextDown;
  }
  return wish;
}

board::Point BoardCanvas::spotAfter(board::ElementId part) const {
  const auto* before = document().find<board::Part>(part);
  return before ? freeSpot(before->box.centre() + board::Point{kNextAcross, 0})
                : toBoard(m_camera.centre());
}

void BoardCanvas::beginEditing(const Editing& editing, const QString& text, bool selectAll) {
  finishEditing(true);
  if (isReadOnly())
    return;
  m_editing = editing;
  m_editor = new QPlainTextEdit(this);
  m_editor->setObjectName(QStringLiteral("boardEditor"));
  m_editor->setAccessibleName(editing.isText ? tr("Text") : tr("Name"));
  m_editor->setPlaceholderText(editing.isText ? tr("Text, Ctrl+Enter ends")
                                              : tr("Name, then Enter"));
  m_editor->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_editor->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_editor->setTabChangesFocus(false);
  m_editor->installEventFilter(this);
  m_editor->setPlainText(text);
  if (selectAll)
    m_editor->selectAll();
  else
    m_editor->moveCursor(QTextCursor::End);
  placeEditor();
  m_editor->show();
  m_editor->setFocus();
  update();
}

void BoardCanvas::placeEditor() {
  if (!m_editing)
    return;
  QPointF middle = toWidget().map(toPoint(m_editing->at));
  if (m_editing->element) {
    const auto wire = m_wires.find(*m_editing->element);
    if (wire != m_wires.end())
      middle = toWidget().map(wire->second.chip.isEmpty() ? wire->second.route.pointAtPercent(0.5)
                                                          : wire->second.chip.center());
    else if (const auto* group = document().find<board::Group>(*m_editing->element))
      middle =
          toWidget().map(m_painter.groupTitle(*group).center()) + QPointF(kEditorWidth / 3.0, 0);
    else
      middle =
          toWidget().map(toPoint(board::boxOf(*document().find(*m_editing->element)).centre()));
  }
  const QSize size(scaled(m_editing->isText ? kTextEditorWidth : kEditorWidth),
                   scaled(m_editing->isText ? kTextEditorHeight : kEditorHeight));
  QRect place(QPoint(), size);
  place.moveCenter(middle.toPoint());
  if (m_editing->isText && !m_editing->element)
    place.moveTopLeft(middle.toPoint());
  m_editor->setGeometry(place);
}

bool BoardCanvas::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_editor || !m_editing)
    return QWidget::eventFilter(watched, event);
  if (event->type() == QEvent::FocusOut) {
    finishEditing(true);
    return false;
  }
  if (event->type() != QEvent::KeyPress)
    return false;
  const auto* key = static_cast<QKeyEvent*>(event);
  const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
  const bool isControl = (key->modifiers() & Qt::ControlModifier) != 0;
  if (key->key() == Qt::Key_Escape) {
    // What was typed in a text is not thrown away by the same key that ends it elsewhere.
    finishEditing(m_editing->isText);
    setFocus();
    return true;
  }
  if (isEnter && (!m_editing->isText || isControl)) {
    finishEditing(true);
    setFocus();
    return true;
  }
  if (key->key() == Qt::Key_Tab && !m_editing->isText) {
    finishEditing(true);
    setFocus();
    // A name, Tab, the next name: a chain is written as it is told.
    beginConnectedPart();
    return true;
  }
  return false;
}

void BoardCanvas::finishEditing(bool keep) {
  if (!m_editing)
    return;
  const Editing editing = *std::exchange(m_editing, std::nullopt);
  QPlainTextEdit* editor = std::exchange(m_editor, nullptr);
  QString words = editor->toPlainText();
  editor->hide();
  editor->deleteLater();
  if (!editing.isText)
    words.replace(u'\n', u' ');
  if (keep)
    commitWords(editing, fromQt(words.trimmed()));
  update();
}

void BoardCanvas::commitWords(const Editing& editing, const std::string& words) {
  if (editing.element) {
    if (document().find<board::Part>(*editing.element)) {
      draw(board::renamePart(document(), *editing.element, words, m_guess.of(words), partExtent()));
    } else if (const auto* text = document().find<board::Text>(*editing.element)) {
      if (words.empty()) {
        draw(board::removeSelection(document(), {text->id}));
        return;
      }
      board::Text after = *text;
      after.text = words;
      const board::Extent size = m_painter.textExtent(words);
      after.box = {text->box.x, text->box.y, size.width, size.height};
      draw(board::Edit{board::Change{board::Element(*text), board::Element(after)}});
    } else {
      draw(board::relabel(document(), *editing.element, words));
    }
    return;
  }
  if (words.empty())
    return;
  if (editing.isText) {
    const board::Extent size = m_painter.textExtent(words);
    draw(
        board::writeText(document(), words, {editing.at.x, editing.at.y, size.width, size.height}));
    setTool(Tool::Select);
    return;
  }
  const board::PartKind kind = m_guess.of(words);
  if (!editing.from) {
    draw(board::placePart(document(), words, kind, editing.at, partExtent()));
    return;
  }
  const board::ElementId made = document().nextId();
  if (draw(board::placeConnectedPart(document(), *editing.from, words, kind, editing.at,
                                     partExtent())))
    select({made});
}

}  // namespace phaseboard::ui
