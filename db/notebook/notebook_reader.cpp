// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "db/connection.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/notebook_rows.h"
#include "db/notebook/settings_rows.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

constexpr std::int64_t kPromptsExpected = 256;

Status readPrompts(Query& rows, std::vector<ports::PromptRow>& out) {
  while (rows.next()) {
    PHASEBOARD_TRY_ASSIGN(auto prompt, promptFrom(rows));
    out.push_back(std::move(prompt));
  }
  return {};
}

Result<std::vector<review::ReviewEvent>> readEvents(Query& rows) {
  std::vector<review::ReviewEvent> events;
  while (rows.next()) {
    PHASEBOARD_TRY_ASSIGN(auto event, eventFrom(rows));
    events.push_back(std::move(event));
  }
  return events;
}

// Steps that were taken back are the newest ones.
#define PHASEBOARD_STEP_TO_UNDO " FROM undo_step WHERE is_undone = 0 ORDER BY id DESC LIMIT 1"
#define PHASEBOARD_STEP_TO_REDO                                                        \
  " FROM undo_step WHERE id > coalesce((SELECT id FROM undo_step WHERE is_undone = 0 " \
  "ORDER BY id DESC LIMIT 1), 0) ORDER BY id LIMIT 1"
#define PHASEBOARD_STEP_MEASURES                                          \
  "operation, length(row_changes), (SELECT count(*) FROM (SELECT 1 FROM " \
  "undo_step_event WHERE step_id = undo_step.id LIMIT 301))"

/// Of a row of `PHASEBOARD_STEP_MEASURES`; what is below is undone in less than 50 ms.
bool isLong(const Query& row) {
  constexpr std::int64_t kLongChanges = 128L * 1024;  // bytes: some 500 rows
  constexpr std::int64_t kManyAnswers = 300;
  return row.integer(1) > kLongChanges || row.integer(2) > kManyAnswers;
}

Result<std::optional<ports::UndoStep>> readStep(Connection& db, Query& rows) {
  if (!rows.next())
    return std::optional<ports::UndoStep>();
  PHASEBOARD_TRY_ASSIGN(auto step, stepFrom(rows));
  Query answers = db.query(
      "SELECT prompt.id, undo_step_event.event_id FROM undo_step_event "
      "JOIN prompt ON prompt.key = undo_step_event.prompt_key WHERE step_id = ?",
      step.id);
  while (answers.next()) {
    PHASEBOARD_TRY_ASSIGN(const Uuid event, uuidFrom(answers, 1));
    step.label.answers.push_back({PromptId{answers.text(0)}, event});
  }
  return std::optional(std::move(step));
}

}  // namespace

Result<ports::Settings> SqliteNotebookStore::settings() const {
  return m_connection->guarded([&]() -> Result<ports::Settings> {
    SettingRows named;
    Query rows = m_connection->query("SELECT name, value FROM setting");
    while (rows.next())
      named.emplace(rows.text(0), rows.text(1));
    return settingsFrom(named);
  });
}

Result<std::vector<ports::PromptRow>> SqliteNotebookStore::duePrompts(Instant now,
                                                                      StudyDay today) const {
  return m_connection->guarded([&]() -> Result<std::vector<ports::PromptRow>> {
    std::vector<ports::PromptRow> due;
    due.reserve(kPromptsExpected);
    {
      Query steps = m_connection->query(
          "SELECT " PHASEBOARD_PROMPT_COLUMNS
          " FROM schedule CROSS JOIN prompt ON prompt.key = schedule.prompt_key "
          "WHERE due_ms IS NOT NULL AND is_suspended = 0 AND due_ms <= ?1 "
          "AND (buried_until_day IS NULL OR buried_until_day <= ?2)",
          now, today);
      PHASEBOARD_TRY(readPrompts(steps, due));
    }
    Query days =
        m_connection->query("SELECT " PHASEBOARD_PROMPT_COLUMNS
                            " FROM schedule CROSS JOIN prompt ON prompt.key = schedule.prompt_key "
                            "WHERE standing = 'review' AND is_suspended = 0 AND due_day <= ?1 "
                            "AND (buried_until_day IS NULL OR buried_until_day <= ?1)",
                            today);
    PHASEBOARD_TRY(readPrompts(days, due));
    return due;
  });
}

