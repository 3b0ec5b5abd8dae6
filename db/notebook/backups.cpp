// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/backups.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

#include "db/connection.h"
#include "db/files/safe_file.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/backup_thinning.h"
#include "db/notebook/migrator.h"

namespace phaseboard::db {
namespace {

constexpr std::string_view kBackupSuffix = ".db";
constexpr std::string_view kJournalSuffix = ".journal";

std::optional<Instant> timeOf(std::string_view stamp) {
  constexpr std::size_t kStampSize = 19;
  if (stamp.size() != kStampSize)
    return std::nullopt;
  const std::string text(stamp);
  return instantFromIso(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 5) +
                        ":" + text.substr(11, 2) + ":" + text.substr(13, 2) + "." +
                        text.substr(15));
}

/// What changes with every change that is worth a backup.
Result<std::string> revisionOf(Connection& connection) {
  return connection.guarded([&]() -> Result<std::string> {
    std::string revision;
    for (const char* sql :
         {"SELECT max(last_event_ms) FROM prompt", "SELECT max(saved_ms) FROM draft",
          "SELECT count(*) FROM draft", "SELECT max(id) FROM undo_step",
          "SELECT max(at_ms) FROM undo_step", "SELECT total(is_undone) FROM undo_step"})
      revision += std::to_string(connection.integer(sql).value_or(-1)) + " ";
    return revision;
  });
}

Result<std::string> revisionOfFile(const std::filesystem::path& file, Access access,
                                   const std::string& vfs) {
  PHASEBOARD_TRY_ASSIGN(const auto connection, Connection::open(file, access, vfs));
  PHASEBOARD_TRY(identify(*connection, notebookMigrations()));
  return revisionOf(*connection);
}

/// Files "<name>-<stamp><suffix>" of the folder, newest first.
std::vector<Backup> stampedFiles(const std::filesystem::path& folder, const std::string& name,
                                 std::string_view suffix) {
  std::vector<Backup> found;
  std::error_code code;  // a folder that cannot be listed has no backups
  for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
    const std::string file = entry.path().filename().string();
    if (!file.starts_with(name + "-") || !file.ends_with(suffix) ||
        file.size() <= name.size() + 1 + suffix.size())
      continue;
    const std::string_view stamp = std::string_view(file).substr(
        name.size() + 1, file.size() - name.size() - 1 - suffix.size());
    if (const auto time = timeOf(stamp))
      found.push_back({entry.path(), *time});
  }
  std::sort(found.begin(), found.end(),
            [](const Backup& a, const Backup& b) { return a.takenAt > b.takenAt; });
  return found;
}

}  // namespace

Backups::Backups(FileSystem& files, std::filesystem::path notebook, std::string vfs)
    : m_files(files),
      m_notebook(std::move(notebook)),
      m_folder(m_notebook.parent_path() / "backups"),
      m_vfs(std::move(vfs)) {}

std::string Backups::stampOf(Instant moment) {
  std::string stamp = toIso(moment);
  std::erase_if(stamp, [](char letter) { return letter == '-' || letter == ':' || letter == '.'; });
  return stamp;
}

Status Backups::copyTo(const std::filesystem::path& file) const {
  PHASEBOARD_TRY(m_files.remove(file));
  PHASEBOARD_TRY_ASSIGN(const auto connection,
                        Connection::open(m_notebook, Access::ReadOnly, m_vfs));
  return connection->guarded([&]() -> Status {
    constexpr const char* kEvents = "SELECT count(*) FROM review";
    const auto before = connection->integer(kEvents);
    connection->run("VACUUM INTO ?", file.string());
    const auto after = connection->integer(kEvents);
    PHASEBOARD_TRY_ASSIGN(const FileCheck check, checkFile(file, CheckDepth::Quick, m_vfs));
    // The log only grows, so a copy from between two counts has a count between them.
    if (!check.problems.empty() || check.events < before || check.events > after)
      return fail(ErrorKind::Damaged, file.string(),
                  check.problems.empty() ? "the copy lacks events" : check.problems.front());
    return {};
  });
}

