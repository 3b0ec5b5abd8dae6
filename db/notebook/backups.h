// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/base/study_day.h"
#include "db/files/file_system.h"

namespace phaseboard::db {

/// A verified copy of a notebook.
struct Backup {
  std::filesystem::path file;
  Instant takenAt;
};

/// The copies of one notebook, in the folder "backups" beside it.
///
/// A copy gets its final name only after it was opened, checked and counted, and synced. Uses a
/// connection of its own, so a worker thread may do it while the notebook is written.
class Backups {
 public:
  /// @param vfs  as in `NotebookFile`
  Backups(FileSystem& files, std::filesystem::path notebook, std::string vfs = {});

  /// Copies the notebook and thins older copies. `Damaged` when the copy does not pass.
  [[nodiscard]] Result<Backup> make(Instant now) const;

  /// The same, or nothing when the newest copy has everything.
  [[nodiscard]] Result<std::optional<Backup>> makeIfChanged(Instant now) const;

  /// Newest first.
  [[nodiscard]] Result<std::vector<Backup>> list() const;

  /// Where the journal that ended with `backup` goes (`SqliteNotebookStore::rotateJournal`).
  [[nodiscard]] static std::filesystem::path journalOf(const Backup& backup);

  /// "20261121T092014000Z": a moment as a part of a name.
  [[nodiscard]] static std::string stampOf(Instant moment);

  /// Where journals may lie, the current one last.
  [[nodiscard]] std::vector<std::filesystem::path> journals() const;

  [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

 private:
  [[nodiscard]] Status copyTo(const std::filesystem::path& file) const;
  [[nodiscard]] Status thin() const;

  FileSystem& m_files;
  std::filesystem::path m_notebook;
  std::filesystem::path m_folder;
  std::string m_vfs;
};

/// What a check of a closed or foreign-held notebook file found.
struct FileCheck {
  int schema = 0;
  std::int64_t events = 0;
  std::vector<std::string> problems;  ///< of SQLite's structure or of references; empty is well
};

enum class CheckDepth {
  Quick,  ///< structure only
  Full    ///< and that indexes and references agree
};

/// Opens a file for reading and checks it. Problems of the contents are in the value; the result
/// fails only when it cannot be read at all, or is no notebook.
[[nodiscard]] Result<FileCheck> checkFile(const std::filesystem::path& file, CheckDepth depth,
                                          const std::string& vfs = {});

/// What `restore` did.
struct Restored {
  std::filesystem::path backup;
  std::optional<std::filesystem::path> keptAside;  ///< what was there before
  std::int64_t events = 0;                         ///< in the notebook now
  std::int64_t fromJournal = 0;                    ///< of them from journals
};

/// Puts a backup, and every answer of the journals that it lacks, in the place of the notebook. The
/// file that was there is kept beside it. Takes the notebook's lock: `Busy` while a window has it.
///
/// @param backup  nothing for the newest that passes the check
/// @param now     for the name of the file that is kept
/// @param vfs     as in `NotebookFile`
/// @return `NotFound` without a usable backup; the notebook is as before after every failure
[[nodiscard]] Result<Restored> restoreNotebook(FileSystem& files,
                                               const std::filesystem::path& notebook,
                                               const std::optional<std::filesystem::path>& backup,
                                               Instant now, const std::string& vfs = {});

/// Puts everything that is left of a notebook (journal, backups, log, the damaged file) into a
/// folder of its own beside it, so that a new one can begin in its place. Nothing is overwritten or
/// thrown away: in that folder the old one can be restored as it could be before. Takes the
/// notebook's lock.
///
/// A crash on the way leaves everything in one of the two places, or the journal in both.
/// @return the folder
[[nodiscard]] Result<std::filesystem::path> setAside(FileSystem& files,
                                                     const std::filesystem::path& notebook,
                                                     Instant now);

}  // namespace phaseboard::db
