// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fuzz.h"

#include <set>

#include <gtest/gtest.h>

namespace phaseboard::memory {
namespace {

struct Case {
  double interval;
  int minimum;
  int maximum;
  int first;
  int middle;
  int last;
};

// The numbers that Anki gives for the same arguments.
TEST(Fuzz, PicksTheDaysThatAnkiPicks) {
  for (const Case& c : std::initializer_list<Case>{{1, 1, 1000, 1, 1, 1},
                                                   {2.49, 1, 1000, 2, 2, 2},
                                                   {2.5, 1, 1000, 2, 3, 4},
                                                   {7, 1, 1000, 5, 7, 9},
                                                   {17, 1, 1000, 14, 17, 20},
                                                   {37, 1, 1000, 33, 37, 41},
                                                   {2, 2, 1000, 2, 2, 2},
                                                   {2, 3, 1000, 3, 4, 4},
                                                   {2, 3, 3, 3, 3, 3},
                                                   {19.9, 3, 1000, 17, 20, 23},
                                                   {100, 101, 1000, 101, 105, 108},
                                                   {100, 1, 99, 92, 96, 99},
                                                   {100, 97, 103, 97, 100, 103}}) {
    SCOPED_TRACE(testing::Message() << c.interval << " in " << c.minimum << ".." << c.maximum);
    EXPECT_EQ(fuzzed(c.interval, 0, c.minimum, c.maximum), c.first);
    EXPECT_EQ(fuzzed(c.interval, 0.5, c.minimum, c.maximum), c.middle);
    EXPECT_EQ(fuzzed(c.interval, 0.99, c.minimum, c.maximum), c.last);
  }
}

TEST(Fuzz, PicksEveryDayOfItsRange) {
  std::set<int> days;
  for (double fuzz = 0; fuzz < 1; fuzz += 0.001)
    days.insert(fuzzed(37, fuzz, 1, 1000));

  EXPECT_EQ(days, (std::set<int>{33, 34, 35, 36, 37, 38, 39, 40, 41}));
}

TEST(Fuzz, StaysBelowTheEndOfTheRange) {
  EXPECT_EQ(fuzzed(37, 0.999999999999999, 1, 1000), 41);
}

TEST(Fuzz, NeverMakesALongerIntervalEarlier) {
  for (const double fuzz : {0.0, 0.3, 0.7, 0.99})
    for (double days = 1; days < 400; days += 0.25)
      EXPECT_LE(fuzzed(days, fuzz, 1, 300), fuzzed(days + 0.25, fuzz, 1, 300)) << days;
}

TEST(FuzzRange, GrowsByAShareThatFallsAtSevenAndAtTwentyDays) {
  EXPECT_EQ(fuzzRange(14, 1, 1000), (FuzzRange{12, 16}));
  EXPECT_EQ(fuzzRange(16, 1, 1000), (FuzzRange{13, 19}));
  EXPECT_EQ(fuzzRange(29, 1, 1000), (FuzzRange{26, 32}));
  EXPECT_EQ(fuzzRange(31, 1, 1000), (FuzzRange{27, 35}));
  EXPECT_EQ(fuzzRange(171, 1, 1000), (FuzzRange{160, 182}));
}

TEST(FuzzRange, TakesTheMaximumWhenTheMinimumIsAboveIt) {
  EXPECT_EQ(fuzzRange(10, 20, 15), (FuzzRange{15, 15}));
}

TEST(RoundedDays, RoundsHalvesAwayFromZero) {
  EXPECT_EQ(roundedDays(0.5), 1);
  EXPECT_EQ(roundedDays(1.5), 2);
  EXPECT_EQ(roundedDays(2.5), 3);  // Python's round would say 2
}

}  // namespace
}  // namespace phaseboard::memory
