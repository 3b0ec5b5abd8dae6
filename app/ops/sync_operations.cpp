// SPDX-License-Identifier: Apache-2.0
#include "app/ops/sync_operations.h"

#include <utility>

#include "app/ops/contents_source.h"
#include "app/ops/step_changes.h"
#include "app/ports/notebook_store.h"

namespace phaseboard::ops {

SyncOperations::SyncOperations(ports::NotebookStore& notebook, MergeOperations& merges,
                               ports::Telling& telling, const ports::SharedFolder& folders,
                               const Clock& clock)
    : m_notebook(notebook),
      m_merges(merges),
      m_telling(telling),
      m_folders(folders),
      m_clock(clock) {}

Result<bool> SyncOperations::tell(const std::string& folder) {
  PHASEBOARD_TRY_ASSIGN(const auto untold, m_telling.untold(folder));
  if (untold.isEmpty())
    return false;
  PHASEBOARD_TRY_ASSIGN(const std::string file,
                        m_folders.write(folder, m_notebook.device(), untold));
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY(m_telling.noteTold(folder, untold));
  PHASEBOARD_TRY(m_telling.noteKnown(folder, {file}));
  PHASEBOARD_TRY(unit->commit(m_clock.now()));
  return true;
}

Result<SyncOutcome> SyncOperations::sync(const std::string& folder,
                                         const exchange::Progress& progress) {
  PHASEBOARD_TRY_ASSIGN(const auto known, m_telling.knownFiles(folder));
  PHASEBOARD_TRY_ASSIGN(const ports::FolderNews news, m_folders.read(folder, known));
  SyncOutcome outcome;
  outcome.operation = kMerge;
  outcome.waiting = news.waiting;
  outcome.tooNew = news.tooNew;
  if (!news.contents.isEmpty()) {
    PHASEBOARD_TRY_ASSIGN(static_cast<MergeOutcome&>(outcome),
                          m_merges.merge(ContentsSource(news.contents), folder,
                                         ports::Arrival::SharedFolder, progress));
  }
  if (!news.files.empty()) {
    PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
    PHASEBOARD_TRY(m_telling.noteKnown(folder, news.files));
    PHASEBOARD_TRY(unit->commit(m_clock.now()));
  }
  PHASEBOARD_TRY_ASSIGN(outcome.hasTold, tell(folder));
  return outcome;
}

}  // namespace phaseboard::ops