Result<std::optional<ports::PromptRow>> SqliteNotebookStore::promptRow(const PromptId& id) const {
  return m_connection->guarded([&]() -> Result<std::optional<ports::PromptRow>> {
    Query row = m_connection->query(
        "SELECT " PHASEBOARD_PROMPT_COLUMNS
        " FROM prompt CROSS JOIN schedule ON schedule.prompt_key = prompt.key WHERE prompt.id = ?",
        id);
    if (!row.next())
      return std::optional<ports::PromptRow>();
    PHASEBOARD_TRY_ASSIGN(auto prompt, promptFrom(row));
    return std::optional(std::move(prompt));
  });
}

Result<std::vector<ports::PromptRow>> SqliteNotebookStore::promptRows() const {
  return m_connection->guarded([&]() -> Result<std::vector<ports::PromptRow>> {
    std::vector<ports::PromptRow> prompts;
    Query rows = m_connection->query("SELECT " PHASEBOARD_PROMPT_COLUMNS
                                     " FROM schedule CROSS JOIN prompt "
                                     "ON prompt.key = schedule.prompt_key");
    PHASEBOARD_TRY(readPrompts(rows, prompts));
    return prompts;
  });
}

Result<std::vector<review::ReviewEvent>> SqliteNotebookStore::events(const PromptId& id) const {
  return m_connection->guarded([&]() {
    Query rows = m_connection->query(
        "SELECT " PHASEBOARD_EVENT_COLUMNS
        " FROM prompt CROSS JOIN review ON review.prompt_key = prompt.key "
        "JOIN device ON device.key = review.device_key WHERE prompt.id = ? ORDER BY review.id",
        id);
    return readEvents(rows);
  });
}

Result<std::vector<review::ReviewEvent>> SqliteNotebookStore::recentEvents(int limit) const {
  return m_connection->guarded([&]() -> Result<std::vector<review::ReviewEvent>> {
    if (limit <= 0)
      return std::vector<review::ReviewEvent>();
    // The `limit` prompts with the newest events hold the `limit` newest events, and when there are
    // so many prompts, none of those events is older than the oldest of these prompts' newest.
    std::optional<std::int64_t> from;
    {
      Query bound = m_connection->query(
          "SELECT last_event_ms FROM prompt WHERE last_event_ms IS NOT NULL "
          "ORDER BY last_event_ms DESC LIMIT 1 OFFSET ?",
          limit - 1);
      if (bound.next())
        from = bound.integer(0);
    }
    const Instant first{from.value_or(0)};
    Query rows =
        m_connection->query("SELECT " PHASEBOARD_EVENT_COLUMNS
                            " FROM prompt CROSS JOIN review ON review.prompt_key = prompt.key "
                            "JOIN device ON device.key = review.device_key "
                            "WHERE prompt.last_event_ms >= ?1 AND review.id >= ?2 "
                            "ORDER BY review.id DESC LIMIT ?3",
                            first, Blob{idPrefix(first)}, limit);
    return readEvents(rows);
  });
}

Result<std::vector<review::ReviewEvent>> SqliteNotebookStore::eventsSince(Instant from) const {
  PHASEBOARD_TRY_ASSIGN(auto entries, entriesSince(from));
  std::vector<review::ReviewEvent> events;
  events.reserve(entries.size());
  for (JournalEntry& entry : entries)
    events.push_back(std::move(entry.event));
  return events;
}

Result<std::optional<answers::Version>> SqliteNotebookStore::currentAnswer(
    const answers::AnswerKey& key) const {
  return m_connection->guarded([&]() -> Result<std::optional<answers::Version>> {
    Query row = m_connection->query("SELECT " PHASEBOARD_VERSION_COLUMNS
                                    " FROM answer_version WHERE question = ? AND phase = ? "
                                    "ORDER BY id DESC LIMIT 1",
                                    key.question, key.phase);
    return row.next() ? std::optional(versionFrom(row)) : std::nullopt;
  });
}

Result<std::optional<answers::Draft>> SqliteNotebookStore::draft(
    const answers::AnswerKey& key) const {
  return m_connection->guarded([&]() -> Result<std::optional<answers::Draft>> {
    Query row = m_connection->query(
        "SELECT text, based_on, saved_ms FROM draft WHERE question = ? AND phase = ?", key.question,
        key.phase);
    if (!row.next())
      return std::optional<answers::Draft>();
    answers::Draft draft{key, row.text(0), std::nullopt, Instant{row.integer(2)}};
    if (!row.isNull(1))
      draft.basedOn = answers::VersionId{row.integer(1)};
    return std::optional(std::move(draft));
  });
}

