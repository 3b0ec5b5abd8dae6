// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/backups.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "app/ops/replay.h"
#include "tests/support/failing_files.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/old_notebook.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using memory::Rating;

class BackupsTest : public testing::Test {
 protected:
  OpenDesk open() {
    SeededChance chance{3};
    auto store = db::SqliteNotebookStore::open({m_file}, chance);
    EXPECT_THAT(store, IsOk());
    return OpenDesk{std::move(*store)};
  }

  static Instant at(const char* iso) { return *instantFromIso(iso); }

  TemporaryFolder m_folder;
  std::filesystem::path m_file = m_folder / "notebook.db";
  db::Backups m_backups{db::diskFiles(), m_file};
};

TEST_F(BackupsTest, CopyTheNotebookWhileItIsOpen) {
  OpenDesk desk = open();
  writeSample(desk);

  const auto backup = m_backups.make(at("2026-03-03T09:00:00Z"));

  ASSERT_THAT(backup, IsOk());
  const auto copy = db::SqliteNotebookStore::openReadOnly({backup->file});
  ASSERT_THAT(copy, IsOk());
  EXPECT_EQ(dumpOf(**copy), dumpOf(*desk.store));
}

TEST_F(BackupsTest, OfOneMomentAreBothKept) {
  OpenDesk desk = open();
  writeSample(desk);
  const auto first = m_backups.make(at("2026-03-03T09:00:00Z"));
  ASSERT_THAT(first, IsOk());
  const std::string bytes = contentsOf(first->file);
  ASSERT_THAT(desk.desk.undo(), IsOk());

  const auto second = m_backups.make(at("2026-03-03T09:00:00Z"));

  ASSERT_THAT(second, IsOk());
  EXPECT_NE(second->file, first->file);
  EXPECT_EQ(m_backups.list()->front().file, second->file);
  EXPECT_EQ(contentsOf(first->file), bytes);
}

/// However a backup fails, what it would have replaced is still there.
TEST_F(BackupsTest, AreThinnedOnlyWhenTheNewOneIsThere) {
  OpenDesk desk = open();
  writeSample(desk);
  const auto files = [this] { return m_backups.list().value(); };
  FaultVfs vfs;
  FailingFiles disk;
  const db::Backups failing(disk, m_file, vfs.name());
  int failures = 0;
  for (const bool isOfDatabase : {true, false}) {
    bool isReached = true;
    for (int call = 1; isReached; ++call) {
      SCOPED_TRACE(call);
      std::filesystem::remove_all(m_backups.folder());
      for (int hour = 10; hour < 20; ++hour)
        m_folder.write("backups/notebook-20260303T" + std::to_string(hour) + "0000000Z.db", "old");
      vfs.failAt(isOfDatabase ? call : 0, DiskFault::ShortWrite, call % 2 == 0);
      disk.failAt(isOfDatabase ? 0 : call, call % 2 == 0);

      const auto made = failing.make(at("2026-03-03T20:00:00Z"));

      isReached = isOfDatabase ? vfs.hasFailed() : disk.calls() >= call;
      vfs.reset();
      failures += made ? 0 : 1;
      const auto found = files();
      if (found.front().takenAt == at("2026-03-03T20:00:00Z")) {
        ASSERT_TRUE(db::checkFile(found.front().file, db::CheckDepth::Full)->problems.empty());
        ASSERT_GE(found.size(), 10U);
      } else {
        ASSERT_FALSE(made);
        ASSERT_EQ(found.size(), 10U);
      }
    }
  }
  EXPECT_GT(failures, 10);
}

TEST_F(BackupsTest, OfAnOlderSchemaLeaveNothingBesideTheNotebookWhenRestored) {
  std::filesystem::create_directory(m_folder / "backups");
  writeOldNotebook(m_folder / "backups" / "notebook-20260301T090000000Z.db", 1);

  ASSERT_THAT(db::restoreNotebook(db::diskFiles(), m_file, std::nullopt, Instant{1}), IsOk());

  for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
    EXPECT_EQ(entry.path().filename().string().find(".restoring"), std::string::npos)
        << entry.path();
  EXPECT_GT(open().store->stats()->reviews, 0);
}

