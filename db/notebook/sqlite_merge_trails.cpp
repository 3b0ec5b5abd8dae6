// SPDX-License-Identifier: Apache-2.0
// Boards and mock interviews, as trails.
#include <algorithm>
#include <map>

#include "app/merge/field_codec.h"
#include "db/connection.h"
#include "db/notebook/cell_shapes.h"
#include "db/notebook/merge_trace.h"
#include "db/notebook/row_changes.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

using merge::Field;
using merge::Subject;
using merge::Trail;

/// A trail's rows, as columns that follow the number; text for both kinds.
struct TrailShape {
  Subject subject;
  const char* table;   ///< of boards or mocks
  const char* rows;    ///< number, moment and the rest of each step, for a key
  const char* keys;    ///< key and id of a root and its branches
  const char* append;  ///< key, number, moment, the rest
  const char* rename;  ///< id, key
  const char* copy;    ///< a row like that of a key, under an id
  std::size_t restCount;
};

const TrailShape& trailShape(Subject subject) {
  static const TrailShape board{
      Subject::Board,
      "board",
      "SELECT drawn_ms, kind, target, edit FROM board_entry WHERE board_key = ? ORDER BY number",
      "SELECT key, id FROM board WHERE id = ?1 OR id GLOB ?1 || '~*' ORDER BY id",
      "INSERT INTO board_entry (board_key, number, drawn_ms, kind, target, edit) "
      "VALUES (?, ?, ?, ?, ?, CAST (? AS BLOB))",
      "UPDATE board SET id = ? WHERE key = ?",
      "INSERT INTO board (id, purpose, title, question, diagram, level, created_ms, finished_ms, "
      "score, is_removed) SELECT ?1, purpose, title, question, diagram, level, created_ms, "
      "finished_ms, score, is_removed FROM board WHERE key = ?2",
      3};
  static const TrailShape mock{
      Subject::Mock,
      "mock",
      "SELECT at_ms, kind, subject, text FROM mock_event WHERE mock_key = ? ORDER BY number",
      "SELECT key, id FROM mock WHERE id = ?1 OR id GLOB ?1 || '~*' ORDER BY id",
      "INSERT INTO mock_event (mock_key, number, at_ms, kind, subject, text) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      "UPDATE mock SET id = ? WHERE key = ?",
      "INSERT INTO mock (id, question, form, style, seed, board, reference, started_ms, "
      "debriefed_ms, covered, total, board_score, level, is_removed) SELECT ?1, question, form, "
      "style, seed, board, reference, started_ms, debriefed_ms, covered, total, board_score, "
      "level, is_removed FROM mock WHERE key = ?2",
      3};
  return subject == Subject::Board ? board : mock;
}

std::vector<merge::Step> stepsOf(Connection& db, const TrailShape& shape, std::int64_t key) {
  std::vector<merge::Step> steps;
  Query rows = db.query(shape.rows, key);
  while (rows.next()) {
    std::vector<Field> rest;
    for (std::size_t i = 0; i < shape.restCount; ++i)
      rest.push_back(rows.field(static_cast<int>(i) + 1));
    merge::Step step{Instant{rows.integer(0)}, {}};
    merge::putFields(step.bytes, rest);
    steps.push_back(std::move(step));
  }
  return steps;
}

std::map<std::string, std::int64_t> keysOf(Connection& db, const TrailShape& shape,
                                           const std::string& root) {
  std::map<std::string, std::int64_t> keys;
  Query rows = db.query(shape.keys, root);
  while (rows.next())
    keys[rows.text(1)] = rows.integer(0);
  return keys;
}

bool begins(const std::vector<merge::Step>& start, const std::vector<merge::Step>& whole) {
  return start.size() <= whole.size() && std::equal(start.begin(), start.end(), whole.begin());
}

}  // namespace

Result<std::vector<Trail>> SqliteMergeStore::trails(Subject subject,
                                                    const std::string& root) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::vector<Trail>> {
    const TrailShape& shape = trailShape(subject);
    std::vector<Trail> found;
    for (const auto& [id, key] : keysOf(db, shape, root))
      found.push_back({subject, id, stepsOf(db, shape, key)});
    return found;
  });
}

Status SqliteMergeStore::eachTrail(const std::function<Status(const Trail&)>& visit) const {
  Connection& db = m_notebook.connection();
  for (const Subject subject : {Subject::Board, Subject::Mock}) {
    std::vector<std::string> roots;
    PHASEBOARD_TRY(db.guarded([&]() -> Status {
      // Without a stamp it came with a merge that was taken back.
      Query rows = db.query(
          "SELECT key FROM merge_stamp WHERE subject = ? AND is_gone = 0 AND key NOT GLOB '*~*' "
          "ORDER BY key",
          std::string(merge::name(subject)));
      while (rows.next())
        roots.push_back(rows.text(0));
      return {};
    }));
    for (const std::string& root : roots) {
      PHASEBOARD_TRY_ASSIGN(const auto found, trails(subject, root));
      for (const Trail& trail : found)
        PHASEBOARD_TRY(visit(trail));
    }
  }
  return {};
}

