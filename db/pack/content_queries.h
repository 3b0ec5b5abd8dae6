// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/content/model.h"
#include "app/ports/pack_library.h"

namespace SQLite {
class Database;
}

/// Rows of a pack as values. All throw `SQLite::Exception`; what is not there is nothing.
namespace phaseboard::db {

[[nodiscard]] ports::PackInfo readPackInfo(SQLite::Database& database);
[[nodiscard]] framework::Framework readFramework(SQLite::Database& database);
[[nodiscard]] std::vector<ports::QuestionCard> readQuestionCards(SQLite::Database& database);

[[nodiscard]] std::optional<content::Question> readQuestion(SQLite::Database& database,
                                                            const QuestionId& id);
[[nodiscard]] std::optional<content::Diagram> readDiagram(SQLite::Database& database,
                                                          const DiagramId& id, bool hasDrawings);

/// By title; with `only`, at most that one.
[[nodiscard]] std::vector<content::Concept> readConcepts(
    SQLite::Database& database, const std::optional<ConceptId>& only = std::nullopt);
[[nodiscard]] std::vector<ports::Occurrence> readOccurrences(SQLite::Database& database,
                                                             const ConceptId& id);
[[nodiscard]] std::optional<content::Formula> readFormula(SQLite::Database& database,
                                                          std::string_view tex);
/// All of them, by TeX source.
[[nodiscard]] std::map<std::string, content::Formula> readFormulas(SQLite::Database& database);

}  // namespace phaseboard::db
