// SPDX-License-Identifier: Apache-2.0
// notebook merge, sync.
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "app/ops/sync_operations.h"
#include "db/connection.h"
#include "db/files/safe_file.h"
#include "db/notebook/backups.h"
#include "db/notebook/notebook_lock.h"
#include "db/notebook/shared_folder.h"
#include "db/notebook/sqlite_telling.h"
#include "ui/cli/notebook_access.h"

namespace phaseboard::cli {
namespace {

struct MergeOptions : NotebookOptions {
  std::vector<std::string> files;
  std::string output;
  std::string folder;
  bool isPreview = false;
};

/// What came, of all files together.
struct Merged {
  ops::MergeCounts counts;
  int drafts = 0;  ///< that stay in the other notebooks
};

void addCounts(ops::MergeCounts& sum, const ops::MergeCounts& more) {
  sum.events += more.events;
  sum.prompts += more.prompts;
  sum.versions += more.versions;
  sum.conflicts += more.conflicts;
  sum.drawings += more.drawings;
  sum.others += more.others;
}

using Others = std::vector<std::unique_ptr<ports::OtherNotebook>>;

Result<Others> openOthers(const std::vector<std::string>& files, std::size_t first,
                          const std::filesystem::path& own) {
  Others others;
  for (std::size_t i = first; i < files.size(); ++i) {
    PHASEBOARD_TRY_ASSIGN(auto other, db::openOtherNotebook(files[i], own));
    others.push_back(std::move(other));
  }
  return others;
}

Result<Merged> mergedInto(db::SqliteNotebookStore& store, const MergeOptions& options,
                          std::size_t first, const Others& others) {
  PHASEBOARD_TRY_ASSIGN(const auto clock, CommandClock::at(options));
  db::SqliteMergeStore own(store);
  ops::MergeOperations operations(store, own, clock);
  Merged merged;
  for (std::size_t i = 0; i < others.size(); ++i) {
    merged.drafts += others[i]->draftCount();
    if (options.isPreview) {
      PHASEBOARD_TRY_ASSIGN(const auto counts,
                            ops::previewMerge(store, own, others[i]->contents()));
      addCounts(merged.counts, counts);
      continue;
    }
    PHASEBOARD_TRY_ASSIGN(const auto outcome,
                          operations.merge(others[i]->contents(), options.files[first + i]));
    addCounts(merged.counts, outcome.done);
  }
  return merged;
}

/// A copy of a notebook under a temporary name; all of it vanishes unless it is installed.
class TemporaryNotebook {
 public:
  explicit TemporaryNotebook(const std::filesystem::path& file) : m_file(file) {
    m_file += ".tmp";
    removeAll();
  }
  ~TemporaryNotebook() { removeAll(); }
  TemporaryNotebook(const TemporaryNotebook&) = delete;
  TemporaryNotebook& operator=(const TemporaryNotebook&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return m_file; }

 private:
  void removeAll() const {
    const std::string name = m_file.filename().string();
    std::error_code ignored;  // what cannot be removed is in the way of the copy, which says so
    std::vector<std::filesystem::path> found;
    const auto folder =
        m_file.has_parent_path() ? m_file.parent_path() : std::filesystem::path(".");
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
      if (entry.path().filename().string().starts_with(name))
        found.push_back(entry.path());
    for (const auto& file : found)
      std::filesystem::remove(file, ignored);
  }

