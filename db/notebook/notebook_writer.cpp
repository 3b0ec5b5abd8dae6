// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <utility>

#include "app/base/hash.h"
#include "db/connection.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/notebook_rows.h"
#include "db/notebook/settings_rows.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {

template <class Work>
Status SqliteNotebookStore::write(Work&& work) {
  if (!m_isWriting)
    return fail(ErrorKind::Internal, m_path.string(), "a writer outside a unit of work");
  PHASEBOARD_TRY(checkNotTakenBack(*m_connection));
  return m_connection->guarded([&]() -> Status {
    work(*m_connection);
    return {};
  });
}

std::optional<std::int64_t> SqliteNotebookStore::keyOf(const PromptId& id) const {
  return m_connection->integer("SELECT key FROM prompt WHERE id = ?", id);
}

std::int64_t SqliteNotebookStore::keyOrNew(const PromptId& id) {
  if (const auto key = keyOf(id))
    return *key;
  m_connection->run("INSERT INTO prompt (id) VALUES (?)", id);
  return m_connection->database().getLastInsertRowid();
}

std::int64_t SqliteNotebookStore::keyOrNew(const Uuid& device) {
  if (device == m_device)
    return m_deviceKey;
  const auto known =
      m_connection->integer("SELECT key FROM device WHERE id = ?", Blob{device.view()});
  if (known)
    return *known;
  m_connection->run("INSERT INTO device (id, is_own) VALUES (?, 0)", Blob{device.view()});
  return m_connection->database().getLastInsertRowid();
}

Status SqliteNotebookStore::appendEvent(const review::ReviewEvent& event,
                                        const std::optional<QuestionId>& question,
                                        const std::optional<PhaseId>& phase) {
  return write([&](Connection& db) {
    const std::int64_t device = keyOrNew(event.device);
    const std::int64_t key = keyOrNew(event.prompt);
    const bool hasTarget = event.kind != review::EventKind::Answer;
    db.run(
        "INSERT INTO review (prompt_key, id, kind, target, taken_shift_ms, utc_offset_s, "
        "day_shift, "
        "rating, thinking_ms, content_hash, device_key, interval_s) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key, Blob{event.id.view()}, static_cast<int>(event.kind),
        hasTarget ? std::optional(Blob{event.target.view()}) : std::nullopt,
        event.at.value() - event.id.moment().value(), event.offset,
        daysBetween(utcDay(event.at), event.day), memory::number(event.rating), event.thinking,
        static_cast<std::int64_t>(event.contentHash), device, event.intervalSeconds);
    db.run(
        "UPDATE prompt SET last_event_ms = max(coalesce(last_event_ms, 0), ?1), "
        "question = coalesce(?2, question), phase = coalesce(?3, phase) WHERE key = ?4",
        event.id.moment(), question, phase, key);
    db.run(
        "INSERT OR IGNORE INTO merge_untold (prompt_key, id) SELECT ?, ? FROM merge_clock "
        "WHERE told_folder <> ''",
        key, Blob{event.id.view()});
    if (journal() != nullptr)
      m_appended.push_back({event, question, phase});
  });
}

Status SqliteNotebookStore::writeState(const PromptId& id, const review::PromptState& state) {
  return write([&](Connection& db) {
    std::optional<double> stability;
    std::optional<double> difficulty;
    if (state.memory) {
      stability = state.memory->stability;
      difficulty = state.memory->difficulty;
    }
    db.run(
        "INSERT INTO schedule (prompt_key, standing, step, stability, difficulty, reps, lapses, "
        "last_ms, last_day, due_ms, due_day, is_suspended) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) "
        "ON CONFLICT (prompt_key) DO UPDATE SET standing = excluded.standing, "
        "step = excluded.step, stability = excluded.stability, "
        "difficulty = excluded.difficulty, reps = excluded.reps, lapses = excluded.lapses, "
        "last_ms = excluded.last_ms, last_day = excluded.last_day, due_ms = excluded.due_ms, "
        "due_day = excluded.due_day",
        keyOrNew(id), std::string(memory::name(state.standing)), state.step, stability, difficulty,
        state.reps, state.lapses, state.lastAt, state.lastDay, state.dueAt, state.dueDay);
  });
}

Status SqliteNotebookStore::writeFlags(const PromptId& id, bool suspended,
                                       std::optional<StudyDay> buriedUntil) {
  return write([&](Connection& db) {
    db.run(
        "INSERT INTO schedule (prompt_key, standing, step, reps, lapses, last_ms, last_day, "
        "due_day, is_suspended, buried_until_day) VALUES (?, 'new', 0, 0, 0, 0, 0, 0, ?, ?) "
        "ON CONFLICT (prompt_key) DO UPDATE SET is_suspended = excluded.is_suspended, "
        "buried_until_day = excluded.buried_until_day",
        keyOrNew(id), suspended, buriedUntil);
  });
}

