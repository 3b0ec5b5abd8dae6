// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/sqlite_mock_store.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "db/connection.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

#define PHASEBOARD_MOCK_COLUMNS                                                            \
  "id, question, form, style, seed, board, reference, started_ms, "                        \
  "(SELECT at_ms FROM mock_event WHERE mock_key = mock.key AND kind = 9) AS finished_ms, " \
  "debriefed_ms, covered, total, board_score, level, key"

template <class Value>
std::optional<Value> mockCell(const Query& row, int column) {
  return row.isNull(column) ? std::nullopt : std::optional(Value{row.text(column)});
}

std::optional<mock::Outcome> outcomeFrom(const Query& row) {
  if (row.isNull(9))
    return std::nullopt;
  mock::Outcome outcome{Instant{row.integer(9)}, row.number(10), row.number(11), std::nullopt,
                        std::nullopt};
  if (!row.isNull(12))
    outcome.board = row.real(12);
  if (!row.isNull(13))
    outcome.level = mock::levelNamed(row.text(13));
  return outcome;
}

Result<mock::MockInfo> mockFrom(const Query& row, const std::string& subject) {
  mock::MockInfo info;
  info.id = mock::MockId{row.text(0)};
  info.question = QuestionId{row.text(1)};
  const auto form = mock::formNamed(row.text(2));
  const auto style = mock::styleNamed(row.text(3));
  if (!form || !style)
    return fail(ErrorKind::Damaged, subject, "mock " + info.id.value());
  info.plan = {*form, *style, static_cast<std::uint64_t>(row.integer(4)), {}};
  info.board = mockCell<board::BoardId>(row, 5);
  info.reference = mockCell<DiagramId>(row, 6);
  info.startedAt = Instant{row.integer(7)};
  if (!row.isNull(8))
    info.finishedAt = Instant{row.integer(8)};
  info.outcome = outcomeFrom(row);
  return info;
}

std::vector<PhaseId> phasesIn(std::string_view list) {
  std::vector<PhaseId> phases;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    phases.emplace_back(std::string(list.substr(0, end)));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return phases;
}

std::string listOf(const std::vector<PhaseId>& phases) {
  std::string list;
  for (const PhaseId& phase : phases)
    list += (list.empty() ? "" : " ") + phase.value();
  return list;
}

std::vector<mock::PlannedStage> stagesOf(Connection& db, std::int64_t key) {
  std::vector<mock::PlannedStage> stages;
  Query rows = db.query(
      "SELECT stage, title, phases, budget_ms FROM mock_stage WHERE mock_key = ? ORDER BY position",
      key);
  while (rows.next())
    stages.push_back(
        {StageId{rows.text(0)}, rows.text(1), phasesIn(rows.text(2)), Millis{rows.integer(3)}});
  return stages;
}

std::optional<std::string> textOrNull(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::int64_t> mockKey(Connection& db, const mock::MockId& id) {
  return db.integer("SELECT key FROM mock WHERE id = ?", id);
}

}  // namespace

template <class Work>
Status SqliteMockStore::write(Work&& work) {
  Connection& db = m_notebook.connection();
  if (!db.isInTransaction())
    return fail(ErrorKind::Internal, db.subject(), "a writer outside a unit of work");
  return db.guarded([&]() -> Status { return work(db); });
}

Result<std::vector<mock::MockInfo>> SqliteMockStore::listed(const char* sql,
                                                            const std::string& id) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::vector<mock::MockInfo>> {
    std::vector<mock::MockInfo> found;
    std::vector<std::int64_t> keys;
    {
      Query rows = db.query(sql, id);
      while (rows.next()) {
        PHASEBOARD_TRY_ASSIGN(auto info, mockFrom(rows, db.subject()));
        found.push_back(std::move(info));
        keys.push_back(rows.integer(14));
      }
    }
    for (std::size_t i = 0; i < found.size(); ++i)
      found[i].plan.stages = stagesOf(db, keys[i]);
    return found;
  });
}

Result<std::vector<mock::MockInfo>> SqliteMockStore::mocks() const {
  return listed("SELECT " PHASEBOARD_MOCK_COLUMNS
                " FROM mock WHERE is_removed = 0 AND ? = '' ORDER BY started_ms DESC, key DESC",
                {});
}

Result<std::optional<mock::MockInfo>> SqliteMockStore::mock(const mock::MockId& id) const {
  PHASEBOARD_TRY_ASSIGN(auto found, listed("SELECT " PHASEBOARD_MOCK_COLUMNS
                                           " FROM mock WHERE is_removed = 0 AND id = ?",
                                           id.value()));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<std::optional<mock::MockInfo>> SqliteMockStore::unfinishedMock() const {
  PHASEBOARD_TRY_ASSIGN(auto found,
                        listed("SELECT " PHASEBOARD_MOCK_COLUMNS
                               " FROM mock WHERE is_removed = 0 AND finished_ms IS NULL AND ? = '' "
                               "ORDER BY started_ms DESC, key DESC LIMIT 1",
                               {}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<std::vector<mock::Event>> SqliteMockStore::events(const mock::MockId& id) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::vector<mock::Event>> {
    std::vector<mock::Event> found;
    Query rows = db.query(
        "SELECT number, at_ms, kind, coalesce(subject, ''), coalesce(text, '') FROM mock_event "
        "WHERE mock_key = (SELECT key FROM mock WHERE id = ?) ORDER BY number",
        id);
    while (rows.next()) {
      const int kind = rows.number(2);
      if (kind < 0 || kind >= mock::kEventKinds)
        return fail(ErrorKind::Damaged, db.subject(), "an event of a mock");
      found.push_back({rows.integer(0), Instant{rows.integer(1)},
                       static_cast<mock::EventKind>(kind), rows.text(3), rows.text(4)});
    }
    return found;
  });
}

Result<std::int64_t> SqliteMockStore::eventCount(const mock::MockId& id) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::int64_t> {
    return db
        .integer(
            "SELECT max(number) FROM mock_event "
            "WHERE mock_key = (SELECT key FROM mock WHERE id = ?)",
            id)
        .value_or(0);
  });
}

