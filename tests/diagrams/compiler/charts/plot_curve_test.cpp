// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gmock/gmock.h>

#include "diagrams/compiler/charts/plot.h"

namespace phaseboard::compiler {
namespace {

Plot unitPlot() {
  Plot plot;
  plot.x.end = 100;
  plot.y.start = 100;
  plot.y.end = 0;
  return plot;
}

Plot::Series seriesOf(std::vector<QPointF> points) {
  Plot::Series series;
  series.draw = "line";
  series.points = std::move(points);
  return series;
}

TEST(PlotCurve, JoinsPointsWithStraightLines) {
  const PathData path = seriesPath(unitPlot(), seriesOf({{0, 0}, {0.5, 1}, {1, 0.5}}));

  EXPECT_EQ(path.str(), "M0 100L50 0L100 50");
}

TEST(PlotCurve, StepsAtTheNextPoint) {
  Plot::Series series = seriesOf({{0, 1}, {0.5, 0.5}, {1, 0}});
  series.draw = "steps";

  EXPECT_EQ(seriesPath(unitPlot(), series).str(), "M0 0L50 0L50 50L100 50L100 100");
}

TEST(PlotCurve, NeverOvershootsASmoothSeries) {
  Plot::Series series = seriesOf({{0, 0}, {0.3, 0}, {0.35, 0.9}, {0.6, 1}, {1, 1}});
  series.isSmooth = true;

  const std::vector<QPointF> way = followed(unitPlot(), series);

  EXPECT_GT(way.size(), 20U);
  EXPECT_TRUE(
      std::is_sorted(way.begin(), way.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); }));
  for (std::size_t i = 1; i < way.size(); ++i)
    EXPECT_LE(way[i].y(), way[i - 1].y() + 1e-9) << "at x " << way[i].x();
  EXPECT_NEAR(way.back().y(), 0, 1e-9);
}

}  // namespace
}  // namespace phaseboard::compiler