Status SqliteNotebookStore::renamePrompt(const PromptId& before, const PromptId& now,
                                         const QuestionId& question, const PhaseId& phase) {
  return write([&](Connection& db) {
    if (keyOf(now))
      return;
    // The log and the schedule refer to the key, which stays.
    db.run(
        "UPDATE prompt SET id = ?2, question = iif(question IS NULL, NULL, ?3), "
        "phase = iif(phase IS NULL, NULL, ?4) WHERE id = ?1",
        before, now, question, phase);
    db.run("UPDATE undo_step SET subject = ?2 WHERE subject = ?1", before, now);
    db.run("UPDATE OR IGNORE text_override SET target = ?2 WHERE target = ?1", before, now);
    db.run(
        "UPDATE OR IGNORE merge_stamp SET key = ?2, is_told = 0 WHERE key = ?1 "
        "AND subject IN ('shelf', 'flag')",
        before, now);
  });
}

Status SqliteNotebookStore::writeFlag(const PromptId& id, bool flagged) {
  return write([&](Connection& db) {
    if (flagged)
      db.run("INSERT INTO prompt_flag (prompt_key) VALUES (?) ON CONFLICT DO NOTHING",
             keyOrNew(id));
    else
      db.run("DELETE FROM prompt_flag WHERE prompt_key = (SELECT key FROM prompt WHERE id = ?)",
             id);
  });
}

Status SqliteNotebookStore::addTally(const ports::AnswerTally& more) {
  const bool isYoung = more.maturity == review::Maturity::Young;
  const bool isMature = more.maturity == review::Maturity::Mature;
  // A row that would be inserted is checked before it is found to be there: less needs an update.
  if (more.answers < 0)
    return takeTally(more);
  return write([&](Connection& db) {
    db.run(
        "INSERT INTO day_summary (study_day, question, answers, again, new_prompts, time_ms, "
        "young, young_again, mature, mature_again) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (study_day, question) DO UPDATE SET "
        "answers = answers + excluded.answers, again = again + excluded.again, "
        "new_prompts = new_prompts + excluded.new_prompts, time_ms = time_ms + excluded.time_ms, "
        "young = young + excluded.young, young_again = young_again + excluded.young_again, "
        "mature = mature + excluded.mature, mature_again = mature_again + excluded.mature_again",
        more.day, more.question, more.answers, more.again, more.newPrompts, more.time,
        isYoung ? more.answers : 0, isYoung ? more.again : 0, isMature ? more.answers : 0,
        isMature ? more.again : 0);
    db.run(
        "INSERT INTO time_summary (question, phase, answers, time_ms) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (question, phase) DO UPDATE SET answers = answers + excluded.answers, "
        "time_ms = time_ms + excluded.time_ms",
        more.question, more.phase, more.answers, more.time);
  });
}

Status SqliteNotebookStore::takeTally(const ports::AnswerTally& less) {
  const bool isYoung = less.maturity == review::Maturity::Young;
  const bool isMature = less.maturity == review::Maturity::Mature;
  return write([&](Connection& db) {
    db.run(
        "UPDATE day_summary SET answers = answers + ?3, again = again + ?4, "
        "new_prompts = new_prompts + ?5, time_ms = time_ms + ?6, young = young + ?7, "
        "young_again = young_again + ?8, mature = mature + ?9, mature_again = mature_again + ?10 "
        "WHERE study_day = ?1 AND question = ?2",
        less.day, less.question, less.answers, less.again, less.newPrompts, less.time,
        isYoung ? less.answers : 0, isYoung ? less.again : 0, isMature ? less.answers : 0,
        isMature ? less.again : 0);
    db.run(
        "UPDATE time_summary SET answers = answers + ?3, time_ms = time_ms + ?4 "
        "WHERE question = ?1 AND phase = ?2",
        less.question, less.phase, less.answers, less.time);
  });
}

Status SqliteNotebookStore::removeTallies() {
  return write([](Connection& db) {
    db.run("DELETE FROM day_summary");
    db.run("DELETE FROM time_summary");
  });
}

Status SqliteNotebookStore::insertVersion(const answers::AnswerKey& key, const std::string& text,
                                          Instant at, const std::vector<std::string>& parents) {
  const std::string over = listOfParents(parents);
  // The versions that it is written over tell it from the same text of an earlier time.
  const std::uint64_t hash = fnv64(std::string(m_device.view()) + key.question.value() + "#" +
                                   key.phase.value() + "#" + over + "#" + text);
  return write([&](Connection& db) {
    db.run(
        "INSERT INTO answer_version (question, phase, text, written_ms, uid, parents) "
        "VALUES (?, ?, ?, ?, printf('%d-%016x', ?4, ?5), ?)",
        key.question, key.phase, text, at, static_cast<std::int64_t>(hash), over);
  });
}

Result<answers::VersionId> SqliteNotebookStore::appendVersion(const answers::AnswerKey& key,
                                                              const std::string& text, Instant at) {
  PHASEBOARD_TRY_ASSIGN(const auto current, currentAnswer(key));
  std::vector<std::string> parents;
  if (current)
    parents.push_back(current->uid);
  PHASEBOARD_TRY(insertVersion(key, text, at, parents));
  return answers::VersionId{m_connection->database().getLastInsertRowid()};
}