Result<Backup> Backups::make(Instant now) const {
  PHASEBOARD_TRY(m_files.makeFolder(m_folder));
  const auto named = [this](Instant moment, std::string_view suffix) {
    return m_folder / (m_notebook.stem().string() + "-" + stampOf(moment) + std::string(suffix));
  };
  while (std::filesystem::exists(named(now, kBackupSuffix)))
    now = Instant{now.value() + 1};
  const Backup backup{named(now, kBackupSuffix), now};
  const std::filesystem::path temporary = named(now, ".tmp");
  if (const Status copied = copyTo(temporary); !copied) {
    (void)m_files.remove(temporary).has_value();
    return passOn(copied);
  }
  PHASEBOARD_TRY(installSafely(m_files, temporary, backup.file));
  PHASEBOARD_TRY(thin());
  return backup;
}

Result<std::optional<Backup>> Backups::makeIfChanged(Instant now) const {
  PHASEBOARD_TRY_ASSIGN(const auto backups, list());
  if (!backups.empty()) {
    PHASEBOARD_TRY_ASSIGN(const auto revision, revisionOfFile(m_notebook, Access::ReadOnly, m_vfs));
    const auto newest = revisionOfFile(backups.front().file, Access::Immutable, {});
    if (newest && *newest == revision)
      return std::optional<Backup>();
  }
  PHASEBOARD_TRY_ASSIGN(auto backup, make(now));
  return std::optional(std::move(backup));
}

Result<std::vector<Backup>> Backups::list() const {
  return stampedFiles(m_folder, m_notebook.stem().string(), kBackupSuffix);
}

std::filesystem::path Backups::journalOf(const Backup& backup) {
  std::filesystem::path file = backup.file;
  return file.replace_extension(kJournalSuffix);
}

std::vector<std::filesystem::path> Backups::journals() const {
  std::vector<std::filesystem::path> files;
  const auto old = stampedFiles(m_folder, m_notebook.stem().string(), kJournalSuffix);
  std::transform(old.rbegin(), old.rend(), std::back_inserter(files),
                 [](const Backup& journal) { return journal.file; });
  std::filesystem::path damaged = journalFileOf(m_notebook);
  damaged += ".damaged";  // put aside by `AnswerJournal::open`; what is whole in it still counts
  files.push_back(std::move(damaged));
  files.push_back(journalFileOf(m_notebook));
  return files;
}

Status Backups::thin() const {
  PHASEBOARD_TRY_ASSIGN(const auto backups, list());
  std::vector<Instant> times;
  for (const Backup& backup : backups)
    times.push_back(backup.takenAt);
  const std::vector<Instant> dropped = backupsToDrop(times);
  Instant oldest = backups.empty() ? Instant{0} : backups.front().takenAt;
  for (const Backup& backup : backups) {
    if (std::binary_search(dropped.begin(), dropped.end(), backup.takenAt))
      PHASEBOARD_TRY(m_files.remove(backup.file));
    else
      oldest = backup.takenAt;
  }
  // A journal that ended before the oldest backup was taken says nothing that a backup lacks.
  for (const Backup& journal : stampedFiles(m_folder, m_notebook.stem().string(), kJournalSuffix))
    if (journal.takenAt < oldest)
      PHASEBOARD_TRY(m_files.remove(journal.file));
  return m_files.syncFolder(m_folder);
}

Result<FileCheck> checkFile(const std::filesystem::path& file, CheckDepth depth,
                            const std::string& vfs) {
  PHASEBOARD_TRY_ASSIGN(const auto connection, Connection::open(file, Access::ReadOnly, vfs));
  PHASEBOARD_TRY_ASSIGN(const FileState state, identify(*connection, notebookMigrations()));
  if (state.kind == FileKind::Empty)
    return fail(ErrorKind::ForeignFile, file.string(), "no notebook in it");
  return connection->guarded([&]() -> Result<FileCheck> {
    FileCheck check;
    check.schema = state.version;
    Query structure = connection->query(depth == CheckDepth::Full ? "PRAGMA integrity_check"
                                                                  : "PRAGMA quick_check");
    while (structure.next())
      if (structure.text(0) != "ok")
        check.problems.push_back(structure.text(0));
    if (depth == CheckDepth::Full) {
      Query references = connection->query("PRAGMA foreign_key_check");
      while (references.next())
        check.problems.push_back("a row of " + references.text(0) + " refers to a missing row of " +
                                 references.text(2));
    }
    if (check.problems.empty())
      check.events = connection->integer("SELECT count(*) FROM review").value_or(0);
    return check;
  });
}

}  // namespace phaseboard::db
