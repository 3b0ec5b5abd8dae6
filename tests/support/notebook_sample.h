// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tests/support/open_desk.h"

namespace SQLite {
class Database;
}

namespace phaseboard::test {

/// One operation by name.
struct NamedOperation {
  std::string name;
  std::function<Status(OpenDesk&)> run;
  bool isStep = true;  ///< undo leaves no trace of it; of what a board or a running interview
                       ///< keeps, and of the bytes of a picture, it does
};

/// Every operation on a notebook made by `writeSample` that changes it in one transaction: those of
/// the desk, of annotations, boards, mock interviews, pictures and bookmarks, and an import,
/// and a merge.
/// Beginning a board or an interview takes two.
[[nodiscard]] std::vector<NamedOperation> everyOperation();

/// Answers, text, ticks, an own prompt, an annotation, a rebuild, a finished and a running mock
/// interview, with one step taken back.
void writeSample(OpenDesk& open);

/// All rows of all tables except sync and sequence numbers of SQLite's own, as text. Two notebooks
/// with the same dump are the same.
///
/// @param without  tables that are left out
[[nodiscard]] std::string dumpOf(db::SqliteNotebookStore& store,
                                 const std::set<std::string>& without = {});

/// The same for any database. Throws `SQLite::Exception` when it cannot be read.
[[nodiscard]] std::string dumpOf(SQLite::Database& database,
                                 const std::set<std::string>& without = {});
/// Tables of what a merge compares.
[[nodiscard]] const std::set<std::string>& stampTables();

/// The same without what a merge compares, which is told of undo as of everything else.
[[nodiscard]] std::string dumpWithoutStamps(db::SqliteNotebookStore& store);

}  // namespace phaseboard::test