Status SqliteNotebookStore::appendJoining(const answers::AnswerKey& key, const std::string& text,
                                          Instant at) {
  PHASEBOARD_TRY_ASSIGN(const auto known, versions(key));
  std::set<std::string> writtenOver;
  for (const answers::Version& version : known)
    writtenOver.insert(version.parents.begin(), version.parents.end());
  std::set<std::string> ends;
  for (const answers::Version& version : known)
    if (!writtenOver.contains(version.uid))
      ends.insert(version.uid);
  return insertVersion(key, text, at, {ends.begin(), ends.end()});
}

Status SqliteNotebookStore::writeDraft(const answers::Draft& draft) {
  return write([&](Connection& db) {
    db.run(
        "INSERT INTO draft (question, phase, text, based_on, saved_ms) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (question, phase) DO UPDATE SET text = excluded.text, "
        "based_on = excluded.based_on, saved_ms = excluded.saved_ms",
        draft.key.question, draft.key.phase, draft.text, draft.basedOn, draft.savedAt);
  });
}

Status SqliteNotebookStore::removeDraft(const answers::AnswerKey& key) {
  return write([&](Connection& db) {
    db.run("DELETE FROM draft WHERE question = ? AND phase = ?", key.question, key.phase);
  });
}

Status SqliteNotebookStore::writeTick(const answers::AnswerKey& key, const ItemId& keyPoint,
                                      bool ticked) {
  return write([&](Connection& db) {
    if (ticked)
      db.run(
          "INSERT INTO tick (question, phase, key_point) VALUES (?, ?, ?) "
          "ON CONFLICT DO NOTHING",
          key.question, key.phase, keyPoint);
    else
      db.run("DELETE FROM tick WHERE question = ? AND phase = ? AND key_point = ?", key.question,
             key.phase, keyPoint);
  });
}

Status SqliteNotebookStore::moveAnswer(const answers::AnswerKey& before,
                                       const answers::AnswerKey& now) {
  return write([&](Connection& db) {
    const auto move = [&](const char* sql) {
      db.run(sql, before.question, before.phase, now.question, now.phase);
    };
    move("UPDATE answer_version SET question = ?3, phase = ?4 WHERE question = ?1 AND phase = ?2");
    move("UPDATE OR IGNORE draft SET question = ?3, phase = ?4 WHERE question = ?1 AND phase = ?2");
    move("UPDATE OR IGNORE tick SET question = ?3, phase = ?4 WHERE question = ?1 AND phase = ?2");
    move("UPDATE answer_image SET question = ?3, phase = ?4 WHERE question = ?1 AND phase = ?2");
    // What is left was ticked in both.
    db.run("DELETE FROM tick WHERE question = ? AND phase = ?", before.question, before.phase);
  });
}

Status SqliteNotebookStore::writeOwnPrompt(const review::Prompt& prompt, Instant made) {
  return write([&](Connection& db) {
    db.run(
        "INSERT INTO own_prompt (id, question, phase, diagram, part, ask, answer, made_ms) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "question = excluded.question, phase = excluded.phase, diagram = excluded.diagram, "
        "part = excluded.part, ask = excluded.ask, answer = excluded.answer",
        prompt.id, prompt.question, prompt.phase, prompt.diagram, prompt.part, prompt.ask,
        prompt.answer, made);
  });
}

Status SqliteNotebookStore::removeOwnPrompt(const PromptId& id) {
  return write([&](Connection& db) { db.run("DELETE FROM own_prompt WHERE id = ?", id); });
}

Status SqliteNotebookStore::writeOverride(const ports::Override& text) {
  return write([&](Connection& db) {
    if (text.text.empty())
      db.run("DELETE FROM text_override WHERE target = ? AND field = ?", text.target, text.field);
    else
      db.run(
          "INSERT INTO text_override (target, field, text, original, written_ms) "
          "VALUES (?, ?, ?, ?, ?) ON CONFLICT (target, field) DO UPDATE SET "
          "text = excluded.text, original = excluded.original, written_ms = excluded.written_ms",
          text.target, text.field, text.text, text.original, text.writtenAt);
  });
}

Status SqliteNotebookStore::writeFavourite(const std::string& target, bool favourite) {
  return write([&](Connection& db) {
    if (favourite)
      db.run("INSERT INTO favourite (target) VALUES (?) ON CONFLICT DO NOTHING", target);
    else
      db.run("DELETE FROM favourite WHERE target = ?", target);
  });
}

Status SqliteNotebookStore::writeSettings(const ports::Settings& settings) {
  return write([&](Connection& db) {
    const SettingRows wanted = rowsFrom(settings);
    std::vector<std::string> dropped;
    {
      Query names = db.query("SELECT name FROM setting");
      while (names.next())
        if (!wanted.contains(names.text(0)))
          dropped.push_back(names.text(0));
    }
    for (const std::string& name : dropped)
      db.run("DELETE FROM setting WHERE name = ?", name);
    for (const auto& [name, value] : wanted)
      db.run(
          "INSERT INTO setting (name, value) VALUES (?1, ?2) "
          "ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> ?2",
          name, value);
  });
}

}  // namespace phaseboard::db
