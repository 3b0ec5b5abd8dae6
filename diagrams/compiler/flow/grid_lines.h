// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "diagrams/compiler/flow/flow_layout.h"

namespace phaseboard::compiler {

/// A line on which wires may run, and how unwelcome they are there (extra cost per unit).
struct GridLine {
  double at = 0;
  double dear = 0;
};

/// The vertical lines of a layout, left to right, no two closer than half a unit.
[[nodiscard]] std::vector<GridLine> verticalLines(const FlowLayout& layout,
                                                  std::span<const double> ports);
/// The horizontal lines, top to bottom.
[[nodiscard]] std::vector<GridLine> horizontalLines(const FlowLayout& layout,
                                                    std::span<const double> ports);

}  // namespace phaseboard::compiler
