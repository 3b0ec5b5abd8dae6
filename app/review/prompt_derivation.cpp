// SPDX-License-Identifier: Apache-2.0
#include "app/review/prompt_derivation.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "app/base/hash.h"

namespace phaseboard::review {
namespace {

using content::Diagram;
using content::Note;
using content::Part;
using content::PartKind;
using content::Question;

std::string quoted(const std::string& title) {
  return "“" + title + "”";
}

/// Joins what is not empty as paragraphs.
std::string paragraphs(std::initializer_list<std::string> texts) {
  std::string joined;
  for (const std::string& text : texts) {
    if (text.empty())
      continue;
    if (!joined.empty())
      joined += "\n\n";
    joined += text;
  }
  return joined;
}

std::string labelled(std::string_view label, const std::string& text) {
  return text.empty() ? std::string() : "**" + std::string(label) + "** " + text;
}

/// A list item may hold several lines; those after the first are indented to stay in it.
std::string listItem(std::string_view text) {
  std::string item = "- ";
  for (std::size_t i = 0; i < text.size(); ++i) {
    item += text[i];
    const bool isBlank = i + 1 < text.size() && text[i + 1] == '\n';
    if (text[i] == '\n' && !isBlank)
      item += "  ";
  }
  return item;
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

const Part* findPart(const Diagram& diagram, const PartId& id) {
  const auto found = std::find_if(diagram.parts.begin(), diagram.parts.end(),
                                  [&id](const Part& part) { return part.id == id; });
  return found == diagram.parts.end() ? nullptr : &*found;
}

/// Collects the prompts of one question.
class Derivation {
 public:
  Derivation(const Question& question, const framework::Framework& framework)
      : m_question(question), m_framework(framework) {}

  std::vector<Prompt> run() && {
    for (const Note& note : m_question.notes) {
      addNote(note);
      for (const DiagramId& id : note.diagrams)
        for (const Diagram& diagram : m_question.diagrams)
          if (diagram.id == id)
            addDiagram(diagram);
      addAuthored(note.phase);
    }
    // What belongs to no note still can be asked.
    for (const Diagram& diagram : m_question.diagrams)
      addDiagram(diagram);
    for (const content::AuthoredPrompt& prompt : m_question.prompts)
      addAuthored(prompt.phase);
    return std::move(m_prompts);
  }

 private:
  Prompt& add(PromptKind kind, TargetId target, const PhaseId& phase, std::string ask,
              std::string answer) {
    Prompt prompt;
    prompt.id = promptId(kind, target);
    prompt.kind = kind;
    prompt.question = m_question.id;
    prompt.phase = phase;
    prompt.siblingGroup = target.value();
    prompt.target = std::move(target);
    prompt.ask = std::move(ask);
    prompt.answer = std::move(answer);
    prompt.contentHash =
        Fnv64{}.addField(kindName(kind)).addField(prompt.ask).addField(prompt.answer).value();
    m_prompts.push_back(std::move(prompt));
    return m_prompts.back();
  }

  void addItem(PromptKind kind, const ItemId& item, const PhaseId& phase, std::string ask,
               std::string answer) {
    add(kind, TargetId{item.value()}, phase, std::move(ask), std::move(answer));
  }

  void addNote(const Note& note) {
    addKeyPoints(note);
    for (const content::KeyPoint& point : note.keyPoints)
      addItem(PromptKind::KeyPoint, point.id, note.phase,
              paragraphs({point.statement, "Why here, and what would you do instead?"}),
              paragraphs({point.why, labelled("Instead:", point.alternative)}));
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
    const framework::Phase* phase = m_framework.phase(note.phase);
    std::string statements;
    for (const content::KeyPoint& point : note.keyPoints) {
      if (!statements.empty())
        statements += '\n';
      statements += listItem(point.statement);
    }
    add(PromptKind::KeyPoints, content::noteTarget(note.question, note.phase), note.phase,
        "State the key points of " + quoted(phase == nullptr ? note.phase.value() : phase->title) +
            " for " + quoted(m_question.title) + ".",
        statements);
  }

  void addTradeOff(const Note& note, const content::TradeOff& tradeOff) {
    std::string options;
    for (const content::TradeOffOption& option : tradeOff.options) {
      if (!options.empty())
        options += '\n';
      options += listItem("**" + option.option + ".** *Buys:* " + option.buys + " *Costs:* " +
                          option.costs);
    }
    addItem(PromptKind::TradeOff, tradeOff.id, note.phase,
            paragraphs({tradeOff.choice,
                        "Name the options, what each buys and costs, and what "
                        "decides."}),
            paragraphs({options, labelled("Decides:", tradeOff.decides)}));
  }

  void addNumber(const Note& note, const content::Number& number) {
    const std::string unit = number.unit.empty() ? std::string() : " " + number.unit;
    addItem(PromptKind::Number, number.id, note.phase,
            paragraphs({withoutResult(number.statement, number.shown),
                        labelled("Given:", number.assumptions), "Estimate it."}),
            "**" + number.shown + unit + "** from `" + number.expression + "`");
  }

  void addDiagram(const Diagram& diagram) {
    if (!m_done.insert(diagram.id.value()).second)
      return;
    for (const Part& part : diagram.parts) {
      if (part.kind == PartKind::Node)
        addNode(diagram, part);
      else if (part.kind == PartKind::Edge)
        addEdge(diagram, part);
    }
  }

  void addPart(PromptKind kind, const Diagram& diagram, const Part& part, std::string ask,
               std::string answer) {
    Prompt& prompt = add(kind, content::partTarget(diagram.id, part.id),
                         part.phase.value_or(diagram.phase), std::move(ask), std::move(answer));
    prompt.diagram = diagram.id;
    prompt.part = part.id;
  }

  void addNode(const Diagram& diagram, const Part& part) {
    if (part.title.empty())
      return;
    addPart(PromptKind::NamePart, diagram, part, "Which part is hidden here?", part.title);
    if (part.explanation.empty())
      return;
    const bool isFlow = diagram.kind.empty() || diagram.kind == "flow";
    addPart(PromptKind::PartPurpose, diagram, part,
            isFlow ? "Why is " + quoted(part.title) + " here?"
                   : "What does " + quoted(part.title) + " say here?",
            part.explanation);
  }

  void addEdge(const Diagram& diagram, const Part& part) {
    if (part.label.empty() || !part.from || !part.to)
      return;
    const Part* from = findPart(diagram, *part.from);
    const Part* to = findPart(diagram, *part.to);
    if (from == nullptr || to == nullptr)
      return;
    addPart(PromptKind::EdgeMeaning, diagram, part,
            "What flows from " + quoted(from->title) + " to " + quoted(to->title) + "?",
            paragraphs({"**" + part.label + "**", part.explanation}));
  }

  void addAuthored(const PhaseId& phase) {
    for (const content::AuthoredPrompt& prompt : m_question.prompts)
      if (prompt.phase == phase && m_done.insert(prompt.id.value()).second)
        addItem(PromptKind::Authored, prompt.id, phase, prompt.question, prompt.answer);
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
