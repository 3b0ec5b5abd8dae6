// SPDX-License-Identifier: Apache-2.0
// notebook check, stats, rebuild, backup, restore.
#include <memory>
#include <string>
#include <utility>

#include "app/ops/replay.h"
#include "app/ops/study_plan.h"
#include "db/notebook/backups.h"
#include "db/notebook/log_check.h"
#include "ui/cli/notebook_access.h"

namespace phaseboard::cli {
namespace {

struct Options : NotebookOptions {
  std::string backup;
};

Result<review::MemorySettings> memoryOf(const ports::Notebook& notebook) {
  PHASEBOARD_TRY_ASSIGN(const auto settings, notebook.settings());
  return ops::memorySettings(settings);
}

struct CheckResult {
  db::FileCheck file;
  ops::ReplayReport replay;
  [[nodiscard]] bool isOk() const { return file.problems.empty() && replay.differenceCount == 0; }
};

Result<CheckResult> checkAll(const Options& options) {
  CheckResult result;
  PHASEBOARD_TRY_ASSIGN(const auto store, openToRead(options));
  PHASEBOARD_TRY_ASSIGN(result.file, db::checkFile(store->path(), db::CheckDepth::Full));
  const auto doubt = db::checkTraces(db::diskFiles(), store->path());
  if (!doubt)
    result.file.problems.push_back(doubt.error().detail);
  else if (*doubt)
    result.file.problems.push_back((*doubt)->detail);
  if (!result.file.problems.empty())
    return result;
  PHASEBOARD_TRY_ASSIGN(const auto memory, memoryOf(*store));
  PHASEBOARD_TRY_ASSIGN(result.replay, ops::compareWithLog(*store, memory));
  return result;
}

int check(const Options& options, Console& console) {
  const auto result = checkAll(options);
  if (!result)
    return console.failed(result.error());
  std::string text;
  for (const auto* lines : {&result->file.problems, &result->replay.differences})
    for (const std::string& line : *lines)
      text += line + "\n";
  text += result->isOk() ? "ok: " : "not ok: ";
  text += std::to_string(result->file.events) + " events of " +
          std::to_string(result->replay.prompts) + " prompts, schema " +
          std::to_string(result->file.schema) + "\n";
  const int code = console.print(text, {{"ok", result->isOk()},
                                        {"schema", result->file.schema},
                                        {"events", result->file.events},
                                        {"prompts", result->replay.prompts},
                                        {"answers", result->replay.answers},
                                        {"problems", result->file.problems},
                                        {"differences", result->replay.differences},
                                        {"difference_count", result->replay.differenceCount}});
  return result->isOk() ? code : static_cast<int>(kFailed);
}

int stats(const Options& options, Console& console) {
  const auto store = openToRead(options);
  if (!store)
    return console.failed(store.error());
  const auto figures = (*store)->stats();
  if (!figures)
    return console.failed(figures.error());
  const std::string text =
      "schema " + std::to_string(figures->schema) + ", " + std::to_string(figures->reviews) +
      " reviews, " + std::to_string(figures->promptsSeen) + " prompts seen, " +
      std::to_string(figures->answers) + " answers, " + std::to_string(figures->bytes) + " bytes\n";
  return console.print(text, {{"schema", figures->schema},
                              {"reviews", figures->reviews},
                              {"answers", figures->answers},
                              {"annotations", figures->annotations},
                              {"prompts_seen", figures->promptsSeen},
                              {"bytes", figures->bytes}});
}

Result<ops::ReplayReport> rebuilt(const Options& options) {
  PHASEBOARD_TRY_ASSIGN(const auto store, openToWrite(options));
  PHASEBOARD_TRY_ASSIGN(const auto memory, memoryOf(*store));
  return ops::rebuildFromLog(*store, memory);
}

int rebuild(const Options& options, Console& console) {
  const auto report = rebuilt(options);
  if (!report)
    return console.failed(report.error());
  return console.print(std::to_string(report->answers) + " answers of " +
                           std::to_string(report->prompts) + " prompts replayed, " +
                           std::to_string(report->differenceCount) + " differences mended\n",
                       {{"prompts", report->prompts},
                        {"answers", report->answers},
                        {"mended", report->differenceCount}});
}

Result<db::Backup> backedUp(const Options& options) {
  PHASEBOARD_TRY_ASSIGN(const auto file, notebookFile(options));
  // Refuses what is no notebook before a folder is made beside it.
  PHASEBOARD_TRY(openToRead(options));
  PHASEBOARD_TRY_ASSIGN(const auto clock, CommandClock::at(options));
  return db::Backups(db::diskFiles(), file).make(clock.now());
}

int backUp(const Options& options, Console& console) {
  const auto backup = backedUp(options);
  if (!backup)
    return console.failed(backup.error());
  return console.print(backup->file.string() + "\n",
                       {{"backup", backup->file.string()}, {"taken_at", toIso(backup->takenAt)}});
}

Result<db::Restored> restored(const Options& options) {
  PHASEBOARD_TRY_ASSIGN(const auto file, notebookFile(options));
  PHASEBOARD_TRY_ASSIGN(const auto clock, CommandClock::at(options));
  std::optional<std::filesystem::path> backup;
  if (!options.backup.empty())
    backup = options.backup;
  return db::restoreNotebook(db::diskFiles(), file, backup, clock.now());
}

int restore(const Options& options, Console& console) {
  const auto done = restored(options);
  if (!done)
    return console.failed(done.error());
  Json object = {{"backup", done->backup.string()},
                 {"events", done->events},
                 {"from_journal", done->fromJournal}};
  if (done->keptAside)
    object["kept"] = done->keptAside->string();
  return console.print("restored " + done->backup.string() + ": " + std::to_string(done->events) +
                           " events, " + std::to_string(done->fromJournal) +
                           " of them from the journal\n",
                       object);
}

using Run = int (*)(const Options&, Console&);

CLI::App* addCommand(CLI::App& group, Command& chosen, const char* name, const char* help,
                     const std::shared_ptr<Options>& options, Run run) {
  CLI::App* command = group.add_subcommand(name, help);
  addNotebookOption(*command, options);
  command->callback([&chosen, options, run] {
    chosen = [options, run](Console& console) { return run(*options, console); };
  });
  return command;
}

}  // namespace

void addNotebookCommands(CLI::App& root, Command& chosen) {
  CLI::App* group = root.add_subcommand("notebook", "Your answers, reviews and settings");
  group->require_subcommand(1);
  const auto options = std::make_shared<Options>();
  addCommand(*group, chosen, "check", "Check structure, references and the replay of the log",
             options, check);
  addCommand(*group, chosen, "stats", "Count what it holds", options, stats);
  addCommand(*group, chosen, "rebuild", "Work schedule and statistics out again from the log",
             options, rebuild);
  CLI::App* backup = addCommand(*group, chosen, "backup", "Make a verified copy", options, backUp);
  addNowOption(*backup, options);
  CLI::App* restoring = addCommand(*group, chosen, "restore",
                                   "Put a backup and the journal in its place", options, restore);
  restoring->add_option("BACKUP", options->backup, "The copy; the newest sound one unless told");
  addNowOption(*restoring, options);
  addMergeCommands(*group, chosen);
}

}  // namespace phaseboard::cli
