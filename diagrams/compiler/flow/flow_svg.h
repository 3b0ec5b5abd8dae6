// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <QSizeF>

#include "app/content/model.h"
#include "diagrams/compiler/flow/flow_graph.h"
#include "diagrams/compiler/flow/flow_layout.h"
#include "diagrams/compiler/flow/labels.h"
#include "diagrams/compiler/flow/router.h"

namespace phaseboard::compiler {

/// A flow figure with all its geometry.
struct FlowFigure {
  FlowGraph graph;
  FlowLayout layout;
  std::vector<Route> routes;                     ///< of each edge
  std::vector<std::optional<PlacedChip>> chips;  ///< of each edge
  QSizeF size;                                   ///< of the canvas
};

/// Moves everything so that the figure begins at the margin and sets its size, legend included.
void moveToMargin(FlowFigure& figure);

/// Writes the figure: lanes, wires, wires with labels, cards, legend.
[[nodiscard]] std::string writeFlow(const FlowFigure& figure,
                                    const std::map<std::string, content::Formula>& formulas);

}  // namespace phaseboard::compiler
