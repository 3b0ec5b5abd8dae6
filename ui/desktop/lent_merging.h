// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "app/base/clock.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "ui/merge/merge_door.h"

namespace phaseboard::ui {

/// What merging goes through for a notebook of ours. `notebook` and `clock` outlive it.
[[nodiscard]] MergeDoor mergeDoorOf(db::SqliteNotebookStore& notebook, const Clock& clock,
                                    std::function<Status()> backUp);

}  // namespace phaseboard::ui
