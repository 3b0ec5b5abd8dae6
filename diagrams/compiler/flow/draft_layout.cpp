// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/draft_layout.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <string>

#include <graphviz/gvc.h>

#include <QPointF>

#include "diagrams/compiler/flow/graphviz_lock.h"

namespace phaseboard::compiler {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kSameColumn = 8;  ///< units; cards of one rank differ by rounding only

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
struct FreeContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};

/// Graphviz takes `char*` where it only reads.
char* text(const std::string& words) {
  return const_cast<char*>(words.c_str());
}

/// Our graph in Graphviz's terms: empty boxes of the cards' sizes, from left to right.
class GraphvizDraft {
 public:
  GraphvizDraft(const FlowGraph& graph, const std::vector<Card>& cards)
      : m_source(graph), m_graph(agopen(text("draft"), Agdirected, nullptr)) {
    for (const auto& [name, value] : std::map<std::string, std::string>{{"rankdir", "LR"},
                                                                        {"nodesep", ".42"},
                                                                        {"ranksep", ".62"},
                                                                        {"newrank", "true"},
                                                                        {"remincross", "true"}})
      agattr(m_graph.get(), AGRAPH, text(name), text(value));
    for (const char* name : {"label", "shape", "fixedsize", "width", "height"})
      agattr(m_graph.get(), AGNODE, text(name), text(""));
    addNodes(cards);
    for (const auto& edge : graph.edges)
      agedge(m_graph.get(), m_nodes[edge.from], m_nodes[edge.to], nullptr, 1);
    addLanes();
  }

  /// The middle of each card, y down; empty on failure.
  std::vector<QPointF> layOut() {
    const std::unique_ptr<GVC_t, FreeContext> context(gvContext());
    std::vector<QPointF> middles;
    if (gvLayout(context.get(), m_graph.get(), "dot") != 0)
      return middles;
    for (Agnode_t* node : m_nodes)
      middles.emplace_back(ND_coord(node).x, -ND_coord(node).y);
    gvFreeLayout(context.get(), m_graph.get());
    return middles;
  }

 private:
  void addNodes(const std::vector<Card>& cards) {
    for (std::size_t i = 0; i < cards.size(); ++i) {
      Agnode_t* node = agnode(m_graph.get(), text("n" + std::to_string(i)), 1);
      agset(node, text("shape"), text("box"));
      agset(node, text("fixedsize"), text("true"));
      agset(node, text("width"), text(inches(cards[i].size.width())));
      agset(node, text("height"), text(inches(cards[i].size.height())));
      m_nodes.push_back(node);
    }
  }

  void addLanes() {
    std::vector<Agraph_t*> lanes;
    for (std::size_t i = 0; i < m_source.lanes.size(); ++i) {
      const auto parent = m_source.lanes[i].parent;
      lanes.push_back(
          agsubg(parent ? lanes[*parent] : m_graph.get(), text("cluster_" + std::to_string(i)), 1));
    }
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
      if (m_source.nodes[i].lane)
        agsubnode(lanes[*m_source.nodes[i].lane], m_nodes[i], 1);
    }
  }

  static std::string inches(double units) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, units / kPointsPerInch,
                                   std::chars_format::fixed, 4);
    return {buffer, end.ptr};
  }

  const FlowGraph& m_source;
  std::unique_ptr<Agraph_t, CloseGraph> m_graph;
  std::vector<Agnode_t*> m_nodes;
};

/// Columns are the distinct ranks.
void snapColumns(FlowGraph& graph, const std::vector<QPointF>& middles) {
  std::vector<double> ranks;
  ranks.reserve(middles.size());
  for (const auto& middle : middles)
    ranks.push_back(middle.x());
  std::sort(ranks.begin(), ranks.end());
  ranks.erase(std::unique(ranks.begin(), ranks.end(),
                          [](double a, double b) { return b - a < kSameColumn; }),
              ranks.end());
  for (std::size_t i = 0; i < middles.size(); ++i) {
    const auto rank = std::upper_bound(ranks.begin(), ranks.end(), middles[i].x()) - 1;
    graph.nodes[i].column = static_cast<double>(rank - ranks.begin());
  }
}

/// Rows are heights in steps of a common card, pushed down where two cards want one cell.
void snapRows(FlowGraph& graph, const std::vector<QPointF>& middles,
              const std::vector<Card>& cards) {
  std::vector<double> heights;
  heights.reserve(cards.size());
  for (const auto& card : cards)
    heights.push_back(card.size.height());
  std::nth_element(heights.begin(), heights.begin() + static_cast<long>(heights.size() / 2),
                   heights.end());
  const double step = heights[heights.size() / 2] + graph.rowGap;
  std::vector<std::size_t> order(middles.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return middles[a].y() < middles[b].y(); });
  std::map<double, double> nextFree;  // by column
  for (const std::size_t node : order) {
    const double wanted = std::round((middles[node].y() - middles[order.front()].y()) / step);
    double& free = nextFree.try_emplace(graph.nodes[node].column, 0).first->second;
    graph.nodes[node].row = std::max(wanted, free);
    free = graph.nodes[node].row + 1;
  }
}

}  // namespace

bool draftCells(FlowGraph& graph, const std::vector<Card>& cards) {
  std::vector<QPointF> middles;
  {
    const std::lock_guard lock(graphvizMutex());
    middles = GraphvizDraft(graph, cards).layOut();
  }
  if (middles.empty())
    return false;
  snapColumns(graph, middles);
  snapRows(graph, middles, cards);
  for (auto& node : graph.nodes)
    node.isPlaced = true;
  return true;
}

}  // namespace phaseboard::compiler
