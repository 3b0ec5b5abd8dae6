// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/exchange/progress.h"
#include "app/ops/merge_operations.h"

namespace phaseboard::ops {

struct SyncOutcome : MergeOutcome {
  bool hasTold = false;              ///< the folder got a new file of this notebook's
  std::vector<std::string> waiting;  ///< files that are not whole yet
  std::vector<std::string> tooNew;   ///< files of a newer program
};

/// Keeps the notebook and those of other devices alike through a shared folder.
class SyncOperations {
 public:
  /// All outlive it and are about the same notebook.
  SyncOperations(ports::NotebookStore& notebook, MergeOperations& merges, ports::Telling& telling,
                 const ports::SharedFolder& folders, const Clock& clock);

  /// Brings in what other devices left in the folder, as a merge that can be taken back, and then
  /// leaves there what is new here. A crash in between costs nothing: what was done twice is as if
  /// it had been done once.
  Result<SyncOutcome> sync(const std::string& folder, const exchange::Progress& progress = {});

 private:
  [[nodiscard]] Result<bool> tell(const std::string& folder);

  ports::NotebookStore& m_notebook;
  MergeOperations& m_merges;
  ports::Telling& m_telling;
  const ports::SharedFolder& m_folders;
  const Clock& m_clock;
};

}  // namespace phaseboard::ops
