// SPDX-License-Identifier: Apache-2.0
#include "app/memory/optimiser.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "app/memory/evaluation.h"
#include "tests/app/memory/simulated_log.h"

namespace phaseboard::memory {
namespace {

/// Somebody who forgets in another way than most.
Parameters somebody() {
  return Parameters{{0.7066, 1.0032, 1.2606, 5.0757, 6.5293, 0.4866, 2.9814,
                     0.0674, 1.6736, 0.3888, 0.6746, 1.4872, 0.0734, 0.2988,
                     1.7502, 0.4076, 2.3495, 0.77,   0.1469, 0.0986, 0.2637}};
}

double meanLoss(const Parameters& parameters, const std::vector<ReviewRow>& rows) {
  return *logLoss(predictions(Model{parameters}, rows));
}

TEST(Fit, PredictsUnseenReviewsAlmostAsWellAsTheTruth) {
  const Parameters truth = somebody();
  const TrainingLog log(simulatedLog(truth, 3000, 10, 1));
  const std::vector<ReviewRow> unseen = simulatedLog(truth, 3000, 10, 2);

  const Fit found = fit(log).value();

  const double published = meanLoss(Parameters{}, unseen);
  const double best = meanLoss(truth, unseen);
  EXPECT_GT(published - best, 0.005);
  EXPECT_LT(meanLoss(found.parameters, unseen) - best, 0.1 * (published - best));
}

TEST(Fit, LowersTheLossAndSaysBy) {
  const std::vector<ReviewRow> rows = simulatedLog(somebody(), 300, 10, 3);

  const Fit found = fit(TrainingLog(rows)).value();

  EXPECT_LT(found.lossAfter, found.lossBefore);
  EXPECT_NEAR(found.lossBefore, meanLoss(Parameters{}, rows), 1e-12);
  EXPECT_NEAR(found.lossAfter, meanLoss(found.parameters, rows), 1e-12);
  EXPECT_LE(found.passes, 100);
}

TEST(Fit, StaysInsideTheBounds) {
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
    const Parameters found =
        fit(TrainingLog(simulatedLog(somebody(), 40, 6, seed))).value().parameters;
    EXPECT_EQ(clipped(found), found);
  }
}

TEST(Fit, KeepsThePublishedParametersWhenThereIsLittleToLearnFrom) {
  const std::vector<ReviewRow> rows = simulatedLog(somebody(), 1, 7, 4);
  const TrainingLog log(rows);
  ASSERT_LT(log.items(), kFewestItems);

  EXPECT_EQ(fit(log).value().parameters, Parameters{});
  EXPECT_EQ(fit(TrainingLog({})).value().parameters, Parameters{});
}

TEST(Fit, StaysNearThePublishedParametersForAShortLog) {
  const Fit found = fit(TrainingLog(simulatedLog(Parameters{}, 5, 6, 6))).value();

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
  const TrainingLog log(simulatedLog(somebody(), 200, 8, 7));
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

  const Fit found = fit(TrainingLog(simulatedLog(somebody(), 200, 8, 8)), settings).value();

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
  const std::vector<ReviewRow> rows = simulatedLog(somebody(), 300, 10, 3);
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

  EXPECT_FALSE(fit(TrainingLog(simulatedLog(somebody(), 200, 8, 8)), settings).has_value());
  EXPECT_GE(passes, 3);
}

}  // namespace
}  // namespace phaseboard::memory
