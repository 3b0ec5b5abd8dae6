// SPDX-License-Identifier: Apache-2.0
#include "db/pack/pack_search.h"

#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "db/pack/match_text.h"

namespace phaseboard::db {
namespace {

/// Whether so few rows match that ranking them is quick.
bool isRankable(SQLite::Database& database, const std::string& match) {
  SQLite::Statement count(
      database, "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ?1 LIMIT ?2)");
  count.bind(1, match);
  count.bind(2, kMostRankedHits + 1);
  count.executeStep();
  return count.getColumn(0).getInt() <= kMostRankedHits;
}

std::string sqlFor(const search::Query& query, bool matches, bool ranks) {
  std::string sql = "SELECT kind, id, question, phase, title, ";
  sql += matches ? "snippet(search, 5, char(2), char(3), '…', 18), " : "substr(body, 1, 120), ";
  // What has the words as its subject comes before what mentions them.
  sql += ranks ? "-bm25(search, 0, 0, 0, 0, 8, 1) * CASE kind WHEN 'question' THEN 2.5 "
                 "WHEN 'concept' THEN 2.0 WHEN 'diagram' THEN 1.5 ELSE 1.0 END"
               : "0.0";
  sql += " AS score FROM search WHERE 1";
  if (matches)
    sql += " AND search MATCH :match";
  if (query.kind)
    sql += " AND kind = :kind";
  if (query.phase)
    sql += " AND phase = :phase";
  if (query.question)
    sql += " AND question = :question";
  if (query.only)
    sql += " AND id IN (SELECT value FROM json_each(:only))";
  return sql + " ORDER BY score DESC, rowid LIMIT :limit";
}

search::Hit hitOf(const SQLite::Statement& row) {
  search::Hit hit;
  hit.kind = search::hitKindFromName(row.getColumn(0).getString()).value_or(search::HitKind::Note);
  hit.id = row.getColumn(1).getString();
  hit.question = QuestionId{row.getColumn(2).getString()};
  hit.phase = PhaseId{row.getColumn(3).getString()};
  hit.title = row.getColumn(4).getString();
  hit.snippet = row.getColumn(5).getString();
  hit.score = row.getColumn(6).getDouble();
  return hit;
}

}  // namespace

std::vector<search::Hit> searchPack(SQLite::Database& database, const search::Query& query,
                                    int limit) {
  std::vector<search::Hit> hits;
  const std::string match = matchText(query.terms);
  // Tags are the user's: nothing in a pack has one.
  if (query.empty() || query.tag || limit <= 0 || (match.empty() && !query.terms.empty()))
    return hits;
  const bool matches = !match.empty();
  SQLite::Statement rows(database, sqlFor(query, matches, matches && isRankable(database, match)));
  if (matches)
    rows.bind(":match", match);
  if (query.kind)
    rows.bind(":kind", std::string(search::name(*query.kind)));
  if (query.phase)
    rows.bind(":phase", query.phase->value());
  if (query.question)
    rows.bind(":question", query.question->value());
  if (query.only)
    rows.bind(":only", jsonList(*query.only));
  rows.bind(":limit", limit);
  while (rows.executeStep())
    hits.push_back(hitOf(rows));
  return hits;
}

}  // namespace phaseboard::db
