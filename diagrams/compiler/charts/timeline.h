// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagrams/compiler/charts/chart_axis.h"
#include "diagrams/compiler/charts/chart_canvas.h"

namespace phaseboard::compiler {

/// What an author writes for `kind: timeline`; see diagrams/catalogue/README.md.
struct Timeline {
  /// A span, or an event when it has no end.
  struct Item {
    Entry entry;
    std::size_t lane = 0;
    double from = 0;
    std::optional<double> to;
    bool isDashed = false;
  };
  struct Lane {
    Entry entry;
    std::size_t rows = 1;  ///< at least
  };
  struct Mark {
    Entry entry;
    double at = 0;
  };
  struct Link {
    Entry entry;
    std::size_t from = 0;  ///< index of an item, as `to`
    std::size_t to = 0;
  };

  ChartAxis axis;
  double width = 1200;
  std::vector<Lane> lanes;
  std::vector<Item> items;
  std::vector<Mark> marks;
  std::vector<Link> links;
};

[[nodiscard]] Timeline readTimeline(ChartFields& figure);

void drawTimeline(Timeline timeline, ChartCanvas& canvas);

}  // namespace phaseboard::compiler
