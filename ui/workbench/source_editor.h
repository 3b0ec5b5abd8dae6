// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <QPlainTextEdit>
#include <QStringList>

namespace phaseboard::ui {

class SourceHighlighter;

/// The text of a source, with numbered lines and marks where the compiler complained. Undo belongs
/// to the text. Tab indents by two spaces.
class SourceEditor : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit SourceEditor(QWidget* parent = nullptr);

  /// A document that `open` can show, with its own undo; belongs to the editor.
  [[nodiscard]] QTextDocument* makeDocument(const QString& text);
  /// Shows another text; what was marked is let go.
  void open(QTextDocument* document);

  /// What is wrong, by line, 1 and up; lines that are not there are marked at the last one.
  void setProblems(const std::map<int, QStringList>& problems);
  [[nodiscard]] const std::map<int, QStringList>& problems() const { return m_problems; }

  /// Puts the cursor at the beginning of a line and shows it.
  void goToLine(int line);
  [[nodiscard]] int currentLine() const { return textCursor().blockNumber() + 1; }

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  class Gutter;

  void dress();
  void markLines();
  void paintGutter(QPaintEvent* event);
  [[nodiscard]] int gutterWidth() const;
  [[nodiscard]] QString problemAt(const QPoint& point) const;

  Gutter* m_gutter;
  SourceHighlighter* m_highlighter;
  std::map<int, QStringList> m_problems;
};

}  // namespace phaseboard::ui
