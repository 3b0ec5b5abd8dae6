// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/base/diagnostic.h"
#include "diagrams/compiler/flow/flow_graph.h"
#include "diagrams/compiler/flow/flow_layout.h"
#include "diagrams/compiler/flow/flow_svg.h"

/// What a figure of ours may not be. Each finding says what to do about it.
namespace phaseboard::compiler {

/// Before layout: too many nodes, nodes without an edge, some with a cell and some
/// without.
void checkGraph(const std::string& file, const FlowGraph& graph, Diagnostics& problems);

/// After layout: cards that touch, lanes that overlap or hold strangers.
void checkPlaces(const std::string& file, const FlowGraph& graph, const FlowLayout& layout,
                 Diagnostics& problems);

/// After routing and labels: wires through cards, too many crossings, a canvas too large.
void checkFigure(const std::string& file, const FlowFigure& figure, Diagnostics& problems);

}  // namespace phaseboard::compiler
