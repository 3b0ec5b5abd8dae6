// SPDX-License-Identifier: Apache-2.0
// Every operation and every reading of the notebook, with each of SQLite's statements failing in
// turn: the failure is handed on, the notebook is as before, and the next time it works.
#include "tests/support/failing_statements.h"

#include <memory>

#include <gmock/gmock.h>
#include <sqlite3.h>

#include "db/connection.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/readable_notebook.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

/// Every page of the notebook.
std::string bytesOf(db::SqliteNotebookStore& store) {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
      sqlite3_serialize(store.connection().handle(), "main", &size, 0), sqlite3_free);
  return {bytes.get(), bytes.get() + size};
}

TEST(FailingStatementsTest, AreToldByEveryReading) {
  FailingStatements statements;
  ReadableNotebook notebook;
  int failures = 0;
  for (const auto& [name, read] : notebook.everyReading()) {
    SCOPED_TRACE(name);
    const int before = failures;

    const Status whole = failEachStatement(statements, read, [&](const FailedStatement& failed) {
      ++failures;
      ASSERT_FALSE(failed.outcome.has_value()) << failed.number << ": " << failed.sql;
      EXPECT_THAT(failed.outcome.error().detail, testing::HasSubstr("interrupted"));
    });

    EXPECT_THAT(whole, IsOk());
    EXPECT_GT(failures, before) << "it reads nothing";
  }
  EXPECT_GT(failures, 100);
}

TEST(FailingStatementsTest, LeaveTheNotebookAsItWasBeforeTheOperation) {
  // What comes in by a merge is made once, and not by way of failures.
  OpenDesk first = OpenDesk::inMemory();
  writeSample(first);
  for (const NamedOperation& operation : everyOperation())
    EXPECT_THAT(operation.run(first), IsOk()) << operation.name;
  FailingStatements statements;
  int failures = 0;
  for (const NamedOperation& operation : everyOperation()) {
    SCOPED_TRACE(operation.name);
    OpenDesk open = OpenDesk::inMemory();
    writeSample(open);
    const std::string before = bytesOf(*open.store);

    const Status whole = failEachStatement(
        statements, [&] { return operation.run(open); },
        [&](const FailedStatement& failed) {
          ++failures;
          EXPECT_FALSE(failed.outcome.has_value()) << failed.number << ": " << failed.sql;
          EXPECT_TRUE(bytesOf(*open.store) == before) << failed.sql;
        });

    EXPECT_THAT(whole, IsOk());
    EXPECT_TRUE(bytesOf(*open.store) != before);
  }
  EXPECT_GT(failures, 500);
}

}  // namespace
}  // namespace phaseboard::test
