// SPDX-License-Identifier: Apache-2.0
#include "ui/study/markdown_edits.h"

#include <gtest/gtest.h>

#include <QTextDocument>

#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

/// A text with a selection, and what an edit makes of it. '<' and '>' mark the selection.
struct EditedText {
  explicit EditedText(const QString& marked) : cursor(&document) {
    QString text = marked;
    const auto from = static_cast<int>(text.indexOf(u'<'));
    text.remove(u'<');
    const auto to = static_cast<int>(text.indexOf(u'>'));
    text.remove(u'>');
    document.setPlainText(text);
    cursor = QTextCursor(&document);
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
  }
  std::string text() const { return fromQt(document.toPlainText()); }

  QTextDocument document;
  QTextCursor cursor;
};

TEST(MarkdownEdits, PutMarksAroundWordsAndTakeThemAway) {
  EditedText edited(u"a <word> here"_s);

  toggleMark(edited.cursor, u"**"_s);
  EXPECT_EQ(edited.text(), "a **word** here");
  edited.cursor.setPosition(4);
  edited.cursor.setPosition(8, QTextCursor::KeepAnchor);
  toggleMark(edited.cursor, u"**"_s);
  EXPECT_EQ(edited.text(), "a word here");
}

TEST(MarkdownEdits, TakeTheWordAtTheCursorOrLeaveRoomForOne) {
  EditedText word(u"a wo<>rd"_s);
  toggleMark(word.cursor, u"*"_s);
  EXPECT_EQ(word.text(), "a *word*");

  EditedText nothing(u"a <>"_s);
  toggleMark(nothing.cursor, u"$"_s);
  EXPECT_EQ(nothing.text(), "a $$");
  EXPECT_EQ(nothing.cursor.position(), 3);
}

TEST(MarkdownEdits, GoThroughTheLevelsOfHeadings) {
  EditedText edited(u"Da<>ta"_s);
  for (const std::string expected : {"## Data", "### Data", "Data"}) {
    cycleHeading(edited.cursor);
    EXPECT_EQ(edited.text(), expected);
  }
}

TEST(MarkdownEdits, MakeLinesAListAndBack) {
  EditedText edited(u"<one\ntwo>\nthree"_s);
  toggleList(edited.cursor, ListKind::Bullets);
  EXPECT_EQ(edited.text(), "- one\n- two\nthree");
  toggleList(edited.cursor, ListKind::Numbers);
  EXPECT_EQ(edited.text(), "1. one\n2. two\nthree");
  toggleList(edited.cursor, ListKind::Numbers);
  EXPECT_EQ(edited.text(), "one\ntwo\nthree");
}

TEST(MarkdownEdits, AreOneStepOfTheTextsOwnUndo) {
  EditedText edited(u"<one\ntwo>"_s);
  toggleList(edited.cursor, ListKind::Bullets);

  edited.document.undo();

  EXPECT_EQ(edited.text(), "one\ntwo");
}

TEST(MarkdownEdits, IndentItemsButNotParagraphs) {
  EditedText item(u"- on<>e"_s);
  EXPECT_TRUE(indentLines(item.cursor, false));
  EXPECT_EQ(item.text(), "  - one");
  EXPECT_TRUE(indentLines(item.cursor, true));
  EXPECT_EQ(item.text(), "- one");

  EditedText paragraph(u"on<>e"_s);
  EXPECT_FALSE(indentLines(paragraph.cursor, false));
  EXPECT_EQ(paragraph.text(), "one");

  EditedText code(u"```\nx<>\n```"_s);
  EXPECT_TRUE(indentLines(code.cursor, false));
  EXPECT_EQ(code.text(), "```\n  x\n```");
}

TEST(MarkdownEdits, PutATableOnLinesOfItsOwn) {
  EditedText edited(u"before<>"_s);
  insertTable(edited.cursor);
  EXPECT_EQ(edited.text(),
            "before\n\n| Option | Buys | Costs |\n| --- | --- | --- |\n|  |  |  |\n");
  EXPECT_EQ(fromQt(edited.cursor.selectedText()), "Option");
}

TEST(MarkdownEdits, FenceSeveralLinesOfCode) {
  EditedText edited(u"<a = 1\nb = 2>"_s);
  insertCode(edited.cursor);
  EXPECT_EQ(edited.text(), "```\na = 1\nb = 2\n```");
}

TEST(MarkdownEdits, GoOnWithAListAndEndIt) {
  EditedText edited(u"2. two<>"_s);
  EXPECT_TRUE(continueList(edited.cursor));
  EXPECT_EQ(edited.text(), "2. two\n3. ");
  EXPECT_TRUE(continueList(edited.cursor));
  EXPECT_EQ(edited.text(), "2. two\n");
}

TEST(MarkdownBlocks, AreCutAtEmptyLinesOutsideOfCode) {
  EXPECT_EQ(markdownBlocks(u"a\nb\n\n\n```\nc\n\nd\n```\ne\n\nf"_s),
            QStringList({u"a\nb"_s, u"```\nc\n\nd\n```\ne"_s, u"f"_s}));
  EXPECT_TRUE(markdownBlocks(u"\n \n"_s).isEmpty());
}

}  // namespace
}  // namespace phaseboard::ui
