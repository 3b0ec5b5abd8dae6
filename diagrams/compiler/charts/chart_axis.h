// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "diagrams/compiler/charts/chart_source.h"

namespace phaseboard::compiler {

struct Tick {
  double value = 0;
  std::string text;
};

/// A number axis: its range, its ticks, and where on the figure it lies.
struct ChartAxis {
  std::string label;
  double min = 0;
  double max = 1;
  bool isLog = false;
  std::vector<Tick> ticks;
  std::vector<std::string> categories;  ///< then values are 1, 2, ... and min, max are 0.5 around
  double start = 0;                     ///< where `min` lies, units
  double end = 1;                       ///< where `max` lies; less than `start` on an upward axis

  [[nodiscard]] double at(double value) const;
  [[nodiscard]] bool contains(double value) const;
};

/// Reads `label min max ticks log` and, if allowed, `categories`. Complains about empty ranges and
/// ticks outside.
[[nodiscard]] ChartAxis readAxis(ChartFields& fields, bool mayHaveCategories);

}  // namespace phaseboard::compiler
