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

/// What merging goes through. What it refers to outlives every dialog.
struct MergeDoor {
  ops::MergeOperations& merges;
  ops::SyncOperations& syncs;
  /// Opens another notebook without changing it.
  std::function<Result<std::unique_ptr<ports::OtherNotebook>>(const std::filesystem::path&)> open;
  /// A verified copy of the own notebook, unless the newest one has everything.
  std::function<Status()> backUp;
};

}  // namespace phaseboard::ui
