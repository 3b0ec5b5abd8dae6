// SPDX-License-Identifier: Apache-2.0
#include "db/pack/pack_search.h"

#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "db/pack/hit_statement.h"
#include "db/pack/match_text.h"

namespace phaseboard::db {
namespace {

std::string sqlFor(const search::Query& query, bool matches, bool ranks) {
  std::string sql = selectHits("search", matches);
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

}  // namespace

std::vector<search::Hit> searchPack(SQLite::Database& database, const search::Query& query,
                                    int limit) {
  std::vector<search::Hit> hits;
  const std::string match = matchText(query.terms);
  // Tags are the user's: nothing in a pack has one.
  if (query.empty() || query.tag || limit <= 0 || (match.empty() && !query.terms.empty()))
    return hits;
  const bool matches = !match.empty();
  SQLite::Statement rows(
      database, sqlFor(query, matches, matches && hasFewMatches(database, "search", match)));
  bindQuery(rows, query, match, limit);
  while (rows.executeStep())
    hits.push_back(hitAt(rows, search::HitKind::Note));
  return hits;
}

}  // namespace phaseboard::db
