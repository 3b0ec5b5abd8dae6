// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/content/model.h"

namespace SQLite {
class Database;
}

namespace phaseboard::db {

/// Fills the full-text index: questions with their dialogue, notes with their items, figures,
/// parts, concepts and authored prompts. Texts are indexed without their Markdown. Throws
/// `SQLite::Exception`.
void writeSearchIndex(SQLite::Database& database, const content::Pack& pack);

}  // namespace phaseboard::db
