// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/text_block.h"

#include <algorithm>
#include <cmath>

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocumentFragment>

#include "ui/widgets/shown_text.h"

namespace phaseboard::ui {
namespace {

void sayWhatIsLeft(QTextDocument& document, qsizetype characters, const QColor& colour) {
  QTextCursor end(&document);
  end.movePosition(QTextCursor::End);
  QTextCharFormat format;
  format.setFontItalic(true);
  format.setForeground(colour);
  QTextBlockFormat below;
  below.setTopMargin(kGrid);
  end.insertBlock(below, format);
  end.insertText(
      TextBlock::tr(
          "The view ends here. %Ln more character(s) of this text are kept, but not shown.",
          nullptr, static_cast<int>(characters)),
      format);
}

}  // namespace

QColor toneColour(const QWidget* widget, Tone tone) {
  const style::ApplicationColours colours = coloursOf(widget);
  switch (tone) {
    case Tone::Normal:
      return colours.text;
    case Tone::Muted:
      return colours.mutedText;
    case Tone::Accent:
      return colours.accent;
    case Tone::Good:
      return colours.good;
    case Tone::Warn:
      return colours.warn;
    case Tone::Bad:
      return colours.bad;
  }
  return colours.text;
}

TextBlock::TextBlock(FormulaSource formulas, QWidget* parent)
    : QWidget(parent), m_formulas(std::move(formulas)), m_selection(&m_document) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setMouseTracking(true);
  setCursor(Qt::IBeamCursor);
  setFocusPolicy(Qt::ClickFocus);
}

void TextBlock::setMarkdown(const QString& markdown) {
  m_markdown = markdown;
  rebuild();
}

void TextBlock::setRole(TextRole role) {
  if (role == m_role)
    return;
  m_role = role;
  rebuild();
}

void TextBlock::setTone(Tone tone) {
  m_tone = tone;
  update();
}

void TextBlock::rebuild() {
  const style::ApplicationColours colours = coloursOf(this);
  const ShownText shown = shownText(m_markdown);
  m_document.setRichText(shown.markdown, {m_role, colours.accent, colours.hover, 142}, m_formulas);
  if (shown.left > 0)
    sayWhatIsLeft(m_document, shown.left, toneColour(this, Tone::Muted));
  m_selection = QTextCursor(&m_document);
  m_laidOutWidth = -1;
  m_heights.clear();
  findLinks();
  setAccessibleName(plainText());
  updateGeometry();
  update();
}

void TextBlock::findLinks() {
  m_links.clear();
  m_currentLink = -1;
  for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next())
    for (auto it = block.begin(); !it.atEnd(); ++it) {
      const QTextFragment fragment = it.fragment();
      if (fragment.charFormat().isAnchor())
        m_links.push_back({fragment.position(), fragment.position() + fragment.length(),
                           QUrl(fragment.charFormat().anchorHref())});
    }
  setFocusPolicy(m_links.empty() ? Qt::ClickFocus : Qt::StrongFocus);
}

QString TextBlock::plainText() const {
  return m_document.toPlainText().replace(QChar::ObjectReplacementCharacter, u'□');
}

void TextBlock::layOut(int width) const {
  if (width == m_laidOutWidth)
    return;
  m_document.setTextWidth(width);
  m_laidOutWidth = width;
}

int TextBlock::heightForWidth(int width) const {
  const auto known = m_heights.find(width);
  if (known != m_heights.end())
    return known->second;
  layOut(width);
  return m_heights[width] = static_cast<int>(std::ceil(m_document.size().height()));
}

QSize TextBlock::sizeHint() const {
  return {scaled(320), heightForWidth(scaled(320))};
}
QSize TextBlock::minimumSizeHint() const {
  return {80, 0};
}

void TextBlock::paintEvent(QPaintEvent*) {
  layOut(width());
  QPainter painter(this);
  QAbstractTextDocumentLayout::PaintContext context;
  context.palette = palette();
  context.palette.setColor(QPalette::Text, toneColour(this, m_tone));
  const int end = m_document.characterCount() - 1;
  for (const TextMark& mark : m_marks) {
    QAbstractTextDocumentLayout::Selection marked;
    marked.cursor = QTextCursor(&m_document);
    marked.cursor.setPosition(std::clamp(mark.from, 0, end));
    marked.cursor.setPosition(std::clamp(mark.to, 0, end), QTextCursor::KeepAnchor);
    if (mark.colour.isValid())
      marked.format.setBackground(mark.colour);
    if (mark.isUnderlined) {
      marked.format.setUnderlineStyle(QTextCharFormat::DashUnderline);
      marked.format.setUnderlineColor(coloursOf(this).accent);
    }
    context.selections.push_back(marked);
  }
  if (m_selection.hasSelection()) {
    QAbstractTextDocumentLayout::Selection chosen;
    chosen.cursor = m_selection;
    chosen.format.setBackground(coloursOf(this).selection);
    context.selections.push_back(chosen);
  }
  if (hasFocus() && m_currentLink >= 0) {
    const Link& link = m_links.at(static_cast<std::size_t>(m_currentLink));
    QAbstractTextDocumentLayout::Selection focused;
    focused.cursor = QTextCursor(&m_document);
    focused.cursor.setPosition(link.from);
    focused.cursor.setPosition(link.to, QTextCursor::KeepAnchor);
    focused.format.setBackground(coloursOf(this).accentSoft);
    focused.format.setFontUnderline(true);
    context.selections.push_back(focused);
  }
  m_document.documentLayout()->draw(&painter, context);
}

