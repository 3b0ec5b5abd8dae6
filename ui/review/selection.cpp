// SPDX-License-Identifier: Apache-2.0
#include "ui/review/selection.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocumentFragment>

#include "ui/bridge/text.h"
#include "ui/widgets/text_block.h"

namespace phaseboard::ui {
namespace {

QString selectedIn(const QWidget* within) {
  for (const auto* field : within->findChildren<QPlainTextEdit*>())
    if (field->isVisible() && field->textCursor().hasSelection())
      return field->textCursor().selection().toPlainText();
  for (const auto* line : within->findChildren<QLineEdit*>())
    if (line->isVisible() && line->hasSelectedText())
      return line->selectedText();
  for (const auto* text : within->findChildren<TextBlock*>())
    if (text->isVisible() && !text->selectedText().isEmpty())
      return text->selectedText();
  return {};
}

}  // namespace

bool hasSelection(const QWidget* within) {
  return !selectedIn(within).trimmed().isEmpty();
}

review::Prompt withSelection(review::Prompt draft, const QWidget* within) {
  if (const QString text = selectedIn(within).trimmed(); !text.isEmpty())
    draft.answer = fromQt(text);
  return draft;
}

}  // namespace phaseboard::ui
