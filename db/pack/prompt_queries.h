// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/review/prompt.h"

namespace SQLite {
class Database;
}

/// The prompts of a pack. A row holds what its id does not say; questions, phases, figures and
/// concepts are numbers. Both throw `SQLite::Exception`.
namespace phaseboard::db {

/// Every prompt without its texts, in authored order, with the row that each was read from. Kinds
/// that we do not know, and rows that refer to nothing, are left out.
struct PromptList {
  std::vector<review::Prompt> prompts;
  std::vector<int> rows;
};
[[nodiscard]] PromptList readPromptList(SQLite::Database& database);

/// Fills in `ask` and `answer` from a row; false when there is none.
[[nodiscard]] bool readPromptTexts(SQLite::Database& database, int row, review::Prompt& prompt);

}  // namespace phaseboard::db
