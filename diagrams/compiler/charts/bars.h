// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "diagrams/compiler/charts/chart_axis.h"
#include "diagrams/compiler/charts/chart_canvas.h"

namespace phaseboard::compiler {

/// What an author writes for `kind: bars`; see diagrams/catalogue/README.md.
struct Bars {
  struct Segment {
    Entry entry;
    double value = 0;
  };
  struct Bar {
    Entry entry;
    std::vector<Segment> segments;
  };
  struct Limit {
    Entry entry;
    double at = 0;
  };

  ChartAxis axis;
  std::string unit;
  std::vector<Bar> bars;
  std::vector<Limit> limits;
};

[[nodiscard]] Bars readBars(ChartFields& figure);

void drawBars(Bars bars, ChartCanvas& canvas);

}  // namespace phaseboard::compiler