Result<std::vector<answers::Version>> SqliteNotebookStore::versions(
    const answers::AnswerKey& key) const {
  return m_connection->guarded([&]() -> Result<std::vector<answers::Version>> {
    std::vector<answers::Version> all;
    Query rows = m_connection->query("SELECT " PHASEBOARD_VERSION_COLUMNS
                                     " FROM answer_version WHERE question = ? AND phase = ? "
                                     "ORDER BY id DESC",
                                     key.question, key.phase);
    while (rows.next())
      all.push_back(versionFrom(rows));
    return all;
  });
}

Result<std::vector<answers::AnswerKey>> SqliteNotebookStore::filedKeys() const {
  return m_connection->guarded([&]() -> Result<std::vector<answers::AnswerKey>> {
    std::vector<answers::AnswerKey> keys;
    Query rows = m_connection->query(
        "SELECT question, phase FROM answer_version UNION SELECT question, phase FROM draft "
        "UNION SELECT question, phase FROM tick UNION SELECT question, phase FROM answer_image");
    while (rows.next())
      keys.push_back({QuestionId{rows.text(0)}, PhaseId{rows.text(1)}});
    return keys;
  });
}

Result<std::vector<answers::AnswerKey>> SqliteNotebookStore::answeredKeys() const {
  return m_connection->guarded([&]() -> Result<std::vector<answers::AnswerKey>> {
    std::vector<answers::AnswerKey> keys;
    Query rows = m_connection->query(
        "SELECT question, phase, max(at_ms) AS newest FROM ("
        "SELECT question, phase, written_ms AS at_ms FROM answer_version UNION ALL "
        "SELECT question, phase, saved_ms FROM draft) "
        "GROUP BY question, phase ORDER BY newest DESC, question, phase");
    while (rows.next())
      keys.push_back({QuestionId{rows.text(0)}, PhaseId{rows.text(1)}});
    return keys;
  });
}

Result<std::vector<ItemId>> SqliteNotebookStore::tickedKeyPoints(
    const answers::AnswerKey& key) const {
  return m_connection->guarded([&]() -> Result<std::vector<ItemId>> {
    std::vector<ItemId> ticked;
    Query rows = m_connection->query(
        "SELECT key_point FROM tick WHERE question = ? AND phase = ? ORDER BY key_point",
        key.question, key.phase);
    while (rows.next())
      ticked.emplace_back(rows.text(0));
    return ticked;
  });
}

Result<std::vector<review::Prompt>> SqliteNotebookStore::ownPrompts() const {
  return m_connection->guarded([&]() -> Result<std::vector<review::Prompt>> {
    std::vector<review::Prompt> prompts;
    Query rows = m_connection->query("SELECT " PHASEBOARD_OWN_PROMPT_COLUMNS
                                     " FROM own_prompt ORDER BY made_ms, id");
    while (rows.next()) {
      PHASEBOARD_TRY_ASSIGN(auto prompt, ownPromptFrom(rows));
      prompts.push_back(std::move(prompt));
    }
    return prompts;
  });
}

Result<std::vector<ports::Override>> SqliteNotebookStore::overrides(
    const std::string& target) const {
  return m_connection->guarded([&]() -> Result<std::vector<ports::Override>> {
    Query rows = m_connection->query("SELECT " PHASEBOARD_OVERRIDE_COLUMNS
                                     " FROM text_override WHERE target = ? ORDER BY field",
                                     target);
    return overridesFrom(rows);
  });
}

Result<std::vector<ports::Override>> SqliteNotebookStore::overrides() const {
  return m_connection->guarded([&]() -> Result<std::vector<ports::Override>> {
    Query rows = m_connection->query("SELECT " PHASEBOARD_OVERRIDE_COLUMNS
                                     " FROM text_override ORDER BY target, field");
    return overridesFrom(rows);
  });
}

Result<std::vector<std::string>> SqliteNotebookStore::favourites() const {
  return m_connection->guarded([&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> targets;
    Query rows = m_connection->query("SELECT target FROM favourite ORDER BY target");
    while (rows.next())
      targets.push_back(rows.text(0));
    return targets;
  });
}

