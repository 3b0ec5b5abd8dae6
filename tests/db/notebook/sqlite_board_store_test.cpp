// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/sqlite_board_store.h"

#include <gmock/gmock.h>

#include "app/board/drawing.h"
#include "app/ops/board_operations.h"
#include "app/ops/replay.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using memory::Rating;

const DiagramId kFigure{"ads/serving"};

/// A desk with boards.
struct OpenBoards {
  OpenBoards() : open(storeInMemory()) {}
  explicit OpenBoards(const std::filesystem::path& file) : open(storeIn(file)) {}

  board::BoardId make(board::Purpose purpose = board::Purpose::Free, board::Edit given = {}) {
    ops::NewBoard board;
    board.purpose = purpose;
    board.title = "Serving";
    if (purpose == board::Purpose::Rebuild) {
      board.diagram = kFigure;
      board.level = board::Level::PartsGiven;
    }
    board.given = std::move(given);
    const auto made = boards.createBoard(board);
    EXPECT_THAT(made, IsOk());
    return made->board;
  }

  OpenDesk open;
  db::SqliteBoardStore store{*open.store};
  ops::BoardOperations boards{*open.store, store, open.clock, open.chance};

 private:
  static std::unique_ptr<db::SqliteNotebookStore> storeInMemory() {
    SeededChance chance{1};
    return std::move(*db::SqliteNotebookStore::openInMemory(chance));
  }
  static std::unique_ptr<db::SqliteNotebookStore> storeIn(const std::filesystem::path& file) {
    SeededChance chance{1};
    return std::move(*db::SqliteNotebookStore::open({file}, chance));
  }
};

board::Edit aPart(const board::Document& document, const std::string& name) {
  return board::placePart(document, name, board::PartKind::Store, {10, 20},
                          [](const std::string&, board::PartKind) {
                            return board::Extent{9, 8};
                          });
}

TEST(BoardOperations, BringsABoardBackAsItWasDrawn) {
  const TemporaryFolder folder;
  board::BoardId id;
  board::Document drawn;
  {
    OpenBoards open{folder / "n.db"};
    id = open.make();
    board::History history;
    for (const char* name : {"User", "Server"}) {
      const auto entry = history.draw(aPart(history.document(), name), open.open.clock.now());
      ASSERT_THAT(open.boards.drawOnBoard(id, **entry), IsOk());
    }
    ASSERT_THAT(open.boards.drawOnBoard(id, *history.undo(open.open.clock.now())), IsOk());
    drawn = history.document();
  }
  OpenBoards open{folder / "n.db"};

  const auto history = board::History::replay(*open.store.entries(id));

  ASSERT_THAT(history, IsOk());
  EXPECT_EQ(history->document(), drawn);
  EXPECT_TRUE(history->canRedo());
}

