// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "app/graphs/figure_graph.h"

namespace phaseboard::graphs {

/// Edges by what became of them.
struct EdgeDifference {
  std::vector<PartId> missing;     ///< ids of the reference
  std::vector<PartId> extra;       ///< ids of the other
  std::vector<PartId> reversed;    ///< ids of the reference: there, the other way round
  std::vector<PartId> relabelled;  ///< ids of the reference: there, with other words

  friend bool operator==(const EdgeDifference&, const EdgeDifference&) = default;
};

/// What tells one figure from another, whatever their layout.
struct GraphDifference {
  double score = 1;             ///< 1 the same graph, 0 nothing in common
  std::vector<PartId> missing;  ///< nodes and groups of the reference without a partner
  std::vector<PartId> extra;    ///< nodes and groups of the other without a partner
  EdgeDifference edges;
  std::vector<PartId> misplaced;  ///< of the reference: there, but in another group
  /// What may have been meant by an extra node, by the place it has among its neighbours: missing
  /// -> extra. A guess to be shown; it counts for nothing.
  std::map<PartId, PartId> lookalikes;
  std::map<PartId, PartId> common;  ///< reference -> other: everything that has a partner

  friend bool operator==(const GraphDifference&, const GraphDifference&) = default;
};

/// Compares `other` with `reference`. Lists are in the order of their figure.
///
/// Nodes are paired by `matchNodes`; edges by the pairs of their ends, where several join the same
/// ends first those with the same label. A reversed edge counts half, a relabelled one and a node
/// in another group three quarters. Groups without a partner misplace nothing. Labels are compared
/// without case and punctuation.
[[nodiscard]] GraphDifference compareGraphs(const FigureGraph& reference, const FigureGraph& other);

}  // namespace phaseboard::graphs
