// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/row_changes.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include <sqlite3.h>

// The distribution's SQLite has the hook (checked when the build is configured), but its header
// shows it only to those who define SQLITE_ENABLE_PREUPDATE_HOOK for the whole program.
// NOLINTBEGIN(readability-identifier-naming): SQLite's names
extern "C" {
void* sqlite3_preupdate_hook(sqlite3*,
                             void (*)(void*, sqlite3*, int, const char*, const char*, sqlite3_int64,
                                      sqlite3_int64),
                             void*);
int sqlite3_preupdate_old(sqlite3*, int, sqlite3_value**);
int sqlite3_preupdate_new(sqlite3*, int, sqlite3_value**);
int sqlite3_preupdate_count(sqlite3*);
}
// NOLINTEND(readability-identifier-naming)

namespace phaseboard::db {
namespace {

// A change: 'I', 'U' or 'D'; table name; number of columns; values before ('U', 'D'); values after
// ('I', 'U'). A text or blob is its length and its bytes; numbers are 8 bytes, little-endian.
constexpr char kInsert = 'I';
constexpr char kUpdate = 'U';
constexpr char kDelete = 'D';

void putNumber(std::string& out, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8)
    out += static_cast<char>((number >> shift) & 0xffU);
}

void putBytes(std::string& out, std::string_view bytes) {
  putNumber(out, bytes.size());
  out += bytes;
}

void putValue(std::string& out, sqlite3_value* value) {
  const int type = sqlite3_value_type(value);
  out += static_cast<char>(type);
  switch (type) {
    case SQLITE_INTEGER:
      putNumber(out, static_cast<std::uint64_t>(sqlite3_value_int64(value)));
      break;
    case SQLITE_FLOAT: {
      const double real = sqlite3_value_double(value);
      std::uint64_t bits = 0;
      std::memcpy(&bits, &real, sizeof bits);
      putNumber(out, bits);
      break;
    }
    case SQLITE_TEXT:
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
      const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
      putBytes(out, bytes == nullptr ? std::string_view() : std::string_view(bytes, size));
      break;
    }
    default:
      break;
  }
}

struct Value {
  int type = SQLITE_NULL;
  std::uint64_t number = 0;  ///< an integer, or the bits of a real
  std::string_view bytes;
};

struct Change {
  char kind = kInsert;
  std::string table;
  std::vector<Value> before;
  std::vector<Value> after;
};

/// Takes changes apart; trusts nothing.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : m_rest(bytes) {}

  [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

  std::optional<Change> change() {
    Change change;
    change.kind = m_rest.front();
    m_rest.remove_prefix(1);
    if (change.kind != kInsert && change.kind != kUpdate && change.kind != kDelete)
      return std::nullopt;
    const auto table = bytes();
    const auto columns = number();
    constexpr std::uint64_t kMostColumns = 100;
    if (!table || !columns || *columns == 0 || *columns > kMostColumns)
      return std::nullopt;
    change.table = *table;
    if (change.kind != kInsert && !values(*columns, change.before))
      return std::nullopt;
    if (change.kind != kDelete && !values(*columns, change.after))
      return std::nullopt;
    return change;
  }

 private:
  std::optional<std::uint64_t> number() {
    if (m_rest.size() < 8)
      return std::nullopt;
    std::uint64_t number = 0;
    for (unsigned i = 0; i < 8; ++i)
      number |= static_cast<std::uint64_t>(static_cast<unsigned char>(m_rest[i])) << (8 * i);
    m_rest.remove_prefix(8);
    return number;
  }

  std::optional<std::string_view> bytes() {
    const auto size = number();
    if (!size || *size > m_rest.size())
      return std::nullopt;
    const std::string_view bytes = m_rest.substr(0, *size);
    m_rest.remove_prefix(*size);
    return bytes;
  }

  bool values(std::uint64_t count, std::vector<Value>& out) {
    for (std::uint64_t i = 0; i < count; ++i) {
      const auto value = this->value();
      if (!value)
        return false;
      out.push_back(*value);
    }
    return true;
  }

  std::optional<Value> value() {
    if (m_rest.empty())
      return std::nullopt;
    Value value;
    value.type = static_cast<unsigned char>(m_rest.front());
    m_rest.remove_prefix(1);
    if (value.type == SQLITE_NULL)
      return value;
    if (value.type == SQLITE_INTEGER || value.type == SQLITE_FLOAT) {
      const auto read = number();
      value.number = read.value_or(0);
      return read ? std::optional(value) : std::nullopt;
    }
    if (value.type != SQLITE_TEXT && value.type != SQLITE_BLOB)
      return std::nullopt;
    const auto read = bytes();
    value.bytes = read.value_or(std::string_view());
    return read ? std::optional(value) : std::nullopt;
  }

  std::string_view m_rest;
};

