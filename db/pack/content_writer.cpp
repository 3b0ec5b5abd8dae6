// SPDX-License-Identifier: Apache-2.0
#include "db/pack/content_writer.h"

#include <algorithm>
#include <map>

#include "app/content/checks/markdown_scan.h"
#include "db/pack/pack_names.h"
#include "db/pack/row_writer.h"

namespace phaseboard::db {
namespace {

template <class Items>
int countOf(const Items& items) {
  return static_cast<int>(items.size());
}

/// Counts up from 1: positions of rows.
class Position {
 public:
  int next() { return ++m_last; }
  [[nodiscard]] int last() const { return m_last; }

 private:
  int m_last = 0;
};

/// Writes the notes of a pack, item by item.
class NoteWriter {
 public:
  explicit NoteWriter(SQLite::Database& database)
      : m_note(database, "INSERT INTO note VALUES (?,?,?,?,?)"),
        m_chapter(database, "INSERT INTO chapter VALUES (?,?,?,?,?)"),
        m_chapterConcept(database, "INSERT INTO chapter_concept VALUES (?,?,?)"),
        m_keyPoint(database, "INSERT INTO key_point VALUES (?,?,?,?,?,?,?)"),
        m_keyPointPart(database, "INSERT INTO key_point_part VALUES (?,?,?)"),
        m_keyPointConcept(database, "INSERT INTO key_point_concept VALUES (?,?,?)"),
        m_tradeOff(database, "INSERT INTO trade_off VALUES (?,?,?,?,?)"),
        m_option(database, "INSERT INTO trade_off_option VALUES (?,?,?,?,?)"),
        m_number(database, "INSERT INTO number VALUES (?,?,?,?,?,?,?,?,?)"),
        m_pitfall(database, "INSERT INTO pitfall VALUES (?,?,?,?,?,?)"),
        m_followUp(database, "INSERT INTO follow_up VALUES (?,?,?,?,?,?)"),
        m_source(database, "INSERT INTO source VALUES (?,?,?,?,?,?)") {}

  void write(const content::Note& note) {
    const int id = m_notes.next();
    m_note(id, note.question, note.phase, note.summary, note.hash);
    Position chapter;
    for (const content::Chapter& item : note.chapters)
      writeChapter(id, chapter.next(), item);
    for (const content::KeyPoint& point : note.keyPoints)
      writeKeyPoint(id, point);
    for (const content::TradeOff& tradeOff : note.tradeOffs)
      writeTradeOff(id, tradeOff);
    Position number;
    for (const content::Number& item : note.numbers)
      m_number(id, number.next(), item.id, item.statement, item.expression, item.shown, item.unit,
               item.assumptions, item.value);
    Position pitfall;
    for (const content::Pitfall& item : note.pitfalls)
      m_pitfall(id, pitfall.next(), item.id, item.statement, item.how, item.fix);
    Position followUp;
    for (const content::FollowUp& item : note.followUps)
      m_followUp(id, followUp.next(), item.id, item.question, item.answer, levelName(item.level));
    Position source;
    for (const content::Source& item : note.sources)
      m_source(id, source.next(), item.author, item.title, item.year, item.venue);
  }

 private:
  void writeChapter(int note, int position, const content::Chapter& chapter) {
    m_chapter(note, position, chapter.id, chapter.title, chapter.text);
    Position conceptPosition;
    for (const ConceptId& conceptId : chapter.concepts)
      m_chapterConcept(chapter.id, conceptPosition.next(), conceptId);
  }

  void writeKeyPoint(int note, const content::KeyPoint& point) {
    const int id = m_keyPoints.next();
    m_keyPoint(id, note, point.id, point.statement, point.why, point.alternative,
               levelName(point.level));
    Position part;
    for (const TargetId& target : point.parts)
      m_keyPointPart(id, part.next(), target);
    Position conceptPosition;
    for (const ConceptId& conceptId : point.concepts)
      m_keyPointConcept(id, conceptPosition.next(), conceptId);
  }

  void writeTradeOff(int note, const content::TradeOff& tradeOff) {
    const int id = m_tradeOffs.next();
    m_tradeOff(id, note, tradeOff.id, tradeOff.choice, tradeOff.decides);
    Position position;
    for (const content::TradeOffOption& option : tradeOff.options)
      m_option(id, position.next(), option.option, option.buys, option.costs);
  }

