// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "diagrams/compiler/charts/chart_canvas.h"

namespace phaseboard::compiler {

/// What an author writes for `kind: sample`: populations of dots and what sampling does to them;
/// see diagrams/catalogue/README.md.
struct Sample {
  struct Group {
    Entry entry;
    int count = 0;
    bool isHollow = false;
  };
  struct Stage {
    Entry entry;
    std::vector<Group> groups;
    Entry edge;  ///< from the stage before; not used by the first
  };

  std::vector<Stage> stages;
};

[[nodiscard]] Sample readSample(ChartFields& figure);

void drawSample(const Sample& sample, ChartCanvas& canvas);

}  // namespace phaseboard::compiler
