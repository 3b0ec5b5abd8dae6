// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/sqlite_merge_store.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "app/answers/history.h"
#include "db/connection.h"
#include "db/notebook/cell_shapes.h"
#include "db/notebook/cell_tracker.h"
#include "db/notebook/merge_trace.h"
#include "db/notebook/notebook_rows.h"
#include "db/notebook/row_changes.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

using merge::Cell;
using merge::Field;
using merge::Subject;

std::string textField(const Cell& cell, std::size_t place) {
  if (!cell.fields || place >= cell.fields->size())
    return {};
  const auto* text = std::get_if<std::string>(&(*cell.fields)[place]);
  return text == nullptr ? std::string() : *text;
}

constexpr std::size_t kBoardOfMock = 4;  ///< place of the board among the fields of a mock

/// What is to be added to a row of `day_summary`.
struct DayChange {
  int answers = 0;
  int again = 0;
  int newPrompts = 0;
  std::int64_t millis = 0;
  int young = 0;
  int youngAgain = 0;
  int mature = 0;
  int matureAgain = 0;
};

/// And to one of `time_summary`.
struct TimeChange {
  int answers = 0;
  std::int64_t millis = 0;
};

void addTo(DayChange& change, const ports::AnswerTally& sum) {
  change.answers += sum.answers;
  change.again += sum.again;
  change.newPrompts += sum.newPrompts;
  change.millis += sum.time.value();
  if (sum.maturity == review::Maturity::Young) {
    change.young += sum.answers;
    change.youngAgain += sum.again;
  } else if (sum.maturity == review::Maturity::Mature) {
    change.mature += sum.answers;
    change.matureAgain += sum.again;
  }
}

/// A row that would be inserted is checked before it is found to be there: so what may be less is
/// an update first.
void writeDay(Connection& db, StudyDay day, const QuestionId& question, const DayChange& change) {
  const int changed = db.run(
      "UPDATE day_summary SET answers = answers + ?3, again = again + ?4, "
      "new_prompts = new_prompts + ?5, time_ms = time_ms + ?6, young = young + ?7, "
      "young_again = young_again + ?8, mature = mature + ?9, mature_again = mature_again + ?10 "
      "WHERE study_day = ?1 AND question = ?2",
      day, question, change.answers, change.again, change.newPrompts, change.millis, change.young,
      change.youngAgain, change.mature, change.matureAgain);
  if (changed == 0)
    db.run(
        "INSERT INTO day_summary (study_day, question, answers, again, new_prompts, time_ms, "
        "young, young_again, mature, mature_again) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        day, question, change.answers, change.again, change.newPrompts, change.millis, change.young,
        change.youngAgain, change.mature, change.matureAgain);
}

void writeTime(Connection& db, const QuestionId& question, const PhaseId& phase,
               const TimeChange& change) {
  const int changed = db.run(
      "UPDATE time_summary SET answers = answers + ?3, time_ms = time_ms + ?4 "
      "WHERE question = ?1 AND phase = ?2",
      question, phase, change.answers, change.millis);
  if (changed == 0)
    db.run("INSERT INTO time_summary (question, phase, answers, time_ms) VALUES (?, ?, ?, ?)",
           question, phase, change.answers, change.millis);
}

}  // namespace

Result<std::optional<Cell>> SqliteMergeStore::cell(Subject subject, const std::string& key) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::optional<Cell>> {
    Cell cell{subject, key, {}, std::nullopt};
    {
      Query stamp = db.query(
          "SELECT at_ms, device.id, is_gone FROM merge_stamp JOIN device "
          "ON device.key = device_key WHERE subject = ? AND merge_stamp.key = ?",
          std::string(merge::name(subject)), key);
      if (!stamp.next())
        return std::optional<Cell>();
      cell.stamp.at = Instant{stamp.integer(0)};
      PHASEBOARD_TRY_ASSIGN(cell.stamp.device, uuidFrom(stamp, 1));
      if (stamp.integer(2) != 0)
        return std::optional(std::move(cell));
    }
    const CellShape& shape = shapeOf(subject);
    const auto parts = shape.partsOf(key);
    if (!parts)
      return std::optional<Cell>();
    Query row = db.queryWith(shape.select.c_str(), *parts);
    if (!row.next())
      return std::optional<Cell>();
    cell.fields.emplace();
    for (std::size_t i = 0; i < shape.values.size(); ++i)
      cell.fields->push_back(row.field(static_cast<int>(i)));
    return std::optional(std::move(cell));
  });
}

