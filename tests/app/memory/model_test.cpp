// SPDX-License-Identifier: Apache-2.0
#include "app/memory/model.h"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace phaseboard::memory {
namespace {

const Model kModel;

/// States and delays over the whole range that histories can reach.
template <class Check>
void overMemoryStates(Check check) {
  for (const double stability : {0.001, 0.01, 0.5, 1.0, 7.0, 100.0, 5000.0, 36'500.0})
    for (double difficulty = 1; difficulty <= 10; difficulty += 1.5)
      for (const int days : {0, 1, 2, 10, 100, 3000, 36'500}) {
        SCOPED_TRACE(testing::Message() << stability << ' ' << difficulty << ' ' << days);
        check(MemoryState{stability, difficulty}, days);
      }
}

TEST(Retrievability, IsNineTenthsWhenStabilityHasPassed) {
  for (const double stability : {0.001, 1.0, 10.0, 36'500.0})
    EXPECT_NEAR(retrievability(kModel, stability, stability), 0.9, 1e-14);
  EXPECT_EQ(retrievability(kModel, 0, 5), 1);
}

TEST(Retrievability, FallsWithTime) {
  double last = 2;
  for (int days = 0; days < 1000; days += 7) {
    const double recall = retrievability(kModel, days, 20);
    EXPECT_LT(recall, last);
    last = recall;
  }
}

TEST(Interval, IsTheTimeUntilRecallHasFallenToTheRetention) {
  for (const double retention : {0.7, 0.8, 0.9, 0.95, 0.99})
    for (const double stability : {0.1, 3.0, 400.0})
      EXPECT_NEAR(retrievability(kModel, interval(kModel, stability, retention), stability),
                  retention, 1e-12);
}

TEST(Interval, IsNotLongerForAHigherRetention) {
  for (double retention = 0.70; retention < 0.99; retention += 0.01)
    EXPECT_GT(interval(kModel, 10, retention), interval(kModel, 10, retention + 0.01));
}

TEST(FirstAnswer, GivesTheFirstFourWeights) {
  const FourStates states = nextStates(kModel, std::nullopt, 0);

  EXPECT_EQ(states.again.stability, 0.212);
  EXPECT_EQ(states.hard.stability, 1.2931);
  EXPECT_EQ(states.good.stability, 2.3065);
  EXPECT_EQ(states.easy.stability, 8.2956);
  EXPECT_DOUBLE_EQ(states.again.difficulty, 6.4133);
  EXPECT_DOUBLE_EQ(states.good.difficulty, 6.4133 - std::exp(0.8334 * 2) + 1);
  EXPECT_EQ(states.easy.difficulty, 1);  // clamped
}

TEST(FirstAnswer, IgnoresElapsedDays) {
  EXPECT_EQ(step(kModel, std::nullopt, 12, Rating::Good),
            step(kModel, std::nullopt, 0, Rating::Good));
}

TEST(NextStates, EqualTheSingleSteps) {
  overMemoryStates([](const MemoryState& state, int days) {
    const FourStates states = nextStates(kModel, state, days);
    for (const Rating rating : kRatings)
      EXPECT_EQ(states[rating], step(kModel, state, days, rating)) << rating;
  });
}

TEST(NextStates, StayFiniteAndInTheirRanges) {
  overMemoryStates([](const MemoryState& state, int days) {
    const FourStates states = nextStates(kModel, state, days);
    for (const Rating rating : kRatings) {
      EXPECT_GE(states[rating].stability, kLeastStabilityDays);
      EXPECT_LE(states[rating].stability, kGreatestStabilityDays);
      EXPECT_GE(states[rating].difficulty, kLeastDifficulty);
      EXPECT_LE(states[rating].difficulty, kGreatestDifficulty);
    }
  });
}

TEST(NextStates, RemembersABetterAnswerNoShorter) {
  overMemoryStates([](const MemoryState& state, int days) {
    const FourStates states = nextStates(kModel, state, days);
    EXPECT_LE(states.again.stability, states.hard.stability);
    EXPECT_LE(states.hard.stability, states.good.stability);
    EXPECT_LE(states.good.stability, states.easy.stability);
    EXPECT_GE(states.again.difficulty, states.hard.difficulty);
    EXPECT_GE(states.hard.difficulty, states.good.difficulty);
    EXPECT_GE(states.good.difficulty, states.easy.difficulty);
  });
}

TEST(Step, CountsAClockThatWentBackAsTheSameDay) {
  const MemoryState state{4, 5};

  EXPECT_EQ(step(kModel, state, -3, Rating::Good), step(kModel, state, 0, Rating::Good));
  EXPECT_EQ(nextStates(kModel, state, -3), nextStates(kModel, state, 0));
}

TEST(Step, MovesDifficultyOnTheSameDayToo) {
  const MemoryState state{4, 5};

  EXPECT_GT(step(kModel, state, 0, Rating::Again).difficulty, 5);
}

TEST(Step, BringsADamagedStateBackIntoRange) {
  EXPECT_EQ(step(kModel, MemoryState{1e9, 77}, 5, Rating::Good),
            step(kModel, MemoryState{36'500, 10}, 5, Rating::Good));
}

// Where the references disagree, fsrs-rs is followed.

TEST(References, SameDayHardDoesNotLowerStability) {
  const MemoryState state{50, 5};  // stable enough that the factor is below 1

  EXPECT_EQ(step(kModel, state, 0, Rating::Hard).stability, 50);
  EXPECT_LT(step(kModel, state, 0, Rating::Again).stability, 50);
}

TEST(References, FirstStabilityMayBeAsSmallAsAThousandth) {
  Parameters::Weights weights = Parameters{}.weights();
  weights[0] = 0.001;

  EXPECT_EQ(initialStability(Model{Parameters{weights}}, Rating::Again), 0.001);
}

TEST(References, StabilityEndsAtAHundredYears) {
  EXPECT_EQ(step(kModel, MemoryState{36'000, 1}, 36'500, Rating::Easy).stability, 36'500);
}

TEST(References, ResultsAreNotRoundedToEightDecimals) {
  const double stability = step(kModel, MemoryState{3, 5}, 4, Rating::Good).stability;

  EXPECT_NE(stability, std::round(stability * 1e8) / 1e8);
}

TEST(Sm2Import, KeepsTheInterval) {
  const MemoryState state = memoryFromSm2(kModel, 2.5, 10, 0.9).value();

  EXPECT_NEAR(state.stability, 10, 1e-12);
  EXPECT_NEAR(interval(kModel, memoryFromSm2(kModel, 2.5, 10, 0.8)->stability, 0.8), 10, 1e-12);
}

TEST(Sm2Import, ChoosesTheDifficultyWhoseGrowthIsTheEase) {
  for (const double ease : {1.5, 2.5, 3.5}) {
    const MemoryState state = memoryFromSm2(kModel, ease, 20, 0.9).value();
    ASSERT_GT(state.difficulty, 1);
    ASSERT_LT(state.difficulty, 10);
    EXPECT_NEAR(stabilityAfterRecall(kModel, state, 0.9, Rating::Good) / state.stability, ease,
                1e-9);
  }
}

TEST(Sm2Import, RefusesWhatMakesNoSense) {
  const double bad = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(memoryFromSm2(kModel, bad, 10, 0.9), std::nullopt);
  EXPECT_EQ(memoryFromSm2(kModel, 2.5, bad, 0.9), std::nullopt);
  EXPECT_EQ(memoryFromSm2(kModel, 2.5, 0, 0.9), std::nullopt);
  EXPECT_EQ(memoryFromSm2(kModel, 2.5, 10, 1), std::nullopt);
  EXPECT_EQ(memoryFromSm2(kModel, 2.5, 10, 1.5), std::nullopt);
  EXPECT_EQ(memoryFromSm2(kModel, 2.5, 10, bad), std::nullopt);
}

}  // namespace
}  // namespace phaseboard::memory
