// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "app/base/result.h"
#include "app/ports/merge_store.h"

namespace phaseboard::ops {
class MergeOperations;
class SyncOperations;
}  // namespace phaseboard::ops

namespace phaseboard::ui {

/// The notebook, lent to one other thread for merging (`ports::NotebookLender`): the window reads
/// on meanwhile. Its destruction gives the notebook back.
class LentMerging {
 public:
  virtual ~LentMerging() = default;
  [[nodiscard]] virtual ops::MergeOperations& merges() = 0;
  [[nodiscard]] virtual ops::SyncOperations& syncs() = 0;
};

/// What merging goes through. What it refers to outlives every dialog.
struct MergeDoor {
  /// Called on the thread that writes the notebook; what it returns is for another one.
  std::function<Result<std::unique_ptr<LentMerging>>()> lend;
  /// Opens another notebook without changing it. Any thread.
  std::function<Result<std::unique_ptr<ports::OtherNotebook>>(const std::filesystem::path&)> open;
  /// A verified copy of the own notebook, unless the newest one has everything. Any thread.
  std::function<Status()> backUp;
};

}  // namespace phaseboard::ui
