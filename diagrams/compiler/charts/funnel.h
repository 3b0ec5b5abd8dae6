// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "diagrams/compiler/charts/chart_canvas.h"

namespace phaseboard::compiler {

/// What an author writes for `kind: funnel`; see diagrams/catalogue/README.md.
struct Funnel {
  struct Stage {
    Entry entry;
    double count = 1;
    std::string value;
    std::string unit;
    std::string budget;
    std::vector<std::string> items;
  };

  std::vector<Stage> stages;
};

[[nodiscard]] Funnel readFunnel(ChartFields& figure);

void drawFunnel(const Funnel& funnel, ChartCanvas& canvas);

}  // namespace phaseboard::compiler