TEST(BoardOperations, KeepsEachEntryOnceAndInOrder) {
  OpenBoards open;
  const board::BoardId id = open.make();
  board::Entry entry{1, Instant{5}, board::EntryKind::Draw, 0, aPart({}, "User")};
  ASSERT_THAT(open.boards.drawOnBoard(id, entry), IsOk());

  EXPECT_THAT(open.boards.drawOnBoard(id, entry), FailsWith(ErrorKind::AlreadyExists));
  entry.number = 3;
  EXPECT_THAT(open.boards.drawOnBoard(id, entry), FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(open.boards.drawOnBoard(board::BoardId{"?"}, entry), FailsWith(ErrorKind::NotFound));
  EXPECT_EQ(open.store.entries(id)->size(), 1U);
}

TEST(BoardOperations, TakesNoStrokeBackWithTheNotebooksUndo) {
  OpenBoards open;
  const board::BoardId id = open.make();
  const auto before = open.open.store->undoNames();
  const board::Entry entry{1, Instant{5}, board::EntryKind::Draw, 0, aPart({}, "User")};

  ASSERT_THAT(open.boards.drawOnBoard(id, entry), IsOk());

  EXPECT_EQ(open.open.store->undoNames()->undo, before->undo);
}

TEST(BoardOperations, BringsABoardBackThatWasThrownAway) {
  OpenBoards open;
  const board::BoardId id = open.make();
  ASSERT_THAT(open.boards.renameBoard(id, "Better name"), IsOk());
  ASSERT_THAT(open.boards.removeBoard(id), IsOk());
  EXPECT_TRUE(open.store.boards()->empty());

  ASSERT_THAT(open.open.desk.undo(), IsOk());

  ASSERT_EQ(open.store.boards()->size(), 1U);
  EXPECT_EQ(open.store.boards()->front().title, "Better name");
  ASSERT_THAT(open.open.desk.undo(), IsOk());
  EXPECT_EQ(open.store.boards()->front().title, "Serving");
  ASSERT_THAT(open.open.desk.redo(), IsOk());
  EXPECT_EQ(open.store.boards()->front().title, "Better name");
}

TEST(BoardOperations, HidesABoardWhoseMakingIsTakenBackAndKeepsItsStrokes) {
  OpenBoards open;
  const board::BoardId id = open.make();
  const board::Entry entry{1, Instant{5}, board::EntryKind::Draw, 0, aPart({}, "User")};
  ASSERT_THAT(open.boards.drawOnBoard(id, entry), IsOk());

  ASSERT_THAT(open.open.desk.undo(), IsOk());
  EXPECT_TRUE(open.store.boards()->empty());

  ASSERT_THAT(open.open.desk.redo(), IsOk());
  EXPECT_EQ(open.store.boards()->size(), 1U);
  EXPECT_EQ(open.store.entries(id)->size(), 1U);
}

TEST(BoardOperations, GradesARebuildAsOneStep) {
  OpenBoards open;
  const board::BoardId id = open.make(board::Purpose::Rebuild, aPart({}, "User"));
  const review::Prompt whole = aPrompt("whole");
  const review::Prompt missed = aPrompt("missed");

  ASSERT_THAT(open.boards.finishRebuild(id, 0.75, {{whole, Rating::Good}, {missed, Rating::Again}},
                                        Millis{60'000}),
              IsOk());

  EXPECT_EQ(open.store.board(id)->value().outcome->score, 0.75);
  EXPECT_EQ(open.open.store->promptRow(whole.id)->value().state.reps, 1);
  EXPECT_EQ(open.open.store->promptRow(missed.id)->value().state.reps, 1);
  EXPECT_EQ(ops::compareWithLog(*open.open.store, {})->differenceCount, 0);
}

TEST(BoardOperations, TakesARebuildBackWithAllItsGrades) {
  OpenBoards open;
  const board::BoardId id = open.make(board::Purpose::Rebuild);
  const review::Prompt whole = aPrompt("whole");
  const review::Prompt missed = aPrompt("missed");
  ASSERT_THAT(open.boards.finishRebuild(id, 0.75, {{whole, Rating::Good}, {missed, Rating::Again}},
                                        Millis{60'000}),
              IsOk());

  const auto undone = open.open.desk.undo();

  ASSERT_THAT(undone, IsOk());
  EXPECT_EQ(undone->changes.prompts.size(), 2U);
  EXPECT_FALSE(open.store.board(id)->value().outcome);
  EXPECT_FALSE(open.open.store->promptRow(whole.id)->has_value());
  EXPECT_EQ(open.open.store->events(missed.id)->size(), 2U);  // the answer, and what voids it
  EXPECT_EQ(ops::compareWithLog(*open.open.store, {})->differenceCount, 0);

  ASSERT_THAT(open.open.desk.redo(), IsOk());
  EXPECT_EQ(open.open.store->promptRow(missed.id)->value().state.reps, 1);
  EXPECT_EQ(ops::compareWithLog(*open.open.store, {})->differenceCount, 0);
}

TEST(BoardOperations, GradesNothingWhenOneGradeCannotBeGiven) {
  OpenBoards open;
  const board::BoardId id = open.make(board::Purpose::Rebuild);
  review::Prompt broken = aPrompt("broken");
  broken.id = PromptId{"nonsense"};

  EXPECT_THAT(open.boards.finishRebuild(
                  id, 0.5, {{aPrompt("whole"), Rating::Hard}, {broken, Rating::Again}}, Millis{0}),
              FailsWith(ErrorKind::InvalidInput));

  EXPECT_FALSE(open.store.board(id)->value().outcome);
  EXPECT_FALSE(open.open.store->promptRow(aPrompt("whole").id)->has_value());
}

TEST(BoardOperations, NeedsAFigureForARebuild) {
  OpenBoards open;
  ops::NewBoard board;
  board.title = "Serving";
  board.purpose = board::Purpose::Rebuild;

  EXPECT_THAT(open.boards.createBoard(board), FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(open.boards.finishRebuild(open.make(), 0.5, {}, Millis{0}),
              FailsWith(ErrorKind::InvalidInput));
}

TEST(BoardOperations, ListsTheBoardDrawnOnLastFirst) {
  OpenBoards open;
  const board::BoardId first = open.make();
  open.open.clock.advanceMinutes(1);
  const board::BoardId second = open.make();
  EXPECT_EQ(open.store.boards()->front().id, second);
  open.open.clock.advanceMinutes(1);
  const board::Entry entry{1, open.open.clock.now(), board::EntryKind::Draw, 0, aPart({}, "User")};

  ASSERT_THAT(open.boards.drawOnBoard(first, entry), IsOk());

  EXPECT_EQ(open.store.boards()->front().id, first);
}

}  // namespace
}  // namespace phaseboard::test