void SqliteMergeStore::writeTrail(const Trail& trail, std::int64_t key) {
  Connection& db = m_notebook.connection();
  const TrailShape& shape = trailShape(trail.subject);
  const auto known = static_cast<std::size_t>(
      db.integer(trail.subject == Subject::Board
                     ? "SELECT coalesce(max(number), 0) FROM board_entry WHERE board_key = ?"
                     : "SELECT coalesce(max(number), 0) FROM mock_event WHERE mock_key = ?",
                 key)
          .value_or(0));
  for (std::size_t i = known; i < trail.steps.size(); ++i) {
    merge::FieldReader reader(trail.steps[i].bytes);
    std::vector<Field> values{key, static_cast<std::int64_t>(i + 1), trail.steps[i].at.value()};
    std::vector<Field> rest = reader.fields();
    rest.resize(shape.restCount);
    values.insert(values.end(), rest.begin(), rest.end());
    db.runWith(shape.append, values);
  }
}

/// A branch is a copy of what its root says, until the user says something of it.
void SqliteMergeStore::makeBranches(const std::vector<Trail>& trails) {
  Connection& db = m_notebook.connection();
  for (const Trail& trail : trails) {
    const std::string root = merge::rootOf(trail.id);
    if (root == trail.id)
      continue;
    const CellShape& shape = shapeOf(trail.subject);
    if (keptStamp(db, std::string(merge::name(trail.subject)), trail.id))
      continue;
    std::vector<Field> values{trail.id};
    {
      Query row = db.queryWith(shape.select.c_str(), {root});
      if (!row.next())
        continue;
      for (std::size_t i = 0; i < shape.values.size(); ++i)
        values.push_back(row.field(static_cast<int>(i)));
    }
    db.runWith(shape.upsert.c_str(), values);
    if (trail.subject == Subject::Mock)
      db.run(
          "INSERT OR IGNORE INTO mock_stage SELECT branch.key, position, stage, mock_stage.title, "
          "phases, budget_ms FROM mock_stage JOIN mock AS root ON root.key = mock_key "
          "JOIN mock AS branch ON branch.id = ?2 WHERE root.id = ?1",
          root, trail.id);
  }
}

/// Names follow from the set of trails, so one that is here may get another. Its strokes stay with
/// its row, which undo must not name back: so nothing of this is recorded.
void SqliteMergeStore::renameTrails(const std::vector<Trail>& trails) {
  Connection& db = m_notebook.connection();
  const TrailShape& shape = trailShape(trails.front().subject);
  const std::string root = merge::rootOf(trails.front().id);
  std::map<std::string, std::int64_t> named;
  std::map<std::string, std::int64_t> renamed;
  for (const auto& [id, key] : keysOf(db, shape, root)) {
    const auto steps = stepsOf(db, shape, key);
    const auto whole = std::find_if(trails.begin(), trails.end(), [&](const Trail& trail) {
      return !named.contains(trail.id) && begins(steps, trail.steps);
    });
    if (whole == trails.end())
      continue;
    named[whole->id] = key;
    if (whole->id != id)
      renamed[whole->id] = key;
  }
  for (const auto& [id, key] : renamed)  // first out of each other's way
    db.runWith(shape.rename, {"~" + id, key});
  for (const auto& [id, key] : renamed)
    db.runWith(shape.rename, {id, key});
  // The strokes of another take the place of the first.
  if (!named.contains(root) && !renamed.empty())
    db.runWith(shape.copy, {root, renamed.begin()->second});
}

Status SqliteMergeStore::writeTrails(const std::vector<Trail>& trails) {
  if (trails.empty())
    return {};
  return arriving([&](Connection& db) {
    const TrailShape& shape = trailShape(trails.front().subject);
    const std::string root = merge::rootOf(trails.front().id);
    if (!keysOf(db, shape, root).contains(root))
      return;  // the row of it has not come
    m_notebook.m_recorder->pause();
    db.execute("PRAGMA defer_foreign_keys = ON");
    renameTrails(trails);
    makeBranches(trails);
    m_notebook.m_recorder->resume();
    const auto known = keysOf(db, shape, root);
    for (const Trail& trail : trails)
      if (const auto key = known.find(trail.id); key != known.end())
        writeTrail(trail, key->second);
  });
}

}  // namespace phaseboard::db
