// SPDX-License-Identifier: Apache-2.0
// The log as the fit of the memory model wants it. It is read whole, so this is the one place that
// reads columns without a wrapper and makes full events only of logs that have more than answers.
#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <utility>

#include <sqlite3.h>

#include "db/connection.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

using StatementPointer = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

constexpr const char* kSelectLog =
    "SELECT prompt_key, id, kind, target, taken_shift_ms, day_shift, rating FROM review "
    "WHERE prompt_key IN (SELECT key FROM prompt WHERE last_event_ms IS NOT NULL "
    "ORDER BY last_event_ms DESC LIMIT ?) ORDER BY prompt_key, id";
constexpr const char* kSelectWholeLog =
    "SELECT prompt_key, id, kind, target, taken_shift_ms, day_shift, rating FROM review "
    "WHERE ? IS NOT NULL ORDER BY prompt_key, id";

Uuid uuidIn(sqlite3_stmt* row, int column) {
  Uuid::Bytes bytes{};
  const void* blob = sqlite3_column_blob(row, column);
  if (blob != nullptr && sqlite3_column_bytes(row, column) == static_cast<int>(bytes.size()))
    std::memcpy(bytes.data(), blob, bytes.size());
  return Uuid{bytes};
}

/// The events of one prompt, as little of them as counts.
class OneLog {
 public:
  void add(sqlite3_stmt* row) {
    review::ReviewEvent event;
    event.id = uuidIn(row, 1);
    event.kind = static_cast<review::EventKind>(sqlite3_column_int(row, 2));
    const std::int64_t at = event.id.moment().value() + sqlite3_column_int64(row, 4);
    event.day =
        StudyDay{static_cast<std::int32_t>(at / kMillisPerDay + sqlite3_column_int64(row, 5))};
    event.rating =
        memory::ratingFromNumber(sqlite3_column_int(row, 6)).value_or(memory::Rating::Again);
    if (event.kind != review::EventKind::Answer) {
      event.target = uuidIn(row, 3);
      m_hasOnlyAnswers = false;
    }
    m_events.push_back(std::move(event));
  }

  /// Adds its answers that count to `rows`, and begins anew.
  void finish(std::int64_t key, std::vector<memory::ReviewRow>& rows) {
    if (m_hasOnlyAnswers) {
      for (const review::ReviewEvent& event : m_events)
        append(std::to_string(key), event.day, event.rating, rows);
    } else {
      appendCounted(key, rows);
    }
    m_events.clear();
    m_last.reset();
    m_hasOnlyAnswers = true;
  }

 private:
  /// After a fresh start a prompt is another one to the model.
  void appendCounted(std::int64_t key, std::vector<memory::ReviewRow>& rows) {
    std::string prompt = std::to_string(key);
    int starts = 0;
    for (const review::CountedAnswer& answer : review::countedAnswers(std::move(m_events))) {
      if (answer.isFirst && ++starts > 1) {
        prompt = std::to_string(key) + "." + std::to_string(starts);
        m_last.reset();
      }
      append(prompt, answer.day, answer.rating, rows);
    }
  }

  void append(std::string prompt, StudyDay day, memory::Rating rating,
              std::vector<memory::ReviewRow>& rows) {
    const int elapsed = m_last ? std::max(0, daysBetween(*m_last, day)) : 0;
    rows.push_back({std::move(prompt), day.value(), elapsed, rating});
    m_last = day;
  }

  std::vector<review::ReviewEvent> m_events;
  std::optional<StudyDay> m_last;
  bool m_hasOnlyAnswers = true;
};

}  // namespace

Result<std::vector<memory::ReviewRow>> SqliteNotebookStore::trainingRows(
    std::optional<int> mostPrompts) const {
  sqlite3* const handle = m_connection->handle();
  sqlite3_stmt* prepared = nullptr;
  const char* const sql = mostPrompts ? kSelectLog : kSelectWholeLog;
  if (const int code = sqlite3_prepare_v2(handle, sql, -1, &prepared, nullptr); code != SQLITE_OK)
    return tl::unexpected<Error>(translate(code, sqlite3_errmsg(handle), m_connection->subject()));
  const StatementPointer statement(prepared, &sqlite3_finalize);
  sqlite3_bind_int(prepared, 1, mostPrompts.value_or(1));
  std::vector<memory::ReviewRow> rows;
  OneLog log;
  std::int64_t key = std::numeric_limits<std::int64_t>::min();
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(prepared)) == SQLITE_ROW) {
    if (const std::int64_t next = sqlite3_column_int64(prepared, 0); next != key) {
      log.finish(key, rows);
      key = next;
    }
    log.add(prepared);
  }
  log.finish(key, rows);
  if (code != SQLITE_DONE)
    return tl::unexpected<Error>(translate(code, sqlite3_errmsg(handle), m_connection->subject()));
  return rows;
}

}  // namespace phaseboard::db
