// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QPointF>

#include "diagrams/compiler/flow/flow_graph.h"
#include "diagrams/compiler/flow/flow_layout.h"
#include "diagrams/compiler/flow/router.h"

namespace phaseboard::compiler {

/// The two ends of one edge.
struct EdgePorts {
  QPointF tail;
  QPointF head;
};

/// The middle of a side of a card.
[[nodiscard]] QPointF middleOf(const QRectF& body, Side side);

/// Gives the wires that a first routing brought to one side of a card their own places there, in
/// the order in which they leave without crossing, and puts the two ends of a wire between facing
/// sides on one line where that is possible.
[[nodiscard]] std::vector<EdgePorts> distributePorts(const FlowGraph& graph,
                                                     const FlowLayout& layout,
                                                     const std::vector<Route>& routes);

}  // namespace phaseboard::compiler
