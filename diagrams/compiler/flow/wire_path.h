// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QPointF>

#include "diagrams/compiler/flow/flow_graph.h"
#include "diagrams/compiler/flow/router.h"
#include "diagrams/compiler/svg_writer.h"

namespace phaseboard::compiler {

/// Where level stretches of one wire cross upright stretches of others; each gets a small bridge.
[[nodiscard]] std::vector<std::vector<QPointF>> findCrossings(const FlowGraph& graph,
                                                              const std::vector<Route>& routes);

/// The line of a wire: round corners, bridges at `crossings`, shortened where an arrow head stands.
[[nodiscard]] PathData wireLine(const Route& route, const std::vector<QPointF>& crossings,
                                Arrows arrows);

/// An arrow head that points along `from` -> `to` and ends just before `to`.
[[nodiscard]] PathData arrowHead(QPointF from, QPointF to);

}  // namespace phaseboard::compiler
