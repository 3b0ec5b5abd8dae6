// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagrams/compiler/flow/card_measure.h"
#include "diagrams/compiler/flow/flow_graph.h"

namespace phaseboard::compiler {

/// Gives every node a cell where Graphviz would put it: a first draft of a figure whose author has
/// not placed anything yet. Ranks become columns, heights become whole rows.
///
/// @return false when Graphviz cannot lay the figure out; the graph is then unchanged
[[nodiscard]] bool draftCells(FlowGraph& graph, const std::vector<Card>& cards);

}  // namespace phaseboard::compiler
