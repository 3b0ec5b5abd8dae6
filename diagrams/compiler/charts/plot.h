// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QPointF>

#include "diagrams/compiler/charts/chart_axis.h"
#include "diagrams/compiler/charts/chart_canvas.h"

namespace phaseboard::compiler {

/// What an author writes for `kind: plot`; see diagrams/catalogue/README.md.
struct Plot {
  struct Band {
    Entry entry;
    double from = 0;
    double to = 0;
    bool isVertical = false;  ///< between two x values
  };
  struct Series {
    Entry entry;
    std::string draw;
    std::vector<QPointF> points;  ///< values, not units
    bool isSmooth = false;
    bool hasDots = false;
    bool hasValues = false;
    std::optional<double> place;  ///< x at which the label stands
  };
  struct Mark {
    Entry entry;
    std::optional<double> x;
    std::optional<double> y;
  };

  ChartAxis x;
  ChartAxis y;
  double width = 1000;
  double height = 440;
  std::vector<Band> bands;
  std::vector<Series> series;
  std::vector<Mark> marks;
};

[[nodiscard]] Plot readPlot(ChartFields& figure);

/// The points of a series in units, with enough between them to follow a smooth curve or steps.
[[nodiscard]] std::vector<QPointF> followed(const Plot& plot, const Plot::Series& series);

/// Its path, from the first point to the last.
[[nodiscard]] PathData seriesPath(const Plot& plot, const Plot::Series& series);

void drawPlot(Plot plot, ChartCanvas& canvas);

}  // namespace phaseboard::compiler
