// SPDX-License-Identifier: Apache-2.0
#include "db/connection.h"

#include <sqlite3.h>

#include "db/checked_pages.h"

namespace phaseboard::db {
namespace {

ErrorKind kindOf(int code) {
  if (code == SQLITE_IOERR_DATA)  // of `checkedVfs`
    return ErrorKind::Damaged;
  switch (code & 0xff) {
    case SQLITE_FULL:
      return ErrorKind::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return ErrorKind::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return ErrorKind::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return ErrorKind::Damaged;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOLFS:
      return ErrorKind::InputOutput;
    default:
      return ErrorKind::Internal;
  }
}

int rememberLogPages(void* pages, sqlite3*, const char*, int count) {
  *static_cast<int*>(pages) = count;
  return SQLITE_OK;
}

/// An absolute path as a URI, so that `immutable` can be asked for.
std::string immutableUri(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char letter : std::filesystem::absolute(file).string()) {
    if (letter == '?' || letter == '#' || letter == '%') {
      constexpr std::string_view kDigits = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(letter);
      uri += '%';
      uri += kDigits[byte >> 4U];
      uri += kDigits[byte & 0xfU];
    } else {
      uri += letter;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

Error translate(int code, const std::string& message, const std::string& subject) {
  return {kindOf(code), subject, message + " (SQLite " + std::to_string(code) + ")"};
}

Error translate(const SQLite::Exception& exception, const std::string& subject) {
  const int extended = exception.getExtendedErrorCode();
  return translate(extended > 0 ? extended : exception.getErrorCode(), exception.what(), subject);
}

void bindValue(SQLite::Statement& statement, int index, std::int64_t value) {
  statement.bind(index, value);
}

void bindValue(SQLite::Statement& statement, int index, int value) {
  statement.bind(index, value);
}

void bindValue(SQLite::Statement& statement, int index, bool value) {
  statement.bind(index, value ? 1 : 0);
}

void bindValue(SQLite::Statement& statement, int index, double value) {
  statement.bind(index, value);
}

void bindValue(SQLite::Statement& statement, int index, const std::string& value) {
  statement.bind(index, value);
}

void bindValue(SQLite::Statement& statement, int index, const char* value) {
  statement.bind(index, value);
}

void bindValue(SQLite::Statement& statement, int index, Blob value) {
  statement.bind(index, value.bytes.data(), static_cast<int>(value.bytes.size()));
}

void bindValue(SQLite::Statement& statement, int index, const merge::Field& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value))
    statement.bind(index, *number);
  else if (const auto* real = std::get_if<double>(&value))
    statement.bind(index, *real);
  else if (const auto* text = std::get_if<std::string>(&value))
    statement.bind(index, *text);
  else
    statement.bind(index);
}

Query::~Query() {
  m_statement.tryReset();
}

std::int64_t Query::integer(int column) const {
  return m_statement.getColumn(column).getInt64();
}

double Query::real(int column) const {
  return m_statement.getColumn(column).getDouble();
}

std::string Query::text(int column) const {
  const SQLite::Column value = m_statement.getColumn(column);
  const auto* bytes = static_cast<const char*>(value.getBlob());
  return bytes == nullptr ? std::string()
                          : std::string(bytes, static_cast<std::size_t>(value.getBytes()));
}

merge::Field Query::field(int column) const {
  const SQLite::Column value = m_statement.getColumn(column);
  if (value.isNull())
    return std::monostate();
  if (value.isInteger())
    return value.getInt64();
  if (value.isFloat())
    return value.getDouble();
  return text(column);
}

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& file,
                                                     Access access, const std::string& vfs) try {
  int flags = SQLite::OPEN_READONLY;
  if (access == Access::ReadWrite)
    flags = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
  std::string name = file.string();
  if (access == Access::Immutable) {
    flags |= SQLite::OPEN_URI;
    name = immutableUri(file);
  }
  SQLite::Database database(name, flags, kBusyTimeoutMs, checkedVfs(vfs));
  sqlite3_extended_result_codes(database.getHandle(), 1);
  database.exec("PRAGMA foreign_keys = ON");
  // Enough for the schedule and the prompts of a large notebook; pages are taken as they are read.
  database.exec("PRAGMA cache_size = -24000");
  return std::unique_ptr<Connection>(new Connection(file.string(), std::move(database)));
} catch (const SQLite::Exception& exception) {
  return tl::unexpected<Error>(translate(exception, file.string()));
}

Connection::Connection(std::string subject, SQLite::Database database)
    : m_subject(std::move(subject)), m_database(std::move(database)) {
  sqlite3_wal_hook(handle(), rememberLogPages, &m_logPages);
}

Connection::~Connection() {
  sqlite3_wal_hook(handle(), nullptr, nullptr);
}

Status Connection::makeDurable() {
  return guarded([&]() -> Status {
    // SQLite answers with the mode that is in force, not with the one that was asked for.
    Query mode = query("PRAGMA journal_mode = WAL");
    if (!mode.next() || mode.text(0) != "wal")
      return fail(ErrorKind::InputOutput, m_subject, "the file system keeps no write-ahead log");
    execute("PRAGMA synchronous = FULL");
    constexpr std::int64_t kFull = 2;
    if (integer("PRAGMA synchronous") != kFull || integer("PRAGMA foreign_keys") != 1)
      return fail(ErrorKind::Internal, m_subject, "SQLite does not keep our settings");
    // Replaces SQLite's own checkpoint every 1000 pages, which would fall into an answer.
    sqlite3_wal_hook(handle(), rememberLogPages, &m_logPages);
    return {};
  });
}

bool Connection::isInTransaction() const {
  return sqlite3_get_autocommit(m_database.getHandle()) == 0;
}

Status Connection::checkpoint() {
  const int code =
      sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  if (code != SQLITE_OK && code != SQLITE_BUSY)
    return tl::unexpected<Error>(translate(code, sqlite3_errmsg(handle()), m_subject));
  m_logPages = 0;
  return {};
}

Query Connection::queryWith(const char* sql, const std::vector<merge::Field>& values) {
  SQLite::Statement& statement = prepared(sql);
  int index = 0;
  for (const merge::Field& value : values)
    bindValue(statement, ++index, value);
  return Query(statement);
}

int Connection::runWith(const char* sql, const std::vector<merge::Field>& values) {
  SQLite::Statement& statement = prepared(sql);
  int index = 0;
  for (const merge::Field& value : values)
    bindValue(statement, ++index, value);
  const Query reset(statement);
  return statement.exec();
}

SQLite::Statement& Connection::prepared(const char* sql) {
  const auto found = m_statements.find(sql);
  if (found != m_statements.end())
    return found->second;
  return m_statements.emplace(std::string_view(sql), SQLite::Statement(m_database, sql))
      .first->second;
}

}  // namespace phaseboard::db
