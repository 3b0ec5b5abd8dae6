// SPDX-License-Identifier: Apache-2.0
#include "app/review/part_prompts.h"

#include <algorithm>
#include <utility>

#include "app/review/typed_answer.h"

namespace phaseboard::review {
namespace {

using content::Diagram;
using content::Part;
using content::PartKind;

constexpr std::size_t kFewestNodesToFind = 3;

bool isNode(const Part& part) {
  return part.kind == PartKind::Node && !part.title.empty();
}

std::size_t nodeCount(const Diagram& diagram) {
  return static_cast<std::size_t>(
      std::count_if(diagram.parts.begin(), diagram.parts.end(), isNode));
}

/// Whether its parts are joined by edges, so that paths and places mean something.
bool isWired(const Diagram& diagram) {
  return std::any_of(diagram.parts.begin(), diagram.parts.end(), [](const Part& part) {
    return part.kind == PartKind::Edge && part.from && part.to;
  });
}

/// An edge with a label between two known parts.
struct LabelledEdge {
  const Part* edge = nullptr;
  const Part* from = nullptr;
  const Part* to = nullptr;
};

std::optional<LabelledEdge> labelledEdge(const Diagram& diagram, const Part& part) {
  if (part.kind != PartKind::Edge || part.label.empty() || !part.from || !part.to)
    return std::nullopt;
  const LabelledEdge found{&part, findPart(diagram, *part.from), findPart(diagram, *part.to)};
  return found.from == nullptr || found.to == nullptr ? std::nullopt : std::optional(found);
}

void addOnce(std::vector<const Part*>& parts, const Part* part) {
  if (part != nullptr && isNode(*part) &&
      std::find(parts.begin(), parts.end(), part) == parts.end())
    parts.push_back(part);
}

/// Whether the title of a part gives its phase away, or means another phase by its name.
bool tellsItsPhase(const Part& part, const framework::Phase& own,
                   const framework::Framework& framework) {
  return std::any_of(
      framework.phases.begin(), framework.phases.end(), [&](const framework::Phase& phase) {
        const std::string verb = phase.title.substr(0, phase.title.find(' '));
        const Likeness likeness = compareTyped(
            part.title, ExpectedAnswer{{phase.title, phase.shortTitle, verb}, std::nullopt});
        return likeness >= (phase.id == own.id ? Likeness::Close : Likeness::Same);
      });
}

/// Collects the prompts of one figure.
class PartDerivation {
 public:
  PartDerivation(const Diagram& diagram, const QuestionId& question)
      : m_diagram(diagram), m_question(question) {}

  std::vector<Prompt> first() && {
    for (const Part& part : m_diagram.parts) {
      if (isNode(part))
        addNameAndPurpose(part);
      else if (const auto edge = labelledEdge(m_diagram, part))
        add(PromptKind::EdgeMeaning, part,
            "What flows from " + quoted(edge->from->title) + " to " + quoted(edge->to->title) + "?",
            paragraphs({"**" + part.label + "**", part.explanation}));
    }
    return std::move(m_prompts);
  }

  std::vector<Prompt> later(const framework::Framework& framework) && {
    const bool findsNodes = isWired(m_diagram) && nodeCount(m_diagram) >= kFewestNodesToFind;
    for (const Part& part : m_diagram.parts) {
      if (const auto edge = labelledEdge(m_diagram, part))
        add(PromptKind::ClickPart, part, "Which connection carries " + quoted(part.label) + "?",
            "From " + quoted(edge->from->title) + " to " + quoted(edge->to->title) + ".");
      if (!findsNodes || !isNode(part))
        continue;
      add(PromptKind::ClickPart, part, "Where is " + quoted(part.title) + "?", part.title);
      addMissing(part);
      addNextHop(part);
      if (part.conceptId || part.phase)
        addPhase(part, framework);
    }
    return std::move(m_prompts);
  }

