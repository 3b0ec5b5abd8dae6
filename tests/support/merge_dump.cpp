// SPDX-License-Identifier: Apache-2.0
#include "tests/support/merge_dump.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include <gtest/gtest.h>

#include "db/connection.h"
#include "db/notebook/sqlite_merge_store.h"

namespace phaseboard::test {
namespace {

std::string fieldText(const merge::Field& field) {
  std::ostringstream out;
  std::visit(
      [&out](const auto& value) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(value)>, std::monostate>)
          out << value;
      },
      field);
  return out.str() + "|";
}

std::string rowsOf(db::Connection& db, const std::string& sql) {
  std::vector<std::string> lines;
  SQLite::Statement rows(db.database(), sql);
  while (rows.executeStep()) {
    std::string line;
    for (int column = 0; column < rows.getColumnCount(); ++column)
      line += rows.getColumn(column).getString() + "|";
    lines.push_back(line + "\n");
  }
  std::string text = "\n-- " + sql + "\n";
  for (const std::string& line : lines)
    text += line;
  return text;
}

}  // namespace

std::string mergedDump(db::SqliteNotebookStore& store) {
  const db::SqliteMergeStore contents(store);
  std::ostringstream out;
  EXPECT_TRUE(contents.eachCell([&](const merge::Cell& cell) -> Status {
    out << merge::name(cell.subject) << ' ' << cell.key << ' ' << cell.stamp.at << ' '
        << cell.stamp.device << (cell.fields ? " : " : " gone");
    if (cell.fields)
      for (const merge::Field& field : *cell.fields)
        out << fieldText(field);
    out << '\n';
    return {};
  }));
  EXPECT_TRUE(contents.eachTrail([&](const merge::Trail& trail) -> Status {
    out << merge::name(trail.subject) << ' ' << trail.id << '\n';
    for (const merge::Step& step : trail.steps)
      out << "  " << step.at << ' ' << step.bytes << '\n';
    return {};
  }));
  db::Connection& db = store.connection();
  return out.str() +
         rowsOf(db,
                "SELECT prompt.id, question, phase, hex(review.id), kind, hex(target), "
                "taken_shift_ms, utc_offset_s, day_shift, rating, thinking_ms, content_hash, "
                "hex(device.id), interval_s FROM review JOIN prompt ON prompt.key = prompt_key "
                "JOIN device ON device.key = device_key ORDER BY 1, 4") +
         rowsOf(db,
                "SELECT prompt.id, standing, step, stability, difficulty, reps, lapses, last_ms, "
                "last_day, due_ms, due_day, is_suspended, buried_until_day FROM schedule "
                "JOIN prompt ON prompt.key = prompt_key WHERE reps > 0 OR is_suspended = 1 "
                "OR buried_until_day IS NOT NULL ORDER BY 1") +
         rowsOf(db, "SELECT * FROM day_summary WHERE answers <> 0 ORDER BY study_day, question") +
         rowsOf(db, "SELECT * FROM time_summary WHERE answers <> 0 ORDER BY question, phase") +
         rowsOf(db,
                "SELECT question, phase, uid, parents, text FROM answer_version "
                "ORDER BY question, phase, id") +
         rowsOf(db,
                "SELECT id, purpose, title, question, diagram, level, created_ms, finished_ms, "
                "score, is_removed FROM board WHERE EXISTS (SELECT 1 FROM merge_stamp "
                "WHERE subject = 'board' AND (board.id = key OR board.id GLOB key || '~*')) "
                "ORDER BY id");
}

}  // namespace phaseboard::test
