// SPDX-License-Identifier: Apache-2.0
#include "app/memory/scheduler.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "app/memory/fuzz.h"

namespace phaseboard::memory {
namespace {

constexpr double kMiddle = 0.5;

LearningState learning(int step) {
  return {Standing::Learning, step, 0, MemoryState{2.3, 5}};
}

LearningState inReview(double stability, int intervalDays, double difficulty = 5) {
  return {Standing::Review, 0, intervalDays, MemoryState{stability, difficulty}};
}

Scheduler withSteps(std::vector<std::int64_t> learningSteps,
                    std::vector<std::int64_t> relearningSteps = {600}) {
  ScheduleSettings settings;
  settings.learningSteps = std::move(learningSteps);
  settings.relearningSteps = std::move(relearningSteps);
  return Scheduler{settings};
}

TEST(Scheduler, TakesANewPromptThroughTheLearningSteps) {
  const FourOutcomes outcomes = Scheduler{}.outcomes({}, 0, kMiddle);

  EXPECT_EQ(outcomes.again.intervalSeconds, 60);
  EXPECT_EQ(outcomes.hard.intervalSeconds, 330);
  EXPECT_EQ(outcomes.good.intervalSeconds, 600);
  EXPECT_EQ(outcomes.again.state.standing, Standing::Learning);
  EXPECT_EQ(outcomes.good.state.step, 1);
  EXPECT_EQ(outcomes.easy.state.standing, Standing::Review);
  EXPECT_EQ(outcomes.easy.intervalSeconds, 8 * kSecondsPerDay);  // 8.2956, middle of the fuzz
}

TEST(Scheduler, GraduatesAfterTheLastStep) {
  const FourOutcomes outcomes = Scheduler{}.outcomes(learning(1), 0, kMiddle);

  EXPECT_EQ(outcomes.again.state.step, 0);
  EXPECT_EQ(outcomes.hard.intervalSeconds, 600);
  EXPECT_EQ(outcomes.hard.state.step, 1);
  EXPECT_EQ(outcomes.good.state.standing, Standing::Review);
  EXPECT_TRUE(outcomes.good.isInDays());
  EXPECT_EQ(outcomes.good.intervalSeconds, outcomes.good.state.intervalDays * kSecondsPerDay);
}

TEST(Scheduler, LengthensTheOnlyStepByHalfForHard) {
  EXPECT_EQ(withSteps({600}).outcomes({}, 0, kMiddle).hard.intervalSeconds, 900);
  EXPECT_EQ(withSteps({3 * kSecondsPerDay}).outcomes({}, 0, kMiddle).hard.intervalSeconds,
            4 * kSecondsPerDay);  // at most a day more
}

TEST(Scheduler, UsesTheMeanOfTwoStepsForHardOnlyAtTheFirst) {
  const Scheduler scheduler = withSteps({60, 600, 6000});

  EXPECT_EQ(scheduler.outcomes(learning(0), 0, kMiddle).hard.intervalSeconds, 330);
  EXPECT_EQ(scheduler.outcomes(learning(1), 0, kMiddle).hard.intervalSeconds, 600);
  EXPECT_EQ(scheduler.outcomes(learning(2), 0, kMiddle).hard.intervalSeconds, 6000);
}

TEST(Scheduler, RoundsStepsOfMoreThanADayToWholeDays) {
  const Scheduler scheduler = withSteps({60, kSecondsPerDay + 50'000});

  EXPECT_EQ(scheduler.outcomes({}, 0, kMiddle).good.intervalSeconds, 2 * kSecondsPerDay);
}

TEST(Scheduler, GoesOnWhenStepsWereTakenAway) {
  const FourOutcomes outcomes = withSteps({60}).outcomes(learning(5), 0, kMiddle);

  EXPECT_EQ(outcomes.hard.state.step, 0);
  EXPECT_EQ(outcomes.good.state.standing, Standing::Review);
}

TEST(Scheduler, MakesShortTermStepsOfItsOwnOnlyWithoutSteps) {
  ScheduleSettings settings;
  settings.learningSteps = {};
  const Outcome again = Scheduler{settings}.outcomes({}, 0, kMiddle).again;

  EXPECT_EQ(again.state.standing, Standing::Learning);
  EXPECT_EQ(again.intervalSeconds, static_cast<std::int64_t>(0.212 * 86'400));
  EXPECT_FALSE(again.isInDays());
  EXPECT_EQ(Scheduler{}.outcomes({}, 0, kMiddle).again.intervalSeconds, 60);
}

TEST(Scheduler, GivesWholeDaysWithoutStepsWhenSameDayReviewsTeachNothing) {
  ScheduleSettings settings;
  settings.learningSteps = {};
  Parameters::Weights weights = Parameters{}.weights();
  weights[static_cast<std::size_t>(Weight::SameDayGain)] = 0;
  settings.parameters = Parameters{weights};

  EXPECT_EQ(Scheduler{settings}.outcomes({}, 0, kMiddle).again.intervalSeconds, kSecondsPerDay);
}

TEST(Scheduler, SendsALapseThroughRelearning) {
  const FourOutcomes outcomes = Scheduler{}.outcomes(inReview(10, 10), 10, kMiddle);

  EXPECT_EQ(outcomes.again.state.standing, Standing::Relearning);
  EXPECT_EQ(outcomes.again.intervalSeconds, 600);

  const FourOutcomes relearning = Scheduler{}.outcomes(outcomes.again.state, 0, kMiddle);
  EXPECT_EQ(relearning.hard.intervalSeconds, 900);
  EXPECT_EQ(relearning.good.state.standing, Standing::Review);
  EXPECT_GT(relearning.easy.intervalSeconds, relearning.good.intervalSeconds);
}

TEST(Scheduler, GivesALapseWholeDaysWithoutRelearningSteps) {
  const Outcome again = withSteps({60}, {}).outcomes(inReview(400, 400), 400, kMiddle).again;

  EXPECT_EQ(again.state.standing, Standing::Review);
  EXPECT_GE(again.state.intervalDays, 1);
}

TEST(Scheduler, KeepsPassingAnswersADayApart) {
  const FourOutcomes outcomes = Scheduler{}.outcomes(inReview(1, 1, 10), 1, kMiddle);

  EXPECT_GE(outcomes.good.state.intervalDays, outcomes.hard.state.intervalDays + 1);
  EXPECT_GE(outcomes.easy.state.intervalDays, outcomes.good.state.intervalDays + 1);
}

TEST(Scheduler, DoesNotFuzzAGrowingIntervalBelowTheLastOne) {
  const Scheduler scheduler;
  const LearningState state = inReview(30, 30);
  const int unfuzzed =
      roundedDays(scheduler.intervalDays(nextStates(scheduler.model(), state.memory, 2).hard));
  ASSERT_GT(unfuzzed, 30);
  ASSERT_LT(fuzzRange(unfuzzed, 1, 1000).shortest, 31);

  EXPECT_EQ(scheduler.outcomes(state, 2, 0).hard.state.intervalDays, 31);
}

TEST(Scheduler, KeepsTheLastIntervalWhereTheFuzzStillReachesIt) {
  const Scheduler scheduler;
  const int days = roundedDays(
      scheduler.intervalDays(nextStates(scheduler.model(), MemoryState{30, 5}, 2).hard));
  const FuzzRange range = fuzzRange(days, 1, 1000);

  const Outcome reached = scheduler.outcomes(inReview(30, range.longest), 2, 0).hard;
  const Outcome beyond = scheduler.outcomes(inReview(30, range.longest + 1), 2, 0).hard;

  EXPECT_EQ(reached.state.intervalDays, range.longest);
  EXPECT_EQ(beyond.state.intervalDays, range.shortest);
}

TEST(Scheduler, LetsTwoDaysBecomeOneWhenTheMemoryLastsNoLonger) {
  EXPECT_EQ(Scheduler{}.outcomes(inReview(0.6, 2, 10), 0, 0).hard.state.intervalDays, 1);
}

TEST(Scheduler, KeepsAStepOfASecond) {
  EXPECT_EQ(withSteps({1, 600}).outcomes({}, 0, kMiddle).again.intervalSeconds, 1);
}

TEST(Scheduler, NeverPassesTheLongestInterval) {
  ScheduleSettings settings;
  for (const int longest : {1, 2, 5, 30}) {
    settings.longestIntervalDays = longest;
    const Scheduler scheduler{settings};
    for (const double fuzz : {0.0, 0.5, 0.999})
      for (const Rating rating : kRatings) {
        EXPECT_LE(scheduler.outcomes(inReview(500, 400), 400, fuzz)[rating].intervalSeconds,
                  longest * kSecondsPerDay);
        EXPECT_LE(scheduler.outcomes({}, 0, fuzz)[rating].intervalSeconds,
                  longest * kSecondsPerDay);
      }
  }
}

TEST(Scheduler, BringsBadSettingsBack) {
  ScheduleSettings settings;
  settings.retention = 0.2;
  settings.learningSteps = {0, 60, -5};
  settings.longestIntervalDays = 0;
  Parameters::Weights weights = Parameters{}.weights();
  weights[static_cast<std::size_t>(Weight::Decay)] = 0;
  settings.parameters = Parameters{weights};

  const ScheduleSettings mended = Scheduler{settings}.settings();

  EXPECT_EQ(mended.retention, kDefaultRetention);
  EXPECT_EQ(mended.learningSteps, std::vector<std::int64_t>{60});
  EXPECT_EQ(mended.longestIntervalDays, 1);
  EXPECT_EQ(mended.parameters[Weight::Decay], 0.1);
}

/// Every kind of state, over stabilities, difficulties, delays and fuzz.
template <class Check>
void overLearningStates(Check check) {
  for (const Standing standing : {Standing::Learning, Standing::Review, Standing::Relearning})
    for (const double stability : {0.01, 0.8, 3.0, 20.0, 300.0, 30'000.0})
      for (const double difficulty : {1.0, 5.0, 10.0})
        for (const int days : {0, 1, 5, 60, 4000})
          for (const double fuzz : {0.0, 0.37, 0.99}) {
            SCOPED_TRACE(testing::Message() << standing << ' ' << stability << ' ' << difficulty
                                            << ' ' << days << ' ' << fuzz);
            const bool isReview = standing == Standing::Review;
            const int last = isReview ? std::max(1, static_cast<int>(stability)) : 0;
            check(LearningState{standing, 0, last, MemoryState{stability, difficulty}}, days, fuzz);
          }
}

TEST(Scheduler, NeverShowsAWorseAnswerLater) {
  for (const Scheduler& scheduler :
       {Scheduler{}, withSteps({}, {}), withSteps({60}, {60, 600}), withSteps({60, 600, 3600})})
    overLearningStates([&](const LearningState& state, int days, double fuzz) {
      const FourOutcomes outcomes = scheduler.outcomes(state, days, fuzz);
      EXPECT_LE(outcomes.again.intervalSeconds, outcomes.hard.intervalSeconds);
      EXPECT_LE(outcomes.hard.intervalSeconds, outcomes.good.intervalSeconds);
      EXPECT_LE(outcomes.good.intervalSeconds, outcomes.easy.intervalSeconds);
    });
}

TEST(Scheduler, NeverLengthensAnIntervalForAHigherRetention) {
  for (const double retention : {0.70, 0.75, 0.80, 0.85, 0.90, 0.95, 0.97}) {
    ScheduleSettings lower;
    lower.retention = retention;
    ScheduleSettings higher;
    higher.retention = retention + 0.02;
    const Scheduler a{lower};
    const Scheduler b{higher};
    overLearningStates([&](const LearningState& state, int days, double fuzz) {
      for (const Rating rating : kRatings)
        EXPECT_GE(a.outcomes(state, days, fuzz)[rating].intervalSeconds,
                  b.outcomes(state, days, fuzz)[rating].intervalSeconds)
            << retention << ' ' << rating;
    });
  }
}

TEST(Scheduler, GivesOutcomesThatAddUp) {
  overLearningStates([](const LearningState& state, int days, double fuzz) {
    const FourOutcomes outcomes = Scheduler{}.outcomes(state, days, fuzz);
    for (const Rating rating : kRatings) {
      const Outcome& outcome = outcomes[rating];
      EXPECT_GT(outcome.intervalSeconds, 0);
      EXPECT_EQ(outcome.isInDays(), outcome.intervalSeconds >= kSecondsPerDay);
      EXPECT_EQ(outcome.state.intervalDays,
                outcome.isInDays() ? outcome.intervalSeconds / kSecondsPerDay : 0);
      EXPECT_TRUE(outcome.state.memory.has_value());
    }
  });
}

TEST(Standing, ReadsWhatItWrites) {
  for (const Standing standing :
       {Standing::New, Standing::Learning, Standing::Review, Standing::Relearning})
    EXPECT_EQ(standingFromName(name(standing)), standing);
  EXPECT_EQ(standingFromName("gone"), std::nullopt);
}

TEST(Rating, ReadsNamesAndNumbers) {
  EXPECT_EQ(ratingFromName("good"), Rating::Good);
  EXPECT_EQ(ratingFromName("4"), Rating::Easy);
  EXPECT_EQ(ratingFromName("5"), std::nullopt);
  EXPECT_EQ(ratingFromNumber(0), std::nullopt);
}

}  // namespace
}  // namespace phaseboard::memory
