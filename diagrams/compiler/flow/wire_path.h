// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QPointF>

#include "diagrams/compiler/flow/flow_graph.h"
#include "diagrams/compiler/flow/router.h"
#include "diagrams/compiler/svg_writer.h"

namespace phaseboard::compiler {

/// Where each wire is to be lifted over another: at every crossing the level one of the two, or the
/// upright one when the level one has no room there beside a bend or an arrow head. None between
/// wires of one bundle, which are meant to join.
[[nodiscard]] std::vector<std::vector<QPointF>> findCrossings(const FlowGraph& graph,
                                                              const std::vector<Route>& routes);

/// The line of a wire: round corners, bridges at `crossings`, shortened where an arrow head stands.
/// A corner just beside a bridge is tighter than others.
[[nodiscard]] PathData wireLine(const Route& route, const std::vector<QPointF>& crossings,
                                Arrows arrows);

/// An arrow head that points along `from` -> `to` and ends just before `to`.
[[nodiscard]] PathData arrowHead(QPointF from, QPointF to);

}  // namespace phaseboard::compiler