  std::filesystem::path m_file;
};

Result<Merged> mergedToOutput(const MergeOptions& options) {
  const std::filesystem::path output = options.output;
  if (options.files.size() < 2)
    return fail(ErrorKind::InvalidInput, "FILE", "a new notebook needs at least two");
  std::error_code failure;
  if (std::filesystem::exists(output, failure))
    return fail(ErrorKind::AlreadyExists, options.output, "there is a file of that name");
  PHASEBOARD_TRY_ASSIGN(const auto others, openOthers(options.files, 1, output));
  PHASEBOARD_TRY_ASSIGN(const auto first, db::openOtherNotebook(options.files.front(), output));
  const TemporaryNotebook temporary(output);
  {
    PHASEBOARD_TRY_ASSIGN(const auto source,
                          db::Connection::open(options.files.front(), db::Access::ReadOnly));
    PHASEBOARD_TRY(source->guarded([&]() -> Status {
      source->run("VACUUM INTO ?", temporary.path().string());
      return {};
    }));
  }
  Merged merged;
  {
    ui::SystemChance chance;
    PHASEBOARD_TRY_ASSIGN(const auto store, db::SqliteNotebookStore::open(
                                                {temporary.path(), {}, nullptr, false}, chance));
    PHASEBOARD_TRY_ASSIGN(merged, mergedInto(*store, options, 1, others));
    PHASEBOARD_TRY(store->settle());
  }
  merged.drafts += first->draftCount();
  if (!options.isPreview)
    PHASEBOARD_TRY(db::installSafely(db::diskFiles(), temporary.path(), output));
  return merged;
}

Result<Merged> mergedIntoOwn(const MergeOptions& options) {
  PHASEBOARD_TRY_ASSIGN(const auto file, notebookFile(options));
  PHASEBOARD_TRY_ASSIGN(const auto others, openOthers(options.files, 0, file));
  PHASEBOARD_TRY_ASSIGN(const auto clock, CommandClock::at(options));
  PHASEBOARD_TRY_ASSIGN(const auto store, openToWrite(options));
  if (options.isPreview)
    return mergedInto(*store, options, 0, others);
  const db::Backups backups(db::diskFiles(), file);
  PHASEBOARD_TRY(backups.makeIfChanged(clock.now()));
  PHASEBOARD_TRY_ASSIGN(Merged merged, mergedInto(*store, options, 0, others));
  // The journal does not have what came, and the other file may be thrown away.
  PHASEBOARD_TRY(backups.makeIfChanged(clock.now()));
  return merged;
}

std::string wordsOf(const ops::MergeCounts& counts) {
  return std::to_string(counts.events) + " events of " + std::to_string(counts.prompts) +
         " prompts, " + std::to_string(counts.versions) + " versions of answers, " +
         std::to_string(counts.conflicts) + " answers edited apart, " +
         std::to_string(counts.drawings) + " boards and interviews, " +
         std::to_string(counts.others) + " other things";
}

nlohmann::ordered_json jsonOf(const ops::MergeCounts& counts) {
  return {{"events", counts.events},     {"prompts", counts.prompts},
          {"versions", counts.versions}, {"conflicts", counts.conflicts},
          {"drawings", counts.drawings}, {"others", counts.others}};
}

int runMerge(const MergeOptions& options, Console& console) {
  const bool isNew = !options.output.empty();
  const auto merged = isNew ? mergedToOutput(options) : mergedIntoOwn(options);
  if (!merged)
    return console.failed(merged.error());
  auto json = jsonOf(merged->counts);
  json["drafts_left"] = merged->drafts;
  json["preview"] = options.isPreview;
  if (isNew)
    json["output"] = options.output;
  std::string text = (options.isPreview ? "would bring " : "brought ") + wordsOf(merged->counts);
  if (merged->drafts > 0)
    text += "; " + std::to_string(merged->drafts) + " texts being written stay where they are";
  return console.print(text + "\n", json);
}

Result<ops::SyncOutcome> synced(const MergeOptions& options) {
  PHASEBOARD_TRY_ASSIGN(const auto clock, CommandClock::at(options));
  PHASEBOARD_TRY_ASSIGN(const auto store, openToWrite(options));
  db::SqliteMergeStore own(*store);
  ops::MergeOperations merges(*store, own, clock);
  db::SqliteTelling telling(*store);
  const db::DiskSharedFolder folders(db::diskFiles());
  const db::Backups backups(db::diskFiles(), store->path());
  PHASEBOARD_TRY(backups.makeIfChanged(clock.now()));
  std::error_code failure;
  const auto folder = std::filesystem::weakly_canonical(options.folder, failure);
  PHASEBOARD_TRY_ASSIGN(ops::SyncOutcome outcome,
                        ops::SyncOperations(*store, merges, telling, folders, clock)
                            .sync(failure ? options.folder : folder.string()));
  if (!outcome.done.bringsNothing())
    PHASEBOARD_TRY(backups.makeIfChanged(clock.now()));
  return outcome;
}

int runSync(const MergeOptions& options, Console& console) {
  const auto outcome = synced(options);
  if (!outcome)
    return console.failed(outcome.error());
  auto json = jsonOf(outcome->done);
  json["told"] = outcome->hasTold;
  json["waiting"] = outcome->waiting;
  json["too_new"] = outcome->tooNew;
  std::string text = "brought " + wordsOf(outcome->done) + "\n";
  for (const std::string& file : outcome->waiting)
    text += file + ": not whole yet; it is read the next time\n";
  for (const std::string& file : outcome->tooNew)
    text += file + ": written by a newer program\n";
  return console.print(text, json);
}

}  // namespace

void addMergeCommands(CLI::App& notebook, Command& chosen) {
  const auto options = std::make_shared<MergeOptions>();
  CLI::App* merge = notebook.add_subcommand("merge", "Make one of notebooks studied apart");
  merge->add_option("FILE", options->files, "Other notebooks")->required();
  merge->add_option("-o,--output", options->output,
                    "A new notebook with all of them; your own stays as it is");
  merge->add_flag("--preview", options->isPreview, "Only say what would come");
  CLI::App* sync = notebook.add_subcommand("sync", "Exchange news with a shared folder");
  sync->add_option("FOLDER", options->folder, "A folder that a file-sync program keeps alike")
      ->required();
  for (CLI::App* command : {merge, sync}) {
    addNotebookOption(*command, options);
    addNowOption(*command, options);
    const auto run = command == merge ? runMerge : runSync;
    command->callback([&chosen, options, run] {
      chosen = [options, run](Console& console) { return run(*options, console); };
    });
  }
}

}  // namespace phaseboard::cli
