// SPDX-License-Identifier: Apache-2.0
#include "app/review/prompt_derivation.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "app/content/option_list.h"
#include "app/review/part_prompts.h"
#include "app/review/rebuild_prompt.h"

namespace phaseboard::review {
namespace {

using content::Diagram;
using content::Note;
using content::Question;

std::string labelled(std::string_view label, const std::string& text) {
  return text.empty() ? std::string() : "**" + std::string(label) + "** " + text;
}

bool isWordByte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// Hides the result where the statement of a number gives it away.
std::string withoutResult(std::string statement, const std::string& shown) {
  if (shown.empty())
    return statement;
  constexpr std::string_view kGap = "…";
  for (std::size_t at = statement.find(shown); at != std::string::npos;
       at = statement.find(shown, at)) {
    const std::size_t end = at + shown.size();
    const bool whole = (at == 0 || (!isWordByte(statement[at - 1]) && statement[at - 1] != '.')) &&
                       (end == statement.size() || !isWordByte(statement[end]));
    if (whole)
      statement.replace(at, shown.size(), kGap);
    at += whole ? kGap.size() : shown.size();
  }
  return statement;
}

/// Collects the prompts of one question.
class Derivation {
 public:
  Derivation(const Question& question, const framework::Framework& framework)
      : m_question(question), m_framework(framework) {}

  std::vector<Prompt> run() && {
    for (const Note& note : m_question.notes) {
      addNote(note);
      addFigures(note, false);
      addAuthored(note.phase);
    }
    // What belongs to no note still can be asked.
    for (const Diagram& diagram : m_question.diagrams)
      addDiagram(diagram, false);
    for (const content::AuthoredPrompt& prompt : m_question.prompts)
      addAuthored(prompt.phase);
    for (const Note& note : m_question.notes) {
      addFigures(note, true);
      addAnswerPhase(note);
    }
    for (const Diagram& diagram : m_question.diagrams)
      addDiagram(diagram, true);
    return std::move(m_prompts);
  }

 private:
  Prompt& add(PromptKind kind, TargetId target, const PhaseId& phase, std::string ask,
              std::string answer) {
    m_prompts.push_back(makePrompt(kind, std::move(target), m_question.id, phase, std::move(ask),
                                   std::move(answer)));
    return m_prompts.back();
  }

  static std::optional<ConceptId> firstOf(const std::vector<ConceptId>& concepts) {
    return concepts.empty() ? std::nullopt : std::optional(concepts.front());
  }

  Prompt& addItem(PromptKind kind, const ItemId& item, const PhaseId& phase, std::string ask,
                  std::string answer) {
    return add(kind, TargetId{item.value()}, phase, std::move(ask), std::move(answer));
  }

  void addNote(const Note& note) {
    addKeyPoints(note);
    for (const content::KeyPoint& point : note.keyPoints)
      addItem(PromptKind::KeyPoint, point.id, note.phase,
              paragraphs({point.statement, "Why here, and what would you do instead?"}),
              paragraphs({point.why, labelled("Instead:", point.alternative)}))
          .conceptId = firstOf(point.concepts);
    for (const content::TradeOff& tradeOff : note.tradeOffs)
      addTradeOff(note, tradeOff);
    for (const content::Number& number : note.numbers)
      addNumber(note, number);
    for (const content::Pitfall& pitfall : note.pitfalls)
      addItem(PromptKind::Pitfall, pitfall.id, note.phase,
              paragraphs({pitfall.statement, "How does it happen, and how is it fixed?"}),
              paragraphs({labelled("How:", pitfall.how), labelled("Fix:", pitfall.fix)}));
    for (const content::FollowUp& followUp : note.followUps)
      addItem(PromptKind::FollowUp, followUp.id, note.phase, followUp.question, followUp.answer);
  }

  void addKeyPoints(const Note& note) {
    if (note.keyPoints.empty())
      return;
    add(PromptKind::KeyPoints, content::noteTarget(note.question, note.phase), note.phase,
        "State the key points of " + quoted(phaseTitle(note)) + " for " + quoted(m_question.title) +
            ".",
        statementsOf(note));
  }

  void addAnswerPhase(const Note& note) {
    if (note.keyPoints.empty())
      return;
    Prompt& prompt =
        add(PromptKind::AnswerPhase, content::noteTarget(note.question, note.phase), note.phase,
            "Answer " + quoted(phaseTitle(note)) + " for " + quoted(m_question.title) +
                " as you would at the whiteboard. Then tick what you covered.",
            {});
    prompt.contentHash = hashOfTexts(prompt.kind, prompt.ask, statementsOf(note));
  }

  [[nodiscard]] std::string phaseTitle(const Note& note) const {
    const framework::Phase* phase = m_framework.phase(note.phase);
    return phase == nullptr ? note.phase.value() : phase->title;
  }

  static std::string statementsOf(const Note& note) {
    std::string statements;
    for (const content::KeyPoint& point : note.keyPoints) {
      if (!statements.empty())
        statements += '\n';
      statements += content::listItem(point.statement);
    }
    return statements;
  }

  void addTradeOff(const Note& note, const content::TradeOff& tradeOff) {
    addItem(PromptKind::TradeOff, tradeOff.id, note.phase,
            paragraphs({tradeOff.choice,
                        "Name the options, what each buys and costs, and what "
                        "decides."}),
            paragraphs(
                {content::optionList(tradeOff.options), labelled("Decides:", tradeOff.decides)}));
  }

  void addNumber(const Note& note, const content::Number& number) {
    const std::string unit = number.unit.empty() ? std::string() : " " + number.unit;
    addItem(PromptKind::Number, number.id, note.phase,
            paragraphs({withoutResult(number.statement, number.shown),
                        labelled("Given:", number.assumptions), "Estimate it."}),
            "**" + number.shown + unit + "** from `" + number.expression + "`");
  }

  void addFigures(const Note& note, bool later) {
    for (const DiagramId& id : note.diagrams)
      for (const Diagram& diagram : m_question.diagrams)
        if (diagram.id == id)
          addDiagram(diagram, later);
  }

  void addDiagram(const Diagram& diagram, bool later) {
    if (!m_done.insert((later ? "later " : "first ") + diagram.id.value()).second)
      return;
    std::vector<Prompt> prompts = later ? laterPartPrompts(diagram, m_question.id, m_framework)
                                        : firstPartPrompts(diagram, m_question.id);
    std::move(prompts.begin(), prompts.end(), std::back_inserter(m_prompts));
    if (later)
      if (auto whole = rebuildPrompt(diagram, m_question.id))
        m_prompts.push_back(std::move(*whole));
  }

  void addAuthored(const PhaseId& phase) {
    for (const content::AuthoredPrompt& prompt : m_question.prompts)
      if (prompt.phase == phase && m_done.insert(prompt.id.value()).second)
        addItem(PromptKind::Authored, prompt.id, phase, prompt.question, prompt.answer).conceptId =
            firstOf(prompt.concepts);
  }

  const Question& m_question;
  const framework::Framework& m_framework;
  std::set<std::string> m_done;  ///< figures and authored prompts already added
  std::vector<Prompt> m_prompts;
};

}  // namespace

std::vector<Prompt> derivePrompts(const Question& question, const framework::Framework& framework) {
  return Derivation{question, framework}.run();
}

std::vector<Prompt> derivePrompts(const content::Pack& pack) {
  std::vector<Prompt> all;
  for (const Question& question : pack.questions)
    for (Prompt& prompt : derivePrompts(question, pack.framework))
      all.push_back(std::move(prompt));
  return all;
}

}  // namespace phaseboard::review
