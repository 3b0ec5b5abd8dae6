// SPDX-License-Identifier: Apache-2.0
// Every operation, with every write, sync and deletion of SQLite failing in turn: the notebook is
// as before the operation or as after it, and nothing that was acknowledged is missing.
#include <iostream>

#include <gtest/gtest.h>

#include "app/ops/replay.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/backups.h"
#include "tests/support/failing_files.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/result_matchers.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

constexpr int kMostCalls = 200;

OpenDesk openOn(const TemporaryFolder& folder, const std::string& vfs = {},
                db::FileSystem* files = nullptr) {
  SeededChance chance{3};
  auto store = db::SqliteNotebookStore::open({folder / "notebook.db", vfs, files}, chance);
  EXPECT_THAT(store, IsOk());
  return OpenDesk{std::move(*store)};
}

/// A closed sample notebook, to be copied for each run.
class DiskFaultsTest : public testing::Test {
 protected:
  DiskFaultsTest() {
    OpenDesk open = openOn(m_folder);
    writeSample(open);
  }

  void copyTo(const TemporaryFolder& folder) const {
    for (const char* name : {"notebook.db", "notebook.journal"})
      std::filesystem::copy_file(m_folder / name, folder / name);
  }

  [[nodiscard]] std::string dumpAfter(const TemporaryFolder& folder) const {
    OpenDesk open = openOn(folder);
    const auto check = db::checkFile(folder / "notebook.db", db::CheckDepth::Full);
    EXPECT_THAT(check, IsOk());
    EXPECT_TRUE(check && check->problems.empty());
    return dumpOf(*open.store);
  }

  /// What an operation leaves when nothing fails.
  [[nodiscard]] std::string dumpOfWhole(const NamedOperation& operation) const {
    const TemporaryFolder folder;
    copyTo(folder);
    {
      OpenDesk open = openOn(folder);
      open.clock.set("2026-03-03T09:00:00Z");
      EXPECT_THAT(operation.run(open), IsOk());
    }
    return dumpAfter(folder);
  }

  TemporaryFolder m_folder;
};

TEST_F(DiskFaultsTest, LeaveTheNotebookBeforeOrAfterAnOperation) {
  FaultVfs vfs;
  const std::string before = dumpAfter(m_folder);
  // The usual run takes every fourth call, beginning at another one each time.
  const int step = static_cast<int>(numberFrom("PHASEBOARD_FAULT_STEP", 4));
  int begin = 0;
  int runs = 0;
  for (const NamedOperation& operation : everyOperation()) {
    SCOPED_TRACE(operation.name);
    const std::string after = dumpOfWhole(operation);
    ASSERT_TRUE(before != after);
    for (const DiskFault fault : {DiskFault::InputOutput, DiskFault::Full, DiskFault::ShortWrite})
      for (const bool forEver : {false, true}) {
        bool wasReached = true;
        for (int call = begin++ % step + 1; wasReached; call += step) {
          SCOPED_TRACE(call);
          ASSERT_LT(call, kMostCalls);
          const TemporaryFolder folder{fastestPlace()};
          copyTo(folder);
          bool isAcknowledged = false;
          {
            OpenDesk open = openOn(folder, vfs.name());
            open.clock.set("2026-03-03T09:00:00Z");
            vfs.failAt(call, fault, forEver);
            isAcknowledged = operation.run(open).has_value();
            wasReached = vfs.hasFailed();
            // What is read now is what will be read later.
            vfs.reset();
            const std::string now = dumpOf(*open.store);
            EXPECT_TRUE(now == (isAcknowledged ? after : before));
          }
          const std::string found = dumpAfter(folder);
          EXPECT_TRUE(found == after || (!isAcknowledged && found == before));
          ++runs;
        }
      }
  }
  std::cout << runs << " failing calls, nothing lost\n";
  EXPECT_GT(runs, 500 / step);
}

TEST_F(DiskFaultsTest, LetTheNextOperationSucceedOnceTheDiskIsWell) {
  FaultVfs vfs;
  const TemporaryFolder folder;
  copyTo(folder);
  OpenDesk open = openOn(folder, vfs.name());
  vfs.failAt(1, DiskFault::Full, true);
  EXPECT_THAT(open.desk.answerPrompt(aPrompt("one"), memory::Rating::Good, Millis{0}),
              FailsWith(ErrorKind::DiskFull));

  vfs.reset();

  EXPECT_THAT(open.desk.answerPrompt(aPrompt("one"), memory::Rating::Good, Millis{0}), IsOk());
}

