// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <QPointF>

#include "app/base/diagnostic.h"
#include "diagrams/compiler/flow/flow_graph.h"
#include "diagrams/compiler/flow/flow_layout.h"

namespace phaseboard::compiler {

/// The way of one wire: level and upright stretches from card to card.
struct Route {
  std::vector<QPointF> points;  ///< from the border of the tail to the border of the head
  Side tailSide = Side::East;
  Side headSide = Side::West;

  [[nodiscard]] bool isEmpty() const { return points.size() < 2; }
};

/// Whether two edges may share a stretch because they are bundled at a common end.
[[nodiscard]] bool areBundled(const FlowEdge& a, const FlowEdge& b);

/// Finds a way for every edge: round all cards, with few bends and crossings, apart from other
/// wires. Bundled edges share their common stretch. An edge without a way has an empty route and
/// is added to `problems`.
///
/// Deterministic. About 20 ms for 20 edges between 15 nodes.
[[nodiscard]] std::vector<Route> routeEdges(const std::string& file, const FlowGraph& graph,
                                            const FlowLayout& layout, Diagnostics& problems);

}  // namespace phaseboard::compiler
