// SPDX-License-Identifier: Apache-2.0
// The log as the fit of the memory model wants it. It is read whole, so this is the one place that
// reads columns without a wrapper and makes full events only of logs that have more than answers.
#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

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

  /// Adds its answers that count to `reviews`, and begins anew.
  void finish(std::vector<memory::LoggedReview>& reviews) {
    if (m_hasOnlyAnswers) {
      beginStretch();
      for (const review::ReviewEvent& event : m_events)
        append(event.day, event.rating, reviews);
    } else {
      for (const review::CountedAnswer& answer : review::countedAnswers(std::move(m_events))) {
        if (answer.isFirst)
          beginStretch();
        append(answer.day, answer.rating, reviews);
      }
    }
    m_events.clear();
    m_hasOnlyAnswers = true;
  }

 private:
  /// To the model a prompt is another one after a fresh start.
  void beginStretch() {
    ++m_stretch;
    m_last.reset();
  }

  void append(StudyDay day, memory::Rating rating, std::vector<memory::LoggedReview>& reviews) {
    const int elapsed = m_last ? std::max(0, daysBetween(*m_last, day)) : 0;
    reviews.push_back({m_stretch, day.value(), double(elapsed), rating});
    m_last = day;
  }

  std::vector<review::ReviewEvent> m_events;
  std::optional<StudyDay> m_last;
  std::uint32_t m_stretch = 0;
  bool m_hasOnlyAnswers = true;
};

}  // namespace

Result<memory::TrainingLog> SqliteNotebookStore::trainingLog(std::optional<int> mostPrompts) const {
  sqlite3* const handle = m_connection->handle();
  sqlite3_stmt* prepared = nullptr;
  const char* const sql = mostPrompts ? kSelectLog : kSelectWholeLog;
  if (const int code = sqlite3_prepare_v2(handle, sql, -1, &prepared, nullptr); code != SQLITE_OK)
    return tl::unexpected<Error>(translate(code, sqlite3_errmsg(handle), m_connection->subject()));
  const StatementPointer statement(prepared, &sqlite3_finalize);
  sqlite3_bind_int(prepared, 1, mostPrompts.value_or(1));
  std::vector<memory::LoggedReview> reviews;
  OneLog log;
  std::int64_t key = std::numeric_limits<std::int64_t>::min();
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(prepared)) == SQLITE_ROW) {
    if (const std::int64_t next = sqlite3_column_int64(prepared, 0); next != key) {
      log.finish(reviews);
      key = next;
    }
    log.add(prepared);
  }
  log.finish(reviews);
  if (code != SQLITE_DONE)
    return tl::unexpected<Error>(translate(code, sqlite3_errmsg(handle), m_connection->subject()));
  return memory::TrainingLog(std::span<const memory::LoggedReview>(reviews));
}

}  // namespace phaseboard::db
