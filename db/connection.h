// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include "app/base/result.h"
#include "app/base/strong.h"
#include "app/merge/cell.h"

namespace phaseboard::db {

/// What SQLite's failure means for the user of a notebook; extended codes go to the detail. For
/// packs, which only we write, there is `translatePackError`.
[[nodiscard]] Error translate(const SQLite::Exception& exception, const std::string& subject);

/// The same for calls of the C interface.
[[nodiscard]] Error translate(int code, const std::string& message, const std::string& subject);

/// Bytes to be bound as a blob. Does not own them.
struct Blob {
  std::string_view bytes;
};

void bindValue(SQLite::Statement& statement, int index, std::int64_t value);
void bindValue(SQLite::Statement& statement, int index, int value);
void bindValue(SQLite::Statement& statement, int index, bool value);
void bindValue(SQLite::Statement& statement, int index, double value);
void bindValue(SQLite::Statement& statement, int index, const std::string& value);
void bindValue(SQLite::Statement& statement, int index, const char* value);
void bindValue(SQLite::Statement& statement, int index, Blob value);
void bindValue(SQLite::Statement& statement, int index, const merge::Field& value);

template <class Tag, class Rep>
void bindValue(SQLite::Statement& statement, int index, const Strong<Tag, Rep>& value) {
  bindValue(statement, index, value.value());
}

template <class T>
void bindValue(SQLite::Statement& statement, int index, const std::optional<T>& value) {
  if (value)
    bindValue(statement, index, *value);
  else
    statement.bind(index);
}

/// A prepared statement in use. Columns count from 0. Ends the reading when it goes out of scope,
/// so that no read transaction outlives the call that began it. Throws `SQLite::Exception`.
class Query {
 public:
  explicit Query(SQLite::Statement& statement) : m_statement(statement) {}
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Goes to the next row; false when there is none.
  [[nodiscard]] bool next() { return m_statement.executeStep(); }

  [[nodiscard]] bool isNull(int column) const { return m_statement.isColumnNull(column); }
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] int number(int column) const { return static_cast<int>(integer(column)); }
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  /// Whatever it is; bytes as a text.
  [[nodiscard]] merge::Field field(int column) const;

 private:
  SQLite::Statement& m_statement;
};

enum class Access {
  ReadWrite,  ///< made if it does not exist
  ReadOnly,   ///< nothing is written, except that another program's WAL may need its index
  Immutable   ///< for a file in a folder that cannot be written: no lock, no WAL
};

/// One SQLite connection with our settings, and its prepared statements. For one thread.
///
/// Foreign keys are on, the busy timeout is `kBusyTimeoutMs`; pages with checksums are checked as
/// they are read (`db/checked_pages.h`). Members throw `SQLite::Exception` unless they return a
/// result; `guarded` turns exceptions into errors.
class Connection {
 public:
  static constexpr int kBusyTimeoutMs = 2000;

  /// @param vfs  name of the SQLite VFS below our own, empty for the default
  /// @return `ReadOnly`, `NotFound`, `InputOutput` ... ; the file itself is not yet read
  [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& file,
                                                                Access access,
                                                                const std::string& vfs = {});
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Sets, and reads back, a write-ahead log with a sync at each commit and without checkpoints of
  /// SQLite's own choosing. `InputOutput` when the file system cannot keep such a log.
  [[nodiscard]] Status makeDurable();

  /// A cached statement, bound. `sql` outlives the connection, as literals do.
  template <class... Values>
  [[nodiscard]] Query query(const char* sql, const Values&... values) {
    SQLite::Statement& statement = prepared(sql);
    int index = 0;
    (bindValue(statement, ++index, values), ...);
    return Query(statement);
  }

  /// Runs a statement without rows; returns how many rows it changed.
  template <class... Values>
  int run(const char* sql, const Values&... values) {
    SQLite::Statement& statement = prepared(sql);
    int index = 0;
    (bindValue(statement, ++index, values), ...);
    const Query reset(statement);
    return statement.exec();
  }

  /// The same with values whose number is known only when it runs.
  [[nodiscard]] Query queryWith(const char* sql, const std::vector<merge::Field>& values);
  int runWith(const char* sql, const std::vector<merge::Field>& values);

  /// The single integer of a statement's first row; nothing without a row or for NULL.
  template <class... Values>
  [[nodiscard]] std::optional<std::int64_t> integer(const char* sql, const Values&... values) {
    Query rows = query(sql, values...);
    if (!rows.next() || rows.isNull(0))
      return std::nullopt;
    return rows.integer(0);
  }

  /// Runs whole scripts, uncached.
  void execute(const std::string& sql) { m_database.exec(sql); }

  /// Runs `work`, which returns a `Result`, and turns a thrown `SQLite::Exception` into its error.
  template <class Work>
  auto guarded(Work&& work) const -> decltype(work()) {
    try {
      return work();
    } catch (const SQLite::Exception& exception) {
      return tl::unexpected<Error>(translate(exception, m_subject));
    }
  }

  [[nodiscard]] bool isInTransaction() const;

  /// Pages in the write-ahead log after the last commit of this connection.
  [[nodiscard]] int logPages() const { return m_logPages; }

  /// Moves the log into the main file as far as nobody reads it. Two syncs.
  [[nodiscard]] Status checkpoint();

  [[nodiscard]] SQLite::Database& database() { return m_database; }
  [[nodiscard]] sqlite3* handle() { return m_database.getHandle(); }

  /// The file's name, for errors.
  [[nodiscard]] const std::string& subject() const { return m_subject; }

 private:
  Connection(std::string subject, SQLite::Database database);
  [[nodiscard]] SQLite::Statement& prepared(const char* sql);

  std::string m_subject;
  int m_logPages = 0;
  SQLite::Database m_database;
  std::unordered_map<std::string_view, SQLite::Statement> m_statements;
};

}  // namespace phaseboard::db
