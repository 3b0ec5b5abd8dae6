// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "diagrams/compiler/charts/chart_canvas.h"

namespace phaseboard::compiler {

/// What an author writes for `kind: stack`; see diagrams/catalogue/README.md.
struct Stack {
  struct Layer {
    Entry entry;
    std::string shape;  ///< of what leaves it
  };
  struct Tower {
    Entry entry;
    std::vector<Layer> layers;  ///< in the order of the data
    Entry edge;                 ///< into the first join
  };

  bool goesUp = true;
  std::vector<Tower> towers;
  std::vector<Layer> joins;
};

[[nodiscard]] Stack readStack(ChartFields& figure);

void drawStack(const Stack& stack, ChartCanvas& canvas);

}  // namespace phaseboard::compiler
