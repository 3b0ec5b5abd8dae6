// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "app/graphs/figure_graph.h"

namespace phaseboard::graphs {

/// How sure one can be that two nodes mean the same, 0 (not at all) to 1 (same id). Groups and
/// nodes never mean the same. Position plays no part.
[[nodiscard]] double likeness(const GraphNode& one, const GraphNode& other);

/// For each node of `reference` the node of `other` that stands for it, or nothing.
///
/// The pairs are the best ones together: by id, concept, name or synonym, then by the words that
/// two names share; kind and the pairs of their neighbours decide between equals. Groups whose
/// names differ are paired when they hold the same nodes. Each assignment is exact; that of
/// neighbours is repeated while it makes the whole better. About 10 ms for 40 nodes.
[[nodiscard]] std::vector<std::optional<std::size_t>> matchNodes(const FigureGraph& reference,
                                                                 const FigureGraph& other);

}  // namespace phaseboard::graphs
