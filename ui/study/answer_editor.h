// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace phaseboard::ui {

class MarkdownHighlighter;

/// The place to type Markdown. Undo belongs to the text while it has the focus. Enter goes on with
/// a list; Ctrl+B and Ctrl+I set emphasis. Pastes plain text only.
class AnswerEditor : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit AnswerEditor(QWidget* parent = nullptr);

  [[nodiscard]] int wordCount() const;

 Q_SIGNALS:
  void focusLeft();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;
  QVariant loadResource(int type, const QUrl& name) override;

 private:
  void surround(const QString& mark);
  bool continueList();
  void dress();

  MarkdownHighlighter* m_highlighter;
};

}  // namespace phaseboard::ui