void TextBlock::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  layOut(width());
}

int TextBlock::positionAt(QPointF position) const {
  layOut(width());
  return m_document.documentLayout()->hitTest(position, Qt::FuzzyHit);
}

QUrl TextBlock::linkAt(QPointF position) const {
  layOut(width());
  return QUrl(m_document.documentLayout()->anchorAt(position));
}

const TextMark* TextBlock::markAt(QPointF position) const {
  layOut(width());
  const int at = m_document.documentLayout()->hitTest(position, Qt::ExactHit);
  for (auto mark = m_marks.rbegin(); mark != m_marks.rend(); ++mark)
    if (at >= mark->from && at < mark->to)
      return &*mark;
  return nullptr;
}

void TextBlock::setMarks(std::vector<TextMark> marks) {
  m_marks = std::move(marks);
  update();
}

std::pair<int, int> TextBlock::selection() const {
  return {m_selection.selectionStart(), m_selection.selectionEnd()};
}

void TextBlock::select(int from, int to) {
  const int end = m_document.characterCount() - 1;
  m_selection.setPosition(std::clamp(from, 0, end));
  m_selection.setPosition(std::clamp(to, 0, end), QTextCursor::KeepAnchor);
  update();
}

void TextBlock::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    return;
  m_pressed = linkAt(event->position());
  m_selection.setPosition(positionAt(event->position()));
  update();
}

void TextBlock::mouseMoveEvent(QMouseEvent* event) {
  hover(linkAt(event->position()));
  const TextMark* mark = m_marks.empty() ? nullptr : markAt(event->position());
  setToolTip(mark ? mark->toolTip : QString());
  if (!(event->buttons() & Qt::LeftButton))
    return;
  m_selection.setPosition(positionAt(event->position()), QTextCursor::KeepAnchor);
  update();
}

void TextBlock::mouseReleaseEvent(QMouseEvent* event) {
  const QUrl target = linkAt(event->position());
  if (event->button() == Qt::LeftButton && !m_selection.hasSelection() && !target.isEmpty() &&
      target == m_pressed)
    return Q_EMIT linkActivated(target);
  if (event->button() == Qt::LeftButton && !m_selection.hasSelection())
    if (const TextMark* mark = markAt(event->position()))
      Q_EMIT markActivated(mark->key);
}

void TextBlock::mouseDoubleClickEvent(QMouseEvent* event) {
  m_selection.setPosition(positionAt(event->position()));
  m_selection.select(QTextCursor::WordUnderCursor);
  update();
}

void TextBlock::leaveEvent(QEvent*) {
  hover(QUrl());
}

void TextBlock::hover(const QUrl& target) {
  if (target == m_hovered)
    return;
  m_hovered = target;
  setCursor(target.isEmpty() ? Qt::IBeamCursor : Qt::PointingHandCursor);
  Q_EMIT linkHovered(target);
}

QString TextBlock::selectedText() const {
  return m_selection.hasSelection() ? m_selection.selection().toPlainText() : QString();
}

void TextBlock::copySelection() const {
  if (m_selection.hasSelection())
    QGuiApplication::clipboard()->setText(selectedText());
}

void TextBlock::keyPressEvent(QKeyEvent* event) {
  const bool go = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->matches(QKeySequence::Copy)) {
    copySelection();
  } else if (go && m_currentLink >= 0) {
    Q_EMIT linkActivated(m_links.at(static_cast<std::size_t>(m_currentLink)).target);
  } else {
    QWidget::keyPressEvent(event);
  }
}

void TextBlock::contextMenuEvent(QContextMenuEvent* event) {
  QMenu menu(this);
  QAction* copy = menu.addAction(tr("Copy"), this, &TextBlock::copySelection);
  copy->setEnabled(m_selection.hasSelection());
  menu.addAction(tr("Select all"), this, [this] {
    m_selection.select(QTextCursor::Document);
    update();
  });
  Q_EMIT menuOpening(&menu);
  menu.exec(event->globalPos());
}

void TextBlock::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (isLookChange(*event))
    rebuild();
}

void TextBlock::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  m_currentLink = -1;
  update();
}

bool TextBlock::focusNextPrevChild(bool next) {
  const int count = static_cast<int>(m_links.size());
  if (hasFocus() && count > 0) {
    const int target = m_currentLink < 0 ? (next ? 0 : count - 1) : m_currentLink + (next ? 1 : -1);
    if (target >= 0 && target < count) {
      m_currentLink = target;
      update();
      return true;
    }
  }
  return QWidget::focusNextPrevChild(next);
}

}  // namespace phaseboard::ui
