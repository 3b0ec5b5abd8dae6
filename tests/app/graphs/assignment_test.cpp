// SPDX-License-Identifier: Apache-2.0
#include "app/graphs/assignment.h"

#include <algorithm>
#include <numeric>

#include <gmock/gmock.h>

namespace phaseboard::graphs {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Pairs = std::vector<std::optional<std::size_t>>;

TEST(Assignment, PairsNothingWithNothing) {
  EXPECT_THAT(bestAssignment({}), IsEmpty());
  EXPECT_EQ(bestAssignment({{}, {}}), (Pairs{std::nullopt, std::nullopt}));
}

TEST(Assignment, GivesUpTheBestPairForABetterSum) {
  EXPECT_EQ(bestAssignment({{0.9, 0.8}, {0.8, 0.1}}), (Pairs{1, 0}));
}

TEST(Assignment, LeavesOutWhatIsWorthNothing) {
  EXPECT_EQ(bestAssignment({{0, 0.5}, {0, 0}, {0, 0.7}}), (Pairs{std::nullopt, std::nullopt, 1}));
}

TEST(Assignment, IsAsGoodAsTryingEverything) {
  unsigned state = 7;
  const auto next = [&state] {
    state = state * 1664525U + 1013904223U;
    return state >> 28U;
  };
  for (int round = 0; round < 60; ++round) {
    const std::size_t rows = 1 + next() % 6;
    const std::size_t columns = 1 + next() % 6;
    const std::size_t size = std::max(rows, columns);
    Worth worth(rows, std::vector<double>(columns));
    for (auto& row : worth)
      for (double& value : row)
        value = next() % 4;

    double found = 0;
    const Pairs pairs = bestAssignment(worth);
    for (std::size_t row = 0; row < rows; ++row)
      found += pairs[row] ? worth[row][*pairs[row]] : 0;

    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), 0);
    double best = 0;
    do {
      double sum = 0;
      for (std::size_t row = 0; row < rows; ++row)
        sum += order[row] < columns ? worth[row][order[row]] : 0;
      best = std::max(best, sum);
    } while (std::next_permutation(order.begin(), order.end()));
    EXPECT_EQ(found, best) << "round " << round;
  }
}

}  // namespace
}  // namespace phaseboard::graphs