Result<std::map<std::string, std::string>> SqliteMockStore::texts(const mock::MockId& id) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::map<std::string, std::string>> {
    std::map<std::string, std::string> found;
    Query rows = db.query(
        "SELECT name, text FROM mock_text WHERE mock_key = (SELECT key FROM mock WHERE id = ?)",
        id);
    while (rows.next())
      found.emplace(rows.text(0), rows.text(1));
    return found;
  });
}

Result<std::set<std::string>> SqliteMockStore::ticks(const mock::MockId& id) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::set<std::string>> {
    std::set<std::string> found;
    Query rows = db.query(
        "SELECT point FROM mock_tick WHERE mock_key = (SELECT key FROM mock WHERE id = ?)", id);
    while (rows.next())
      found.insert(rows.text(0));
    return found;
  });
}

Status SqliteMockStore::insertMock(const mock::MockInfo& info) {
  return write([&](Connection& db) -> Status {
    db.run(
        "INSERT INTO mock (id, question, form, style, seed, board, reference, started_ms, "
        "is_removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
        info.id, info.question, std::string(mock::nameOf(info.plan.form)),
        std::string(mock::nameOf(info.plan.style)), static_cast<std::int64_t>(info.plan.seed),
        info.board, info.reference, info.startedAt);
    const std::int64_t key = db.database().getLastInsertRowid();
    int position = 0;
    for (const mock::PlannedStage& stage : info.plan.stages)
      db.run(
          "INSERT INTO mock_stage (mock_key, position, stage, title, phases, budget_ms) "
          "VALUES (?, ?, ?, ?, ?, ?)",
          key, position++, stage.id, stage.title, listOf(stage.phases), stage.budget);
    return {};
  });
}

Status SqliteMockStore::appendEvent(const mock::MockId& id, const mock::Event& event) {
  return write([&](Connection& db) -> Status {
    const auto key = mockKey(db, id);
    if (!key)
      return fail(ErrorKind::NotFound, id.value(), "no such mock");
    if (db.integer("SELECT 1 FROM mock_event WHERE mock_key = ? AND number = ?", *key,
                   event.number))
      return fail(ErrorKind::AlreadyExists, id.value(), std::to_string(event.number));
    db.run(
        "INSERT INTO mock_event (mock_key, number, at_ms, kind, subject, text) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        *key, event.number, event.at, static_cast<int>(event.kind), textOrNull(event.subject),
        textOrNull(event.text));
    return {};
  });
}

Status SqliteMockStore::writeText(const mock::MockId& id, const std::string& name,
                                  const std::string& text, Instant at) {
  return write([&](Connection& db) -> Status {
    db.run(
        "INSERT INTO mock_text (mock_key, name, text, saved_ms) "
        "VALUES ((SELECT key FROM mock WHERE id = ?), ?, ?, ?) "
        "ON CONFLICT (mock_key, name) DO UPDATE SET text = excluded.text, "
        "saved_ms = excluded.saved_ms",
        id, name, text, at);
    return {};
  });
}

Status SqliteMockStore::writeTick(const mock::MockId& id, const std::string& point, bool ticked) {
  return write([&](Connection& db) -> Status {
    const auto key = mockKey(db, id);
    if (!key)
      return fail(ErrorKind::NotFound, id.value(), "no such mock");
    if (ticked)
      db.run("INSERT INTO mock_tick (mock_key, point) VALUES (?, ?) ON CONFLICT DO NOTHING", *key,
             point);
    else
      db.run("DELETE FROM mock_tick WHERE mock_key = ? AND point = ?", *key, point);
    return {};
  });
}

Status SqliteMockStore::writeOutcome(const mock::MockId& id, const mock::Outcome& outcome) {
  return write([&](Connection& db) -> Status {
    db.run(
        "UPDATE mock SET debriefed_ms = ?, covered = ?, total = ?, board_score = ?, level = ? "
        "WHERE id = ?",
        outcome.at, outcome.covered, outcome.total, outcome.board,
        outcome.level ? std::optional(std::string(mock::nameOf(*outcome.level))) : std::nullopt,
        id);
    return {};
  });
}

Status SqliteMockStore::writeRemoved(const mock::MockId& id, bool removed) {
  return write([&](Connection& db) -> Status {
    db.run("UPDATE mock SET is_removed = ? WHERE id = ?", removed, id);
    return {};
  });
}

}  // namespace phaseboard::db