Status SqliteMergeStore::eachCell(const std::function<Status(const Cell&)>& visit) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Status {
    for (const CellShape& shape : cellShapes()) {
      std::vector<std::string> keys;
      {
        Query rows = db.query("SELECT key FROM merge_stamp WHERE subject = ? ORDER BY key",
                              std::string(merge::name(shape.subject)));
        while (rows.next())
          keys.push_back(rows.text(0));
      }
      for (const std::string& key : keys) {
        PHASEBOARD_TRY_ASSIGN(const auto found, cell(shape.subject, key));
        if (found)
          PHASEBOARD_TRY(visit(*found));
      }
    }
    return {};
  });
}

Result<merge::Log> SqliteMergeStore::placeOf(const PromptId& prompt) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<merge::Log> {
    merge::Log place;
    place.prompt = prompt;
    Query row = db.query("SELECT question, phase FROM prompt WHERE id = ?", prompt);
    if (row.next() && !row.isNull(0))
      place.question = QuestionId{row.text(0)};
    if (place.question && !row.isNull(1))
      place.phase = PhaseId{row.text(1)};
    return place;
  });
}

Status SqliteMergeStore::eachLog(const std::function<Status(const merge::Log&)>& visit) const {
  return m_notebook.eachLog([&](const ports::PromptLog& log) {
    return visit({log.prompt, log.question, log.phase, log.events});
  });
}

std::int64_t SqliteMergeStore::logCount() const {
  const auto count = m_notebook.connection().guarded([&]() -> Result<std::int64_t> {
    return m_notebook.connection().integer("SELECT count(*) FROM prompt").value_or(0);
  });
  return count.value_or(0);
}

// Writing

Status SqliteMergeStore::arriving(const std::function<void(Connection&)>& work) {
  Connection& db = m_notebook.connection();
  if (!m_notebook.m_arrival)
    return fail(ErrorKind::Internal, db.subject(), "a merge outside an arrival");
  PHASEBOARD_TRY(checkNotTakenBack(db));
  return db.guarded([&]() -> Status {
    work(db);
    return {};
  });
}

Status SqliteMergeStore::beginArrival(ports::Arrival arrival) {
  if (!m_notebook.m_isWriting)
    return fail(ErrorKind::Internal, m_notebook.path().string(), "a merge outside a unit of work");
  m_notebook.m_tracker->stop();
  m_notebook.m_arrival = std::make_unique<MergeTrace>();
  m_notebook.m_arrival->isToldAlready = arrival == ports::Arrival::SharedFolder;
  return {};
}

bool SqliteMergeStore::canStand(const CellShape& shape, const Cell& cell) const {
  Connection& db = m_notebook.connection();
  if (!shape.partsOf(cell.key) || (cell.fields && cell.fields->size() != shape.values.size()))
    return false;
  if (cell.subject == Subject::Setting && isOwnToMachine(cell.key))
    return false;
  if (!cell.fields)
    return true;
  if (shape.hasOwner() && std::string_view(shape.owner) == "mock")
    return db
        .integer("SELECT key FROM mock WHERE id = ?",
                 cell.key.substr(0, cell.key.find(merge::kKeySeparator)))
        .has_value();
  if (cell.subject == Subject::Image)
    return db.integer("SELECT 1 FROM image_data WHERE id = ?", cell.key).has_value();
  const std::string board = cell.subject == Subject::Mock ? textField(cell, kBoardOfMock) : "";
  return board.empty() || db.integer("SELECT 1 FROM board WHERE id = ?", board).has_value();
}

void SqliteMergeStore::makeOwner(const CellShape& shape, const std::string& id) {
  if (std::string_view(shape.owner) == "prompt")
    (void)m_notebook.keyOrNew(PromptId{id});
}

void SqliteMergeStore::writeRow(const CellShape& shape, const Cell& cell) {
  Connection& db = m_notebook.connection();
  std::vector<Field> values = *shape.partsOf(cell.key);
  if (!cell.fields) {
    db.runWith(shape.remove.c_str(), values);
    return;
  }
  makeOwner(shape, cell.key);
  const bool isTrail = cell.subject == Subject::Board || cell.subject == Subject::Mock;
  const bool isNew = isTrail && !db.queryWith(shape.select.c_str(), values).next();
  values.insert(values.end(), cell.fields->begin(), cell.fields->end());
  if (!isNew) {
    db.runWith(shape.upsert.c_str(), values);
    return;
  }
  // What is drawn on it later would keep a step that made the row from being taken back: so the
  // step only shows it.
  const Field isRemoved = values.back();
  values.back() = std::int64_t{1};
  m_notebook.m_recorder->pause();
  db.runWith(shape.upsert.c_str(), values);
  m_notebook.m_recorder->resume();
  values.back() = isRemoved;
  if (isRemoved != Field(std::int64_t{1}))
    db.runWith(shape.upsert.c_str(), values);
}

