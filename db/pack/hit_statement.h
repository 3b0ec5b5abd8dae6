// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/search/query.h"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

/// What searching a full-text table has in common in a pack and in a notebook. Such a table begins
/// with the columns kind, id, question, phase, title and body.
namespace phaseboard::db {

/// Whether so few rows of `table` match that ranking them is quick.
[[nodiscard]] bool hasFewMatches(SQLite::Database& database, const std::string& table,
                                 const std::string& match);

/// The columns that `hitAt` reads, but for the score: "SELECT kind, ..., ". The words that matched
/// are marked in an excerpt, or its beginning stands for the text.
[[nodiscard]] std::string selectHits(const std::string& table, bool matches);

/// Gives `rows` what of `query` is asked for: `:match` (unless empty), `:kind`, `:phase`,
/// `:question`, `:tag`, `:only` and always `:limit`.
void bindQuery(SQLite::Statement& rows, const search::Query& query, const std::string& match,
               int limit);

/// The row that `rows` stands at; the score is its seventh column.
[[nodiscard]] search::Hit hitAt(const SQLite::Statement& rows, search::HitKind otherwise);

}  // namespace phaseboard::db
