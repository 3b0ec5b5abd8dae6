// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/notebook_unit.h"

#include <iterator>
#include <utility>

#include "db/connection.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/cell_tracker.h"
#include "db/notebook/merge_trace.h"
#include "db/notebook/notebook_rows.h"
#include "db/notebook/row_changes.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {

NotebookUnit::~NotebookUnit() {
  if (m_isOpen)
    m_store.takeBack();
}

Status NotebookUnit::commitStep(const ports::StepLabel& label) {
  PHASEBOARD_TRY(m_store.recordStep(label));
  return commit(label.at);
}

Status NotebookUnit::commit(Instant at) {
  PHASEBOARD_TRY(m_store.finishCommit(at));
  m_isOpen = false;
  return {};
}

Result<std::unique_ptr<ports::UnitOfWork>> SqliteNotebookStore::begin() {
  if (m_isReadOnly)
    return fail(ErrorKind::ReadOnly, m_path.string(), "the notebook was opened for reading");
  if (m_isWriting)
    return fail(ErrorKind::Internal, m_path.string(), "a unit of work inside another");
  if (m_isLent)
    return fail(ErrorKind::Busy, ports::kLent, "it is being changed on another thread");
  if (m_connection->isInTransaction())
    takeBack();  // there was no memory to do it
  return m_connection->guarded([&]() -> Result<std::unique_ptr<ports::UnitOfWork>> {
    auto unit = std::make_unique<NotebookUnit>(*this);  // takes back what it cannot finish
    m_connection->run("BEGIN IMMEDIATE");
    m_isWriting = true;
    m_recorder->start();
    m_tracker->start();
    return std::unique_ptr<ports::UnitOfWork>(std::move(unit));
  });
}

Status SqliteNotebookStore::recordStep(const ports::StepLabel& label) {
  const std::string changes = m_recorder->finish();
  if (changes.empty())
    return {};
  PHASEBOARD_TRY(checkNotTakenBack(*m_connection));
  return m_connection->guarded([&]() -> Status {
    Connection& db = *m_connection;
    std::optional<std::int64_t> joined;
    {
      Query newest = db.query(
          "SELECT id, operation, subject, at_ms, is_undone FROM undo_step ORDER BY id DESC LIMIT "
          "1");
      if (newest.next()) {
        const std::int64_t age = label.at.value() - newest.integer(3);
        if (newest.integer(4) != 0)
          db.run("DELETE FROM undo_step WHERE is_undone = 1");
        else if (label.joinsPrevious && age >= 0 && age <= ports::kJoinWithin.value() &&
                 newest.text(1) == label.operation && newest.text(2) == label.subject)
          joined = newest.integer(0);
      }
    }
    if (joined)
      db.run(
          "UPDATE undo_step SET at_ms = ?, row_changes = CAST(row_changes || ? AS BLOB) "
          "WHERE id = ?",
          label.at, Blob{changes}, *joined);
    else
      db.run(
          "INSERT INTO undo_step (operation, subject, at_ms, event_id, is_undone, row_changes) "
          "VALUES (?, ?, ?, ?, 0, ?)",
          label.operation, label.subject, label.at,
          label.event ? std::optional(Blob{label.event->view()}) : std::nullopt, Blob{changes});
    const std::int64_t step = joined ? *joined : db.database().getLastInsertRowid();
    if (m_arrival)
      keepTrace(db, step, *m_arrival);
    if (!joined && !label.answers.empty()) {
      for (const ports::PromptEvent& answer : label.answers)
        db.run(
            "INSERT INTO undo_step_event (step_id, prompt_key, event_id) "
            "VALUES (?, (SELECT key FROM prompt WHERE id = ?), ?)",
            step, answer.prompt, Blob{answer.event.view()});
    }
    return {};
  });
}

Status SqliteNotebookStore::finishCommit(Instant at) {
  (void)m_recorder->finish();
  if (m_recorder->isIncomplete())
    return fail(ErrorKind::Internal, m_path.string(), "no memory to note what changed");
  PHASEBOARD_TRY(checkNotTakenBack(*m_connection));
  PHASEBOARD_TRY(m_tracker->stamp(at, m_deviceKey));
  PHASEBOARD_TRY(m_connection->guarded([&]() -> Status {
    m_connection->run("COMMIT");
    return {};
  }));
  m_isWriting = false;
  m_arrival.reset();
  std::move(m_appended.begin(), m_appended.end(), std::back_inserter(m_unwritten));
  m_appended.clear();
  writeJournal();
  // The change is on disk already; a log that cannot be moved now is moved another time. What is
  // changed at length moves its own, or whoever lent the notebook would have to, and wait.
  if (m_lender || m_connection->logPages() > kMostLogPages)
    (void)m_connection->checkpoint().has_value();
  return {};
}

void SqliteNotebookStore::takeBack() {
  (void)m_recorder->finish();
  m_tracker->stop();
  m_arrival.reset();
  m_appended.clear();
  // SQLite may have rolled back by itself; then there is nothing left to do, and no failure to
  // tell.
  if (m_connection->isInTransaction())
    (void)m_connection->database().tryExec("ROLLBACK");
  m_isWriting = false;
}

Result<std::string> SqliteNotebookStore::rowChangesOf(const ports::UndoStep& step) const {
  Query row = m_connection->query("SELECT row_changes FROM undo_step WHERE id = ?", step.id);
  if (!row.next())
    return fail(ErrorKind::NotFound, step.label.operation, "the step is gone");
  return row.text(0);
}

Status SqliteNotebookStore::revert(const ports::UndoStep& step) {
  return m_connection->guarded([&]() -> Status {
    PHASEBOARD_TRY_ASSIGN(const std::string changes, rowChangesOf(step));
    const bool isMerge = hasTrace(*m_connection, step.id);
    if (isMerge)  // as though it had never come: nothing of it is written anew
      m_tracker->stop();
    PHASEBOARD_TRY(revertRows(*m_connection, changes));
    if (isMerge)
      putAside(*m_connection, step.id);
    m_connection->run("UPDATE undo_step SET is_undone = 1 WHERE id = ?", step.id);
    return {};
  });
}

Status SqliteNotebookStore::reapply(const ports::UndoStep& step) {
  return m_connection->guarded([&]() -> Status {
    PHASEBOARD_TRY_ASSIGN(const std::string changes, rowChangesOf(step));
    const bool isMerge = hasTrace(*m_connection, step.id);
    if (isMerge)  // as though it had never come: nothing of it is written anew
      m_tracker->stop();
    PHASEBOARD_TRY(reapplyRows(*m_connection, changes));
    if (isMerge)
      bringBack(*m_connection, step.id);
    m_connection->run("UPDATE undo_step SET is_undone = 0 WHERE id = ?", step.id);
    return {};
  });
}

Status SqliteNotebookStore::forgetSteps() {
  return m_connection->guarded([&]() -> Status {
    m_connection->run("DELETE FROM undo_step");
    return {};
  });
}

}  // namespace phaseboard::db
