// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QPointF>
#include <QRectF>

#include "app/base/diagnostic.h"
#include "diagrams/compiler/flow/flow_graph.h"
#include "diagrams/compiler/flow/flow_layout.h"
#include "diagrams/compiler/flow/router.h"

namespace phaseboard::compiler {

/// The label and step badge of one edge, at its place on the wire.
struct PlacedChip {
  QRectF box;
  std::optional<QPointF> badge;     ///< centre
  QPointF text;                     ///< baseline, left end; only with a label
  std::optional<std::size_t> lane;  ///< whose colour is behind it
};

/// Moves the title of each lane along its upper border to where no wire crosses it. A title
/// without a free place is added to `problems`.
void slideLaneTitles(const std::string& file, const FlowGraph& graph,
                     const std::vector<Route>& routes, FlowLayout& layout, Diagnostics& problems);

struct PlacedLabels {
  std::vector<std::optional<PlacedChip>> chips;  ///< of each edge
  std::vector<std::size_t> colliding;  ///< edges whose label touches something all the same
};

/// Puts each label on its own wire where it touches nothing else. A bundle shows a step that all
/// its edges share once, on the common stretch.
[[nodiscard]] PlacedLabels placeLabels(const FlowGraph& graph, const FlowLayout& layout,
                                       const std::vector<Route>& routes);

/// Adds the colliding labels to `problems`.
void reportLabels(const std::string& file, const FlowGraph& graph, const PlacedLabels& labels,
                  Diagnostics& problems);

}  // namespace phaseboard::compiler
