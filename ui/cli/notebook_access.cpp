// SPDX-License-Identifier: Apache-2.0
#include "ui/cli/notebook_access.h"

#include "db/files/file_system.h"
#include "db/notebook/notebook_place.h"

namespace phaseboard::cli {

void addNotebookOption(CLI::App& command, const std::shared_ptr<NotebookOptions>& options) {
  command.add_option("--notebook", options->notebook, "The notebook; your own unless told");
}

void addNowOption(CLI::App& command, const std::shared_ptr<NotebookOptions>& options) {
  command.add_option("--now", options->now, "As if it were this moment, 2026-11-21T09:20:14Z");
}

Result<std::filesystem::path> notebookFile(const NotebookOptions& options) {
  const std::filesystem::path file =
      options.notebook.empty() ? db::usualNotebook() : std::filesystem::path(options.notebook);
  if (file.empty())
    return fail(ErrorKind::NotFound, "notebook", "neither XDG_DATA_HOME nor HOME is set");
  return file;
}

Result<std::unique_ptr<db::SqliteNotebookStore>> openToWrite(const NotebookOptions& options) {
  PHASEBOARD_TRY_ASSIGN(const auto file, notebookFile(options));
  if (file.has_parent_path())
    PHASEBOARD_TRY(db::diskFiles().makeFolder(file.parent_path()));
  ui::SystemChance chance;
  return db::SqliteNotebookStore::open({file}, chance);
}

Result<std::unique_ptr<db::SqliteNotebookStore>> openToRead(const NotebookOptions& options) {
  PHASEBOARD_TRY_ASSIGN(const auto file, notebookFile(options));
  return db::SqliteNotebookStore::openReadOnly({file});
}

Result<CommandClock> CommandClock::at(const NotebookOptions& options) {
  CommandClock clock;
  if (options.now.empty())
    return clock;
  clock.m_fixed = instantFromIso(options.now);
  if (!clock.m_fixed)
    return fail(ErrorKind::InvalidInput, "--now", options.now);
  return clock;
}

}  // namespace phaseboard::cli
