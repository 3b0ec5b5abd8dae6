// SPDX-License-Identifier: Apache-2.0
#include "db/pack/hit_statement.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "db/pack/match_text.h"
#include "db/pack/pack_search.h"

namespace phaseboard::db {

bool hasFewMatches(SQLite::Database& database, const std::string& table, const std::string& match) {
  SQLite::Statement count(database, "SELECT count(*) FROM (SELECT 1 FROM " + table + " WHERE " +
                                        table + " MATCH ?1 LIMIT ?2)");
  count.bind(1, match);
  count.bind(2, kMostRankedHits + 1);
  count.executeStep();
  return count.getColumn(0).getInt() <= kMostRankedHits;
}

std::string selectHits(const std::string& table, bool matches) {
  return "SELECT kind, id, question, phase, title, " +
         (matches ? "snippet(" + table + ", 5, char(2), char(3), '…', 18), "
                  : std::string("substr(body, 1, 120), "));
}

void bindQuery(SQLite::Statement& rows, const search::Query& query, const std::string& match,
               int limit) {
  if (!match.empty())
    rows.bind(":match", match);
  if (query.kind)
    rows.bind(":kind", std::string(search::name(*query.kind)));
  if (query.phase)
    rows.bind(":phase", query.phase->value());
  if (query.question)
    rows.bind(":question", query.question->value());
  if (query.tag)
    rows.bind(":tag", *query.tag);
  if (query.only)
    rows.bind(":only", jsonList(*query.only));
  rows.bind(":limit", limit);
}

search::Hit hitAt(const SQLite::Statement& rows, search::HitKind otherwise) {
  search::Hit hit;
  hit.kind = search::hitKindFromName(rows.getColumn(0).getString()).value_or(otherwise);
  hit.id = rows.getColumn(1).getString();
  hit.question = QuestionId{rows.getColumn(2).getString()};
  hit.phase = PhaseId{rows.getColumn(3).getString()};
  hit.title = rows.getColumn(4).getString();
  hit.snippet = rows.getColumn(5).getString();
  hit.score = rows.getColumn(6).getDouble();
  return hit;
}

}  // namespace phaseboard::db
