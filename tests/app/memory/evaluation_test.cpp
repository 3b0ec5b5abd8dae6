// SPDX-License-Identifier: Apache-2.0
#include "app/memory/evaluation.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/simulated_learner.h"

namespace phaseboard::memory {
namespace {

const Model kModel;

ReviewRow row(const char* prompt, int elapsedDays, Rating rating) {
  return {prompt, 0, elapsedDays, rating};
}

Prediction predicted(double recall, bool recalled, int elapsedDays = 1) {
  return {recall, recalled, elapsedDays, 1, 0};
}

TEST(Predictions, AreMadeForReviewsOnALaterDay) {
  const std::vector<ReviewRow> rows{row("a", 0, Rating::Again), row("a", 0, Rating::Good),
                                    row("b", 0, Rating::Good),  row("a", 2, Rating::Again),
                                    row("a", 0, Rating::Again), row("a", 5, Rating::Hard)};

  const auto made = predictions(kModel, rows);

  ASSERT_EQ(made.size(), 2U);
  EXPECT_EQ(made[0].elapsedDays, 2);
  EXPECT_FALSE(made[0].recalled);
  EXPECT_EQ(made[0].laterDayReviews, 1);
  EXPECT_EQ(made[0].lapses, 1);  // the first Again
  EXPECT_TRUE(made[1].recalled);
  EXPECT_EQ(made[1].laterDayReviews, 2);
  EXPECT_EQ(made[1].lapses, 2);  // not the one on the same day
  const MemoryState state =
      step(kModel, step(kModel, std::nullopt, 0, Rating::Again), 0, Rating::Good);
  EXPECT_EQ(made[0].recall, retrievability(kModel, 2, state.stability));
}

TEST(LogLoss, IsTheMeanOfAllPredictions) {
  const std::vector<Prediction> made{predicted(0.9, true), predicted(0.8, false)};

  EXPECT_DOUBLE_EQ(*logLoss(made), -(std::log(0.9) + std::log(0.2)) / 2);
}

TEST(LogLoss, StaysFiniteForCertainPredictions) {
  EXPECT_DOUBLE_EQ(*logLoss(std::vector{predicted(1, false)}), -std::log(1 - (1 - 1e-7)));
  EXPECT_EQ(logLoss({}), std::nullopt);
}

TEST(RmseBins, ComparesMeansWithinABin) {
  const std::vector<Prediction> oneBin{predicted(0.9, true), predicted(0.7, false)};
  EXPECT_NEAR(*rmseBins(oneBin), 0.3, 1e-12);  // mean 0.8 predicted, 0.5 seen

  // 1 and 10 days fall into different bins: differences 0.1 and 0.7.
  const std::vector<Prediction> twoBins{predicted(0.9, true), predicted(0.7, false, 10)};
  EXPECT_NEAR(*rmseBins(twoBins), std::sqrt((0.01 + 0.49) / 2), 1e-12);
  EXPECT_EQ(rmseBins({}), std::nullopt);
}

TEST(Auc, IsTheShareOfPairsInTheRightOrder) {
  const std::vector<Prediction> made{predicted(0.9, true), predicted(0.6, true),
                                     predicted(0.7, false), predicted(0.5, false)};
  EXPECT_DOUBLE_EQ(*auc(made), 0.75);

  const std::vector<Prediction> tied{predicted(0.9, true), predicted(0.9, false)};
  EXPECT_DOUBLE_EQ(*auc(tied), 0.5);
}

TEST(Auc, NeedsOneOfEach) {
  EXPECT_EQ(auc(std::vector{predicted(0.9, true)}), std::nullopt);
  EXPECT_EQ(auc({}), std::nullopt);
}

TEST(Evaluation, CountsReviewsAndItems) {
  const std::vector<ReviewRow> rows{row("a", 0, Rating::Good), row("a", 3, Rating::Good),
                                    row("a", 9, Rating::Again)};

  const Evaluation evaluation = evaluate(kModel, rows);

  EXPECT_EQ(evaluation.reviews, 3U);
  EXPECT_EQ(evaluation.items, 2U);
  EXPECT_EQ(evaluation.logLoss, logLoss(predictions(kModel, rows)));
  EXPECT_EQ(evaluation.auc, auc(predictions(kModel, rows)));
}

TEST(CalibrationCurve, LiesOnTheDiagonalWhenThePredictionsAreTrue) {
  const std::vector<ReviewRow> rows = test::simulatedLog(Parameters{}, 3000, 10, 5);
  const auto made = predictions(Model{}, rows);

  const std::vector<CalibrationBin> curve = calibrationCurve(made, 10);

  ASSERT_EQ(curve.size(), 10U);
  std::size_t count = 0;
  int outside = 0;
  for (const CalibrationBin& bin : curve) {
    count += bin.count;
    EXPECT_LE(bin.lowest, bin.recalled);
    EXPECT_GE(bin.highest, bin.recalled);
    EXPECT_NEAR(bin.predicted, bin.recalled, 0.03);
    outside += bin.predicted < bin.lowest || bin.predicted > bin.highest ? 1 : 0;
  }
  EXPECT_EQ(count, made.size());
  EXPECT_LE(outside, 2);  // of ten intervals that hold 95 %
}

TEST(CalibrationCurve, NeverPartsEqualPredictions) {
  std::vector<Prediction> made(90, Prediction{0.9, true, 1, 1, 0});
  made.resize(100, Prediction{0.5, false, 1, 1, 0});

  const std::vector<CalibrationBin> curve = calibrationCurve(made, 20);

  ASSERT_EQ(curve.size(), 2U);
  EXPECT_EQ(curve[0].count, 10U);
  EXPECT_EQ(curve[0].recalled, 0);
  EXPECT_EQ(curve[1].count, 90U);
  EXPECT_NEAR(curve[1].predicted, 0.9, 1e-12);
  EXPECT_EQ(curve[1].highest, 1);
}

TEST(Judgement, GivesTheFiguresAndTheCurveOfTheLog) {
  const std::vector<ReviewRow> rows = test::simulatedLog(Parameters{}, 300, 10, 7);
  const TrainingLog log{std::span<const ReviewRow>(rows)};
  const auto made = predictions(kModel, log);

  const Judgement judgement = judge(kModel, log, 12, 2);

  EXPECT_EQ(judgement.evaluation.items, made.size());
  EXPECT_NEAR(*judgement.evaluation.logLoss, *logLoss(made), 1e-12);
  EXPECT_NEAR(*judgement.evaluation.rmseBins, *rmseBins(made), 1e-12);
  EXPECT_EQ(judgement.evaluation.auc, auc(made));
  const std::vector<CalibrationBin> curve = calibrationCurve(made, 12);
  ASSERT_EQ(judgement.calibration.size(), curve.size());
  for (std::size_t i = 0; i < curve.size(); ++i) {
    EXPECT_EQ(judgement.calibration[i].count, curve[i].count);
    EXPECT_EQ(judgement.calibration[i].recalled, curve[i].recalled);
    EXPECT_NEAR(judgement.calibration[i].predicted, curve[i].predicted, 1e-12);
  }
}

TEST(CalibrationCurve, OfNothingIsEmpty) {
  EXPECT_TRUE(calibrationCurve({}, 10).empty());
}

}  // namespace
}  // namespace phaseboard::memory
