// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <utility>
#include <vector>

#include <QUrl>
#include <QWidget>

#include "ui/widgets/rich_document.h"

class QMenu;

namespace phaseboard::ui {

/// Which colour words have.
enum class Tone { Normal, Muted, Accent, Good, Warn, Bad };
[[nodiscard]] QColor toneColour(const QWidget* widget, Tone tone);

/// A stretch of a text that stands out, as if by a marker pen. Positions count characters of
/// `TextBlock::plainText`.
struct TextMark {
  int from = 0;
  int to = 0;
  QColor colour;
  bool isUnderlined = false;
  QString key;  ///< handed back when it is clicked
  QString toolTip;
};

/// One piece of Markdown, typeset at the width that it is given. Text can be selected and copied;
/// links are followed by click, or by Tab and Enter. Much lighter than a QTextEdit: a page of a
/// hundred of them opens without delay.
class TextBlock : public QWidget {
  Q_OBJECT

 public:
  explicit TextBlock(FormulaSource formulas, QWidget* parent = nullptr);

  void setMarkdown(const QString& markdown);
  [[nodiscard]] const QString& markdown() const { return m_markdown; }
  void setRole(TextRole role);
  /// Where its images come from; without one none is shown. Before the text is set.
  void setPictures(RichDocument::Provider pictures) { m_document.setProvider(std::move(pictures)); }
  void setTone(Tone tone);

  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

  /// What the user has selected, as it is copied; empty for nothing.
  [[nodiscard]] QString selectedText() const;

  /// The text without its marks, as it is copied and read aloud.
  [[nodiscard]] QString plainText() const;

  /// First and last position of what is selected; equal for nothing.
  [[nodiscard]] std::pair<int, int> selection() const;
  void select(int from, int to);

  /// Later ones are painted over earlier ones.
  void setMarks(std::vector<TextMark> marks);
  [[nodiscard]] const std::vector<TextMark>& marks() const { return m_marks; }

 Q_SIGNALS:
  void linkActivated(const QUrl& target);
  void linkHovered(const QUrl& target);  ///< empty when the pointer left it
  void markActivated(const QString& key);
  /// Its menu is about to be shown; whoever hears it may add to it.
  void menuOpening(QMenu* menu);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void changeEvent(QEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  struct Link {
    int from = 0;
    int to = 0;
    QUrl target;
  };
  void rebuild();
  void layOut(int width) const;
  void findLinks();
  void copySelection() const;
  void hover(const QUrl& target);
  [[nodiscard]] QUrl linkAt(QPointF position) const;
  [[nodiscard]] int positionAt(QPointF position) const;
  [[nodiscard]] const TextMark* markAt(QPointF position) const;

  FormulaSource m_formulas;
  QString m_markdown;
  TextRole m_role = TextRole::Body;
  Tone m_tone = Tone::Normal;
  mutable RichDocument m_document;
  mutable int m_laidOutWidth = -1;
  mutable std::map<int, int> m_heights;  ///< by width; a layout asks for three or four, many times
  std::vector<Link> m_links;
  int m_currentLink = -1;
  std::vector<TextMark> m_marks;
  QTextCursor m_selection;
  QUrl m_hovered;
  QUrl m_pressed;
};

}  // namespace phaseboard::ui
