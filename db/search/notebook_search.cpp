// SPDX-License-Identifier: Apache-2.0
#include "db/search/notebook_search.h"

#include <optional>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "db/pack/hit_statement.h"
#include "db/pack/match_text.h"

namespace phaseboard::db {
namespace {

using search::HitKind;

std::string sqlOfOwnText(const search::Query& query, bool matches, bool ranks) {
  std::string sql = selectHits("own_text", matches);
  sql += ranks ? "-bm25(own_text, 0, 0, 0, 0, 4, 1, 6)" : "0.0";
  sql += " AS score FROM own_text WHERE 1";
  if (matches)
    sql += " AND own_text MATCH :match";
  if (query.kind)
    sql += " AND kind = :kind";
  if (query.phase)
    sql += " AND (kind IN ('annotation', 'wording') OR phase = :phase)";
  if (query.question)
    sql += " AND (kind IN ('annotation', 'wording') OR question = :question)";
  if (query.tag)
    sql += " AND instr(char(10) || tags || char(10), char(10) || :tag || char(10)) > 0";
  if (query.only)
    sql += " AND id IN (SELECT value FROM json_each(:only))";
  return sql + (ranks ? " ORDER BY score DESC, rowid DESC LIMIT :limit"
                      : " ORDER BY rowid DESC LIMIT :limit");
}

}  // namespace

std::vector<search::Hit> searchNotebook(SQLite::Database& database, const search::Query& query,
                                        int limit) {
  std::vector<search::Hit> hits;
  const std::string match = matchText(query.terms);
  const bool isOther = query.kind && *query.kind != HitKind::Answer &&
                       *query.kind != HitKind::Annotation && *query.kind != HitKind::Wording;
  if (query.empty() || isOther || limit <= 0 || (match.empty() && !query.terms.empty()))
    return hits;
  const bool matches = !match.empty();
  SQLite::Statement rows(
      database,
      sqlOfOwnText(query, matches, matches && hasFewMatches(database, "own_text", match)));
  bindQuery(rows, query, match, limit);
  while (rows.executeStep())
    hits.push_back(hitAt(rows, HitKind::Answer));
  return hits;
}

}  // namespace phaseboard::db
