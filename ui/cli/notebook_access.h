// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "db/notebook/sqlite_notebook_store.h"
#include "ui/bridge/system_clock.h"
#include "ui/cli/commands.h"

/// How commands find and open the notebook, and what time it is for them.
namespace phaseboard::cli {

/// Options that commands about the notebook share.
struct NotebookOptions {
  std::string notebook;
  std::string now;
};

/// `--notebook FILE` and, where a command takes it, `--now T`.
void addNotebookOption(CLI::App& command, const std::shared_ptr<NotebookOptions>& options);
void addNowOption(CLI::App& command, const std::shared_ptr<NotebookOptions>& options);

/// The file meant: the named one, or the user's own.
[[nodiscard]] Result<std::filesystem::path> notebookFile(const NotebookOptions& options);

/// Opens for writing, making the folder if need be.
[[nodiscard]] Result<std::unique_ptr<db::SqliteNotebookStore>> openToWrite(
    const NotebookOptions& options);
[[nodiscard]] Result<std::unique_ptr<db::SqliteNotebookStore>> openToRead(
    const NotebookOptions& options);

/// The machine's clock, or one that stands at `--now`.
class CommandClock : public Clock {
 public:
  /// `InvalidInput` for a `--now` that is no moment such as 2026-11-21T09:20:14Z.
  [[nodiscard]] static Result<CommandClock> at(const NotebookOptions& options);

  [[nodiscard]] Instant now() const override { return m_fixed ? *m_fixed : m_system.now(); }
  [[nodiscard]] UtcOffset offsetAt(Instant moment) const override {
    return m_system.offsetAt(moment);
  }

 private:
  std::optional<Instant> m_fixed;
  ui::SystemClock m_system;
};

}  // namespace phaseboard::cli
