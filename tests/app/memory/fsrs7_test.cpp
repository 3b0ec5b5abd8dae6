// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fsrs7.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "app/memory/evaluation.h"
#include "app/memory/fsrs7_optimiser.h"
#include "app/memory/scheduler.h"
#include "tests/support/simulated_learner.h"

namespace phaseboard::memory {
namespace {

const Fsrs7Model kSeven;

TEST(Fsrs7, BeginsWithTheFirstWeights) {
  for (const Rating rating : kRatings) {
    const Fsrs7State state = step(kSeven, std::nullopt, 0, rating);
    const auto i = static_cast<std::size_t>(number(rating) - 1);
    EXPECT_EQ(state.slow, kSeven.parameters()[i]);
    EXPECT_EQ(state.fast, 0.8 * kSeven.parameters()[i]);
  }
}

// Worked out by hand from the formulas of model_v7.rs with a calculator of 30 digits.
TEST(Fsrs7, FollowsThePublishedFormulas) {
  Fsrs7State state = step(kSeven, std::nullopt, 0, Rating::Good);
  EXPECT_NEAR(state.difficulty, 3.53072398128, 1e-9);
  EXPECT_NEAR(retrievability(kSeven, 0.5, state), 0.945398133755, 1e-9);
  EXPECT_NEAR(retrievability(kSeven, 5, state), 0.898383577698, 1e-9);
  const Fsrs7State good = step(kSeven, state, 5, Rating::Good);
  EXPECT_NEAR(good.slow, 11.0599435922, 1e-7);
  EXPECT_NEAR(good.fast, 176.21255817, 1e-7);
  EXPECT_NEAR(good.difficulty, 3.4977167432, 1e-9);
  const Fsrs7State again = step(kSeven, state, 5, Rating::Again);
  EXPECT_NEAR(again.slow, 1.22195834415, 1e-7);
  EXPECT_NEAR(again.fast, 0.265420450648, 1e-7);
  EXPECT_NEAR(again.difficulty, 8.72777121246, 1e-9);
  const Fsrs7State hard = step(kSeven, good, 0.01, Rating::Hard);
  EXPECT_NEAR(hard.slow, 11.3149834614, 1e-7);
  EXPECT_NEAR(hard.fast, 180.866034311, 1e-7);
}

TEST(Fsrs7, GivesTheIntervalAtWhichRecallIsTheRetention) {
  for (const double slow : {0.01, 0.5, 3.0, 40.0, 900.0})
    for (const double fast : {0.01, 0.5, 3.0, 40.0})
      for (const double difficulty : {1.0, 5.0, 10.0})
        for (const double retention : {0.7, 0.8, 0.9, 0.95, 0.99}) {
          const Fsrs7State state{slow, fast, difficulty};
          const double days = interval(kSeven, state, retention);
          if (days > 1.01 / 86'400 && days < 36'499) {
            EXPECT_NEAR(retrievability(kSeven, days, state), retention, 1e-3) << state;
          }
        }
}

TEST(Fsrs7, ForgetsMoreAsTimePasses) {
  const Fsrs7State state{10, 4, 6};
  double last = 1;
  for (double days = 0; days < 1000; days = days * 1.3 + 0.01) {
    const double now = retrievability(kSeven, days, state);
    EXPECT_LT(now, last + 1e-12);
    EXPECT_GT(now, 0);
    last = now;
  }
}

TEST(Fsrs7, StaysFiniteWhateverItIsGiven) {
  const double infinite = std::numeric_limits<double>::infinity();
  const double none = std::numeric_limits<double>::quiet_NaN();
  for (const double odd : {0.0, -1.0, 1e300, infinite, none})
    for (const Rating rating : kRatings) {
      const Fsrs7State state = step(kSeven, Fsrs7State{odd, odd, odd}, 3, rating);
      EXPECT_TRUE(std::isfinite(state.slow + state.fast + state.difficulty)) << odd;
      EXPECT_TRUE(std::isfinite(interval(kSeven, state, 0.9)));
    }
}

TEST(Fsrs7, ClipsIntoThePublishedBounds) {
  Fsrs7Parameters::Weights weights{};
  weights.fill(1e9);
  weights[5] = std::numeric_limits<double>::quiet_NaN();
  const Fsrs7Parameters high = clipped(Fsrs7Parameters{weights});
  EXPECT_EQ(high[0], 50);
  EXPECT_EQ(high[3], 100);
  EXPECT_EQ(high[5], 0.001);
  EXPECT_EQ(high[26], 0.99);
  weights.fill(-1e9);
  weights[25] = 0.8;
  const Fsrs7Parameters low = clipped(Fsrs7Parameters{weights});
  EXPECT_EQ(low[26], 0.8);
  EXPECT_EQ(clipped(low), low);
  EXPECT_EQ(clipped(Fsrs7Parameters{}), Fsrs7Parameters{});
}

TEST(Fsrs7, TakesWhatSm2Left) {
  const auto state = memoryFromSm2(kSeven, 2.5, 20, 0.9);
  ASSERT_TRUE(state);
  EXPECT_NEAR(retrievability(kSeven, 20, *state), 0.9, 1e-6);
  EXPECT_FALSE(memoryFromSm2(kSeven, 2.5, 0, 0.9));
  EXPECT_FALSE(memoryFromSm2(kSeven, 2.5, 20, 1));
}

TEST(Fsrs7, SchedulesWithStepsAndButtonsLikeFsrs6) {
  const Fsrs7Scheduler scheduler;
  const auto first = scheduler.outcomes({}, 0, 0.5);
  EXPECT_EQ(first.again.intervalSeconds, 60);
  EXPECT_EQ(first.good.intervalSeconds, 600);
  EXPECT_EQ(first.easy.state.standing, Standing::Review);
  const auto later = scheduler.outcomes(first.easy.state, first.easy.state.intervalDays, 0.5);
  EXPECT_EQ(later.again.state.standing, Standing::Relearning);
  EXPECT_LT(later.hard.intervalSeconds, later.good.intervalSeconds);
  EXPECT_LT(later.good.intervalSeconds, later.easy.intervalSeconds);
}

TEST(Fsrs7, CanBeFittedToALog) {
  const auto reviews = test::learnersLog(3, 60);
  const TrainingLog log{std::span<const LoggedReview>(reviews)};
  Fsrs7FitSettings settings;
  settings.favourRecent = false;

  const auto found = fit(log, settings);

  ASSERT_TRUE(found);
  EXPECT_LT(found->lossAfter, found->lossBefore);
  EXPECT_EQ(clipped(found->parameters), found->parameters);
  EXPECT_NEAR(found->lossAfter, *evaluate(Fsrs7Model{found->parameters}, log).logLoss, 1e-9);
  settings.threads = 3;
  EXPECT_EQ(fit(log, settings)->parameters, found->parameters);
  settings.goOn = [](const FitProgress& progress) { return progress.passes < 4; };
  EXPECT_FALSE(fit(log, settings));
}

}  // namespace
}  // namespace phaseboard::memory