 private:
  void add(PromptKind kind, const Part& part, std::string ask, std::string answer) {
    Prompt prompt =
        makePrompt(kind, content::partTarget(m_diagram.id, part.id), m_question,
                   part.phase.value_or(m_diagram.phase), std::move(ask), std::move(answer));
    prompt.diagram = m_diagram.id;
    prompt.part = part.id;
    prompt.conceptId = part.conceptId;
    m_prompts.push_back(std::move(prompt));
  }

  void addNameAndPurpose(const Part& part) {
    add(PromptKind::NamePart, part, "Which part is hidden here?", part.title);
    if (part.explanation.empty())
      return;
    const bool isFlow = m_diagram.kind.empty() || m_diagram.kind == "flow";
    add(PromptKind::PartPurpose, part,
        isFlow ? "Why is " + quoted(part.title) + " here?"
               : "What does " + quoted(part.title) + " say here?",
        part.explanation);
  }

  void addMissing(const Part& part) {
    const auto before = nodesBefore(m_diagram, part.id);
    const auto after = nodesAfter(m_diagram, part.id);
    if (before.empty() || after.empty())
      return;
    add(PromptKind::MissingPart, part,
        "Something is missing between " + quoted(before.front()->title) + " and " +
            quoted(after.front()->title) + ". What belongs here, and what does it do?",
        paragraphs({"**" + part.title + "**", part.explanation}));
  }

  void addNextHop(const Part& part) {
    const auto after = nodesAfter(m_diagram, part.id);
    if (after.empty() || after.size() > kMostNextHops || nodeCount(m_diagram) < after.size() + 3)
      return;
    std::string answer;
    for (const Part* next : after)
      answer += (answer.empty() ? "**" : " and **") + next->title + "**";
    add(PromptKind::NextHop, part, "What comes next after " + quoted(part.title) + "?",
        std::move(answer));
  }

  void addPhase(const Part& part, const framework::Framework& framework) {
    const framework::Phase* phase = framework.phase(part.phase.value_or(m_diagram.phase));
    if (phase != nullptr && !tellsItsPhase(part, *phase, framework))
      add(PromptKind::PartPhase, part,
          "Which phase does " + quoted(part.title) + " belong to here?",
          "**" + std::to_string(phase->number) + " " + phase->title + "**");
  }

  const Diagram& m_diagram;
  const QuestionId& m_question;
  std::vector<Prompt> m_prompts;
};

}  // namespace

std::vector<Prompt> firstPartPrompts(const Diagram& diagram, const QuestionId& question) {
  return PartDerivation{diagram, question}.first();
}

std::vector<Prompt> laterPartPrompts(const Diagram& diagram, const QuestionId& question,
                                     const framework::Framework& framework) {
  return PartDerivation{diagram, question}.later(framework);
}

const Part* findPart(const Diagram& diagram, const PartId& id) {
  const auto found = std::find_if(diagram.parts.begin(), diagram.parts.end(),
                                  [&id](const Part& part) { return part.id == id; });
  return found == diagram.parts.end() ? nullptr : &*found;
}

std::vector<const Part*> nodesAfter(const Diagram& diagram, const PartId& part) {
  std::vector<const Part*> nodes;
  for (const Part& edge : diagram.parts)
    if (edge.kind == PartKind::Edge && edge.from == part && edge.to && *edge.to != part)
      addOnce(nodes, findPart(diagram, *edge.to));
  return nodes;
}

std::vector<const Part*> nodesBefore(const Diagram& diagram, const PartId& part) {
  std::vector<const Part*> nodes;
  for (const Part& edge : diagram.parts)
    if (edge.kind == PartKind::Edge && edge.to == part && edge.from && *edge.from != part)
      addOnce(nodes, findPart(diagram, *edge.from));
  return nodes;
}

std::string quoted(const std::string& title) {
  return "“" + title + "”";
}

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

}  // namespace phaseboard::review
