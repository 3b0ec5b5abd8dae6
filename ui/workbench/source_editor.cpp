// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/source_editor.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>
#include <QToolTip>

#include "ui/widgets/look.h"
#include "ui/workbench/source_highlighter.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kGutterSpace = 12;
constexpr int kIndent = 2;

}  // namespace

/// The strip with the numbers of the lines.
class SourceEditor::Gutter : public QWidget {
 public:
  explicit Gutter(SourceEditor* editor) : QWidget(editor), m_editor(editor) {}
  [[nodiscard]] QSize sizeHint() const override { return {m_editor->gutterWidth(), 0}; }

 protected:
  void paintEvent(QPaintEvent* event) override { m_editor->paintGutter(event); }

 private:
  SourceEditor* m_editor;
};

SourceEditor::SourceEditor(QWidget* parent)
    : QPlainTextEdit(parent),
      m_gutter(new Gutter(this)),
      m_highlighter(new SourceHighlighter(this)) {
  setObjectName(u"sourceEditor"_s);
  setAccessibleName(tr("Source"));
  setLineWrapMode(QPlainTextEdit::NoWrap);
  m_highlighter->setDocument(document());
  connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { dress(); });
  connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
    if (dy != 0)
      m_gutter->scroll(0, dy);
    else
      m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
  });
  connect(this, &QPlainTextEdit::cursorPositionChanged, this, &SourceEditor::markLines);
  dress();
}

QTextDocument* SourceEditor::makeDocument(const QString& text) {
  auto* made = new QTextDocument(this);
  made->setDocumentLayout(new QPlainTextDocumentLayout(made));
  made->setPlainText(text);
  made->setModified(false);
  return made;
}

void SourceEditor::open(QTextDocument* document) {
  m_problems.clear();
  setDocument(document);
  m_highlighter->setDocument(document);
  m_highlighter->setColours(coloursOf(this));
  dress();
  markLines();
}

void SourceEditor::setProblems(const std::map<int, QStringList>& problems) {
  m_problems.clear();
  for (const auto& [line, messages] : problems)
    m_problems[std::clamp(line, 1, blockCount())] += messages;
  markLines();
  m_gutter->update();
}

void SourceEditor::goToLine(int line) {
  QTextCursor cursor(document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1));
  setTextCursor(cursor);
  centerCursor();
}

void SourceEditor::markLines() {
  const style::ApplicationColours c = coloursOf(this);
  QList<QTextEdit::ExtraSelection> marks;
  QTextEdit::ExtraSelection here;
  here.format.setBackground(c.hover);
  here.format.setProperty(QTextFormat::FullWidthSelection, true);
  here.cursor = textCursor();
  here.cursor.clearSelection();
  marks.push_back(here);
  for (const auto& [line, messages] : m_problems) {
    QTextEdit::ExtraSelection mark;
    mark.format.setBackground(c.badSoft);
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    mark.cursor = QTextCursor(document()->findBlockByNumber(line - 1));
    marks.push_back(mark);
    mark.format = QTextCharFormat();
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(c.bad);
    mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    marks.push_back(mark);
  }
  setExtraSelections(marks);
}

int SourceEditor::gutterWidth() const {
  const int digits = static_cast<int>(QString::number(std::max(99, blockCount())).size());
  return 2 * kGutterSpace + fontMetrics().horizontalAdvance(u'9') * digits;
}

void SourceEditor::paintGutter(QPaintEvent* event) {
  const style::ApplicationColours c = coloursOf(this);
  QPainter painter(m_gutter);
  painter.fillRect(event->rect(), c.sidebar);
  painter.setFont(font());
  for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
    const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
    if (area.top() > event->rect().bottom())
      break;
    const int line = block.blockNumber() + 1;
    const bool isWrong = m_problems.contains(line);
    const QRectF strip(0, area.top(), m_gutter->width(), area.height());
    if (isWrong)
      painter.fillRect(strip, c.badSoft);
    painter.setPen(isWrong ? c.bad : line == currentLine() ? c.text : c.disabledText);
    painter.drawText(strip.adjusted(0, 0, -kGutterSpace, 0), Qt::AlignRight | Qt::AlignTop,
                     QString::number(line));
  }
}

void SourceEditor::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  const QRect inside = contentsRect();
  m_gutter->setGeometry(inside.left(), inside.top(), gutterWidth(), inside.height());
}

void SourceEditor::dress() {
  setFont(typeFont(TextRole::Mono));
  document()->setDefaultFont(font());  // of one that was opened later, too
  setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * kIndent);
  setViewportMargins(gutterWidth(), 0, 0, 0);
  const QRect inside = contentsRect();
  m_gutter->setGeometry(inside.left(), inside.top(), gutterWidth(), inside.height());
}

void SourceEditor::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() != QEvent::PaletteChange && event->type() != QEvent::ApplicationFontChange)
    return;
  dress();
  m_highlighter->setColours(coloursOf(this));
  markLines();
}

void SourceEditor::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier)
    return textCursor().insertText(QString(kIndent, u' '));
  if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
    return QPlainTextEdit::keyPressEvent(event);
  // A new line begins where the one before did.
  const QString line = textCursor().block().text();
  const auto begin = std::find_if(line.begin(), line.end(), [](QChar c) { return c != u' '; });
  const auto spaces = std::min<qsizetype>(begin - line.begin(), textCursor().positionInBlock());
  textCursor().insertText(u'\n' + QString(spaces, u' '));
  ensureCursorVisible();
}

QString SourceEditor::problemAt(const QPoint& point) const {
  const QPoint inside = viewport()->mapFrom(this, point);
  const auto found = m_problems.find(cursorForPosition(inside).blockNumber() + 1);
  return found == m_problems.end() ? QString() : found->second.join(u'\n');
}

bool SourceEditor::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip)
    return QPlainTextEdit::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const QString words = problemAt(help->pos());
  if (words.isEmpty())
    QToolTip::hideText();
  else
    QToolTip::showText(help->globalPos(), words, this);
  return true;
}

}  // namespace phaseboard::ui
