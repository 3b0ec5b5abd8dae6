// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/content/model.h"

namespace phaseboard::graphs {

/// A node or a group of a figure, as far as comparing needs it.
struct GraphNode {
  PartId id;
  bool isGroup = false;
  std::string role;                   ///< "service", "store", ...; the lane's for a group
  std::string title;                  ///< plain text
  std::vector<std::string> synonyms;  ///< other names by which it is the same thing
  std::optional<ConceptId> conceptId;
  std::optional<std::size_t> group = std::nullopt;  ///< index of the innermost group that holds it
};

struct GraphEdge {
  PartId id;
  std::size_t from = 0;  ///< index of a node
  std::size_t to = 0;
  std::string label;  ///< plain text; may be empty
};

/// A figure without its geometry: what is joined to what, and how it is called.
struct FigureGraph {
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

/// The graph of some parts, in their order. Edges with an end that is not among them are left out.
[[nodiscard]] FigureGraph graphOf(const std::vector<content::Part>& parts);

/// The same; parts that carry one of the concepts are also known by its title and synonyms.
[[nodiscard]] FigureGraph graphOf(const std::vector<content::Part>& parts,
                                  const std::vector<content::Concept>& concepts);

}  // namespace phaseboard::graphs
