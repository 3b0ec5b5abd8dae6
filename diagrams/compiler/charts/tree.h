// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagrams/compiler/charts/chart_canvas.h"

namespace phaseboard::compiler {

/// What an author writes for `kind: tree`; see diagrams/catalogue/README.md.
struct Tree {
  struct Node {
    Entry entry;
    std::optional<std::size_t> parent;  ///< index, always before the node itself
    Entry edge;                         ///< from the parent; its label is the branch
  };

  bool goesDown = true;
  std::vector<Node> nodes;
};

[[nodiscard]] Tree readTree(ChartFields& figure);

void drawTree(const Tree& tree, ChartCanvas& canvas);

}  // namespace phaseboard::compiler