  RowWriter m_note, m_chapter, m_chapterConcept, m_keyPoint, m_keyPointPart, m_keyPointConcept,
      m_tradeOff, m_option, m_number, m_pitfall, m_followUp, m_source;
  Position m_notes, m_keyPoints, m_tradeOffs;
};

/// Numbers the uses of each concept as they are found.
class ConceptUses {
 public:
  explicit ConceptUses(SQLite::Database& database)
      : m_row(database, "INSERT INTO concept_use VALUES (?,?,?,?,?,?,?)") {}

  void add(const ConceptId& id, const std::string& target, const QuestionId& question,
           const PhaseId& phase, const std::optional<DiagramId>& diagram,
           const std::string& title) {
    m_row(id, m_positions[id].next(), target, question, phase, diagram, title);
  }

 private:
  RowWriter m_row;
  std::map<ConceptId, Position> m_positions;
};

void addUsesIn(const content::Question& question, ConceptUses& uses) {
  for (const content::Note& note : question.notes) {
    for (const content::Chapter& chapter : note.chapters)
      for (const ConceptId& id : chapter.concepts)
        uses.add(id, chapter.id.value(), question.id, note.phase, std::nullopt, chapter.title);
    for (const content::KeyPoint& point : note.keyPoints)
      for (const ConceptId& id : point.concepts)
        uses.add(id, point.id.value(), question.id, note.phase, std::nullopt,
                 content::scanMarkdown(point.statement).plain);
    for (const content::Diagram& diagram : question.diagrams)
      if (diagram.phase == note.phase)
        for (const content::Part& part : diagram.parts)
          if (part.conceptId)
            uses.add(*part.conceptId, content::partTarget(diagram.id, part.id).value(), question.id,
                     part.phase.value_or(diagram.phase), diagram.id, part.title);
  }
  for (const content::AuthoredPrompt& prompt : question.prompts)
    for (const ConceptId& id : prompt.concepts)
      uses.add(id, prompt.id.value(), question.id, prompt.phase, std::nullopt,
               content::scanMarkdown(prompt.question).plain);
}

}  // namespace

void writeFramework(SQLite::Database& database, const content::Pack& pack) {
  RowWriter info(database, "INSERT INTO info VALUES (?,?)");
  info("id", pack.id);
  info("version", pack.version);
  info("title", pack.title);
  info("licence", pack.licence);
  info("framework_title", pack.framework.title);
  info("session_minutes", std::to_string(pack.framework.sessionMinutes));
  RowWriter phase(database, "INSERT INTO phase VALUES (?,?,?,?,?)");
  for (const framework::Phase& entry : pack.framework.phases)
    phase(entry.number, entry.id, entry.title, entry.shortTitle, entry.purpose);
  RowWriter stage(database, "INSERT INTO stage VALUES (?,?,?,?)");
  RowWriter stagePhase(database, "INSERT INTO stage_phase VALUES (?,?,?)");
  Position position;
  for (const framework::Stage& entry : pack.framework.stages) {
    stage(position.next(), entry.id, entry.title, entry.minutes);
    Position inStage;
    for (const PhaseId& id : entry.phases)
      stagePhase(position.last(), inStage.next(), id);
  }
  RowWriter rename(database, "INSERT INTO rename VALUES (?,?)");
  for (const auto& [old, current] : pack.renames)
    rename(old, current);
  RowWriter formula(database, "INSERT INTO formula VALUES (?,?,?,?,?)");
  for (const auto& [tex, outline] : pack.formulas)
    formula(tex, outline.width, outline.ascent, outline.descent, outline.path);
}

void writeConcepts(SQLite::Database& database, const content::Pack& pack) {
  RowWriter row(database, "INSERT INTO concept VALUES (?,?,?,?,?)");
  RowWriter synonym(database, "INSERT INTO concept_synonym VALUES (?,?,?)");
  Position position;
  for (const content::Concept& entry : pack.concepts) {
    row(position.next(), entry.id, entry.title, entry.summary, entry.explanation);
    Position place;
    for (const std::string& word : entry.synonyms)
      synonym(position.last(), place.next(), word);
  }
  // Only now do all concepts exist that others are related to.
  RowWriter related(database, "INSERT INTO concept_related VALUES (?,?,?)");
  Position from;
  for (const content::Concept& entry : pack.concepts) {
    from.next();
    Position place;
    for (const ConceptId& id : entry.related)
      related(from.last(), place.next(), id);
  }
}

void writeQuestions(SQLite::Database& database, const content::Pack& pack,
                    const std::vector<review::Prompt>& prompts) {
  RowWriter row(database, "INSERT INTO question VALUES (?,?,?,?,?,?,?,?,?,?,?)");
  RowWriter dialogue(database, "INSERT INTO dialogue_line VALUES (?,?,?,?,?,?)");
  RowWriter line(database, "INSERT INTO question_line VALUES (?,?,?,?)");
  Position position;
  for (const content::Question& entry : pack.questions) {
    int keyPoints = 0;
    for (const content::Note& note : entry.notes)
      keyPoints += countOf(note.keyPoints);
    int parts = 0;
    for (const content::Diagram& diagram : entry.diagrams)
      parts += countOf(diagram.parts);
    const auto asked = std::count_if(
        prompts.begin(), prompts.end(),
        [&entry](const review::Prompt& prompt) { return prompt.question == entry.id; });
    row(position.next(), entry.id, questionKindName(entry.kind), entry.title, entry.subtitle,
        entry.interviewer, entry.cover, countOf(entry.notes), keyPoints, parts,
        static_cast<int>(asked));
    Position place;
    for (const content::DialogueLine& spoken : entry.dialogue)
      dialogue(position.last(), place.next(), spoken.id, spoken.ask, spoken.answer, spoken.why);
    Position linePlace;
    for (const std::string& text : entry.inScope)
      line(position.last(), linePlace.next(), "in", text);
    for (const std::string& text : entry.outOfScope)
      line(position.last(), linePlace.next(), "out", text);
    for (const std::string& text : entry.assumptions)
      line(position.last(), linePlace.next(), "assumption", text);
  }
}

void writeNotes(SQLite::Database& database, const content::Pack& pack) {
  NoteWriter writer(database);
  for (const content::Question& question : pack.questions)
    for (const content::Note& note : question.notes)
      writer.write(note);
}

void writeDiagrams(SQLite::Database& database, const content::Pack& pack) {
  RowWriter row(database, "INSERT INTO diagram VALUES (?,?,?,?,?,?,?,?,?,?,?)");
  RowWriter picture(database, "INSERT INTO picture VALUES (?,?)");
  RowWriter drawing(database, "INSERT INTO drawing VALUES (?,?)");
  RowWriter part(database, "INSERT INTO part VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  Position position;
  for (const content::Question& question : pack.questions)
    for (const content::Diagram& entry : question.diagrams) {
      const int id = position.next();
      row(id, entry.id, entry.question, entry.phase, entry.kind, entry.title, entry.description,
          entry.width, entry.height, countOf(entry.parts), entry.hash);
      picture(id, entry.svg);
      if (!entry.drawing.empty())
        drawing(id, Blob{entry.drawing});
      Position place;
      for (const content::Part& item : entry.parts)
        part(id, place.next(), item.id, partKindName(item.kind), item.shape, item.title, item.label,
             item.explanation, item.conceptId, item.phase, item.parent, item.from, item.to,
             item.step, item.hash);
    }
}

void writePrompts(SQLite::Database& database, const std::vector<review::Prompt>& prompts) {
  RowWriter row(database,
                "INSERT INTO prompt VALUES (?, ?, (SELECT position FROM question WHERE id = ?), "
                "(SELECT number FROM phase WHERE id = ?), "
                "(SELECT position FROM diagram WHERE id = ?), "
                "(SELECT position FROM concept WHERE id = ?), ?)");
  RowWriter text(database, "INSERT INTO prompt_text VALUES (?,?,?)");
  Position position;
  for (const review::Prompt& prompt : prompts) {
    row(position.next(), prompt.id, prompt.question, prompt.phase, prompt.diagram, prompt.conceptId,
        prompt.contentHash);
    text(position.last(), prompt.ask, prompt.answer);
  }
}

void writeConceptUses(SQLite::Database& database, const content::Pack& pack) {
  ConceptUses uses(database);
  for (const content::Question& question : pack.questions)
    addUsesIn(question, uses);
}

}  // namespace phaseboard::db
