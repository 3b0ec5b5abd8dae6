// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/chart_axis.h"

#include <gmock/gmock.h>

namespace phaseboard::compiler {
namespace {

using testing::ElementsAre;

ChartAxis axisOf(const char* yaml) {
  ChartProblems problems("axis.yaml");
  ChartFields fields(YAML::Load(yaml), "'x'", problems);
  ChartAxis axis = readAxis(fields, true);
  EXPECT_TRUE(problems.isEmpty());
  return axis;
}

std::vector<std::string> words(const ChartAxis& axis) {
  std::vector<std::string> out;
  for (const Tick& tick : axis.ticks)
    out.push_back(tick.text);
  return out;
}

TEST(ChartAxis, MapsValuesInProportion) {
  ChartAxis axis = axisOf("{label: x, min: 10, max: 20}");
  axis.start = 100;
  axis.end = 0;

  EXPECT_DOUBLE_EQ(axis.at(10), 100);
  EXPECT_DOUBLE_EQ(axis.at(12.5), 75);
  EXPECT_TRUE(axis.contains(20));
  EXPECT_FALSE(axis.contains(20.1));
}

TEST(ChartAxis, GivesEachDecadeOfALogarithmicAxisTheSameRoom) {
  ChartAxis axis = axisOf("{label: x, min: 1, max: 1000, log: true}");
  axis.start = 0;
  axis.end = 300;

  EXPECT_NEAR(axis.at(10), 100, 1e-9);
  EXPECT_NEAR(axis.at(100), 200, 1e-9);
  EXPECT_EQ(axis.ticks.size(), 4U);
}

TEST(ChartAxis, ChoosesRoundTicks) {
  EXPECT_THAT(words(axisOf("{label: x, min: 0, max: 1}")),
              ElementsAre("0", "0.2", "0.4", "0.6", "0.8", "1"));
  EXPECT_THAT(words(axisOf("{label: x, min: 3, max: 48}")), ElementsAre("10", "20", "30", "40"));
}

TEST(ChartAxis, PrintsTicksAsTheyAreWritten) {
  EXPECT_THAT(words(axisOf("{label: x, min: 0, max: 60, ticks: [0, 0.10, [60, 1 h]]}")),
              ElementsAre("0", "0.10", "1 h"));
}

TEST(ChartAxis, NumbersCategoriesFromOne) {
  const ChartAxis axis = axisOf("{label: x, categories: [mon, tue]}");

  EXPECT_DOUBLE_EQ(axis.min, 0.5);
  EXPECT_DOUBLE_EQ(axis.max, 2.5);
  EXPECT_THAT(words(axis), ElementsAre("mon", "tue"));
}

}  // namespace
}  // namespace phaseboard::compiler
