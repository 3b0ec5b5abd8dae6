// SPDX-License-Identifier: Apache-2.0
#include <unordered_set>
#include <utility>

#include "app/ops/replay.h"
#include "app/ops/study_plan.h"
#include "db/connection.h"
#include "db/files/safe_file.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/backups.h"
#include "db/notebook/notebook_lock.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

/// A notebook that was copied from a backup has its id already.
class NoChance : public Chance {
 public:
  std::uint64_t next() override { return 0; }
};

std::filesystem::path beside(const std::filesystem::path& file, const std::string& suffix) {
  std::filesystem::path other = file;
  other += suffix;
  return other;
}

/// "20261121T092014000Z": a moment as a part of a name.
std::string momentInName(Instant moment) {
  std::string stamp = toIso(moment);
  std::erase_if(stamp, [](char letter) { return letter == '-' || letter == ':' || letter == '.'; });
  return stamp;
}

bool passes(const std::filesystem::path& file) {
  const auto check = checkFile(file, CheckDepth::Full);
  return check && check->problems.empty();
}

Result<std::filesystem::path> chosenBackup(const Backups& backups,
                                           const std::optional<std::filesystem::path>& wanted) {
  if (wanted) {
    PHASEBOARD_TRY_ASSIGN(const FileCheck check, checkFile(*wanted, CheckDepth::Full));
    if (!check.problems.empty())
      return fail(ErrorKind::Damaged, wanted->string(), check.problems.front());
    return *wanted;
  }
  PHASEBOARD_TRY_ASSIGN(const auto known, backups.list());
  for (const Backup& backup : known)
    if (passes(backup.file))
      return backup.file;
  return fail(ErrorKind::NotFound, backups.folder().string(), "no backup that can be read");
}

/// Reading through SQLite rather than copying bytes checks the pages once more.
Status copyInto(FileSystem& files, const std::filesystem::path& backup,
                const std::filesystem::path& temporary, const std::string& vfs) {
  PHASEBOARD_TRY(files.remove(temporary));
  PHASEBOARD_TRY_ASSIGN(const auto connection, Connection::open(backup, Access::ReadOnly, vfs));
  return connection->guarded([&]() -> Status {
    connection->run("VACUUM INTO ?", temporary.string());
    return {};
  });
}

Result<std::int64_t> addEntries(SqliteNotebookStore& store,
                                const std::vector<JournalEntry>& entries) {
  std::unordered_set<Uuid> known;
  PHASEBOARD_TRY(store.eachLog([&](const ports::PromptLog& log) -> Status {
    for (const review::ReviewEvent& event : log.events)
      known.insert(event.id);
    return {};
  }));
  PHASEBOARD_TRY_ASSIGN(const auto unit, store.begin());
  std::int64_t added = 0;
  for (const JournalEntry& entry : entries)
    if (known.insert(entry.event.id).second) {
      PHASEBOARD_TRY(store.appendEvent(entry.event, entry.question, entry.phase));
      ++added;
    }
  if (added == 0)
    return added;
  PHASEBOARD_TRY(unit->commit(Instant{0}));
  return added;
}

Status replayJournals(FileSystem& files, const Backups& backups,
                      const std::filesystem::path& temporary, const std::string& vfs,
                      Restored& restored) {
  std::vector<JournalEntry> entries;
  for (const std::filesystem::path& file : backups.journals()) {
    const auto bytes = files.read(file);
    if (!bytes && bytes.error().kind == ErrorKind::NotFound)
      continue;
    if (!bytes)
      return passOn(bytes);
    for (JournalEntry& entry : readJournal(*bytes).entries)
      entries.push_back(std::move(entry));
  }
  NoChance chance;
  PHASEBOARD_TRY_ASSIGN(const auto store,
                        SqliteNotebookStore::open({temporary, vfs, &files, false}, chance));
  PHASEBOARD_TRY_ASSIGN(restored.fromJournal, addEntries(*store, entries));
  PHASEBOARD_TRY_ASSIGN(const auto settings, store->settings());
  PHASEBOARD_TRY_ASSIGN(const auto memory, ops::memorySettings(settings));
  PHASEBOARD_TRY(ops::rebuildFromLog(*store, memory));
  return store->settle();
}

/// The log beside a file must go with it, also when the file itself is gone: it would be taken for
/// the log of another file.
Status keepAside(FileSystem& files, const std::filesystem::path& notebook,
                 const std::filesystem::path& aside) {
  if (std::filesystem::exists(notebook))
    PHASEBOARD_TRY(files.link(notebook, aside));
  const std::filesystem::path log = beside(notebook, "-wal");
  if (std::filesystem::exists(log))
    PHASEBOARD_TRY(files.rename(log, beside(aside, "-wal")));
  PHASEBOARD_TRY(files.remove(beside(notebook, "-shm")));
  return files.syncFolder(notebook.parent_path());
}

/// What the journal says of the log of the file before does not hold for this one. Comes last:
/// until then the notebook counts as damaged, and is restored once more.
Status forgetLog(FileSystem& files, const std::filesystem::path& notebook, Instant now) {
  PHASEBOARD_TRY_ASSIGN(auto journal, AnswerJournal::open(files, journalFileOf(notebook), now));
  PHASEBOARD_TRY(journal.append({}, LogMark{}));
  return journal.sync();
}

}  // namespace

Result<Restored> restoreNotebook(FileSystem& files, const std::filesystem::path& notebook,
                                 const std::optional<std::filesystem::path>& backup, Instant now,
                                 const std::string& vfs) {
  PHASEBOARD_TRY_ASSIGN(const auto lock, NotebookLock::acquire(notebook));
  const Backups backups(files, notebook);
  Restored restored;
  PHASEBOARD_TRY_ASSIGN(restored.backup, chosenBackup(backups, backup));
  const std::filesystem::path temporary = beside(notebook, ".restoring");
  PHASEBOARD_TRY(copyInto(files, restored.backup, temporary, vfs));
  PHASEBOARD_TRY(replayJournals(files, backups, temporary, vfs, restored));
  PHASEBOARD_TRY(files.remove(lockFileOf(temporary)));
  PHASEBOARD_TRY_ASSIGN(const FileCheck check, checkFile(temporary, CheckDepth::Full, vfs));
  if (!check.problems.empty())
    return fail(ErrorKind::Damaged, temporary.string(), check.problems.front());
  restored.events = check.events;
  // The check made them anew; a finished copy has nothing in its log.
  PHASEBOARD_TRY(files.remove(beside(temporary, "-wal")));
  PHASEBOARD_TRY(files.remove(beside(temporary, "-shm")));
  const std::filesystem::path aside = beside(notebook, ".before-restore-" + momentInName(now));
  if (std::filesystem::exists(notebook))
    restored.keptAside = aside;
  PHASEBOARD_TRY(keepAside(files, notebook, aside));
  PHASEBOARD_TRY(installSafely(files, temporary, notebook));
  PHASEBOARD_TRY(forgetLog(files, notebook, now));
  return restored;
}

}  // namespace phaseboard::db