Result<ports::UndoNames> SqliteNotebookStore::undoNames() const {
  return m_connection->guarded([&]() -> Result<ports::UndoNames> {
    ports::UndoNames names;
    Query undo = m_connection->query("SELECT " PHASEBOARD_STEP_MEASURES PHASEBOARD_STEP_TO_UNDO);
    if (undo.next()) {
      names.undo = undo.text(0);
      names.isUndoLong = isLong(undo);
    }
    Query redo = m_connection->query("SELECT " PHASEBOARD_STEP_MEASURES PHASEBOARD_STEP_TO_REDO);
    if (redo.next()) {
      names.redo = redo.text(0);
      names.isRedoLong = isLong(redo);
    }
    return names;
  });
}

Result<ports::NotebookStats> SqliteNotebookStore::stats() const {
  return m_connection->guarded([&]() -> Result<ports::NotebookStats> {
    Connection& db = *m_connection;
    ports::NotebookStats stats;
    stats.schema = static_cast<int>(db.integer("PRAGMA user_version").value_or(0));
    stats.reviews = db.integer("SELECT total(answers) FROM day_summary").value_or(0);
    stats.answers = db.integer(
                          "SELECT count(*) FROM answer_version AS version WHERE text <> '' "
                          "AND id = (SELECT max(id) FROM answer_version "
                          "WHERE question = version.question AND phase = version.phase)")
                        .value_or(0);
    stats.annotations = db.integer("SELECT count(*) FROM annotation").value_or(0);
    stats.promptsSeen = db.integer("SELECT count(*) FROM schedule WHERE reps > 0").value_or(0);
    stats.bytes =
        db.integer("PRAGMA page_count").value_or(0) * db.integer("PRAGMA page_size").value_or(0);
    return stats;
  });
}

Result<std::optional<Instant>> SqliteNotebookStore::lastEventAt(const PromptId& id) const {
  return m_connection->guarded([&]() -> Result<std::optional<Instant>> {
    const auto moment = m_connection->integer("SELECT last_event_ms FROM prompt WHERE id = ?", id);
    return moment ? std::optional(Instant{*moment}) : std::nullopt;
  });
}

Result<std::optional<answers::Version>> SqliteNotebookStore::version(answers::VersionId id) const {
  return m_connection->guarded([&]() -> Result<std::optional<answers::Version>> {
    Query row = m_connection->query(
        "SELECT " PHASEBOARD_VERSION_COLUMNS " FROM answer_version WHERE id = ?", id);
    return row.next() ? std::optional(versionFrom(row)) : std::nullopt;
  });
}

Status SqliteNotebookStore::eachLog(
    const std::function<Status(const ports::PromptLog&)>& visit) const {
  return m_connection->guarded([&]() -> Status {
    Query rows = m_connection->query("SELECT " PHASEBOARD_EVENT_COLUMNS
                                     ", prompt.question, prompt.phase FROM review "
                                     "CROSS JOIN prompt ON prompt.key = review.prompt_key "
                                     "CROSS JOIN device ON device.key = review.device_key "
                                     "ORDER BY review.prompt_key, review.id");
    ports::PromptLog log;
    while (rows.next()) {
      PHASEBOARD_TRY_ASSIGN(auto event, eventFrom(rows));
      if (!log.events.empty() && event.prompt != log.prompt) {
        PHASEBOARD_TRY(visit(log));
        log.events.clear();
      }
      if (log.events.empty()) {
        log.prompt = event.prompt;
        log.question = questionFrom(rows);
        log.phase = phaseFrom(rows);
      }
      log.events.push_back(std::move(event));
    }
    return log.events.empty() ? Status{} : visit(log);
  });
}

Result<std::optional<ports::UndoStep>> SqliteNotebookStore::stepToUndo() const {
  return m_connection->guarded([&]() {
    Query row = m_connection->query("SELECT " PHASEBOARD_STEP_COLUMNS PHASEBOARD_STEP_TO_UNDO);
    return readStep(*m_connection, row);
  });
}

Result<std::optional<ports::UndoStep>> SqliteNotebookStore::stepToRedo() const {
  return m_connection->guarded([&]() {
    Query row = m_connection->query("SELECT " PHASEBOARD_STEP_COLUMNS PHASEBOARD_STEP_TO_REDO);
    return readStep(*m_connection, row);
  });
}

}  // namespace phaseboard::db