Result<std::vector<Change>> changesIn(std::string_view bytes, const std::string& subject) {
  std::vector<Change> changes;
  for (Reader reader(bytes); !reader.isAtEnd();) {
    auto change = reader.change();
    if (!change)
      return fail(ErrorKind::Damaged, subject, "a step of undo cannot be read");
    changes.push_back(std::move(*change));
  }
  return changes;
}

Change inverted(Change change) {
  std::swap(change.before, change.after);
  if (change.kind == kInsert)
    change.kind = kDelete;
  else if (change.kind == kDelete)
    change.kind = kInsert;
  return change;
}

void bindOne(SQLite::Statement& statement, int index, const Value& value) {
  switch (value.type) {
    case SQLITE_INTEGER:
      statement.bind(index, static_cast<std::int64_t>(value.number));
      break;
    case SQLITE_FLOAT: {
      double real = 0;
      std::memcpy(&real, &value.number, sizeof real);
      statement.bind(index, real);
      break;
    }
    case SQLITE_TEXT:
      statement.bind(index, std::string(value.bytes));
      break;
    case SQLITE_BLOB:
      statement.bind(index, value.bytes.data(), static_cast<int>(value.bytes.size()));
      break;
    default:
      statement.bind(index);
  }
}

std::string quoted(const std::string& name) {
  return '"' + name + '"';
}

std::vector<std::string> columnsOf(Connection& connection, const std::string& table) {
  std::vector<std::string> names;
  SQLite::Statement rows(connection.database(), "SELECT name FROM pragma_table_info(?)");
  rows.bind(1, table);
  while (rows.executeStep())
    names.push_back(rows.getColumn(0).getString());
  return names;
}

std::string joined(const std::vector<std::string>& columns, const std::string& suffix,
                   const std::string& separator) {
  std::string text;
  for (const std::string& column : columns)
    text += (text.empty() ? "" : separator) + quoted(column) + suffix;
  return text;
}

std::string sqlFor(const Change& change, const std::vector<std::string>& columns) {
  const std::string table = quoted(change.table);
  const std::string asBefore = " WHERE " + joined(columns, " IS ?", " AND ");
  switch (change.kind) {
    case kInsert: {
      std::string marks = "?";
      for (std::size_t i = 1; i < columns.size(); ++i)
        marks += ", ?";
      return "INSERT INTO " + table + " (" + joined(columns, "", ", ") + ") VALUES (" + marks + ")";
    }
    case kUpdate:
      return "UPDATE " + table + " SET " + joined(columns, " = ?", ", ") + asBefore;
    default:
      return "DELETE FROM " + table + asBefore;
  }
}

Status apply(Connection& connection, const Change& change) {
  const std::vector<std::string> columns = columnsOf(connection, change.table);
  if (columns.size() != std::max(change.before.size(), change.after.size()))
    return fail(ErrorKind::Damaged, connection.subject(), "a step of undo is of another schema");
  SQLite::Statement statement(connection.database(), sqlFor(change, columns));
  int index = 0;
  for (const Value& value : change.after)
    bindOne(statement, ++index, value);
  for (const Value& value : change.before)
    bindOne(statement, ++index, value);
  if (statement.exec() != 1)
    return fail(ErrorKind::Damaged, connection.subject(),
                "a row of " + change.table + " is not as the step left it");
  return {};
}

}  // namespace

