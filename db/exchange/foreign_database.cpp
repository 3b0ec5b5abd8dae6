// SPDX-License-Identifier: Apache-2.0
#include "db/exchange/foreign_database.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <sqlite3.h>

namespace phaseboard::db {
namespace {

constexpr std::size_t kHeaderBytes = 100;
constexpr int kOperationsPerLook = 10'000;

struct StatementFinisher {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using ForeignStatement = std::unique_ptr<sqlite3_stmt, StatementFinisher>;

/// Anki's own collation, near enough: it decides the order of indexes that nobody here uses.
int compareFolded(void*, int sizeA, const void* a, int sizeB, const void* b) {
  const int common = sqlite3_strnicmp(static_cast<const char*>(a), static_cast<const char*>(b),
                                      std::min(sizeA, sizeB));
  return common != 0 ? common : sizeA - sizeB;
}

}  // namespace

/// What SQLite calls back.
struct ForeignHooks {
  static int look(void* self) {
    auto& database = *static_cast<ForeignDatabase*>(self);
    if (!exchange::goesOn(database.m_progress, 0, 0))
      database.m_isStopped = true;
    if (std::chrono::steady_clock::now() > database.m_deadline)
      database.m_isLate = true;
    return database.m_isStopped || database.m_isLate ? 1 : 0;
  }

