// SPDX-License-Identifier: Apache-2.0
#include "db/pack/search_writer.h"

#include <initializer_list>

#include "app/content/checks/markdown_scan.h"
#include "app/review/prompt.h"
#include "app/search/query.h"
#include "db/pack/row_writer.h"

namespace phaseboard::db {
namespace {

using search::HitKind;

std::string plain(const std::string& markdown) {
  return content::scanMarkdown(markdown).plain;
}

std::string lines(std::initializer_list<std::string> texts) {
  std::string all;
  for (const std::string& text : texts) {
    if (text.empty())
      continue;
    if (!all.empty())
      all += '\n';
    all += text;
  }
  return all;
}

class SearchWriter {
 public:
  explicit SearchWriter(SQLite::Database& database)
      : m_row(database, "INSERT INTO search VALUES (?,?,?,?,?,?)") {}

  void write(const content::Concept& entry) {
    std::string synonyms;
    for (const std::string& synonym : entry.synonyms)
      synonyms += (synonyms.empty() ? "" : ", ") + synonym;
    add(HitKind::Concept, entry.id.value(), {}, {}, entry.title,
        lines({plain(entry.summary), synonyms, plain(entry.explanation)}));
  }

  void write(const content::Question& question) {
    const QuestionId& id = question.id;
    add(HitKind::Question, id.value(), id, {}, question.title,
        lines({question.subtitle, plain(question.interviewer)}));
    for (const content::DialogueLine& line : question.dialogue)
      add(HitKind::Question, line.id.value(), id, {}, plain(line.ask),
          lines({plain(line.answer), plain(line.why)}));
    for (const content::Note& note : question.notes)
      writeNote(question, note);
    for (const content::Diagram& diagram : question.diagrams)
      writeDiagram(diagram);
    for (const content::AuthoredPrompt& prompt : question.prompts)
      add(HitKind::Prompt,
          review::promptId(review::PromptKind::Authored, TargetId{prompt.id.value()}).value(), id,
          prompt.phase, plain(prompt.question), plain(prompt.answer));
  }

 private:
  void add(HitKind kind, const std::string& id, const QuestionId& question, const PhaseId& phase,
           const std::string& title, const std::string& body) {
    m_row(std::string(search::name(kind)), id, question, phase, title, body);
  }

  void writeNote(const content::Question& question, const content::Note& note) {
    const auto item = [&](HitKind kind, const std::string& id, const std::string& title,
                          const std::string& body) {
      add(kind, id, note.question, note.phase, plain(title), body);
    };
    item(HitKind::Note, content::noteTarget(note.question, note.phase).value(), question.title,
         plain(note.summary));
    for (const content::Chapter& chapter : note.chapters)
      item(HitKind::Note, chapter.id.value(), chapter.title, plain(chapter.text));
    for (const content::KeyPoint& point : note.keyPoints)
      item(HitKind::KeyPoint, point.id.value(), point.statement,
           lines({plain(point.why), plain(point.alternative)}));
    for (const content::TradeOff& tradeOff : note.tradeOffs) {
      std::string body;
      for (const content::TradeOffOption& option : tradeOff.options)
        body += lines({plain(option.option), plain(option.buys), plain(option.costs)}) + "\n";
      item(HitKind::Note, tradeOff.id.value(), tradeOff.choice, body + plain(tradeOff.decides));
    }
    for (const content::Number& number : note.numbers)
      item(HitKind::Note, number.id.value(), number.statement,
           lines({number.shown + (number.unit.empty() ? "" : " " + number.unit),
                  plain(number.assumptions)}));
    for (const content::Pitfall& pitfall : note.pitfalls)
      item(HitKind::Note, pitfall.id.value(), pitfall.statement,
           lines({plain(pitfall.how), plain(pitfall.fix)}));
    for (const content::FollowUp& followUp : note.followUps)
      item(HitKind::Note, followUp.id.value(), followUp.question, plain(followUp.answer));
  }

  void writeDiagram(const content::Diagram& diagram) {
    add(HitKind::Diagram, diagram.id.value(), diagram.question, diagram.phase, diagram.title,
        plain(diagram.description));
    for (const content::Part& part : diagram.parts)
      add(HitKind::Part, content::partTarget(diagram.id, part.id).value(), diagram.question,
          part.phase.value_or(diagram.phase), part.title,
          lines({part.label == part.title ? "" : part.label, plain(part.explanation)}));
  }

  RowWriter m_row;
};

}  // namespace

void writeSearchIndex(SQLite::Database& database, const content::Pack& pack) {
  SearchWriter writer(database);
  for (const content::Question& question : pack.questions)
    writer.write(question);
  for (const content::Concept& entry : pack.concepts)
    writer.write(entry);
  // One segment: the same sources give the same bytes, and a query reads less.
  database.exec("INSERT INTO search (search) VALUES ('optimize')");
}

}  // namespace phaseboard::db
