// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/support/open_desk.h"

namespace phaseboard::test {

/// One operation of the desk by name.
struct NamedOperation {
  std::string name;
  std::function<Status(OpenDesk&)> run;
};

/// Every operation that changes a notebook made by `writeSample`.
[[nodiscard]] std::vector<NamedOperation> everyOperation();

/// Answers, text, ticks, flags and settings, with one step taken back.
void writeSample(OpenDesk& open);

/// All rows of all tables except sync and sequence numbers of SQLite's own, as text. Two notebooks
/// with the same dump are the same.
[[nodiscard]] std::string dumpOf(db::SqliteNotebookStore& store);

}  // namespace phaseboard::test
