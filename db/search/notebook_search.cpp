// SPDX-License-Identifier: Apache-2.0
#include "db/search/notebook_search.h"

#include <optional>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "db/pack/match_text.h"
#include "db/pack/pack_search.h"

namespace phaseboard::db {
namespace {

using search::HitKind;

bool hasFewMatches(SQLite::Database& database, const std::string& match) {
  SQLite::Statement count(
      database, "SELECT count(*) FROM (SELECT 1 FROM own_text WHERE own_text MATCH ?1 LIMIT ?2)");
  count.bind(1, match);
  count.bind(2, kMostRankedHits + 1);
  count.executeStep();
  return count.getColumn(0).getInt() <= kMostRankedHits;
}

std::string sqlOfOwnText(const search::Query& query, bool matches, bool ranks) {
  std::string sql = "SELECT kind, id, question, phase, title, ";
  sql += matches ? "snippet(own_text, 5, char(2), char(3), '…', 18), " : "substr(body, 1, 120), ";
  sql += ranks ? "-bm25(own_text, 0, 0, 0, 0, 4, 1, 6)" : "0.0";
  sql += " AS score FROM own_text WHERE 1";
  if (matches)
    sql += " AND own_text MATCH :match";
  if (query.kind)
    sql += " AND kind = :kind";
  if (query.phase)
    sql += " AND (kind = 'annotation' OR phase = :phase)";
  if (query.question)
    sql += " AND (kind = 'annotation' OR question = :question)";
  if (query.tag)
    sql += " AND instr(char(10) || tags || char(10), char(10) || :tag || char(10)) > 0";
  if (query.only)
    sql += " AND id IN (SELECT value FROM json_each(:only))";
  return sql + (ranks ? " ORDER BY score DESC, rowid DESC LIMIT :limit"
                      : " ORDER BY rowid DESC LIMIT :limit");
}

search::Hit ownHit(const SQLite::Statement& row) {
  search::Hit hit;
  hit.kind = search::hitKindFromName(row.getColumn(0).getString()).value_or(HitKind::Answer);
  hit.id = row.getColumn(1).getString();
  hit.question = QuestionId{row.getColumn(2).getString()};
  hit.phase = PhaseId{row.getColumn(3).getString()};
  hit.title = row.getColumn(4).getString();
  hit.snippet = row.getColumn(5).getString();
  hit.score = row.getColumn(6).getDouble();
  return hit;
}

}  // namespace

std::vector<search::Hit> searchNotebook(SQLite::Database& database, const search::Query& query,
                                        int limit) {
  std::vector<search::Hit> hits;
  const std::string match = matchText(query.terms);
  const bool isOther =
      query.kind && *query.kind != HitKind::Answer && *query.kind != HitKind::Annotation;
  if (query.empty() || isOther || limit <= 0 || (match.empty() && !query.terms.empty()))
    return hits;
  const bool matches = !match.empty();
  SQLite::Statement rows(database,
                         sqlOfOwnText(query, matches, matches && hasFewMatches(database, match)));
  if (matches)
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
  while (rows.executeStep())
    hits.push_back(ownHit(rows));
  return hits;
}

}  // namespace phaseboard::db
