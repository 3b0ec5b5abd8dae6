// SPDX-License-Identifier: Apache-2.0
#include "db/pack/pack_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include "db/checked_pages.h"
#include "db/pack/schema.h"
#include "db/pack/sqlite_error.h"

namespace phaseboard::db {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeaderBytes = 100;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;

using Header = std::array<char, kHeaderBytes>;

std::int32_t bigEndian(const Header& header, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = value << 8U | static_cast<unsigned char>(header[at + i]);
  return static_cast<std::int32_t>(value);
}

/// Whether the file says that it is a pack of a format that we know.
Status checkHeader(const fs::path& file) {
  const std::string subject = file.string();
  std::error_code failure;
  if (!fs::exists(file, failure))
    return fail(ErrorKind::NotFound, subject);
  if (!fs::is_regular_file(file, failure))
    return fail(ErrorKind::ForeignFile, subject, "not a file");
  if (fs::file_size(file, failure) > kLargestPackBytes)
    return fail(ErrorKind::ForeignFile, subject, "larger than the limit of 512 MB");
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    return fail(ErrorKind::InputOutput, subject, "cannot be opened for reading");
  Header header{};
  stream.read(header.data(), static_cast<std::streamsize>(header.size()));
  if (stream.gcount() != static_cast<std::streamsize>(header.size()) ||
      std::string_view(header.data(), kMagic.size()) != kMagic ||
      bigEndian(header, kApplicationIdAt) != kPackApplicationId)
    return fail(ErrorKind::ForeignFile, subject, "not a pack");
  const std::int32_t format = bigEndian(header, kUserVersionAt);
  if (format > kPackFormat)
    return fail(
        ErrorKind::FileTooNew, subject,
        "format " + std::to_string(format) + ", this program knows " + std::to_string(kPackFormat));
  if (format < 1)
    return fail(ErrorKind::ForeignFile, subject, "not a pack");
  return {};
}

/// A file name as a URI: SQLite reads `?`, `#` and `%` in it otherwise.
std::string uriOf(const fs::path& file) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : fs::absolute(file).string()) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '/' || c == '-' || c == '_' || c == '.';
    if (plain) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += '%';
      uri += kDigits[byte >> 4U];
      uri += kDigits[byte & 0xfU];
    }
  }
  return uri + "?immutable=1";
}

void restrict(SQLite::Database& database) {
  sqlite3* handle = database.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLargestValueBytes);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  database.exec("PRAGMA cell_size_check = ON");
}

/// Nothing but our own tables, each written as we write it.
Status checkSchema(SQLite::Database& database, const std::string& subject) {
  std::size_t ours = 0;
  bool hasDrawings = false;
  std::size_t ofSearch = 0;
  SQLite::Statement rows(database, "SELECT type, name, sql FROM sqlite_schema");
  while (rows.executeStep()) {
    const std::string type = rows.getColumn(0).getString();
    const std::string name = rows.getColumn(1).getString();
    const std::string sql = rows.getColumn(2).getString();
    if (type == "index" && rows.getColumn(2).isNull())
      continue;  // belongs to a UNIQUE or PRIMARY KEY of a table
    const bool known = std::find(kPackSchema.begin(), kPackSchema.end(), sql) != kPackSchema.end();
    const bool search = type == "table" && std::find(kSearchTables.begin(), kSearchTables.end(),
                                                     name) != kSearchTables.end();
    if (!known && !search)
      return fail(ErrorKind::Damaged, subject, "holds \"" + name + "\", which no pack has");
    ++(known ? ours : ofSearch);
    hasDrawings = hasDrawings || sql == kDrawingTable;
  }
  const std::size_t wanted = kPackSchema.size() - (hasDrawings ? 0 : 1);
  if (ours != wanted || ofSearch != kSearchTables.size())
    return fail(ErrorKind::Damaged, subject, "a table is missing");
  return {};
}

}  // namespace

Result<std::unique_ptr<SQLite::Database>> openPackFile(const fs::path& file) try {
  PHASEBOARD_TRY(checkHeader(file));
  auto database = std::make_unique<SQLite::Database>(
      uriOf(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX, 0,
      checkedVfs());
  restrict(*database);
  PHASEBOARD_TRY(checkSchema(*database, file.string()));
  return database;
} catch (const SQLite::Exception& error) {
  return translatePackError(error, file.string());
}

Result<std::vector<std::string>> checkPackFile(const fs::path& file) try {
  PHASEBOARD_TRY_ASSIGN(const std::unique_ptr<SQLite::Database> database, openPackFile(file));
  std::vector<std::string> problems;
  SQLite::Statement check(*database, "PRAGMA quick_check(100)");
  while (check.executeStep())
    if (const std::string line = check.getColumn(0).getString(); line != "ok")
      problems.push_back(line);
  SQLite::Statement keys(*database, "PRAGMA foreign_key_check");
  while (keys.executeStep())
    problems.push_back("a row of " + keys.getColumn(0).getString() + " refers to no row of " +
                       keys.getColumn(2).getString());
  return problems;
} catch (const SQLite::Exception& error) {
  return translatePackError(error, file.string());
}

}  // namespace phaseboard::db