void SqliteMergeStore::writeStamp(const Cell& cell) {
  Connection& db = m_notebook.connection();
  MergeTrace& arrival = *m_notebook.m_arrival;
  const std::string subject(merge::name(cell.subject));
  arrival.stamps.push_back({cell.subject, cell.key, keptStamp(db, subject, cell.key)});
  const std::int64_t device = m_notebook.keyOrNew(cell.stamp.device);
  db.run(
      "INSERT INTO merge_stamp (subject, key, at_ms, device_key, is_gone, is_told) "
      "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (subject, key) DO UPDATE SET at_ms = excluded.at_ms, "
      "device_key = excluded.device_key, is_gone = excluded.is_gone, is_told = excluded.is_told",
      subject, cell.key, cell.stamp.at, device, !cell.fields.has_value(), arrival.isToldAlready);
  db.run("UPDATE merge_clock SET last_ms = max(last_ms, ?)", cell.stamp.at);
}

Result<bool> SqliteMergeStore::writeCell(const Cell& cell) {
  bool isWritten = false;
  PHASEBOARD_TRY(arriving([&](Connection&) {
    const CellShape& shape = shapeOf(cell.subject);
    if (!canStand(shape, cell))
      return;
    writeRow(shape, cell);
    writeStamp(cell);
    isWritten = true;
  }));
  return isWritten;
}

Status SqliteMergeStore::appendEvents(const merge::Log& log) {
  return arriving([&](Connection& db) {
    const std::int64_t key = m_notebook.keyOrNew(log.prompt);
    MergeTrace& arrival = *m_notebook.m_arrival;
    for (const review::ReviewEvent& event : log.events) {
      const std::int64_t device = m_notebook.keyOrNew(event.device);
      const bool hasTarget = event.kind != review::EventKind::Answer;
      db.run(
          "INSERT INTO review (prompt_key, id, kind, target, taken_shift_ms, utc_offset_s, "
          "day_shift, rating, thinking_ms, content_hash, device_key, interval_s) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          key, Blob{event.id.view()}, static_cast<int>(event.kind),
          hasTarget ? std::optional(Blob{event.target.view()}) : std::nullopt,
          event.at.value() - event.id.moment().value(), event.offset,
          daysBetween(utcDay(event.at), event.day), memory::number(event.rating), event.thinking,
          static_cast<std::int64_t>(event.contentHash), device, event.intervalSeconds);
      arrival.events.emplace_back(key, event.id);
      if (!arrival.isToldAlready)
        db.run(
            "INSERT OR IGNORE INTO merge_untold (prompt_key, id) SELECT ?, ? FROM merge_clock "
            "WHERE told_folder <> ''",
            key, Blob{event.id.view()});
    }
    db.run(
        "UPDATE prompt SET last_event_ms = max(coalesce(last_event_ms, 0), ?1), "
        "question = coalesce(?2, question), phase = coalesce(?3, phase) WHERE key = ?4",
        log.events.back().id.moment(), log.question, log.phase, key);
  });
}

Status SqliteMergeStore::addTallies(const std::vector<ports::AnswerTally>& sums) {
  std::map<std::pair<StudyDay, QuestionId>, DayChange> days;
  std::map<std::pair<QuestionId, PhaseId>, TimeChange> times;
  for (const ports::AnswerTally& sum : sums) {
    addTo(days[{sum.day, sum.question}], sum);
    TimeChange& time = times[{sum.question, sum.phase}];
    time.answers += sum.answers;
    time.millis += sum.time.value();
  }
  return arriving([&](Connection& db) {
    for (const auto& [place, change] : days)
      writeDay(db, place.first, place.second, change);
    for (const auto& [place, change] : times)
      writeTime(db, place.first, place.second, change);
  });
}

Status SqliteMergeStore::settleVersions(const answers::AnswerKey& key) {
  PHASEBOARD_TRY_ASSIGN(auto versions, m_notebook.versions(key));
  std::reverse(versions.begin(), versions.end());
  const std::vector<answers::Version> ordered = answers::inOrder(versions);
  const bool isOrdered = std::is_sorted(
      ordered.begin(), ordered.end(),
      [](const answers::Version& a, const answers::Version& b) { return a.id < b.id; });
  if (isOrdered)
    return {};
  return arriving([&](Connection& db) {
    db.run("DELETE FROM answer_version WHERE question = ? AND phase = ?", key.question, key.phase);
    for (const answers::Version& version : ordered) {
      db.run(
          "INSERT INTO answer_version (question, phase, text, written_ms, uid, parents) "
          "VALUES (?, ?, ?, ?, ?, ?)",
          key.question, key.phase, version.text, version.writtenAt, version.uid,
          listOfParents(version.parents));
      const std::int64_t id = db.database().getLastInsertRowid();
      db.run("UPDATE draft SET based_on = ?1 WHERE question = ?2 AND phase = ?3 AND based_on = ?4",
             id, key.question, key.phase, version.id);
    }
  });
}

}  // namespace phaseboard::db
