// SPDX-License-Identifier: Apache-2.0
#include "app/ops/rebuild.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "app/base/hash.h"
#include "app/board/board_graph.h"

namespace phaseboard::ops {
namespace {

constexpr double kHardFrom = 0.5;
constexpr double kGoodFrom = 0.75;
constexpr double kEasyFrom = 0.95;
constexpr std::size_t kGivenInARow = 5;
constexpr double kGivenAcross = 200;
constexpr double kGivenDown = 100;
constexpr double kReversedShare = 0.5;
constexpr double kRelabelledShare = 0.75;
constexpr double kMisplacedShare = 0.75;

/// Of groups and edges alone: the parts were given.
double scoreOfTies(const graphs::FigureGraph& reference, const graphs::FigureGraph& other,
                   const graphs::GraphDifference& found) {
  const auto groups = [](const graphs::FigureGraph& graph) {
    return std::count_if(graph.nodes.begin(), graph.nodes.end(),
                         [](const graphs::GraphNode& node) { return node.isGroup; });
  };
  const auto size = [](const auto& list) { return static_cast<double>(list.size()); };
  const auto paired = static_cast<double>(std::count_if(
      reference.nodes.begin(), reference.nodes.end(),
      [&](const auto& node) { return node.isGroup && found.common.contains(node.id); }));
  const double edges = size(reference.edges) - size(found.edges.missing) -
                       (1 - kReversedShare) * size(found.edges.reversed) -
                       (1 - kRelabelledShare) * size(found.edges.relabelled);
  const double all = static_cast<double>(groups(reference) + groups(other)) +
                     size(reference.edges) + size(other.edges);
  const double worth = paired + edges - (1 - kMisplacedShare) * size(found.misplaced);
  return all == 0 ? 1 : std::clamp(2 * worth / all, 0.0, 1.0);
}

/// Finds the prompts of one figure in a pack.
class FigurePrompts {
 public:
  FigurePrompts(const ports::PackLibrary& pack, const DiagramId& diagram) : m_diagram(diagram) {
    for (const review::Prompt& prompt : pack.prompts())
      if (prompt.diagram == diagram || prompt.target.value() == diagram.value())
        m_index.emplace(prompt.id, &prompt);
  }

  void suggest(review::PromptKind kind, const std::optional<PartId>& part, memory::Rating rating,
               std::vector<SuggestedGrade>& grades) const {
    const TargetId target =
        part ? content::partTarget(m_diagram, *part) : TargetId{m_diagram.value()};
    const auto found = m_index.find(review::promptId(kind, target));
    if (found != m_index.end())
      grades.push_back({*found->second, rating, part});
  }

 private:
  DiagramId m_diagram;
  std::unordered_map<PromptId, const review::Prompt*> m_index;
};

/// The figures that the pack asks to be rebuilt.
std::set<std::string> askedWhole(const ports::PackLibrary& pack) {
  std::set<std::string> figures;
  for (const review::Prompt& prompt : pack.prompts())
    if (prompt.kind == review::PromptKind::RebuildDiagram)
      figures.insert(prompt.target.value());
  return figures;
}

std::vector<board::Outcome> attemptsAt(const DiagramId& diagram,
                                       const std::vector<board::BoardInfo>& boards) {
  std::vector<board::Outcome> attempts;
  for (const board::BoardInfo& info : boards)
    if (info.diagram == diagram && info.outcome)
      attempts.push_back(*info.outcome);
  std::sort(attempts.begin(), attempts.end(),
            [](const auto& one, const auto& other) { return one.at < other.at; });
  return attempts;
}

}  // namespace

std::vector<RebuildChoice> rebuildChoices(const ports::PackLibrary& pack,
                                          const std::vector<board::BoardInfo>& boards,
                                          const DiagramId& besides) {
  const std::set<std::string> asked = askedWhole(pack);
  std::vector<RebuildChoice> choices;
  for (const ports::QuestionCard& question : pack.questions())
    for (const ports::DiagramCard& card : question.diagrams) {
      const bool isAsked = asked.empty() ? card.kind == "flow" : asked.contains(card.id.value());
      if (isAsked || card.id == besides)
        choices.push_back(
            {card.id, card.title, card.description, question.title, attemptsAt(card.id, boards)});
    }
  return choices;
}

board::Edit givenFor(const content::Diagram& reference, board::Level level,
                     const board::PartExtent& extent) {
  board::Edit edit;
  if (level == board::Level::NothingGiven)
    return edit;
  std::vector<const content::Part*> parts;
  for (const content::Part& part : reference.parts)
    if (part.kind == content::PartKind::Node)
      parts.push_back(&part);
  const auto hash = [](const content::Part* part) { return fnv64(part->id.value()); };
  std::stable_sort(parts.begin(), parts.end(),
                   [&](const auto* one, const auto* other) { return hash(one) < hash(other); });
  board::Document document;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto kind = board::partKindNamed(parts[i]->shape).value_or(board::PartKind::Process);
    const board::Point at{static_cast<double>(i % kGivenInARow) * kGivenAcross,
                          static_cast<double>(i / kGivenInARow) * kGivenDown};
    const std::string name = level == board::Level::PartsGiven ? parts[i]->title : std::string();
    board::Edit placed = board::placePart(document, name, kind, at, extent);
    std::get<board::Part>(*placed.front().after).isKindChosen = true;
    if (document.apply(placed))
      edit.push_back(placed.front());
  }
  return edit;
}

memory::Rating ratingForScore(double score) {
  if (score < kHardFrom)
    return memory::Rating::Again;
  if (score < kGoodFrom)
    return memory::Rating::Hard;
  return score < kEasyFrom ? memory::Rating::Good : memory::Rating::Easy;
}

Result<RebuildJudgement> judgeRebuild(const ports::PackLibrary& pack, const DiagramId& reference,
                                      board::Level level, const board::Document& document) {
  PHASEBOARD_TRY_ASSIGN(const auto diagram, pack.diagram(reference));
  PHASEBOARD_TRY_ASSIGN(const auto concepts, pack.concepts());
  graphs::FigureGraph wanted = graphs::graphOf(diagram.parts, concepts);
  graphs::FigureGraph drawn = board::graphOf(document);
  // An id that was made of a name on the board tells no more than the name.
  for (graphs::GraphNode& node : drawn.nodes)
    node.id = PartId("board/" + node.id.value());
  for (graphs::GraphEdge& edge : drawn.edges)
    edge.id = PartId("board/" + edge.id.value());
  RebuildJudgement judgement;
  judgement.difference = graphs::compareGraphs(wanted, drawn);
  const bool areGiven = level == board::Level::PartsGiven;
  judgement.score =
      areGiven ? scoreOfTies(wanted, drawn, judgement.difference) : judgement.difference.score;
  const FigurePrompts prompts(pack, reference);
  prompts.suggest(review::PromptKind::RebuildDiagram, std::nullopt, ratingForScore(judgement.score),
                  judgement.grades);
  for (const PartId& part : judgement.difference.missing)
    prompts.suggest(review::PromptKind::NamePart, part, memory::Rating::Again, judgement.grades);
  for (const auto* edges :
       {&judgement.difference.edges.missing, &judgement.difference.edges.reversed})
    for (const PartId& edge : *edges)
      prompts.suggest(review::PromptKind::EdgeMeaning, edge, memory::Rating::Again,
                      judgement.grades);
  return judgement;
}

}  // namespace phaseboard::ops
