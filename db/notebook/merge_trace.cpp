// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/merge_trace.h"

#include "db/connection.h"

namespace phaseboard::db {
namespace {

#define PHASEBOARD_REVIEW_COLUMNS                                                   \
  "prompt_key, id, kind, target, taken_shift_ms, utc_offset_s, day_shift, rating, " \
  "thinking_ms, content_hash, device_key, interval_s"

struct SwappedStamp {
  std::string subject;
  std::string key;
  std::optional<KeptStamp> stamp;
};

std::vector<SwappedStamp> stampsOf(Connection& db, std::int64_t step) {
  std::vector<SwappedStamp> stamps;
  Query rows = db.query(
      "SELECT subject, key, at_ms, device_key, is_gone FROM merge_stamp_before WHERE step_id = ?",
      step);
  while (rows.next()) {
    SwappedStamp stamp{rows.text(0), rows.text(1), std::nullopt};
    if (!rows.isNull(2))
      stamp.stamp = KeptStamp{rows.integer(2), rows.integer(3), rows.integer(4) != 0};
    stamps.push_back(std::move(stamp));
  }
  return stamps;
}

void noteStamp(Connection& db, std::int64_t step, const std::string& subject,
               const std::string& key, const std::optional<KeptStamp>& stamp) {
  std::optional<std::int64_t> at;
  std::optional<std::int64_t> device;
  std::optional<bool> isGone;
  if (stamp) {
    at = stamp->at;
    device = stamp->deviceKey;
    isGone = stamp->isGone;
  }
  db.run(
      "INSERT OR REPLACE INTO merge_stamp_before (step_id, subject, key, at_ms, device_key, "
      "is_gone) VALUES (?, ?, ?, ?, ?, ?)",
      step, subject, key, at, device, isGone);
}

void exchangeStamps(Connection& db, std::int64_t step) {
  for (const SwappedStamp& wanted : stampsOf(db, step)) {
    noteStamp(db, step, wanted.subject, wanted.key, keptStamp(db, wanted.subject, wanted.key));
    if (wanted.stamp)
      db.run(
          "INSERT OR REPLACE INTO merge_stamp (subject, key, at_ms, device_key, is_gone, is_told) "
          "VALUES (?, ?, ?, ?, ?, 0)",
          wanted.subject, wanted.key, wanted.stamp->at, wanted.stamp->deviceKey,
          wanted.stamp->isGone);
    else
      db.run("DELETE FROM merge_stamp WHERE subject = ? AND key = ?", wanted.subject, wanted.key);
  }
}

}  // namespace

std::optional<KeptStamp> keptStamp(Connection& db, const std::string& subject,
                                   const std::string& key) {
  Query row =
      db.query("SELECT at_ms, device_key, is_gone FROM merge_stamp WHERE subject = ? AND key = ?",
               subject, key);
  if (!row.next())
    return std::nullopt;
  return KeptStamp{row.integer(0), row.integer(1), row.integer(2) != 0};
}

void keepTrace(Connection& db, std::int64_t step, const MergeTrace& trace) {
  for (const auto& [prompt, event] : trace.events)
    db.run("INSERT INTO merge_event (step_id, prompt_key, id) VALUES (?, ?, ?)", step, prompt,
           Blob{event.view()});
  for (const MergeTrace::StampBefore& before : trace.stamps)
    noteStamp(db, step, std::string(merge::name(before.subject)), before.key, before.stamp);
}

bool hasTrace(Connection& db, std::int64_t step) {
  return db.integer(
             "SELECT EXISTS (SELECT 1 FROM merge_event WHERE step_id = ?1) OR "
             "EXISTS (SELECT 1 FROM merge_stamp_before WHERE step_id = ?1)",
             step) == 1;
}

void putAside(Connection& db, std::int64_t step) {
  exchangeStamps(db, step);
  db.run("INSERT INTO merge_aside (step_id, " PHASEBOARD_REVIEW_COLUMNS
         ") SELECT ?1, review.* FROM merge_event AS came JOIN review "
         "ON review.prompt_key = came.prompt_key AND review.id = came.id WHERE came.step_id = ?1",
         step);
  db.run(
      "DELETE FROM merge_untold WHERE (prompt_key, id) IN "
      "(SELECT prompt_key, id FROM merge_event WHERE step_id = ?)",
      step);
  db.run(
      "DELETE FROM review WHERE (prompt_key, id) IN "
      "(SELECT prompt_key, id FROM merge_event WHERE step_id = ?)",
      step);
}

void bringBack(Connection& db, std::int64_t step) {
  exchangeStamps(db, step);
  db.run("INSERT INTO review (" PHASEBOARD_REVIEW_COLUMNS ") SELECT " PHASEBOARD_REVIEW_COLUMNS
         " FROM merge_aside WHERE step_id = ?",
         step);
  db.run("DELETE FROM merge_aside WHERE step_id = ?", step);
}

}  // namespace phaseboard::db
