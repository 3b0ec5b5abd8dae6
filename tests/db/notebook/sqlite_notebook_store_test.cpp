// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/sqlite_notebook_store.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ops/replay.h"
#include "db/connection.h"
#include "db/notebook/answer_journal.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/random_work.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using memory::Rating;
using testing::HasSubstr;

class NotebookStoreTest : public testing::Test {
 protected:
  OpenDesk open() {
    SeededChance chance{3};
    auto store = db::SqliteNotebookStore::open({m_file}, chance);
    EXPECT_THAT(store, IsOk());
    return OpenDesk{std::move(*store)};
  }

  TemporaryFolder m_folder;
  std::filesystem::path m_file = m_folder / "notebook.db";
};

TEST_F(NotebookStoreTest, SyncsEveryCommitToAWriteAheadLog) {
  OpenDesk desk = open();
  db::Connection& connection = desk.store->connection();

  EXPECT_EQ(connection.integer("PRAGMA synchronous"), 2);
  EXPECT_EQ(connection.integer("PRAGMA foreign_keys"), 1);
  EXPECT_EQ(connection.query("PRAGMA journal_mode").next(), true);
  EXPECT_EQ(connection.integer("PRAGMA wal_autocheckpoint"), 0);
}

TEST_F(NotebookStoreTest, IsRefusedToASecondWindow) {
  OpenDesk first = open();
  SeededChance chance{3};

  const auto second = db::SqliteNotebookStore::open({m_file}, chance);

  ASSERT_THAT(second, FailsWith(ErrorKind::Busy));
  EXPECT_THAT(second.error().detail, HasSubstr("process"));
}

TEST_F(NotebookStoreTest, KeepsItsContentsAndItsIdOverARestart) {
  std::string before;
  Uuid device;
  {
    OpenDesk desk = open();
    writeSample(desk);
    before = dumpOf(*desk.store);
    device = desk.store->device();
  }

  OpenDesk desk = open();

  EXPECT_EQ(dumpOf(*desk.store), before);
  EXPECT_EQ(desk.store->device(), device);
}

TEST_F(NotebookStoreTest, CanBeReadBesideAWindow) {
  OpenDesk desk = open();
  writeSample(desk);

  const auto reader = db::SqliteNotebookStore::openReadOnly({m_file});

  ASSERT_THAT(reader, IsOk());
  EXPECT_EQ((*reader)->stats()->reviews, 4);
  EXPECT_THAT((*reader)->begin(), FailsWith(ErrorKind::ReadOnly));
}

TEST_F(NotebookStoreTest, RefusesToChangeOrDeleteAReview) {
  OpenDesk desk = open();
  writeSample(desk);
  db::Connection& connection = desk.store->connection();

  EXPECT_THROW(connection.run("UPDATE review SET rating = 4"), SQLite::Exception);
  EXPECT_THROW(connection.run("DELETE FROM review"), SQLite::Exception);
}

TEST_F(NotebookStoreTest, RefusesWritersOutsideAUnit) {
  OpenDesk desk = open();

  EXPECT_THAT(desk.store->writeFavourite("ads", true), FailsWith(ErrorKind::Internal));
  EXPECT_THAT(desk.store->removeTallies(), FailsWith(ErrorKind::Internal));
}

TEST_F(NotebookStoreTest, RefusesAUnitInsideAnother) {
  OpenDesk desk = open();
  const auto unit = desk.store->begin();

  EXPECT_THAT(desk.store->begin(), FailsWith(ErrorKind::Internal));
}

TEST_F(NotebookStoreTest, TakesBackAThousandStepsAfterARestart) {
  constexpr int kSteps = 1'000;
  std::string before;
  std::string after;
  {
    OpenDesk desk = open();
    desk.store->connection().execute("PRAGMA synchronous = OFF");
    writeSample(desk);
    before = dumpWithoutStamps(*desk.store);
    before.resize(before.find("\nundo_step"));
    for (int i = 0; i < kSteps; ++i)
      ASSERT_THAT(desk.desk.markFavourite("ads/" + std::to_string(i % 10), i / 10 % 2 == 0),
                  IsOk());
    after = dumpWithoutStamps(*desk.store);
    ASSERT_THAT(desk.store->settle(), IsOk());
  }
  OpenDesk desk = open();
  desk.store->connection().execute("PRAGMA synchronous = OFF");

  for (int i = 0; i < kSteps; ++i)
    ASSERT_THAT(desk.desk.undo(), IsOk());

  EXPECT_TRUE(dumpWithoutStamps(*desk.store).starts_with(before));
  for (int i = 0; i < kSteps; ++i)
    ASSERT_THAT(desk.desk.redo(), IsOk());
  EXPECT_EQ(dumpWithoutStamps(*desk.store), after);
}