TEST_F(BackupsTest, AreMadeOnlyWhenSomethingChanged) {
  OpenDesk desk = open();
  writeSample(desk);
  const auto first = m_backups.makeIfChanged(at("2026-03-03T09:00:00Z"));
  const auto second = m_backups.makeIfChanged(at("2026-03-03T09:30:00Z"));
  ASSERT_THAT(desk.desk.undo(), IsOk());
  const auto third = m_backups.makeIfChanged(at("2026-03-03T10:00:00Z"));

  ASSERT_TRUE(first && second && third);
  EXPECT_TRUE(first->has_value());
  EXPECT_FALSE(second->has_value());
  EXPECT_TRUE(third->has_value());
  EXPECT_EQ(m_backups.list()->size(), 2U);
}

TEST_F(BackupsTest, GiveEveryAnswerBackTogetherWithTheJournal) {
  std::string whole;
  {
    OpenDesk desk = open();
    writeSample(desk);
    const auto old = m_backups.make(at("2026-03-03T09:00:00Z"));
    ASSERT_THAT(old, IsOk());
    ASSERT_THAT(desk.store->rotateJournal(db::Backups::journalOf(*old)), IsOk());
    ASSERT_THAT(desk.desk.answerPrompt(aPrompt("one"), Rating::Hard, Millis{1}), IsOk());
    ASSERT_THAT(desk.desk.answerPrompt(aPrompt("five"), Rating::Easy, Millis{1}), IsOk());
    ASSERT_THAT(desk.desk.undo(), IsOk());
    const auto younger = m_backups.make(at("2026-03-03T10:00:00Z"));
    ASSERT_THAT(desk.store->rotateJournal(db::Backups::journalOf(*younger)), IsOk());
    ASSERT_THAT(desk.desk.answerPrompt(aPrompt("six"), Rating::Good, Millis{1}), IsOk());
    const auto events = desk.store->recentEvents(100);
    for (const review::ReviewEvent& event : *events)
      whole += event.id.text() + event.prompt.value();
    // The younger backup is damaged, and so is the notebook itself.
    std::filesystem::resize_file(younger->file, 20'000);
  }
  m_folder.write("notebook.db", "gone");

  const auto restored =
      db::restoreNotebook(db::diskFiles(), m_file, std::nullopt, at("2026-03-04T00:00:00Z"));

  ASSERT_THAT(restored, IsOk());
  EXPECT_EQ(restored->fromJournal, 4);
  EXPECT_EQ(contentsOf(*restored->keptAside), "gone");
  OpenDesk desk = open();
  std::string found;
  const auto events = desk.store->recentEvents(100);
  for (const review::ReviewEvent& event : *events)
    found += event.id.text() + event.prompt.value();
  EXPECT_EQ(found, whole);
  EXPECT_EQ(ops::compareWithLog(*desk.store, {})->differenceCount, 0);
  EXPECT_EQ((*desk.store->currentAnswer(kAdsModel))->text, "two towers and a ranker");
}

TEST_F(BackupsTest, AreNotPutInThePlaceOfANotebookInUse) {
  OpenDesk desk = open();
  writeSample(desk);
  ASSERT_THAT(m_backups.make(at("2026-03-03T09:00:00Z")), IsOk());

  EXPECT_THAT(db::restoreNotebook(db::diskFiles(), m_file, std::nullopt, Instant{1}),
              FailsWith(ErrorKind::Busy));
}

TEST_F(BackupsTest, SayThatThereIsNoneToRestore) {
  open();

  EXPECT_THAT(db::restoreNotebook(db::diskFiles(), m_file, std::nullopt, Instant{1}),
              FailsWith(ErrorKind::NotFound));
}

}  // namespace
}  // namespace phaseboard::test
