// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "tests/content/printed_value.h"

/// Losses, calibration, sampling corrections and drift, computed from their definitions on the
/// examples that the content prints.
namespace phaseboard {
namespace {

using test::conceptFile;
using test::figureFile;
using test::noteFile;
using test::printedAfter;
using test::RoundsTo;
using test::shownIn;

double logLoss(double p, bool happened) {
  return -std::log(happened ? p : 1 - p);
}

/// What a model learns at true rate `q` when a share `w` of the negatives is kept.
double rateInSample(double q, double w) {
  const double rows = 1e6;
  const double positives = rows * q;
  const double keptNegatives = rows * (1 - q) * w;
  return positives / (positives + keptNegatives);
}

double recalibrated(double p, double w) {
  return p / (p + (1 - p) / w);
}

double psi(const std::vector<double>& actual, const std::vector<double>& expected) {
  double sum = 0;
  for (std::size_t bin = 0; bin < actual.size(); ++bin)
    sum += (actual[bin] - expected[bin]) * std::log(actual[bin] / expected[bin]);
  return sum;
}

TEST(WorkedProbability, LogLossOfOneRow) {
  const std::string note = noteFile("ad-click-prediction/4-model");

  EXPECT_THAT(logLoss(0.2, true), RoundsTo(printedAfter(note, "A row scored 0.2 costs ")));
  EXPECT_THAT(logLoss(0.2, false),
              RoundsTo(printedAfter(note, "A row scored 0.2 costs 1.609 if clicked and ")));
}

TEST(WorkedProbability, LogLossIsLowestAtTheTrueRate) {
  const auto expected = [](double p) { return 0.3 * logLoss(p, true) + 0.7 * logLoss(p, false); };

  EXPECT_LT(expected(0.3), expected(0.29));
  EXPECT_LT(expected(0.3), expected(0.31));
}

TEST(WorkedProbability, NormalisedEntropyDividesByThatOfTheMeanRate) {
  // 1,000 rows with ten clicks, all scored at the mean, lose exactly the entropy of the mean.
  double constant = 0;
  for (int row = 0; row < 1000; ++row)
    constant += logLoss(0.01, row < 10) / 1000;
  const std::string note = noteFile("ad-click-prediction/5-evaluate");

  EXPECT_THAT(constant,
              RoundsTo(shownIn("ad-click-prediction/5-evaluate", "entropy-of-base-rate")));
  EXPECT_THAT(0.805 * constant,
              RoundsTo(shownIn("ad-click-prediction/5-evaluate", "log-loss-of-the-model")));
  EXPECT_THAT(0.0451 / constant, RoundsTo(printedAfter(note, "of 0.0451 is an NE of ")));
  EXPECT_THAT(1 - 0.805, RoundsTo(printedAfter(note, "The model's log loss is ")));
}

TEST(WorkedProbability, CalibrationErrorOfTheCurveInTenEqualBins) {
  const std::vector<double> predicted = {0.03, 0.07, 0.13, 0.2, 0.3, 0.43, 0.6, 0.9, 1.95, 5.4};
  const std::vector<double> observed = {0.1, 0.18, 0.27, 0.38, 0.52, 0.7, 0.95, 1.3, 1.9, 3.7};
  double error = 0;
  double meanPredicted = 0;
  double meanObserved = 0;
  for (std::size_t bin = 0; bin < 10; ++bin) {
    error += std::abs(observed[bin] - predicted[bin]) / 10;
    meanPredicted += predicted[bin] / 10;
    meanObserved += observed[bin] / 10;
  }

  EXPECT_THAT(error, RoundsTo(shownIn("ad-click-prediction/5-evaluate", "ece-of-the-curve")));
  EXPECT_NEAR(meanPredicted, 1.0, 0.05);
  EXPECT_NEAR(meanObserved, 1.0, 0.05);
  EXPECT_THAT(5.4 / 3.7 - 1,
              RoundsTo(printedAfter(figureFile("ad-click-prediction/calibration-curve"),
                                    "label: overstated by ")));
}

TEST(WorkedProbability, RecalibrationUndoesDownsampling) {
  const std::string ads = "ad-click-prediction/3-data";
  const std::string videos = "video-recommendation/3-data";

  EXPECT_THAT(10e9 * (0.01 + 0.99 * 0.1), RoundsTo(shownIn(ads, "rows-after-downsampling")));
  EXPECT_THAT(rateInSample(0.01, 0.1), RoundsTo(shownIn(ads, "positive-rate-in-sample")));
  EXPECT_THAT(recalibrated(0.0917, 0.1), RoundsTo(shownIn(ads, "recalibrated-mean")));
  EXPECT_THAT(rateInSample(0.05, 0.1), RoundsTo(shownIn(videos, "sampled-play-rate")));
  EXPECT_THAT(recalibrated(rateInSample(0.05, 0.1), 0.1),
              RoundsTo(shownIn(videos, "corrected-play-rate")));
  for (const double q : {0.001, 0.01, 0.2, 0.9})
    EXPECT_NEAR(recalibrated(rateInSample(q, 0.1), 0.1), q, 1e-12);
}

TEST(WorkedProbability, TheCurveOfSampledNegativesHasTheRightPoints) {
  const std::string figure = figureFile("ad-click-prediction/negative-sampling");

  EXPECT_THAT(100 * rateInSample(0.01, 0.1), RoundsTo(printedAfter(figure, "[[0, 0], [1, ")));
  EXPECT_THAT(100 * rateInSample(0.10, 0.1), RoundsTo(printedAfter(figure, "[5, 34.48], [10, ")));
  EXPECT_THAT(100 * rateInSample(0.20, 0.1), RoundsTo(printedAfter(figure, "[15, 63.83], [20, ")));
}

TEST(WorkedProbability, AnotherShareOfPositivesShiftsTheLogit) {
  // Bayes: the likelihood ratio behind a score stays, the prior odds change.
  const double likelihoodRatio = (0.9 / 0.1) / (0.2 / 0.8);
  const double odds = likelihoodRatio * 0.005 / 0.995;

  EXPECT_THAT(odds / (1 + odds),
              RoundsTo(shownIn("harmful-content-detection/4-model", "shifted-score")));
}

TEST(WorkedProbability, WeightedPositivesMultiplyTheOdds) {
  // q = p / (p + a (1 - p)) takes a weight of a = 5 out again.
  const double learned = 5 * 0.01 / (5 * 0.01 + 0.99);

  EXPECT_NEAR(learned / (learned + 5 * (1 - learned)), 0.01, 1e-12);
}

TEST(WorkedProbability, ADoubledStreamOfLateClicksLearnsPOverOnePlusP) {
  const double rows = 100 + 1;  // 100 impressions as negatives and the click of one of them
  const double learned = 1 / rows;

  EXPECT_THAT(learned, RoundsTo(printedAfter(noteFile("ad-click-prediction/3-data"),
                                             "rows are positive, ")));
  EXPECT_NEAR(learned / (1 - learned), 0.01, 1e-12);
}

TEST(WorkedProbability, LateLabelsAreScaledByTheShareThatHasArrived) {
  EXPECT_THAT(1 / 0.96, RoundsTo(shownIn("ad-click-prediction/3-data", "late-click-factor")));
  EXPECT_THAT(1 / 0.88,
              RoundsTo(shownIn("ad-click-prediction/7-monitor", "apparent-ratio-at-ten-minutes")));
  EXPECT_THAT(1 / 0.36, RoundsTo(shownIn("video-recommendation/7-monitor", "immature-ratio")));
  EXPECT_THAT(1 - std::exp(-1.0 / 3), RoundsTo(printedAfter(noteFile("ad-click-prediction/3-data"),
                                                            "at a mean delay of 3 days, ")));
}

TEST(WorkedProbability, APriorShrinksTheRateOfAFewImpressions) {
  EXPECT_THAT((3 + 1) / (100 + 1 + 99.0),
              RoundsTo(shownIn("ad-click-prediction/2-frame", "smoothed-rate")));
  EXPECT_THAT((1 + 2.5) / (2 + 2.5 + 47.5),
              RoundsTo(shownIn("video-recommendation/3-data", "smoothed-rate")));
}

TEST(WorkedProbability, FocalLossShrinksAnEasyRowAHundredfold) {
  const auto focal = [](double pt) { return std::pow(1 - pt, 2) * -std::log(pt); };

  EXPECT_THAT(focal(0.9), RoundsTo(printedAfter(noteFile("ad-click-prediction/4-model"),
                                                "With γ = 2 a row at 0.9 costs ")));
  EXPECT_THAT(-std::log(0.9) / focal(0.9),
              RoundsTo(shownIn("harmful-content-detection/4-model", "focal-ratio")));
  EXPECT_THAT(focal(0.1), RoundsTo(printedAfter(figureFile("harmful-content-detection/focal-loss"),
                                                "[0.07, 2.3], [0.1, ")));
  // The concept: a negative at 0.01 counts ten thousand times less.
  EXPECT_NEAR(-std::log(0.99) / focal(0.99), 1e4, 1e-6);
}

TEST(WorkedProbability, FocalLossIsNotLowestAtTheTrueRate) {
  const auto expected = [](double p) {
    return 0.1 * std::pow(1 - p, 2) * -std::log(p) + 0.9 * std::pow(p, 2) * -std::log(1 - p);
  };

  EXPECT_LT(expected(0.2), expected(0.1)) << "the optimum moves towards one half";
}

TEST(WorkedProbability, PsiOfTwoHistograms) {
  EXPECT_THAT(psi({0.40, 0.35, 0.25}, {0.50, 0.30, 0.20}),
              RoundsTo(shownIn("ad-click-prediction/7-monitor", "psi-example")));
}

TEST(WorkedProbability, PsiOfSmallSamplesIsLargeByChance) {
  // To second order each bin adds the variance of the difference of two shares over the share.
  const auto byChance = [](double bins, double rows) {
    const double share = 1 / bins;
    return bins * (2 * share * (1 - share) / rows) / share;
  };
  const std::string note = noteFile("ad-click-prediction/7-monitor");

  EXPECT_THAT(byChance(10, 100), RoundsTo(printedAfter(note, "chance alone gives about ")));
  EXPECT_THAT(byChance(10, 10000),
              RoundsTo(printedAfter(note, "rows a side, where chance gives ")));
}

TEST(WorkedProbability, ThresholdsFollowFromUtilities) {
  const auto remove = [](double p) { return p * 1.0 - (1 - p) * 9.0; };
  const auto reduce = [](double p) { return p * 0.6 - (1 - p) * 0.2; };
  const auto crossing = [](auto above) {
    double low = 0;
    double high = 1;
    for (int step = 0; step < 60; ++step)
      (above((low + high) / 2) ? high : low) = (low + high) / 2;
    return low;
  };
  const std::string note = "harmful-content-detection/2-frame";

  EXPECT_THAT(crossing([&](double p) { return remove(p) > 0; }),
              RoundsTo(shownIn(note, "threshold-delete-against-nothing")));
  EXPECT_THAT(crossing([&](double p) { return reduce(p) > 0; }),
              RoundsTo(shownIn(note, "threshold-reduce")));
  EXPECT_THAT(crossing([&](double p) { return remove(p) > reduce(p); }),
              RoundsTo(shownIn(note, "threshold-delete-against-reduce")));
  EXPECT_THAT(reduce(0.92) - remove(0.92), RoundsTo(shownIn(note, "loss-in-between")));
  // A person finds 95 % and deletes 3 % of the good ones.
  const auto look = [](double p) { return 0.95 * p - 9 * 0.03 * (1 - p); };
  EXPECT_THAT(look(0.957) - reduce(0.957), RoundsTo(shownIn(note, "value-of-a-look")));
}

TEST(WorkedProbability, PrecisionFallsWithTheBaseRate) {
  const double posts = 4e6;
  const double cases = 1000;
  const double found = 0.95 * cases;
  const double falseAlarms = 0.01 * (posts - cases);

  EXPECT_THAT(found / (found + falseAlarms),
              RoundsTo(shownIn("harmful-content-detection/5-evaluate", "precision-at-roc-point")));
}

TEST(WorkedProbability, EqualErrorsGiveUnequalPrecisionToUnequalGroups) {
  const auto precision = [](double base, double recall) {
    return base * recall / (base * recall + (1 - base) * 2e-4);
  };
  const std::string note = "harmful-content-detection/5-evaluate";

  EXPECT_THAT(precision(250e-6, 0.80), RoundsTo(shownIn(note, "precision-at-low-base")));
  EXPECT_THAT(precision(500e-6, 0.80), RoundsTo(shownIn(note, "precision-at-high-base")));
  EXPECT_NEAR(precision(500e-6, 0.40), precision(250e-6, 0.80), 1e-3)
      << "half the recall at twice the base rate levels precision";
}

TEST(WorkedProbability, RecallInViewsCountsWhatEachActionPrevents) {
  // Millions of violating posts, and the views that they keep of 80.
  const std::vector<std::pair<double, double>> fates = {
      {0.60, 0}, {2.33, 1}, {0.44, 53}, {1.00, 24}, {0.63, 80}};
  double posts = 0;
  double kept = 0;
  for (const auto& [millions, views] : fates) {
    posts += millions;
    kept += millions * views;
  }
  const std::string note = "harmful-content-detection/5-evaluate";

  EXPECT_NEAR(posts, 5.0, 1e-9);
  EXPECT_THAT(1 - kept / (posts * 80), RoundsTo(shownIn(note, "harm-recall")));
  EXPECT_THAT(1e6 * kept,
              RoundsTo(printedAfter(figureFile("harmful-content-detection/violating-views"),
                                    "that they still collect, ")));
}

TEST(WorkedProbability, PurityOfRatingsFollowsFromBayes) {
  const auto purity = [](double base, double hit, double alarm) {
    return base * hit / (base * hit + (1 - base) * alarm);
  };
  const std::string note = "harmful-content-detection/3-data";

  EXPECT_THAT(purity(0.001, 0.90, 0.001), RoundsTo(shownIn(note, "purity-on-random-views")));
  EXPECT_THAT(purity(0.20, 0.95, 0.03), RoundsTo(shownIn(note, "purity-on-picked-posts")));
  EXPECT_THAT(purity(0.20, 0.95 * 0.95, 0.03 * 0.03),
              RoundsTo(shownIn(note, "purity-of-two-ratings")));
}

}  // namespace
}  // namespace phaseboard
