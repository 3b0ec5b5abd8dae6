// SPDX-License-Identifier: Apache-2.0
#include "ui/study/markdown_edits.h"

#include <algorithm>
#include <functional>

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr auto kIndent = "  "_L1;

const QRegularExpression& listItem() {
  static const QRegularExpression pattern(uR"(^(\s*)([-*+]|(\d+)\.)\s+)"_s);
  return pattern;
}

bool isFenceLine(const QString& line) {
  return line.trimmed().startsWith("```"_L1);
}

bool isInFence(const QTextBlock& block) {
  bool inside = false;
  for (QTextBlock line = block.document()->begin(); line.isValid() && line != block;
       line = line.next())
    inside = inside != isFenceLine(line.text());
  return inside;
}

/// Calls `change` for each line that the selection touches, and keeps the selection on them.
void eachLine(QTextCursor& cursor, const std::function<void(QTextCursor&, QTextBlock)>& change) {
  const QTextDocument* document = cursor.document();
  const int first = document->findBlock(cursor.selectionStart()).blockNumber();
  const int last = document->findBlock(cursor.selectionEnd()).blockNumber();
  const bool isSelected = cursor.hasSelection();
  cursor.beginEditBlock();
  for (int number = first; number <= last; ++number) {
    QTextCursor line(document->findBlockByNumber(number));
    change(line, line.block());
  }
  cursor.endEditBlock();
  if (isSelected) {
    cursor.setPosition(document->findBlockByNumber(first).position());
    const QTextBlock end = document->findBlockByNumber(last);
    cursor.setPosition(end.position() + end.length() - 1, QTextCursor::KeepAnchor);
  }
}

void replaceStart(QTextCursor& line, qsizetype length, const QString& text) {
  line.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, static_cast<int>(length));
  line.insertText(text);
}

QString neighbourhood(const QTextCursor& cursor, int from, int to) {
  QTextCursor around(cursor.document());
  around.setPosition(std::max(0, from));
  around.setPosition(std::min(to, cursor.document()->characterCount() - 1),
                     QTextCursor::KeepAnchor);
  return around.selectedText();
}

/// A line of its own for what is put in: a break before and after where there is none.
void insertBlockText(QTextCursor& cursor, const QString& text) {
  if (!cursor.block().text().trimmed().isEmpty()) {
    cursor.movePosition(QTextCursor::EndOfBlock);
    cursor.insertText(u"\n\n"_s);
  }
  cursor.insertText(text);
}

}  // namespace

void toggleMark(QTextCursor& cursor, const QString& mark) {
  const int length = static_cast<int>(mark.size());
  if (!cursor.hasSelection())
    cursor.select(QTextCursor::WordUnderCursor);
  const int from = cursor.selectionStart();
  const int to = cursor.selectionEnd();
  const QString chosen = cursor.selectedText();
  const QString before = neighbourhood(cursor, from - length, from);
  const QString after = neighbourhood(cursor, to, to + length);
  cursor.beginEditBlock();
  if (!chosen.isEmpty() && before == mark && after == mark) {
    cursor.setPosition(from - length);
    cursor.setPosition(to + length, QTextCursor::KeepAnchor);
    cursor.insertText(chosen);
  } else if (chosen.size() > mark.size() * 2 && chosen.startsWith(mark) && chosen.endsWith(mark)) {
    cursor.insertText(chosen.mid(length, chosen.size() - mark.size() * 2));
  } else {
    cursor.insertText(mark + chosen + mark);
    if (chosen.isEmpty())
      cursor.setPosition(from + length);
  }
  cursor.endEditBlock();
}

void cycleHeading(QTextCursor& cursor) {
  static const QRegularExpression heading(u"^(#{1,6})\\s+"_s);
  const auto match = heading.match(cursor.block().text());
  const qsizetype level = match.capturedLength(1);
  QString next = u"## "_s;
  if (level == 2)
    next = u"### "_s;
  else if (level >= 3)
    next.clear();
  QTextCursor line(cursor.block());
  replaceStart(line, match.capturedLength(), next);
}

void toggleList(QTextCursor& cursor, ListKind kind) {
  bool areAll = true;
  eachLine(cursor, [&](QTextCursor&, const QTextBlock& block) {
    const auto match = listItem().match(block.text());
    const bool isNumber = match.capturedLength(3) > 0;
    areAll = areAll && match.hasMatch() && isNumber == (kind == ListKind::Numbers);
  });
  int number = 0;
  eachLine(cursor, [&](QTextCursor& line, const QTextBlock& block) {
    const auto match = listItem().match(block.text());
    const QString indent = match.captured(1);
    QString mark = indent;
    if (!areAll)
      mark += kind == ListKind::Numbers ? QString::number(++number) + u". "_s : u"- "_s;
    replaceStart(line, match.capturedLength(), mark);
  });
}

void insertTable(QTextCursor& cursor) {
  cursor.beginEditBlock();
  insertBlockText(cursor, u"| Option | Buys | Costs |\n| --- | --- | --- |\n|  |  |  |\n"_s);
  cursor.endEditBlock();
  cursor.movePosition(QTextCursor::Up, QTextCursor::MoveAnchor, 3);
  cursor.movePosition(QTextCursor::StartOfBlock);
  cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, 2);
  cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, 6);
}

void insertCode(QTextCursor& cursor) {
  const QString chosen = cursor.selectedText();
  if (!chosen.contains(QChar::ParagraphSeparator))
    return toggleMark(cursor, u"`"_s);
  QString lines = chosen;
  lines.replace(QChar::ParagraphSeparator, u'\n');
  cursor.beginEditBlock();
  cursor.insertText(u"```\n"_s + lines + u"\n```"_s);
  cursor.endEditBlock();
}

void insertFormula(QTextCursor& cursor) {
  toggleMark(cursor, u"$"_s);
}

bool indentLines(QTextCursor& cursor, bool outwards) {
  const QTextBlock first = cursor.document()->findBlock(cursor.selectionStart());
  if (!listItem().match(first.text()).hasMatch() && !isInFence(first))
    return false;
  if (outwards && !first.text().startsWith(u' '))
    return false;  // there is no further out
  eachLine(cursor, [&](QTextCursor& line, const QTextBlock& block) {
    if (!outwards) {
      line.insertText(kIndent);
      return;
    }
    const QString text = block.text();
    const qsizetype blanks = text.startsWith(kIndent) ? 2 : (text.startsWith(u' ') ? 1 : 0);
    replaceStart(line, blanks, {});
  });
  return true;
}

bool continueList(QTextCursor& cursor) {
  const QString line = cursor.block().text();
  const auto match = listItem().match(line);
  if (!match.hasMatch() || cursor.positionInBlock() < match.capturedLength() ||
      isInFence(cursor.block()))
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
  return true;
}

QStringList markdownBlocks(const QString& markdown) {
  QStringList blocks;
  QString block;
  bool isCode = false;
  for (const QString& line : markdown.split(u'\n')) {
    isCode = isCode != isFenceLine(line);
    if (line.trimmed().isEmpty() && !isCode) {
      if (!block.isEmpty())
        blocks.push_back(std::exchange(block, {}));
      continue;
    }
    block += (block.isEmpty() ? QString() : u"\n"_s) + line;
  }
  if (!block.isEmpty())
    blocks.push_back(block);
  return blocks;
}

}  // namespace phaseboard::ui
