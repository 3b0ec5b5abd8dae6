// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/content/model.h"

namespace SQLite {
class Database;
}

namespace phaseboard::db {

/// A note with all its items; nothing when there is none. Throws `SQLite::Exception`.
[[nodiscard]] std::optional<content::Note> readNote(SQLite::Database& database,
                                                    const QuestionId& question,
                                                    const PhaseId& phase);

}  // namespace phaseboard::db