TEST_F(NotebookStoreTest, UndoingEverythingAndRedoingItChangesNothingButTheLog) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    OpenDesk desk = OpenDesk::inMemory();
    SeededChance chance{seed};
    const auto operations = everyOperation();
    const auto undoable = [&desk] { return undoableDumpOf(*desk.store); };
    const std::string before = undoable();
    for (int i = 0; i < 60; ++i) {
      desk.clock.advanceMinutes(static_cast<std::int64_t>(chance.next() % 600));
      const auto& operation = operations[chance.next() % operations.size()];
      (void)operation.run(desk).has_value();
    }
    while (desk.desk.redo()) {
    }
    const std::string after = undoable();

    while (desk.desk.undo()) {
    }
    EXPECT_EQ(undoable(), before);
    while (desk.desk.redo()) {
    }
    EXPECT_EQ(undoable(), after);
    const auto settings = desk.store->settings();
    const auto memory = review::MemorySettings::make(settings->parameters, settings->retention);
    const auto report = ops::compareWithLog(*desk.store, *memory);
    ASSERT_THAT(report, IsOk());
    EXPECT_EQ(report->differenceCount, 0);
  }
}

/// An answer through a loan, as long work on another thread gives it.
void answerThrough(ports::NotebookStore& store, const OpenDesk& open) {
  SeededChance chance{5};
  ops::Desk desk(store, open.clock, chance);
  ASSERT_THAT(desk.answerPrompt(aPrompt("lent"), Rating::Good, Millis{2'000}), IsOk());
}

TEST_F(NotebookStoreTest, IsLentToAnotherThreadAndComesBackWithWhatWasDone) {
  OpenDesk desk = open();
  writeSample(desk);
  {
    auto loan = desk.store->lend();
    ASSERT_THAT(loan, IsOk());
    std::thread worker([&] { answerThrough(**loan, desk); });
    worker.join();
    EXPECT_THAT(desk.store->begin(), FailsWith(ErrorKind::Busy));
    EXPECT_THAT(desk.store->lend(), FailsWith(ErrorKind::Busy)) << "one at a time";
    EXPECT_THAT(desk.store->settle(), IsOk());
  }
  const auto row = desk.store->promptRow(aPrompt("lent").id);
  ASSERT_TRUE(row && *row);
  EXPECT_EQ((*row)->state.reps, 1);
  EXPECT_EQ(desk.store->journalTrouble(), std::nullopt);
  const auto journal = db::readJournal(contentsOf(db::journalFileOf(m_file)));
  EXPECT_EQ(journal.entries.back().event.prompt, aPrompt("lent").id);
  ASSERT_THAT(desk.desk.undo(), IsOk()) << "it is one step of the same list";
  EXPECT_THAT(desk.store->begin(), IsOk());
}

TEST_F(NotebookStoreTest, ALoanThatIsGivenBackHalfwayLeavesNothing) {
  OpenDesk desk = open();
  const std::string before = dumpOf(*desk.store);
  {
    auto loan = desk.store->lend();
    ASSERT_THAT(loan, IsOk());
    const auto unit = (*loan)->begin();
    ASSERT_THAT(unit, IsOk());
    ASSERT_THAT((*loan)->writeFavourite("ads", true), IsOk());
  }
  EXPECT_EQ(dumpOf(*desk.store), before);
  EXPECT_THAT(desk.desk.markFavourite("ads", true), IsOk());
}

TEST(NotebookInMemory, IsNotLent) {
  OpenDesk desk = OpenDesk::inMemory();
  EXPECT_THAT(desk.store->lend(), FailsWith(ErrorKind::ReadOnly));
  EXPECT_THAT(desk.desk.markFavourite("ads", true), IsOk());
}

}  // namespace
}  // namespace phaseboard::test