struct RowRecorderHook {
  /// Nothing may be thrown through SQLite, and a step that was noted in part must not be kept.
  static void note(void* context, sqlite3* handle, int operation, const char*, const char* table,
                   sqlite3_int64, sqlite3_int64) {
    auto& recorder = *static_cast<RowRecorder*>(context);
    try {
      noteRow(recorder, handle, operation, table);
    } catch (const std::bad_alloc&) {
      recorder.m_isIncomplete = true;
    }
  }

  static void noteRow(RowRecorder& recorder, sqlite3* handle, int operation, const char* table) {
    const std::string_view name(table);
    if (recorder.m_listener)
      recorder.m_listener(name, RowView(handle, operation));
    if (!recorder.m_isOn || std::find(recorder.m_tables.begin(), recorder.m_tables.end(), name) ==
                                recorder.m_tables.end())
      return;
    const int columns = sqlite3_preupdate_count(handle);
    std::string& out = recorder.m_changes;
    out += operation == SQLITE_INSERT ? kInsert : operation == SQLITE_UPDATE ? kUpdate : kDelete;
    putBytes(out, name);
    putNumber(out, static_cast<std::uint64_t>(columns));
    if (operation != SQLITE_INSERT)
      putRow(recorder, handle, columns, sqlite3_preupdate_old);
    if (operation != SQLITE_DELETE)
      putRow(recorder, handle, columns, sqlite3_preupdate_new);
  }

  static void putRow(RowRecorder& recorder, sqlite3* handle, int columns,
                     int (*valueAt)(sqlite3*, int, sqlite3_value**)) {
    for (int column = 0; column < columns; ++column) {
      sqlite3_value* value = nullptr;
      if (valueAt(handle, column, &value) == SQLITE_OK && value != nullptr)
        putValue(recorder.m_changes, value);
      else
        recorder.m_isIncomplete = true;
    }
  }
};

bool RowView::has(RowSide side) const {
  return m_operation != (side == RowSide::Before ? SQLITE_INSERT : SQLITE_DELETE);
}

merge::Field RowView::field(int column, RowSide side) const {
  if (!has(side))
    return std::monostate();
  sqlite3_value* value = nullptr;
  const int code = side == RowSide::Before ? sqlite3_preupdate_old(m_handle, column, &value)
                                           : sqlite3_preupdate_new(m_handle, column, &value);
  if (code != SQLITE_OK || value == nullptr)
    throw std::bad_alloc();
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      return static_cast<std::int64_t>(sqlite3_value_int64(value));
    case SQLITE_FLOAT:
      return sqlite3_value_double(value);
    case SQLITE_NULL:
      return std::monostate();
    default: {
      const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
      const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
      if (bytes == nullptr && size > 0)
        throw std::bad_alloc();
      return bytes == nullptr ? std::string() : std::string(bytes, size);
    }
  }
}

RowRecorder::RowRecorder(Connection& connection, std::span<const std::string_view> tables,
                         RowListener listener)
    : m_connection(connection), m_tables(tables), m_listener(std::move(listener)) {
  sqlite3_preupdate_hook(m_connection.handle(), RowRecorderHook::note, this);
}

RowRecorder::~RowRecorder() {
  sqlite3_preupdate_hook(m_connection.handle(), nullptr, nullptr);
}

void RowRecorder::start() {
  m_changes.clear();
  m_isIncomplete = false;
  m_isOn = true;
}

std::string RowRecorder::finish() {
  m_isOn = false;
  return std::exchange(m_changes, {});
}

Status revertRows(Connection& connection, std::string_view changes) {
  PHASEBOARD_TRY_ASSIGN(const auto all, changesIn(changes, connection.subject()));
  return connection.guarded([&]() -> Status {
    for (auto change = all.rbegin(); change != all.rend(); ++change)
      PHASEBOARD_TRY(apply(connection, inverted(*change)));
    return {};
  });
}

Status reapplyRows(Connection& connection, std::string_view changes) {
  PHASEBOARD_TRY_ASSIGN(const auto all, changesIn(changes, connection.subject()));
  return connection.guarded([&]() -> Status {
    for (const Change& change : all)
      PHASEBOARD_TRY(apply(connection, change));
    return {};
  });
}

}  // namespace phaseboard::db
