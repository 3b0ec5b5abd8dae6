// SPDX-License-Identifier: Apache-2.0
#include "db/pack/content_queries.h"

#include <charconv>
#include <map>

#include <SQLiteCpp/Database.h>

#include "db/pack/pack_names.h"
#include "db/pack/row_reader.h"

namespace phaseboard::db {
namespace {

using SQLite::Statement;

/// One value of the table `info`; empty when it is not there.
std::string infoValue(SQLite::Database& database, const char* name) {
  Statement row(database, "SELECT value FROM info WHERE name = ?");
  row.bind(1, name);
  return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

/// The texts of a list that belongs to row `owner`.
std::vector<std::string> textsOf(SQLite::Database& database, const char* sql, int owner) {
  Statement rows(database, sql);
  rows.bind(1, owner);
  std::vector<std::string> texts;
  while (rows.executeStep())
    texts.push_back(rows.getColumn(0).getString());
  return texts;
}

ports::DiagramCard diagramCard(RowReader row) {
  ports::DiagramCard card;
  card.id = row.id<DiagramId>();
  card.question = row.id<QuestionId>();
  card.phase = row.id<PhaseId>();
  card.kind = row.text();
  card.title = row.text();
  card.description = row.text();
  card.width = row.real();
  card.height = row.real();
  card.parts = row.integer();
  return card;
}

content::Part partOf(RowReader row) {
  content::Part part;
  part.id = row.id<PartId>();
  part.kind = partKindFromName(row.text()).value_or(content::PartKind::Node);
  part.shape = row.text();
  part.title = row.text();
  part.label = row.text();
  part.explanation = row.text();
  part.conceptId = row.optionalId<ConceptId>();
  part.phase = row.optionalId<PhaseId>();
  part.parent = row.optionalId<PartId>();
  part.from = row.optionalId<PartId>();
  part.to = row.optionalId<PartId>();
  part.step = row.optionalInteger();
  part.hash = row.hash();
  return part;
}

void readDialogue(SQLite::Database& database, int position, content::Question& question) {
  Statement rows(database,
                 "SELECT id, ask, answer, why FROM dialogue_line WHERE question = ? "
                 "ORDER BY position");
  rows.bind(1, position);
  while (rows.executeStep()) {
    RowReader row(rows);
    content::DialogueLine line;
    line.id = row.id<ItemId>();
    line.ask = row.text();
    line.answer = row.text();
    line.why = row.text();
    question.dialogue.push_back(std::move(line));
  }
}

void readQuestionLines(SQLite::Database& database, int position, content::Question& question) {
  Statement rows(database,
                 "SELECT role, line FROM question_line WHERE question = ? ORDER BY position");
  rows.bind(1, position);
  while (rows.executeStep()) {
    const std::string role = rows.getColumn(0).getString();
    auto& lines = role == "in"    ? question.inScope
                  : role == "out" ? question.outOfScope
                                  : question.assumptions;
    lines.push_back(rows.getColumn(1).getString());
  }
}

}  // namespace

ports::PackInfo readPackInfo(SQLite::Database& database) {
  return {PackId{infoValue(database, "id")}, infoValue(database, "version"),
          infoValue(database, "title"), infoValue(database, "licence")};
}

framework::Framework readFramework(SQLite::Database& database) {
  framework::Framework read;
  read.title = infoValue(database, "framework_title");
  const std::string minutes = infoValue(database, "session_minutes");
  std::from_chars(minutes.data(), minutes.data() + minutes.size(), read.sessionMinutes);
  Statement phases(database,
                   "SELECT id, number, title, short_title, purpose FROM phase ORDER BY number");
  while (phases.executeStep()) {
    RowReader row(phases);
    framework::Phase phase;
    phase.id = row.id<PhaseId>();
    phase.number = row.integer();
    phase.title = row.text();
    phase.shortTitle = row.text();
    phase.purpose = row.text();
    read.phases.push_back(std::move(phase));
  }
  Statement stages(database, "SELECT position, id, title, minutes FROM stage ORDER BY position");
  while (stages.executeStep()) {
    RowReader row(stages);
    const int position = row.integer();
    framework::Stage stage;
    stage.id = row.id<StageId>();
    stage.title = row.text();
    stage.minutes = row.integer();
    for (std::string& id : textsOf(
             database, "SELECT phase FROM stage_phase WHERE stage = ? ORDER BY position", position))
      stage.phases.emplace_back(std::move(id));
    read.stages.push_back(std::move(stage));
  }
  return read;
}

std::vector<ports::QuestionCard> readQuestionCards(SQLite::Database& database) {
  std::vector<ports::QuestionCard> cards;
  std::map<QuestionId, std::size_t> places;
  Statement questions(database,
                      "SELECT id, kind, title, subtitle, cover, notes, key_points, parts, prompts "
                      "FROM question ORDER BY position");
  while (questions.executeStep()) {
    RowReader row(questions);
    ports::QuestionCard card;
    card.id = row.id<QuestionId>();
    card.kind = questionKindFromName(row.text());
    card.title = row.text();
    card.subtitle = row.text();
    card.cover = row.optionalId<DiagramId>();
    card.notes = row.integer();
    card.keyPoints = row.integer();
    card.parts = row.integer();
    card.prompts = row.integer();
    places.emplace(card.id, cards.size());
    cards.push_back(std::move(card));
  }
  Statement diagrams(database,
                     "SELECT id, question, phase, kind, title, description, width, height, parts "
                     "FROM diagram ORDER BY position");
  while (diagrams.executeStep()) {
    ports::DiagramCard card = diagramCard(RowReader(diagrams));
    if (const auto place = places.find(card.question); place != places.end())
      cards[place->second].diagrams.push_back(std::move(card));
  }
  return cards;
}

std::optional<content::Question> readQuestion(SQLite::Database& database, const QuestionId& id) {
  Statement rows(database,
                 "SELECT position, id, kind, title, subtitle, interviewer, cover FROM "
                 "question WHERE id = ?");
  rows.bind(1, id.value());
  if (!rows.executeStep())
    return std::nullopt;
  RowReader row(rows);
  const int position = row.integer();
  content::Question question;
  question.id = row.id<QuestionId>();
  question.kind = questionKindFromName(row.text());
  question.title = row.text();
  question.subtitle = row.text();
  question.interviewer = row.text();
  question.cover = row.optionalId<DiagramId>();
  readDialogue(database, position, question);
  readQuestionLines(database, position, question);
  return question;
}

std::optional<content::Diagram> readDiagram(SQLite::Database& database, const DiagramId& id,
                                            bool hasDrawings) {
  Statement rows(database,
                 "SELECT position, id, question, phase, kind, title, description, width, height, "
                 "hash, svg FROM diagram JOIN picture ON picture.diagram = position WHERE id = ?");
  rows.bind(1, id.value());
  if (!rows.executeStep())
    return std::nullopt;
  RowReader row(rows);
  const int position = row.integer();
  content::Diagram diagram;
  diagram.id = row.id<DiagramId>();
  diagram.question = row.id<QuestionId>();
  diagram.phase = row.id<PhaseId>();
  diagram.kind = row.text();
  diagram.title = row.text();
  diagram.description = row.text();
  diagram.width = row.real();
  diagram.height = row.real();
  diagram.hash = row.hash();
  diagram.svg = row.text();
  if (hasDrawings) {
    Statement drawing(database, "SELECT bytes FROM drawing WHERE diagram = ?");
    drawing.bind(1, position);
    if (drawing.executeStep())
      diagram.drawing = drawing.getColumn(0).getString();
  }
  Statement parts(database,
                  "SELECT id, kind, shape, title, label, explanation, concept, phase, parent, "
                  "from_part, to_part, step, hash FROM part WHERE diagram = ? ORDER BY position");
  parts.bind(1, position);
  while (parts.executeStep())
    diagram.parts.push_back(partOf(RowReader(parts)));
  return diagram;
}

std::vector<content::Concept> readConcepts(SQLite::Database& database,
                                           const std::optional<ConceptId>& only) {
  Statement rows(database, std::string("SELECT position, id, title, summary, explanation "
                                       "FROM concept ") +
                               (only ? "WHERE id = ?" : "ORDER BY title COLLATE NOCASE, id"));
  if (only)
    rows.bind(1, only->value());
  std::vector<content::Concept> concepts;
  while (rows.executeStep()) {
    RowReader row(rows);
    const int position = row.integer();
    content::Concept read;
    read.id = row.id<ConceptId>();
    read.title = row.text();
    read.summary = row.text();
    read.explanation = row.text();
    read.synonyms =
        textsOf(database, "SELECT synonym FROM concept_synonym WHERE concept = ? ORDER BY position",
                position);
    for (std::string& related : textsOf(
             database, "SELECT related FROM concept_related WHERE concept = ? ORDER BY position",
             position))
      read.related.emplace_back(std::move(related));
    concepts.push_back(std::move(read));
  }
  return concepts;
}

std::vector<ports::Occurrence> readOccurrences(SQLite::Database& database, const ConceptId& id) {
  Statement rows(database,
                 "SELECT target, question, phase, diagram, title FROM concept_use "
                 "WHERE concept = ? ORDER BY position");
  rows.bind(1, id.value());
  std::vector<ports::Occurrence> occurrences;
  while (rows.executeStep()) {
    RowReader row(rows);
    ports::Occurrence found;
    found.target = row.id<TargetId>();
    found.question = row.id<QuestionId>();
    found.phase = row.id<PhaseId>();
    found.diagram = row.optionalId<DiagramId>();
    found.title = row.text();
    occurrences.push_back(std::move(found));
  }
  return occurrences;
}

namespace {

content::Formula formulaFrom(RowReader& row) {
  content::Formula formula;
  formula.width = row.real();
  formula.ascent = row.real();
  formula.descent = row.real();
  formula.path = row.text();
  return formula;
}

}  // namespace

std::optional<content::Formula> readFormula(SQLite::Database& database, std::string_view tex) {
  Statement rows(database, "SELECT width, ascent, descent, path FROM formula WHERE tex = ?");
  rows.bind(1, std::string(tex));
  if (!rows.executeStep())
    return std::nullopt;
  RowReader row(rows);
  return formulaFrom(row);
}

std::map<std::string, content::Formula> readFormulas(SQLite::Database& database) {
  std::map<std::string, content::Formula> formulas;
  Statement rows(database, "SELECT tex, width, ascent, descent, path FROM formula");
  while (rows.executeStep()) {
    RowReader row(rows);
    const std::string tex = row.text();
    formulas.emplace(tex, formulaFrom(row));
  }
  return formulas;
}

}  // namespace phaseboard::db
