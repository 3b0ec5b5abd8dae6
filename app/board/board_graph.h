// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "app/base/ids.h"
#include "app/board/document.h"
#include "app/content/model.h"
#include "app/graphs/figure_graph.h"

namespace phaseboard::board {

/// A readable id for every part, edge and group: "feature-store", "user--ranker". The same for the
/// same document; two that would share one get "-2", "-3" ... in the order of their ids.
[[nodiscard]] std::map<ElementId, PartId> partIds(const Document& document);

/// The board as the parts of a figure. Parts without a name, and their edges, are left out.
[[nodiscard]] std::vector<content::Part> partsOf(const Document& document);

/// The board as a graph, to be compared with a figure.
[[nodiscard]] graphs::FigureGraph graphOf(const Document& document);

/// The board as a DOT source of our own kind: cells from where the parts stand, kinds, labels,
/// groups; the explanations that every part needs say that it was drawn. Texts and ink are left
/// out. The compiler accepts it as long as the drawing keeps the limits of a figure (18 parts, all
/// of them joined, no group in another's way); `phaseboard-cli diagram diff` reads any.
///
/// @param id  a simple id: the name of the digraph
[[nodiscard]] std::string dotOf(const Document& document, const std::string& id,
                                const std::string& title);

}  // namespace phaseboard::board
