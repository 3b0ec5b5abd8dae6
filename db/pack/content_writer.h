// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/content/model.h"
#include "app/review/prompt.h"

namespace SQLite {
class Database;
}

namespace phaseboard::db {

/// Fill the tables of a new pack, in the order of `pack`. Throw `SQLite::Exception`.
void writeFramework(SQLite::Database& database, const content::Pack& pack);
void writeConcepts(SQLite::Database& database, const content::Pack& pack);
void writeQuestions(SQLite::Database& database, const content::Pack& pack,
                    const std::vector<review::Prompt>& prompts);
void writeNotes(SQLite::Database& database, const content::Pack& pack);
void writeDiagrams(SQLite::Database& database, const content::Pack& pack);
void writePrompts(SQLite::Database& database, const std::vector<review::Prompt>& prompts);

/// Where each concept occurs: key points, parts and authored prompts, in reading order.
void writeConceptUses(SQLite::Database& database, const content::Pack& pack);

}  // namespace phaseboard::db
