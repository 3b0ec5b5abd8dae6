// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "db/connection.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/notebook_rows.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

bool hasEvent(Connection& connection, const review::ReviewEvent& event) {
  return connection
      .integer(
          "SELECT 1 FROM review WHERE id = ? AND "
          "prompt_key = (SELECT key FROM prompt WHERE id = ?)",
          Blob{event.id.view()}, event.prompt)
      .has_value();
}

}  // namespace

Instant SqliteNotebookStore::afterNewestEvent() const {
  const auto newest = m_connection->integer("SELECT max(last_event_ms) FROM prompt");
  return Instant{newest ? *newest + 1 : 0};
}

Result<std::vector<JournalEntry>> SqliteNotebookStore::entriesSince(Instant from) const {
  return m_connection->guarded([&]() -> Result<std::vector<JournalEntry>> {
    std::vector<JournalEntry> entries;
    Query rows = m_connection->query(
        "SELECT " PHASEBOARD_EVENT_COLUMNS
        ", prompt.question, prompt.phase FROM prompt "
        "CROSS JOIN review ON review.prompt_key = prompt.key "
        "JOIN device ON device.key = review.device_key "
        "WHERE prompt.last_event_ms >= ?1 AND review.id >= ?2 ORDER BY review.id",
        from, Blob{idPrefix(from)});
    while (rows.next()) {
      JournalEntry entry;
      PHASEBOARD_TRY_ASSIGN(entry.event, eventFrom(rows));
      entry.question = questionFrom(rows);
      entry.phase = phaseFrom(rows);
      entries.push_back(std::move(entry));
    }
    return entries;
  });
}

void SqliteNotebookStore::leaveOutMerged(std::vector<JournalEntry>& entries) const {
  std::vector<std::int64_t> merges;
  {
    Query steps = m_connection->query(
        "SELECT id FROM undo_step WHERE EXISTS "
        "(SELECT 1 FROM merge_event WHERE step_id = undo_step.id)");
    while (steps.next())
      merges.push_back(steps.integer(0));
  }
  std::erase_if(entries, [&](const JournalEntry& entry) {
    return std::any_of(merges.begin(), merges.end(), [&](std::int64_t step) {
      return m_connection
          ->integer(
              "SELECT 1 FROM merge_event WHERE step_id = ? AND id = ? "
              "AND prompt_key = (SELECT key FROM prompt WHERE id = ?)",
              step, Blob{entry.event.id.view()}, entry.event.prompt)
          .has_value();
    });
  });
}

bool SqliteNotebookStore::isPutAside(const Uuid& event) const {
  return m_connection->integer("SELECT 1 FROM merge_aside WHERE id = ?", Blob{event.view()})
      .has_value();
}

Status SqliteNotebookStore::openJournal(FileSystem& files) {
  auto opened = AnswerJournal::open(files, journalFileOf(m_path), afterNewestEvent());
  if (!opened) {
    // The notebook itself is whole; what is missing here is said, and does not keep it closed.
    m_journalTrouble = opened.error();
    return {};
  }
  m_journal = std::make_unique<AnswerJournal>(std::move(*opened));
  // A power cut may have taken records whose events the notebook holds.
  const JournalContents& held = m_journal->atOpening();
  std::unordered_set<Uuid> known;
  for (const JournalEntry& entry : held.entries)
    known.insert(entry.event.id);
  const Instant from = held.from.value_or(Instant{0});
  PHASEBOARD_TRY_ASSIGN(auto entries, entriesSince(from));
  std::unordered_set<Uuid> written;
  for (const JournalEntry& entry : entries)
    written.insert(entry.event.id);
  std::erase_if(entries, [&](const JournalEntry& entry) { return known.contains(entry.event.id); });
  leaveOutMerged(entries);
  std::move(entries.begin(), entries.end(), std::back_inserter(m_unwritten));
  // The other way round, the notebook lost what it had. (Imported answers have ids of long ago.)
  // `written` is empty when a damaged head names a time to come.
  for (const JournalEntry& entry : held.entries)
    if (!written.contains(entry.event.id) && entry.event.id.view() >= idPrefix(from) &&
        !isPutAside(entry.event.id) && !hasEvent(*m_connection, entry.event))
      return fail(ErrorKind::Damaged, m_path.string(), "it lacks answers that its journal has");
  writeJournal();
  return {};
}

AnswerJournal* SqliteNotebookStore::journal() const {
  return m_lender ? m_lender->m_journal.get() : m_journal.get();
}

void SqliteNotebookStore::writeJournal() {
  if (journal() == nullptr)
    return;
  const Status written = journal()->append(m_unwritten, logMark(*m_connection));
  if (written) {
    m_unwritten.clear();
    m_journalTrouble.reset();
  } else {
    m_journalTrouble = written.error();
  }
}

Status SqliteNotebookStore::rotateJournal(const std::filesystem::path& to) {
  if (!m_journal || m_isLent)
    return {};
  return m_connection->guarded([&]() -> Status {
    writeJournal();
    return m_journal->rotate(to, afterNewestEvent());
  });
}

}  // namespace phaseboard::db
