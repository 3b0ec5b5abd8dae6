// SPDX-License-Identifier: Apache-2.0
#include "db/pack/note_queries.h"

#include <SQLiteCpp/Database.h>

#include "db/pack/pack_names.h"
#include "db/pack/row_reader.h"

namespace phaseboard::db {
namespace {

using SQLite::Statement;

/// Calls `take` with each row of the items that belong to `owner`.
template <class Take>
void forEachRow(SQLite::Database& database, const char* sql, int owner, Take take) {
  Statement rows(database, sql);
  rows.bind(1, owner);
  while (rows.executeStep())
    take(RowReader(rows));
}

content::Level levelOf(RowReader& row) {
  return levelFromName(row.text()).value_or(content::Level::Mid);
}

void readChapters(SQLite::Database& database, int note, content::Note& into) {
  forEachRow(database, "SELECT id, title, body FROM chapter WHERE note = ? ORDER BY position", note,
             [&](RowReader row) {
               content::Chapter chapter;
               chapter.id = row.id<ItemId>();
               chapter.title = row.text();
               chapter.text = row.text();
               into.chapters.push_back(std::move(chapter));
             });
  for (content::Chapter& chapter : into.chapters) {
    Statement rows(database,
                   "SELECT concept FROM chapter_concept WHERE chapter = ? ORDER BY position");
    rows.bind(1, chapter.id.value());
    while (rows.executeStep())
      chapter.concepts.emplace_back(rows.getColumn(0).getString());
  }
}

void readKeyPoints(SQLite::Database& database, int note, content::Note& into) {
  forEachRow(
      database,
      "SELECT position, id, statement, why, alternative, level FROM key_point "
      "WHERE note = ? ORDER BY position",
      note, [&](RowReader row) {
        const int position = row.integer();
        content::KeyPoint point;
        point.id = row.id<ItemId>();
        point.statement = row.text();
        point.why = row.text();
        point.alternative = row.text();
        point.level = levelOf(row);
        forEachRow(
            database, "SELECT part FROM key_point_part WHERE key_point = ? ORDER BY position",
            position, [&point](RowReader part) { point.parts.push_back(part.id<TargetId>()); });
        forEachRow(database,
                   "SELECT concept FROM key_point_concept WHERE key_point = ? ORDER BY position",
                   position,
                   [&point](RowReader named) { point.concepts.push_back(named.id<ConceptId>()); });
        into.keyPoints.push_back(std::move(point));
      });
}

void readTradeOffs(SQLite::Database& database, int note, content::Note& into) {
  forEachRow(database,
             "SELECT position, id, choice, decides FROM trade_off WHERE note = ? ORDER BY position",
             note, [&](RowReader row) {
               const int position = row.integer();
               content::TradeOff tradeOff;
               tradeOff.id = row.id<ItemId>();
               tradeOff.choice = row.text();
               tradeOff.decides = row.text();
               forEachRow(database,
                          "SELECT name, buys, costs FROM trade_off_option WHERE trade_off = ? "
                          "ORDER BY position",
                          position, [&tradeOff](RowReader option) {
                            content::TradeOffOption read;
                            read.option = option.text();
                            read.buys = option.text();
                            read.costs = option.text();
                            tradeOff.options.push_back(std::move(read));
                          });
               into.tradeOffs.push_back(std::move(tradeOff));
             });
}

void readNumbers(SQLite::Database& database, int note, content::Note& into) {
  forEachRow(database,
             "SELECT id, statement, expression, shown, unit, assumptions, value FROM number "
             "WHERE note = ? ORDER BY position",
             note, [&into](RowReader row) {
               content::Number number;
               number.id = row.id<ItemId>();
               number.statement = row.text();
               number.expression = row.text();
               number.shown = row.text();
               number.unit = row.text();
               number.assumptions = row.text();
               number.value = row.real();
               into.numbers.push_back(std::move(number));
             });
}

void readPitfalls(SQLite::Database& database, int note, content::Note& into) {
  forEachRow(database,
             "SELECT id, statement, how, fix FROM pitfall WHERE note = ? ORDER BY position", note,
             [&into](RowReader row) {
               content::Pitfall pitfall;
               pitfall.id = row.id<ItemId>();
               pitfall.statement = row.text();
               pitfall.how = row.text();
               pitfall.fix = row.text();
               into.pitfalls.push_back(std::move(pitfall));
             });
}

void readFollowUps(SQLite::Database& database, int note, content::Note& into) {
  forEachRow(database,
             "SELECT id, question, answer, level FROM follow_up WHERE note = ? ORDER BY position",
             note, [&into](RowReader row) {
               content::FollowUp followUp;
               followUp.id = row.id<ItemId>();
               followUp.question = row.text();
               followUp.answer = row.text();
               followUp.level = levelOf(row);
               into.followUps.push_back(std::move(followUp));
             });
}

void readSources(SQLite::Database& database, int note, content::Note& into) {
  forEachRow(database,
             "SELECT author, title, year, venue FROM source WHERE note = ? ORDER BY position", note,
             [&into](RowReader row) {
               content::Source source;
               source.author = row.text();
               source.title = row.text();
               source.year = row.integer();
               source.venue = row.text();
               into.sources.push_back(std::move(source));
             });
}

void readListedDiagrams(SQLite::Database& database, content::Note& into) {
  Statement rows(database,
                 "SELECT id FROM diagram WHERE question = ? AND phase = ? ORDER BY position");
  rows.bind(1, into.question.value());
  rows.bind(2, into.phase.value());
  while (rows.executeStep())
    into.diagrams.emplace_back(rows.getColumn(0).getString());
}

}  // namespace

std::optional<content::Note> readNote(SQLite::Database& database, const QuestionId& question,
                                      const PhaseId& phase) {
  Statement rows(database,
                 "SELECT position, summary, hash FROM note WHERE question = ? AND phase = ?");
  rows.bind(1, question.value());
  rows.bind(2, phase.value());
  if (!rows.executeStep())
    return std::nullopt;
  RowReader row(rows);
  const int position = row.integer();
  content::Note note;
  note.question = question;
  note.phase = phase;
  note.summary = row.text();
  note.hash = row.hash();
  readChapters(database, position, note);
  readKeyPoints(database, position, note);
  readTradeOffs(database, position, note);
  readNumbers(database, position, note);
  readPitfalls(database, position, note);
  readFollowUps(database, position, note);
  readSources(database, position, note);
  readListedDiagrams(database, note);
  return note;
}

}  // namespace phaseboard::db
