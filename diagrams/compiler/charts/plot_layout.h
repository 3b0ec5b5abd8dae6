// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QRectF>

#include "diagrams/compiler/charts/plot.h"

namespace phaseboard::compiler {

/// Where everything of a plot lies.
struct PlotLayout {
  /// One or two lines of words beside a curve.
  struct Words {
    QRectF box;
    Align align = Align::Left;
    bool isFree = true;  ///< whether room was found
  };
  struct Chip {
    QRectF box;
    QPointF anchor;  ///< callouts: the edge of the chip at which its leader ends
    bool isFree = true;
  };

  QRectF frame;               ///< between the axes
  double legendY = 0;         ///< middle of the legend
  std::vector<Words> bands;   ///< one for each, as the next two
  std::vector<Words> series;  ///< empty boxes for those in the legend
  std::vector<Chip> marks;
};

namespace plot_layout {
inline constexpr double kWordsLine = 15;
inline constexpr double kEndGap = 12;  ///< from a curve's end to its words
inline constexpr double kLegendSwatch = 12;
}  // namespace plot_layout

/// Whether a series is named in the legend instead of at its curve.
[[nodiscard]] bool isInLegend(const Plot::Series& series);

/// Sets the ends of the axes of `plot` and finds room for all words. Complains where there is none.
[[nodiscard]] PlotLayout layoutPlot(Plot& plot, ChartProblems& problems);

}  // namespace phaseboard::compiler
