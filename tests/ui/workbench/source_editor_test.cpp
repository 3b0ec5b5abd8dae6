// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/source_editor.h"

#include <gmock/gmock.h>

#include <QTest>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

TEST(SourceEditor, GoesOnWhereTheLineBeforeBegan) {
  SourceEditor editor;
  editor.setPlainText(u"key_points:\n  - id: one"_s);
  editor.moveCursor(QTextCursor::End);

  QTest::keyClick(&editor, Qt::Key_Return);
  QTest::keyClicks(&editor, u"x"_s);

  EXPECT_EQ(editor.toPlainText(), u"key_points:\n  - id: one\n  x"_s);
}

TEST(SourceEditor, MarksAProblemBeyondTheEndAtTheLastLine) {
  SourceEditor editor;
  editor.setPlainText(u"one\ntwo"_s);

  editor.setProblems({{9, {u"something is missing"_s}}});

  ASSERT_EQ(editor.problems().size(), 1U);
  EXPECT_EQ(editor.problems().begin()->first, 2);
}

TEST(SourceEditor, KeepsTheUndoOfEachDocument) {
  SourceEditor editor;
  QTextDocument* first = editor.makeDocument(u"first"_s);
  QTextDocument* second = editor.makeDocument(u"second"_s);
  editor.open(first);
  QTest::keyClicks(&editor, u"a"_s);
  editor.open(second);
  QTest::keyClicks(&editor, u"b"_s);

  editor.open(first);
  editor.undo();

  EXPECT_EQ(editor.toPlainText(), u"first"_s);
  EXPECT_FALSE(first->isModified());
  EXPECT_TRUE(second->isModified());
}

}  // namespace
}  // namespace phaseboard::ui
