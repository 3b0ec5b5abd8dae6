// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "app/base/result.h"

namespace phaseboard::test {

/// Lets a statement of SQLite's fail, on every connection that is opened while one of these lives.
///
/// Statements are counted as they begin. The one that is to fail is interrupted before its first
/// row, and with it what is being read around it on the same connection. What only opens or closes
/// a transaction, and PRAGMA, cannot be interrupted and is not counted: `FaultVfs` is for those.
/// One may live at a time.
class FailingStatements {
 public:
  FailingStatements();
  ~FailingStatements();
  FailingStatements(const FailingStatements&) = delete;
  FailingStatements& operator=(const FailingStatements&) = delete;

  /// Counts from 0 again; statement number `statement` (from 1) fails, none for 0.
  void failAt(int statement);

  [[nodiscard]] bool hasFailed() const;
  /// The statement that failed.
  [[nodiscard]] const std::string& failed() const;
};

/// What one of a number of statements failing did.
struct FailedStatement {
  int number = 0;
  std::string sql;
  Status outcome;  ///< of the whole work
};

/// Does `work` until it goes through, each time with the next of its statements failing, and shows
/// what became of each. Returns how it ended when nothing failed.
Status failEachStatement(FailingStatements& statements, const std::function<Status()>& work,
                         const std::function<void(const FailedStatement&)>& look);

}  // namespace phaseboard::test