  static int permit(void* self, int action, const char* table, const char*, const char*,
                    const char*) {
    const auto& tables = static_cast<ForeignDatabase*>(self)->m_tables;
    if (action == SQLITE_SELECT)
      return SQLITE_OK;
    const bool isKnown =
        table != nullptr && std::find(tables.begin(), tables.end(), table) != tables.end();
    return action == SQLITE_READ && isKnown ? SQLITE_OK : SQLITE_DENY;
  }
};

std::optional<std::int64_t> ForeignRow::integer(int column) const {
  if (sqlite3_column_type(m_statement, column) != SQLITE_INTEGER)
    return std::nullopt;
  return sqlite3_column_int64(m_statement, column);
}

std::optional<std::string> ForeignRow::bytes(int column) const {
  const int type = sqlite3_column_type(m_statement, column);
  if (type != SQLITE_TEXT && type != SQLITE_BLOB)
    return std::nullopt;
  const auto* begin = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
  const int size = sqlite3_column_bytes(m_statement, column);
  return begin == nullptr ? std::string() : std::string(begin, static_cast<std::size_t>(size));
}

void ForeignDatabase::Closer::operator()(sqlite3* open) const {
  sqlite3_close_v2(open);
}

ForeignDatabase::ForeignDatabase(std::string bytes, std::vector<std::string> tables,
                                 std::string subject, const exchange::Progress& progress,
                                 std::chrono::milliseconds patience)
    : m_bytes(std::move(bytes)),
      m_tables(std::move(tables)),
      m_subject(std::move(subject)),
      m_progress(progress),
      m_deadline(std::chrono::steady_clock::now() + patience) {}

ForeignDatabase::~ForeignDatabase() = default;

tl::unexpected<Error> ForeignDatabase::refused(const std::string& why) const {
  return fail(ErrorKind::InvalidInput, m_subject, why);
}

tl::unexpected<Error> ForeignDatabase::failed(int code) const {
  if (m_isStopped)
    return exchange::stopped();
  if (m_isLate)
    return refused("its database takes longer than 20 seconds to read");
  if ((code & 0xff) == SQLITE_TOOBIG)
    return refused("its database has a value larger than 16 MB");
  return refused(std::string("its database is damaged: ") + sqlite3_errmsg(m_database.get()));
}

Result<std::unique_ptr<ForeignDatabase>> ForeignDatabase::open(std::string bytes,
                                                               std::vector<std::string> tables,
                                                               std::string subject,
                                                               const exchange::Progress& progress,
                                                               std::chrono::milliseconds patience) {
  std::unique_ptr<ForeignDatabase> database(new ForeignDatabase(
      std::move(bytes), std::move(tables), std::move(subject), progress, patience));
  PHASEBOARD_TRY(database->load());
  PHASEBOARD_TRY(database->distrust());
  PHASEBOARD_TRY(database->checkStructure());
  sqlite3_set_authorizer(database->m_database.get(), ForeignHooks::permit, database.get());
  return database;
}

Status ForeignDatabase::load() {
  using namespace std::string_view_literals;
  if (m_bytes.size() < kHeaderBytes || !m_bytes.starts_with("SQLite format 3\0"sv))
    return refused("its database is not an SQLite file");
  // A file in memory has no write-ahead log; one that says it has is read without.
  for (const std::size_t version : {18U, 19U})
    if (m_bytes[version] == 2)
      m_bytes[version] = 1;
  sqlite3* open = nullptr;
  const int opened = sqlite3_open_v2(":memory:", &open, SQLITE_OPEN_READWRITE, nullptr);
  m_database.reset(open);
  if (opened != SQLITE_OK)
    return fail(ErrorKind::Internal, m_subject, "no database in memory");
  const auto size = static_cast<sqlite3_int64>(m_bytes.size());
  const int code =
      sqlite3_deserialize(open, "main", reinterpret_cast<unsigned char*>(m_bytes.data()), size,
                          size, SQLITE_DESERIALIZE_READONLY);
  return code == SQLITE_OK ? Status{} : failed(code);
}

Status ForeignDatabase::distrust() {
  sqlite3* open = m_database.get();
  const std::pair<int, int> switches[]{{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                       {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                       {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                       {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                       {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                       {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0}};
  for (const auto& [name, value] : switches)
    if (sqlite3_db_config(open, name, value, nullptr) != SQLITE_OK)
      return fail(ErrorKind::Internal, m_subject, "SQLite lacks a safeguard");
  const std::pair<int, int> limits[]{{SQLITE_LIMIT_LENGTH, kLargestRow},
                                     {SQLITE_LIMIT_SQL_LENGTH, 100'000},
                                     {SQLITE_LIMIT_COLUMN, 100},
                                     {SQLITE_LIMIT_EXPR_DEPTH, 50},
                                     {SQLITE_LIMIT_COMPOUND_SELECT, 2},
                                     {SQLITE_LIMIT_VDBE_OP, 25'000},
                                     {SQLITE_LIMIT_FUNCTION_ARG, 8},
                                     {SQLITE_LIMIT_ATTACHED, 0},
                                     {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
                                     {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
                                     {SQLITE_LIMIT_WORKER_THREADS, 0}};
  for (const auto& [name, value] : limits)
    sqlite3_limit(open, name, value);
  sqlite3_progress_handler(open, kOperationsPerLook, ForeignHooks::look, this);
  sqlite3_create_collation(open, "unicase", SQLITE_UTF8, nullptr, compareFolded);
  const int code = sqlite3_exec(open, "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY",
                                nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? Status{} : failed(code);
}

Status ForeignDatabase::checkStructure() {
  PHASEBOARD_TRY(each("PRAGMA quick_check (1)", [&](const ForeignRow& row) -> Status {
    const auto said = row.bytes(0);
    return said == "ok" ? Status{}
                        : refused("its database is damaged: " + said.value_or("no answer"));
  }));
  return each("SELECT name, type, rootpage, sql FROM sqlite_master",
              [&](const ForeignRow& row) -> Status {
                const std::string name = row.bytes(0).value_or("");
                if (std::find(m_tables.begin(), m_tables.end(), name) == m_tables.end())
                  return {};
                const std::string sql = row.bytes(3).value_or("");
                const bool isOrdinary = row.bytes(1) == "table" && row.integer(2).value_or(0) > 0 &&
                                        sqlite3_strnicmp(sql.c_str(), "CREATE TABLE", 12) == 0;
                if (!isOrdinary)
                  return refused("its database has no ordinary table \"" + name + "\"");
                m_found.push_back(name);
                return {};
              });
}

bool ForeignDatabase::hasTable(const std::string& name) const {
  return std::find(m_found.begin(), m_found.end(), name) != m_found.end();
}

Status ForeignDatabase::each(const char* sql,
                             const std::function<Status(const ForeignRow&)>& visit) {
  sqlite3_stmt* prepared = nullptr;
  const int code = sqlite3_prepare_v2(m_database.get(), sql, -1, &prepared, nullptr);
  const ForeignStatement statement(prepared);
  if (code != SQLITE_OK)
    return failed(code);
  for (;;) {
    const int step = sqlite3_step(prepared);
    if (step == SQLITE_DONE)
      return {};
    if (step != SQLITE_ROW)
      return failed(step);
    PHASEBOARD_TRY(visit(ForeignRow(prepared)));
  }
}

}  // namespace phaseboard::db