TEST_F(DiskFaultsTest, AnAnswerTakesOneSyncAndAtMostTwelveFrames) {
  FaultVfs vfs;
  OpenDesk open = openOn(m_folder, vfs.name());
  for (int i = 0; i < 50; ++i) {
    open.clock.advanceMinutes(1);
    vfs.reset();
    ASSERT_THAT(open.desk.answerPrompt(aPrompt("p" + std::to_string(i % 7)), memory::Rating::Good,
                                       Millis{1'500}),
                IsOk());

    EXPECT_EQ(vfs.syncs(), i == 0 ? 2 : 1) << i;  // the first also syncs the head of a new log
    EXPECT_LE(vfs.logWrites(), 2 * 12 + 1) << i;
  }
}

TEST_F(DiskFaultsTest, AJournalThatCannotBeWrittenDoesNotHoldUpAnAnswer) {
  FailingFiles files;
  {
    OpenDesk open = openOn(m_folder, {}, &files);
    files.failAt(1, true);

    EXPECT_THAT(open.desk.answerPrompt(aPrompt("one"), memory::Rating::Good, Millis{0}), IsOk());
    EXPECT_TRUE(open.store->journalTrouble().has_value());

    files.failAt(0, false);
    EXPECT_THAT(open.desk.answerPrompt(aPrompt("two"), memory::Rating::Good, Millis{0}), IsOk());
    EXPECT_FALSE(open.store->journalTrouble().has_value());
  }
  const auto contents = db::readJournal(contentsOf(m_folder / "notebook.journal"));
  ASSERT_GE(contents.entries.size(), 2U);
  EXPECT_EQ(contents.entries.back().event.prompt, aPrompt("two").id);
  EXPECT_EQ(contents.entries[contents.entries.size() - 2].event.prompt, aPrompt("one").id);
}

TEST_F(DiskFaultsTest, ABackupIsWholeOrHasNoName) {
  for (int call = 1; call < 30; ++call) {
    SCOPED_TRACE(call);
    const TemporaryFolder folder;
    copyTo(folder);
    FailingFiles files;
    files.failAt(call, false);
    const db::Backups backups(files, folder / "notebook.db");

    const auto made = backups.make(*instantFromIso("2026-03-03T09:00:00Z"));

    const auto listed = backups.list();
    ASSERT_THAT(listed, IsOk());
    EXPECT_TRUE(!made || listed->size() == 1);
    for (const db::Backup& backup : *listed) {
      const auto check = db::checkFile(backup.file, db::CheckDepth::Full);
      EXPECT_TRUE(check && check->problems.empty());
    }
  }
}

TEST_F(DiskFaultsTest, ARestoreThatFailsLeavesTheNotebook) {
  const db::Backups original(db::diskFiles(), m_folder / "notebook.db");
  ASSERT_THAT(original.make(*instantFromIso("2026-03-03T09:00:00Z")), IsOk());
  const std::string before = dumpAfter(m_folder);
  bool hasSucceeded = false;
  for (int call = 1; !hasSucceeded; ++call) {
    SCOPED_TRACE(call);
    ASSERT_LT(call, 40);
    const TemporaryFolder folder;
    copyTo(folder);
    std::filesystem::copy(m_folder / "backups", folder / "backups");
    FailingFiles files;
    files.failAt(call, false);

    const auto restored =
        db::restoreNotebook(files, folder / "notebook.db", std::nullopt, Instant{1});

    hasSucceeded = restored.has_value() && files.calls() < call;
    const auto check = db::checkFile(folder / "notebook.db", db::CheckDepth::Full);
    ASSERT_THAT(check, IsOk());
    EXPECT_TRUE(check->problems.empty());
    OpenDesk open = openOn(folder);
    const auto events = open.store->recentEvents(100);
    EXPECT_EQ(events->size(), 4U);
    EXPECT_THAT(open.store->currentAnswer(kAdsModel), IsOk());
  }
  EXPECT_EQ(dumpAfter(m_folder), before);
}

}  // namespace
}  // namespace phaseboard::test
