// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::test {

/// Everything that notebooks which have seen the same must have in common: cells with their stamps,
/// trails, logs, and what follows from them (schedules, statistics, which version of an answer is
/// the current one, boards). Numbers of rows, steps of undo and drafts are a notebook's own.
[[nodiscard]] std::string mergedDump(db::SqliteNotebookStore& store);

}  // namespace phaseboard::test
