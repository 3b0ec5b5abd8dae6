// SPDX-License-Identifier: Apache-2.0
#include "ui/study/answer_editor.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QTextBlock>
#include <QUrl>

#include "ui/study/markdown_highlighter.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

AnswerEditor::AnswerEditor(QWidget* parent)
    : QPlainTextEdit(parent), m_highlighter(new MarkdownHighlighter(document())) {
  setObjectName(u"answerEditor"_s);
  setAccessibleName(tr("My answer"));
  setPlaceholderText(
      tr("Write what you would say in this phase.\n\nMarkdown works: # headings, - lists, "
         "**strong**, $formulas$."));
  setTabChangesFocus(true);
  document()->setDocumentMargin(6);
  dress();
}

int AnswerEditor::wordCount() const {
  static const QRegularExpression word(uR"([\p{L}\p{N}][^\s]*)"_s);
  auto matches = word.globalMatch(toPlainText());
  int count = 0;
  for (; matches.hasNext(); matches.next())
    ++count;
  return count;
}

void AnswerEditor::keyPressEvent(QKeyEvent* event) {
  const bool control = event->modifiers() == Qt::ControlModifier;
  if (control && event->key() == Qt::Key_B)
    return surround(u"**"_s);
  if (control && event->key() == Qt::Key_I)
    return surround(u"*"_s);
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && event->modifiers() == Qt::NoModifier && continueList())
    return;
  QPlainTextEdit::keyPressEvent(event);
}

void AnswerEditor::surround(const QString& mark) {
  QTextCursor cursor = textCursor();
  const QString chosen = cursor.selectedText();
  cursor.insertText(mark + chosen + mark);
  if (chosen.isEmpty()) {
    cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, static_cast<int>(mark.size()));
    setTextCursor(cursor);
  }
}

bool AnswerEditor::continueList() {
  static const QRegularExpression item(uR"(^(\s*)([-*+]|(\d+)\.)\s+)"_s);
  QTextCursor cursor = textCursor();
  const QString line = cursor.block().text();
  const QRegularExpressionMatch match = item.match(line);
  if (!match.hasMatch() || cursor.positionInBlock() < match.capturedLength())
    return false;
  cursor.beginEditBlock();
  if (match.capturedLength() == line.size()) {  // an empty item ends the list
    cursor.select(QTextCursor::LineUnderCursor);
    cursor.removeSelectedText();
  } else {
    const QString number = match.captured(3);
    const QString mark =
        number.isEmpty() ? match.captured(2) : QString::number(number.toInt() + 1) + u'.';
    cursor.insertText(u'\n' + match.captured(1) + mark + u' ');
  }
  cursor.endEditBlock();
  ensureCursorVisible();
  return true;
}

void AnswerEditor::focusOutEvent(QFocusEvent* event) {
  QPlainTextEdit::focusOutEvent(event);
  if (event->reason() != Qt::PopupFocusReason)
    Q_EMIT focusLeft();
}

void AnswerEditor::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange)
    dress();
}

void AnswerEditor::dress() {
  m_highlighter->setColours(coloursOf(this));
}

QVariant AnswerEditor::loadResource(int, const QUrl&) {
  return {};
}

}  // namespace phaseboard::ui
