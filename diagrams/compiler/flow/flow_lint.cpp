// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/flow_lint.h"

#include <algorithm>

#include "diagrams/compiler/drawn_check.h"
#include "diagrams/compiler/flow/wire_path.h"

namespace phaseboard::compiler {
namespace {

constexpr std::size_t kMostCrossings = 3;
constexpr double kFlattest = 4.8;   ///< width by height ...
constexpr double kFlatFrom = 1000;  ///< ... of figures wider than this
constexpr double kSteepest = 0.6;
constexpr double kWidest = 1480;
constexpr double kHighest = 1000;
constexpr double kLeastApart = 4;

std::string named(const FlowNode& node) {
  return "node '" + node.id + "'";
}

bool touches(const QRectF& a, const QRectF& b) {
  return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() &&
         b.top() < a.bottom();
}

QRectF grown(const QRectF& box, double by) {
  return box.adjusted(-by, -by, by, by);
}

/// Whether the route comes within two units of `box`.
bool runsThrough(const Route& route, const QRectF& box) {
  for (std::size_t i = 0; i + 1 < route.points.size(); ++i) {
    if (touches(grown(QRectF(route.points[i], route.points[i + 1]).normalized(), 2), box))
      return true;
  }
  return false;
}

void checkWires(const std::string& file, const FlowFigure& figure, Diagnostics& problems) {
  const FlowGraph& graph = figure.graph;
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const FlowEdge& edge = graph.edges[i];
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
      if (node != edge.from && node != edge.to &&
          runsThrough(figure.routes[i], figure.layout.boxes[node]))
        problems.push_back({file, edge.line,
                            "edge '" + edge.id + "': runs through " + named(graph.nodes[node]) +
                                "; give it other ports or move the node"});
    }
  }
  std::size_t crossings = 0;
  for (const auto& onEdge : findCrossings(graph, figure.routes))
    crossings += onEdge.size();
  if (crossings > kMostCrossings)
    problems.push_back({file, 0,
                        "wires cross " + std::to_string(crossings) + " times, " +
                            std::to_string(kMostCrossings) +
                            " are the most; move nodes, bundle edges or give them other ports"});
}

void checkCanvas(const std::string& file, const QSizeF& size, Diagnostics& problems) {
  const std::string shown = std::to_string(static_cast<int>(size.width())) + " by " +
                            std::to_string(static_cast<int>(size.height()));
  if (size.width() > kWidest || size.height() > kHighest)
    problems.push_back(
        {file, 0,
         "the canvas is " + shown +
             " units, the most is 1480 by 1000; use fewer columns or rows, or shorter texts"});
  const double aspect = size.width() / size.height();
  if (aspect > kFlattest && size.width() > kFlatFrom)
    problems.push_back({file, 0, "the canvas is a ribbon of " + shown + " units; use more rows"});
  if (aspect < kSteepest)
    problems.push_back({file, 0, "the canvas is a tower of " + shown + " units; use more columns"});
}

}  // namespace

void checkGraph(const std::string& file, const FlowGraph& graph, Diagnostics& problems) {
  if (graph.nodes.empty())
    problems.push_back({file, 0, "the figure has no nodes"});
  if (graph.nodes.size() > kMostNodes)
    problems.push_back({file, graph.nodes[kMostNodes].line,
                        "the figure has " + std::to_string(graph.nodes.size()) +
                            " nodes; split it, " + std::to_string(kMostNodes) + " are the most"});
  const bool isAnyPlaced = std::any_of(graph.nodes.begin(), graph.nodes.end(),
                                       [](const FlowNode& node) { return node.isPlaced; });
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const FlowNode& node = graph.nodes[i];
    const bool isConnected =
        std::any_of(graph.edges.begin(), graph.edges.end(),
                    [i](const FlowEdge& edge) { return edge.from == i || edge.to == i; });
    if (!isConnected && node.shape != CardShape::Note)
      problems.push_back({file, node.line, named(node) + ": no edge leads to it or from it"});
    if (!node.isPlaced && isAnyPlaced)
      problems.push_back({file, node.line, named(node) + ": give it a cell, at=\"column,row\""});
  }
}

void checkPlaces(const std::string& file, const FlowGraph& graph, const FlowLayout& layout,
                 Diagnostics& problems) {
  for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < layout.boxes.size(); ++j) {
      if (touches(grown(layout.boxes[i], kLeastApart), layout.boxes[j]))
        problems.push_back({file, graph.nodes[j].line,
                            named(graph.nodes[j]) + ": touches " + named(graph.nodes[i]) +
                                "; give one of them another cell"});
    }
    for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane) {
      if (!isWithin(graph, graph.nodes[i].lane, lane) &&
          touches(layout.boxes[i], layout.lanes[lane].frame))
        problems.push_back({file, graph.nodes[i].line,
                            named(graph.nodes[i]) + ": stands in lane '" + graph.lanes[lane].id +
                                "' without belonging to it; move it or declare it inside"});
    }
  }
  for (std::size_t a = 0; a < layout.lanes.size(); ++a) {
    for (std::size_t b = a + 1; b < layout.lanes.size(); ++b) {
      if (!isWithin(graph, b, a) && touches(layout.lanes[a].frame, layout.lanes[b].frame))
        problems.push_back({file, graph.lanes[b].line,
                            "lane '" + graph.lanes[b].id + "': overlaps lane '" +
                                graph.lanes[a].id + "'; give their nodes separate cells"});
    }
  }
}

void checkFigure(const std::string& file, const FlowFigure& figure, Diagnostics& problems) {
  checkWires(file, figure, problems);
  checkCanvas(file, figure.size, problems);
}

}  // namespace phaseboard::compiler
