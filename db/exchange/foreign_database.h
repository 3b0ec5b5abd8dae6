// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/exchange/progress.h"
#include "db/exchange/exchange_limits.h"

struct sqlite3;
struct sqlite3_stmt;

namespace phaseboard::db {

/// A row of a stranger's database. Columns count from 0; a value of another type than asked for is
/// nothing.
class ForeignRow {
 public:
  explicit ForeignRow(sqlite3_stmt* statement) : m_statement(statement) {}
  [[nodiscard]] std::optional<std::int64_t> integer(int column) const;
  /// Bytes of a text or a blob; they need not be UTF-8.
  [[nodiscard]] std::optional<std::string> bytes(int column) const;

 private:
  sqlite3_stmt* m_statement;
};

/// An SQLite file that somebody else made, in memory and only for reading.
///
/// It is distrusted: no schema is trusted, no trigger or view is used, nothing can be attached or
/// loaded, values have a largest size, all questions together have a limit of time, only SELECTs of
/// known tables are let through, and the structure is checked before the first of them.
class ForeignDatabase {
 public:
  /// @param tables    that may be asked; each must be an ordinary table
  /// @param subject   for errors
  /// @param progress  outlives the database
  /// @param patience  that opening and all questions may take together
  /// @return `InvalidInput` with the reason
  [[nodiscard]] static Result<std::unique_ptr<ForeignDatabase>> open(
      std::string bytes, std::vector<std::string> tables, std::string subject,
      const exchange::Progress& progress,
      std::chrono::milliseconds patience = std::chrono::seconds(kForeignSeconds));
  ~ForeignDatabase();
  ForeignDatabase(const ForeignDatabase&) = delete;
  ForeignDatabase& operator=(const ForeignDatabase&) = delete;

  /// Calls `visit` for every row until it fails. `InvalidInput` when the question cannot be
  /// answered.
  [[nodiscard]] Status each(const char* sql, const std::function<Status(const ForeignRow&)>& visit);

  [[nodiscard]] bool hasTable(const std::string& name) const;

 private:
  struct Closer {
    void operator()(sqlite3* open) const;
  };
  friend struct ForeignHooks;

  ForeignDatabase(std::string bytes, std::vector<std::string> tables, std::string subject,
                  const exchange::Progress& progress, std::chrono::milliseconds patience);
  [[nodiscard]] Status load();
  [[nodiscard]] Status distrust();
  [[nodiscard]] Status checkStructure();
  [[nodiscard]] tl::unexpected<Error> refused(const std::string& why) const;
  [[nodiscard]] tl::unexpected<Error> failed(int code) const;

  std::string m_bytes;  ///< the file; SQLite reads from here
  std::vector<std::string> m_tables;
  std::vector<std::string> m_found;  ///< of `m_tables`, those that are there
  std::string m_subject;
  const exchange::Progress& m_progress;
  std::chrono::steady_clock::time_point m_deadline;
  bool m_isStopped = false;
  bool m_isLate = false;
  std::unique_ptr<sqlite3, Closer> m_database;
};

}  // namespace phaseboard::db
