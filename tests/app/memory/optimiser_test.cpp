// SPDX-License-Identifier: Apache-2.0
#include "app/memory/optimiser.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "app/memory/evaluation.h"
#include "app/memory/held_out.h"
#include "tests/support/simulated_learner.h"

namespace phaseboard::memory {
namespace {

double meanLoss(const Parameters& parameters, const std::vector<ReviewRow>& rows) {
  return *logLoss(predictions(Model{parameters}, rows));
}

TEST(Fit, PredictsUnseenReviewsAlmostAsWellAsTheTruth) {
  const Parameters truth = test::somebodysParameters();
  const TrainingLog log(test::simulatedLog(truth, 3000, 10, 1));
  const std::vector<ReviewRow> unseen = test::simulatedLog(truth, 3000, 10, 2);

  const Fit found = fit(log).value();

  const double published = meanLoss(Parameters{}, unseen);
  const double best = meanLoss(truth, unseen);
  EXPECT_GT(published - best, 0.005);
  EXPECT_LT(meanLoss(found.parameters, unseen) - best, 0.1 * (published - best));
}

TEST(Fit, LowersTheLossAndSaysBy) {
  const std::vector<ReviewRow> rows = test::simulatedLog(test::somebodysParameters(), 300, 10, 3);
  FitSettings plain;
  plain.dropOutliers = false;
  plain.favourRecent = false;

  const Fit found = fit(TrainingLog(rows), plain).value();

  EXPECT_LT(found.lossAfter, found.lossBefore);
  EXPECT_NEAR(found.lossBefore, meanLoss(Parameters{}, rows), 1e-12);
  EXPECT_NEAR(found.lossAfter, meanLoss(found.parameters, rows), 1e-12);
  EXPECT_LE(found.passes, 100);
}

TEST(Fit, StaysInsideTheBounds) {
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
    const Parameters found =
        fit(TrainingLog(test::simulatedLog(test::somebodysParameters(), 40, 6, seed)))
            .value()
            .parameters;
    EXPECT_EQ(clipped(found), found);
  }
}

TEST(Fit, KeepsThePublishedParametersWhenThereIsLittleToLearnFrom) {
  const std::vector<ReviewRow> rows = test::simulatedLog(test::somebodysParameters(), 1, 7, 4);
  const TrainingLog log(rows);
  ASSERT_LT(log.items(), kFewestItems);

  EXPECT_EQ(fit(log).value().parameters, Parameters{});
  EXPECT_EQ(fit(TrainingLog{std::span<const ReviewRow>()}).value().parameters, Parameters{});
}

TEST(Fit, StaysNearThePublishedParametersForAShortLog) {
  const Fit found = fit(TrainingLog(test::simulatedLog(Parameters{}, 5, 6, 6))).value();

  for (std::size_t i = 4; i < kWeightCount; ++i)
    EXPECT_NEAR(found.parameters.weights()[i], Parameters{}.weights()[i], 1.5) << "w" << i;
}

TEST(Fit, SurvivesLogsInWhichNothingOrAllIsForgotten) {
  for (const Rating rating : kRatings) {
    std::vector<ReviewRow> rows;
    for (int prompt = 0; prompt < 50; ++prompt)
      for (int i = 0; i < 6; ++i)
        rows.push_back({std::to_string(prompt), i * 5, i == 0 ? 0 : 5, rating});

    const Fit found = fit(TrainingLog(rows)).value();

    EXPECT_EQ(clipped(found.parameters), found.parameters) << rating;
    EXPECT_LE(found.lossAfter, found.lossBefore) << rating;
  }
}

TEST(Fit, IsTheSameForAnyNumberOfThreads) {
  const TrainingLog log(test::simulatedLog(test::somebodysParameters(), 200, 8, 7));
  FitSettings settings;
  settings.threads = 4;

  EXPECT_EQ(fit(log, settings)->parameters, fit(log)->parameters);
}

TEST(Fit, SaysHowFarItHasCome) {
  FitSettings settings;
  std::vector<FitProgress> told;
  settings.goOn = [&told](const FitProgress& progress) {
    told.push_back(progress);
    return true;
  };

  const Fit found =
      fit(TrainingLog(test::simulatedLog(test::somebodysParameters(), 200, 8, 8)), settings)
          .value();

  ASSERT_GT(told.size(), 3U);
  for (std::size_t i = 1; i < told.size(); ++i) {
    EXPECT_GT(told[i].passes, told[i - 1].passes);
    EXPECT_GT(told[i].share, told[i - 1].share);
    EXPECT_LT(told[i].share, 1);
  }
  EXPECT_LT(told.back().loss, told.front().loss);
  EXPECT_LE(told.back().passes, found.passes);
}

TEST(Fit, KeepsParametersThatAreBetterThanWhatItFinds) {
  const std::vector<ReviewRow> rows = test::simulatedLog(test::somebodysParameters(), 300, 10, 3);
  FitSettings hasty;
  hasty.current = fit(TrainingLog(rows)).value().parameters;
  hasty.mostPasses = 2;

  const Fit found = fit(TrainingLog(rows), hasty).value();

  EXPECT_EQ(found.parameters, hasty.current);
  EXPECT_EQ(found.lossAfter, found.lossBefore);
}

TEST(Fit, CanBeCancelled) {
  FitSettings settings;
  int passes = 0;
  settings.goOn = [&passes](const FitProgress& progress) {
    passes = progress.passes;
    return progress.passes < 3;
  };

  EXPECT_FALSE(
      fit(TrainingLog(test::simulatedLog(test::somebodysParameters(), 200, 8, 8)), settings)
          .has_value());
  EXPECT_GE(passes, 3);
}

TEST(Fit, FitsOnlyTheFirstStabilitiesOfAShortLog) {
  const std::vector<ReviewRow> rows = test::simulatedLog(test::somebodysParameters(), 12, 5, 9);
  const TrainingLog log(rows);
  ASSERT_LT(log.items(), kFewestItemsForAll);
  ASSERT_GT(log.items(), kFewestItems);
  FitSettings settings;
  settings.dropOutliers = false;

  const Parameters found = fit(log, settings).value().parameters;

  for (std::size_t i = 4; i < kWeightCount; ++i)
    EXPECT_EQ(found.weights()[i], Parameters{}.weights()[i]) << "w" << i;
}

TEST(Fit, CanLeaveSameDayReviewsOut) {
  FitSettings settings;
  settings.sameDay = false;

  const Parameters found =
      fit(TrainingLog(test::simulatedLog(test::somebodysParameters(), 300, 10, 3)), settings)
          .value()
          .parameters;

  EXPECT_EQ(found[Weight::SameDayGain], 0);
  EXPECT_EQ(found[Weight::SameDayOffset], 0);
  EXPECT_NE(found[Weight::RecallGain], Parameters{}[Weight::RecallGain]);
}

TEST(Fit, FindsALowerLossThanThePublishedParametersForManyLearners) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto reviews = test::learnersLog(seed, 100);
    const TrainingLog log{std::span<const LoggedReview>(reviews)};
    const Fit found = fit(log).value();
    EXPECT_LT(found.lossAfter, found.lossBefore) << seed;
    EXPECT_EQ(clipped(found.parameters), found.parameters) << seed;
  }
}

TEST(HeldOut, JudgesOnlyWhatComesAfterTheFirstPart) {
  const auto reviews = test::learnersLog(4, 150);
  const TrainingLog log{std::span<const LoggedReview>(reviews)};

  const auto found = evaluateHeldOut(log, {}, 5);

  ASSERT_TRUE(found);
  EXPECT_EQ(found->items, log.items() - log.items() / 6);
  EXPECT_GT(*found->logLoss, 0);
  EXPECT_LT(*found->logLoss, 0.7);
  FitSettings cancelled;
  cancelled.goOn = [](const FitProgress&) { return false; };
  EXPECT_FALSE(evaluateHeldOut(log, cancelled, 5));
  EXPECT_FALSE(evaluateHeldOut(TrainingLog{std::span<const ReviewRow>()}, {}, 5));
}

}  // namespace
}  // namespace phaseboard::memory
