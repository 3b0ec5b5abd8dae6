// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/flow_compiler.h"

#include <algorithm>
#include <utility>

#include "app/base/hash.h"
#include "diagrams/compiler/flow/card_measure.h"
#include "diagrams/compiler/flow/dot_reader.h"
#include "diagrams/compiler/flow/draft_layout.h"
#include "diagrams/compiler/flow/flow_lint.h"
#include "diagrams/compiler/flow/flow_reader.h"
#include "diagrams/style/text.h"

namespace phaseboard::compiler {
namespace {

std::uint64_t hashOf(const content::Part& part) {
  Fnv64 hash;
  hash.addNumber(static_cast<std::uint64_t>(part.kind))
      .addField(part.title)
      .addField(part.label)
      .addField(part.explanation)
      .addField(part.from ? part.from->value() : "")
      .addField(part.to ? part.to->value() : "");
  return hash.value();
}

content::Part partOf(const FlowGraph& graph, const FlowNode& node) {
  content::Part part;
  part.id = PartId(node.id);
  part.kind = content::PartKind::Node;
  part.shape = style::className(node.role);
  part.title = node.title;
  part.label = style::plainText(node.label);
  part.explanation = node.explanation;
  if (!node.conceptId.empty())
    part.conceptId = ConceptId(node.conceptId);
  if (!node.phase.empty())
    part.phase = PhaseId(node.phase);
  if (node.lane)
    part.parent = PartId(graph.lanes[*node.lane].id);
  return part;
}

content::Part partOf(const FlowGraph& graph, const FlowLane& lane) {
  content::Part part;
  part.id = PartId(lane.id);
  part.kind = content::PartKind::Group;
  part.shape = style::className(lane.role);
  part.title = part.label = lane.label;
  part.explanation = lane.explanation;
  if (!lane.conceptId.empty())
    part.conceptId = ConceptId(lane.conceptId);
  if (lane.parent)
    part.parent = PartId(graph.lanes[*lane.parent].id);
  return part;
}

content::Part partOf(const FlowGraph& graph, const FlowEdge& edge) {
  content::Part part;
  part.id = PartId(edge.id);
  part.kind = content::PartKind::Edge;
  part.shape = style::className(edge.role);
  part.title = edge.title;
  part.label = style::plainText(edge.label);
  part.explanation = edge.explanation;
  if (!edge.conceptId.empty())
    part.conceptId = ConceptId(edge.conceptId);
  part.from = PartId(graph.nodes[edge.from].id);
  part.to = PartId(graph.nodes[edge.to].id);
  part.step = edge.step;
  return part;
}

/// Groups and nodes as they are written, then edges: the numbered path first.
std::vector<content::Part> partsOf(const FlowGraph& graph) {
  std::vector<std::pair<int, content::Part>> standing;
  if (graph.paintsLanes) {
    for (const auto& lane : graph.lanes)
      standing.emplace_back(lane.line, partOf(graph, lane));
  }
  for (const auto& node : graph.nodes) {
    standing.emplace_back(node.line, partOf(graph, node));
    if (!graph.paintsLanes)
      standing.back().second.parent.reset();
  }
  std::vector<std::pair<int, content::Part>> wires;
  for (const auto& edge : graph.edges)
    wires.emplace_back(edge.step.value_or(1000), partOf(graph, edge));
  std::vector<content::Part> parts;
  for (auto* group : {&standing, &wires}) {
    std::stable_sort(group->begin(), group->end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [key, part] : *group) {
      part.hash = hashOf(part);
      parts.push_back(std::move(part));
    }
  }
  return parts;
}

std::string localName(const DiagramId& id) {
  return id.value().substr(id.value().rfind('/') + 1);
}

/// Widens the gaps beside each colliding label.
void makeRoom(const FlowFigure& figure, const std::vector<std::size_t>& colliding,
              ExtraRoom& extra) {
  constexpr double kMore = 18;
  const auto widen = [](const std::vector<Track>& tracks, double at, std::vector<double>& gaps) {
    gaps.resize(tracks.size());
    for (std::size_t gap = 0; gap + 1 < tracks.size(); ++gap) {
      if (at > tracks[gap].axis && at < tracks[gap + 1].axis)
        gaps[gap] += kMore;
    }
  };
  for (const std::size_t edge : colliding) {
    widen(figure.layout.columns, figure.chips[edge]->box.center().x(), extra.columns);
    widen(figure.layout.rows, figure.chips[edge]->box.center().y(), extra.rows);
  }
}

/// Places, routes and labels, again with wider gaps while labels collide.
bool arrange(const std::string& file, const std::vector<Card>& cards, FlowFigure& figure,
             Diagnostics& problems) {
  constexpr int kAttempts = 4;
  ExtraRoom extra;
  for (int attempt = 1;; ++attempt) {
    Diagnostics found;
    figure.layout = layOutGrid(figure.graph, cards, extra);
    checkPlaces(file, figure.graph, figure.layout, found);
    if (found.empty())
      figure.routes = routeEdges(file, figure.graph, figure.layout, found);
    if (!found.empty()) {
      problems.insert(problems.end(), found.begin(), found.end());
      return false;
    }
    slideLaneTitles(file, figure.graph, figure.routes, figure.layout, found);
    PlacedLabels labels = placeLabels(figure.graph, figure.layout, figure.routes);
    figure.chips = labels.chips;
    if (labels.colliding.empty() || attempt == kAttempts) {
      reportLabels(file, figure.graph, labels, found);
      problems.insert(problems.end(), found.begin(), found.end());
      return true;
    }
    makeRoom(figure, labels.colliding, extra);
  }
}

void sortByLine(Diagnostics& problems) {
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
}

}  // namespace

std::optional<FlowFigure> layOutFlow(const ports::FigureSource& source,
                                     const std::map<std::string, content::Formula>& formulas,
                                     Diagnostics& problems) {
  const auto raw = readDot(source.file, source.text, problems);
  if (!raw)
    return std::nullopt;
  if (raw->name != localName(source.id))
    problems.push_back({source.file, raw->line,
                        "the digraph is called '" + raw->name + "' but the figure '" +
                            localName(source.id) + "'; both need one name"});
  FlowFigure figure;
  figure.graph = readFlow(source.file, *raw, formulas, problems);
  checkGraph(source.file, figure.graph, problems);
  std::vector<Card> cards;
  for (const auto& node : figure.graph.nodes)
    cards.push_back(measureCard(source.file, node, formulas, problems));
  if (!problems.empty())
    return std::nullopt;  // positions would be guesses
  if (!figure.graph.nodes.front().isPlaced && !draftCells(figure.graph, cards)) {
    problems.push_back({source.file, 0, "give every node a cell, at=\"column,row\""});
    return std::nullopt;
  }
  if (!arrange(source.file, cards, figure, problems))
    return std::nullopt;
  moveToMargin(figure);
  checkFigure(source.file, figure, problems);
  return figure;
}

ports::FigureResult compileFlow(const ports::FigureSource& source,
                                const std::map<std::string, content::Formula>& formulas) {
  ports::FigureResult result;
  const auto figure = layOutFlow(source, formulas, result.problems);
  sortByLine(result.problems);
  if (!figure || !result.problems.empty())
    return result;
  content::Diagram diagram;
  diagram.id = source.id;
  const auto slash = source.id.value().find('/');
  diagram.question = QuestionId(source.id.value().substr(0, slash));
  diagram.kind = "flow";
  diagram.title = figure->graph.title;
  diagram.description = figure->graph.description;
  diagram.width = figure->size.width();
  diagram.height = figure->size.height();
  diagram.parts = partsOf(figure->graph);
  diagram.svg = writeFlow(*figure, formulas);
  diagram.hash = fnv64(source.text);
  result.figure = std::move(diagram);
  return result;
}

}  // namespace phaseboard::compiler
