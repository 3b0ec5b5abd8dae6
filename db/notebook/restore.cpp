// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "app/ops/contents_source.h"
#include "app/ops/merge_operations.h"
#include "db/checked_pages.h"
#include "db/connection.h"
#include "db/files/safe_file.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/backups.h"
#include "db/notebook/migrations.h"
#include "db/notebook/migrator.h"
#include "db/notebook/notebook_lock.h"
#include "db/notebook/notebook_rows.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

/// A notebook that was copied from a backup has its id already.
class NoChance : public Chance {
 public:
  std::uint64_t next() override { return 0; }
};

class MomentOfRestoring : public Clock {
 public:
  explicit MomentOfRestoring(Instant now) : m_now(now) {}
  [[nodiscard]] Instant now() const override { return m_now; }
  [[nodiscard]] UtcOffset offsetAt(Instant) const override { return UtcOffset{0}; }

 private:
  Instant m_now;
};

std::filesystem::path beside(const std::filesystem::path& file, const std::string& suffix) {
  std::filesystem::path other = file;
  other += suffix;
  return other;
}

bool passes(const std::filesystem::path& file) {
  const auto check = checkFile(file, CheckDepth::Full);
  return check && check->problems.empty();
}

/// What lies in the journals, by id.
using LateEvents = std::unordered_map<Uuid, JournalEntry>;

Result<LateEvents> readJournals(FileSystem& files, const Backups& backups) {
  LateEvents late;
  for (const std::filesystem::path& file : backups.journals()) {
    const auto bytes = files.read(file);
    if (!bytes && bytes.error().kind == ErrorKind::NotFound)
      continue;
    if (!bytes)
      return passOn(bytes);
    for (JournalEntry& entry : readJournal(*bytes).entries) {
      const Uuid id = entry.event.id;
      late.insert_or_assign(id, std::move(entry));
    }
  }
  return late;
}

