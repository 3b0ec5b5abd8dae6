// SPDX-License-Identifier: Apache-2.0
#include "tests/support/failing_statements.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace phaseboard::test {
namespace {

struct StatementPlan {
  int count = 0;
  int failing = 0;
  bool hasFailed = false;
  std::string failed;
};

StatementPlan statementPlan;

bool canBeInterrupted(std::string_view sql) {
  // "--" is how a trigger is told of, inside of the statement that fires it.
  constexpr std::array<std::string_view, 8> kOthers{"BEGIN",     "COMMIT",  "ROLLBACK", "PRAGMA",
                                                    "SAVEPOINT", "RELEASE", "VACUUM",   "--"};
  return std::none_of(kOthers.begin(), kOthers.end(),
                      [sql](std::string_view other) { return sql.starts_with(other); });
}

int onStatement(unsigned, void* connection, void*, void* sql) {
  if (!canBeInterrupted(static_cast<const char*>(sql)))
    return 0;
  if (++statementPlan.count == statementPlan.failing) {
    statementPlan.hasFailed = true;
    statementPlan.failed = static_cast<const char*>(sql);
    sqlite3_interrupt(static_cast<sqlite3*>(connection));
  }
  return 0;
}

int watch(sqlite3* connection, const char**, const sqlite3_api_routines*) {
  return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, onStatement, connection);
}

/// SQLite's own type for it knows no arguments.
auto entryPoint() {
  return reinterpret_cast<void (*)()>(
      &watch);  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
}

}  // namespace

FailingStatements::FailingStatements() {
  failAt(0);
  sqlite3_auto_extension(entryPoint());
}

FailingStatements::~FailingStatements() {
  failAt(0);
  sqlite3_cancel_auto_extension(entryPoint());
}

void FailingStatements::failAt(int statement) {
  statementPlan = {0, statement, false, {}};
}

bool FailingStatements::hasFailed() const {
  return statementPlan.hasFailed;
}

const std::string& FailingStatements::failed() const {
  return statementPlan.failed;
}

Status failEachStatement(FailingStatements& statements, const std::function<Status()>& work,
                         const std::function<void(const FailedStatement&)>& look) {
  for (int number = 1;; ++number) {
    statements.failAt(number);
    Status outcome = work();
    const bool hasFailed = statements.hasFailed();
    const FailedStatement failed{number, statements.failed(), outcome};
    statements.failAt(0);
    if (!hasFailed)
      return outcome;
    look(failed);
  }
}

}  // namespace phaseboard::test
