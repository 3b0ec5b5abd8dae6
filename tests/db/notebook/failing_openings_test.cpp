// SPDX-License-Identifier: Apache-2.0
// Opening, copying, checking and restoring a notebook, with each of SQLite's statements failing in
// turn: it is said, the notebook holds what it held, and the next time it works.
#include <gmock/gmock.h>

#include "db/connection.h"
#include "db/notebook/backups.h"
#include "db/notebook/damage_survey.h"
#include "db/notebook/sqlite_merge_store.h"
#include "tests/support/failing_files.h"
#include "tests/support/failing_statements.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/old_notebook.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

namespace fs = std::filesystem;

OpenDesk openedIn(const fs::path& folder) {
  SeededChance chance{3};
  auto store = db::SqliteNotebookStore::open({folder / "notebook.db"}, chance);
  EXPECT_THAT(store, IsOk());
  return OpenDesk{std::move(*store)};
}

Instant momentOfCopy() {
  return *instantFromIso("2026-03-03T09:00:00Z");
}

/// A closed notebook with a backup, to be copied for each try.
class FailingOpenings : public testing::Test {
 protected:
  FailingOpenings() {
    {
      OpenDesk open = openedIn(m_folder.path());
      writeSample(open);
    }
    EXPECT_THAT(db::Backups(db::diskFiles(), m_folder / "notebook.db").make(momentOfCopy()),
                IsOk());
    m_before = dumpIn(m_folder.path());
  }

  static std::string dumpIn(const fs::path& folder) {
    const OpenDesk open = openedIn(folder);
    return dumpOf(*open.store);
  }

  /// Does `work` with the folder of a copy, each statement failing once.
  ///
  /// @param mayOvercome  it has another way when a statement fails
  void tryEachStatement(const std::function<Status(const fs::path&)>& work,
                        bool mayOvercome = false) {
    int failures = 0;
    std::unique_ptr<TemporaryFolder> copy;
    const Status whole = failEachStatement(
        m_statements,
        [&] {
          copy = std::make_unique<TemporaryFolder>(fastestPlace());
          fs::copy(m_folder.path(), copy->path(),
                   fs::copy_options::recursive | fs::copy_options::overwrite_existing);
          return work(copy->path());
        },
        [&](const FailedStatement& failed) {
          ++failures;
          EXPECT_TRUE(mayOvercome || !failed.outcome) << "statement " << failed.number;
          EXPECT_TRUE(dumpIn(copy->path()) == m_before) << "statement " << failed.number;
        });
    EXPECT_THAT(whole, IsOk());
    EXPECT_GT(failures, 0);
  }

  FailingStatements m_statements;
  TemporaryFolder m_folder{fastestPlace()};
  std::string m_before;
};

TEST_F(FailingOpenings, AreToldWhenTheNotebookIsOpened) {
  tryEachStatement([](const fs::path& folder) {
    SeededChance chance{3};
    return statusOf(db::SqliteNotebookStore::open({folder / "notebook.db"}, chance));
  });
}

TEST_F(FailingOpenings, AreToldOrOvercomeWhenItIsOpenedForReading) {
  tryEachStatement(
      [](const fs::path& folder) {
        return statusOf(db::SqliteNotebookStore::openReadOnly({folder / "notebook.db"}));
      },
      true);
}

TEST_F(FailingOpenings, AreToldWhenItIsLent) {
  tryEachStatement([](const fs::path& folder) -> Status {
    SeededChance chance{3};
    PHASEBOARD_TRY_ASSIGN(const auto lender,
                          db::SqliteNotebookStore::open({folder / "notebook.db"}, chance));
    PHASEBOARD_TRY(lender->lend());
    return lender->settle();
  });
}

TEST_F(FailingOpenings, AreToldWhenItIsReadForAMerge) {
  tryEachStatement(
      [](const fs::path& folder) -> Status {
        PHASEBOARD_TRY_ASSIGN(const auto other,
                              db::openOtherNotebook(folder / "notebook.db", folder / "own.db"));
        return other->draftCount() == 1 ? Status{} : fail(ErrorKind::NotFound, "the draft");
      },
      true);
}

TEST_F(FailingOpenings, AreToldByBackups) {
  tryEachStatement([](const fs::path& folder) {
    const db::Backups backups(db::diskFiles(), folder / "notebook.db");
    return statusOf(backups.make(Instant{momentOfCopy().value() + 60'000}));
  });
}

TEST_F(FailingOpenings, AreToldByTheCheck) {
  tryEachStatement(
      [](const fs::path& folder) {
        return statusOf(db::checkFile(folder / "notebook.db", db::CheckDepth::Full));
      },
      true);
}

TEST_F(FailingOpenings, EndARestoreBeforeItTouchesTheNotebook) {
  tryEachStatement([](const fs::path& folder) {
    return statusOf(
        db::restoreNotebook(db::diskFiles(), folder / "notebook.db", std::nullopt, momentOfCopy()));
  });
}

TEST_F(FailingOpenings, LeaveANotebookOfAnOlderSchemaAsItWas) {
  const TemporaryFolder old{fastestPlace()};
  writeOldNotebook(old / "notebook.db", 1);
  const std::string bytes = contentsOf(old / "notebook.db");
  int failures = 0;
  const Status whole = failEachStatement(
      m_statements,
      [&] { return statusOf(db::SqliteNotebookStore::openUpgradedCopy(old / "notebook.db")); },
      [&](const FailedStatement& failed) {
        ++failures;
        EXPECT_FALSE(failed.outcome.has_value()) << "statement " << failed.number;
      });
  EXPECT_THAT(whole, IsOk());
  EXPECT_GT(failures, 20);
  EXPECT_TRUE(contentsOf(old / "notebook.db") == bytes);
}

}  // namespace
}  // namespace phaseboard::test