/// Whatever prompt they are filed under now: it may have got another id since.
Status removeKnown(Connection& connection, LateEvents& late) {
  if (late.empty())
    return {};
  const auto oldest = std::min_element(
      late.begin(), late.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  const Uuid from = oldest->first;
  return connection.guarded([&]() -> Status {
    Query known = connection.query("SELECT id FROM review WHERE id >= ?", Blob{from.view()});
    while (known.next()) {
      PHASEBOARD_TRY_ASSIGN(const Uuid id, uuidFrom(known, 0));
      late.erase(id);
    }
    return {};
  });
}

merge::Contents contentsOf(LateEvents&& late) {
  std::vector<JournalEntry> entries;
  entries.reserve(late.size());
  for (auto& [id, entry] : late)
    entries.push_back(std::move(entry));
  std::sort(entries.begin(), entries.end(), [](const JournalEntry& a, const JournalEntry& b) {
    return std::tie(a.event.prompt, a.event.id) < std::tie(b.event.prompt, b.event.id);
  });
  merge::Contents contents;
  for (auto at = entries.begin(); at != entries.end();) {
    merge::Log log{at->event.prompt, std::nullopt, std::nullopt, {}};
    for (; at != entries.end() && at->event.prompt == log.prompt; ++at) {
      if (at->question) {
        log.question = at->question;
        log.phase = at->phase;
      }
      log.events.push_back(std::move(at->event));
    }
    contents.add(std::move(log));
  }
  return contents;
}

/// Puts a copy of a backup in the place of the notebook, in steps that can be told apart.
class Restoring {
 public:
  Restoring(FileSystem& files, const std::filesystem::path& notebook, Instant now,
            const std::string& vfs)
      : m_files(files),
        m_backups(files, notebook),
        m_temporary(beside(notebook, ".restoring")),
        m_now(now),
        m_vfs(vfs) {}

  /// A finished copy of the wanted backup, or of the newest that is sound.
  [[nodiscard]] Result<Restored> prepare(const std::optional<std::filesystem::path>& wanted) const {
    if (wanted)
      return prepareFrom(*wanted);
    PHASEBOARD_TRY_ASSIGN(const auto known, m_backups.list());
    for (const Backup& backup : known) {
      auto restored = prepareFrom(backup.file);
      // An older one would lack what no journal has. So it is taken only when the backup is at
      // fault, not when the disk is that is written to.
      if (restored || passes(backup.file))
        return restored;
    }
    return fail(ErrorKind::NotFound, m_backups.folder().string(), "no backup that can be read");
  }

  [[nodiscard]] const std::filesystem::path& temporary() const { return m_temporary; }

 private:
  [[nodiscard]] Result<Restored> prepareFrom(const std::filesystem::path& backup) const {
    Restored restored;
    restored.backup = backup;
    PHASEBOARD_TRY(copyFrom(backup));
    PHASEBOARD_TRY_ASSIGN(restored.fromJournal, replayJournals());
    PHASEBOARD_TRY(m_files.remove(lockFileOf(m_temporary)));
    // The backup itself is the copy of an older schema.
    PHASEBOARD_TRY(m_files.remove(copyOfBefore(m_temporary, notebookMigrations().back().version)));
    // The copy's indexes were made a moment ago from rows whose pages had been checked; what is
    // left to find is what did not reach the disk as it was written, and every page tells that.
    PHASEBOARD_TRY_ASSIGN(const FileCheck check, checkFile(m_temporary, CheckDepth::Quick, m_vfs));
    if (!check.problems.empty())
      return fail(ErrorKind::Damaged, m_temporary.string(), check.problems.front());
    restored.events = check.events;
    // The check made them anew; a finished copy has nothing in its log.
    PHASEBOARD_TRY(m_files.remove(beside(m_temporary, "-wal")));
    PHASEBOARD_TRY(m_files.remove(beside(m_temporary, "-shm")));
    return restored;
  }

  /// Through SQLite rather than byte by byte: so every page that rows lie on is checked, and what
  /// can be worked out from rows is made anew. Without checksums that is not enough.
  [[nodiscard]] Status copyFrom(const std::filesystem::path& backup) const {
    PHASEBOARD_TRY(m_files.remove(m_temporary));
    PHASEBOARD_TRY_ASSIGN(const auto connection, Connection::open(backup, Access::ReadOnly, m_vfs));
    PHASEBOARD_TRY_ASSIGN(const FileState state, identify(*connection, notebookMigrations()));
    if (state.kind == FileKind::Empty || (!hasChecksums(connection->handle()) && !passes(backup)))
      return fail(ErrorKind::Damaged, backup.string(), "the backup is not whole");
    return connection->guarded([&]() -> Status {
      connection->run("VACUUM INTO ?", m_temporary.string());
      return {};
    });
  }

  /// What the backup lacks comes in as a merge would bring it: only the prompts that it is about
  /// are worked out anew. It is not a step that could be taken back, and the steps before it were
  /// recorded against other rows.
  [[nodiscard]] Result<std::int64_t> replayJournals() const {
    PHASEBOARD_TRY_ASSIGN(LateEvents late, readJournals(m_files, m_backups));
    NoChance chance;
    PHASEBOARD_TRY_ASSIGN(const auto store,
                          SqliteNotebookStore::open({m_temporary, m_vfs, &m_files, false}, chance));
    PHASEBOARD_TRY(removeKnown(store->connection(), late));
    const auto count = static_cast<std::int64_t>(late.size());
    if (count > 0) {
      const merge::Contents contents = contentsOf(std::move(late));
      SqliteMergeStore own(*store);
      const MomentOfRestoring clock(m_now);
      PHASEBOARD_TRY(
          ops::MergeOperations(*store, own, clock).merge(ops::ContentsSource(contents), ""));
      PHASEBOARD_TRY_ASSIGN(const auto unit, store->begin());
      PHASEBOARD_TRY(store->forgetSteps());
      PHASEBOARD_TRY(unit->commit(m_now));
    }
    PHASEBOARD_TRY(store->settle());
    return count;
  }

  FileSystem& m_files;
  Backups m_backups;
  std::filesystem::path m_temporary;
  Instant m_now;
  const std::string& m_vfs;
};

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
  const Restoring restoring(files, notebook, now, vfs);
  PHASEBOARD_TRY_ASSIGN(Restored restored, restoring.prepare(backup));
  const std::filesystem::path aside = beside(notebook, ".before-restore-" + Backups::stampOf(now));
  if (std::filesystem::exists(notebook))
    restored.keptAside = aside;
  PHASEBOARD_TRY(keepAside(files, notebook, aside));
  PHASEBOARD_TRY(installSafely(files, restoring.temporary(), notebook));
  PHASEBOARD_TRY(forgetLog(files, notebook, now));
  return restored;
}

Result<std::filesystem::path> setAside(FileSystem& files, const std::filesystem::path& notebook,
                                       Instant now) {
  PHASEBOARD_TRY_ASSIGN(const auto lock, NotebookLock::acquire(notebook));
  const std::filesystem::path place = notebook.parent_path();
  const std::filesystem::path aside =
      place / (notebook.stem().string() + "-before-" + Backups::stampOf(now));
  if (std::filesystem::exists(aside))
    return fail(ErrorKind::AlreadyExists, aside.string(), "there is a folder of that name");
  PHASEBOARD_TRY(files.makeFolder(aside));
  // In the order in which they go: without the journal nothing says that a notebook is missing.
  std::vector<std::filesystem::path> left;
  for (const auto& file : {notebook, beside(notebook, "-wal"), journalFileOf(notebook)})
    if (std::filesystem::exists(file))
      left.push_back(file);
  for (const std::filesystem::path& file : left)
    PHASEBOARD_TRY(files.link(file, aside / file.filename()));
  const std::filesystem::path backups = Backups(files, notebook).folder();
  if (std::filesystem::exists(backups))
    PHASEBOARD_TRY(files.rename(backups, aside / backups.filename()));
  PHASEBOARD_TRY(files.syncFolder(aside));
  PHASEBOARD_TRY(files.syncFolder(place));
  for (const std::filesystem::path& file : left)
    PHASEBOARD_TRY(files.remove(file));
  PHASEBOARD_TRY(files.remove(beside(notebook, "-shm")));
  PHASEBOARD_TRY(files.syncFolder(place));
  return aside;
}

}  // namespace phaseboard::db
