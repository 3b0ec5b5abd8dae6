// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTextCursor>

/// Changes to Markdown as one types it. Each is one step of the text's own undo, works on what the
/// cursor has selected or on where it stands, and leaves the cursor where writing goes on.
namespace phaseboard::ui {

enum class ListKind { Bullets, Numbers };

/// Puts a mark before and after the selection, or the word at the cursor; takes it away where it is
/// already. Without a word the cursor comes to stand between two marks.
void toggleMark(QTextCursor& cursor, const QString& mark);

/// Makes the line a heading of level 2, then 3, then a plain line again.
void cycleHeading(QTextCursor& cursor);

/// Makes the selected lines items of a list, or plain lines again when all of them are.
void toggleList(QTextCursor& cursor, ListKind kind);

/// A table with a head and one empty row; the first head is selected.
void insertTable(QTextCursor& cursor);

/// `...` around the selection, or a fenced block around several lines.
void insertCode(QTextCursor& cursor);

/// $...$ around the selection.
void insertFormula(QTextCursor& cursor);

/// Moves items of lists, and lines of code, two blanks in or out. False where nothing is to be
/// moved: then the key means something else.
bool indentLines(QTextCursor& cursor, bool outwards);

/// On Enter in an item, begins the next one; an empty item ends the list. False outside of lists.
bool continueList(QTextCursor& cursor);

/// Pieces that can be typeset one by one: cut at empty lines outside of fenced code.
[[nodiscard]] QStringList markdownBlocks(const QString& markdown);

}  // namespace phaseboard::ui
