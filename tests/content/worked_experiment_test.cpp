// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "tests/content/printed_value.h"

/// Sample sizes, estimators and agreement, computed from their definitions on the examples that
/// the content prints.
namespace phaseboard {
namespace {

using test::figureFile;
using test::noteFile;
using test::printedAfter;
using test::PrintedValue;
using test::RoundsTo;
using test::shownIn;

double normalCdf(double z) {
  return std::erfc(-z / std::sqrt(2.0)) / 2;
}

/// Chance to find an effect at 5 % two-sided, with `n` units in each of two arms.
double power(double n, double deviation, double effect) {
  return normalCdf(effect / (deviation * std::sqrt(2 / n)) - 1.959964);
}

/// The rule of 16 rounds 2 (1.96 + 0.84)² = 15.7 up, so its power lies a little above 80 %.
MATCHER(IsEightyPercentPower, "") {
  return arg > 0.795 && arg < 0.815;
}

TEST(WorkedExperiment, ArmsOfThePrintedSizeHaveEightyPercentPower) {
  const PrintedValue revenue = shownIn("ad-click-prediction/5-evaluate", "users-per-arm");
  const PrintedValue minutes = shownIn("video-recommendation/5-evaluate", "people-for-minutes");
  const PrintedValue searches = shownIn("visual-search/5-evaluate", "ab-searches");
  const PrintedValue labels = shownIn("harmful-content-detection/5-evaluate", "labels-per-arm");

  EXPECT_THAT(power(revenue.value, 0.30, 0.06 * 0.005), IsEightyPercentPower());
  EXPECT_THAT(power(minutes.value, 26, 14.4 * 0.002), IsEightyPercentPower());
  EXPECT_THAT(power(searches.value, std::sqrt(0.15 * 0.85), 0.0015), IsEightyPercentPower());
  EXPECT_THAT(power(labels.value, 0.017012, 0.0001), IsEightyPercentPower());
}

TEST(WorkedExperiment, TheSmallestEffectsThatAnArmSeesHaveEightyPercentPower) {
  const PrintedValue revenue = shownIn("ad-click-prediction/5-evaluate", "smallest-effect-in-arm");
  const PrintedValue days = shownIn("video-recommendation/5-evaluate", "seen-in-active-days");
  const PrintedValue holdout = shownIn("video-recommendation/5-evaluate", "seen-by-holdout");

  EXPECT_THAT(power(25e6, 0.30 * 0.8, 0.06 * revenue.value), IsEightyPercentPower());
  EXPECT_THAT(power(20e6, 9, 20 * days.value), IsEightyPercentPower());
  EXPECT_THAT(power(5e6, 9, 20 * holdout.value), IsEightyPercentPower());
}

TEST(WorkedExperiment, InterleavingNeedsThePrintedNumberOfSearches) {
  const PrintedValue searches = shownIn("visual-search/5-evaluate", "interleaving-searches");
  const double error = std::sqrt(0.25 / searches.value);

  EXPECT_THAT(normalCdf(0.02 / error - 1.959964), IsEightyPercentPower());
}

/// What is left of the variance of Y after CUPED, with Y = rho X + sqrt(1 - rho²) E and X, E
/// independent signs.
double varianceLeft(double rho) {
  std::vector<double> x;
  std::vector<double> y;
  for (const double past : {-1.0, 1.0})
    for (const double chance : {-1.0, 1.0}) {
      x.push_back(past);
      y.push_back(rho * past + std::sqrt(1 - rho * rho) * chance);
    }
  const double covariance = std::inner_product(x.begin(), x.end(), y.begin(), 0.0) / 4;
  const double variance = std::inner_product(x.begin(), x.end(), x.begin(), 0.0) / 4;
  double left = 0;
  for (std::size_t i = 0; i < 4; ++i)
    left += std::pow(y[i] - covariance / variance * x[i], 2) / 4;
  return left / (std::inner_product(y.begin(), y.end(), y.begin(), 0.0) / 4);
}

TEST(WorkedExperiment, CupedLeavesOneMinusTheSquaredCorrelation) {
  EXPECT_THAT(varianceLeft(0.6) * 16e6,
              RoundsTo(shownIn("ad-click-prediction/5-evaluate", "users-per-arm-cuped")));
  EXPECT_THAT(varianceLeft(0.7) * 16 * 26 * 26 / std::pow(14.4 * 0.002, 2),
              RoundsTo(shownIn("video-recommendation/5-evaluate", "people-with-cuped")));
}

struct LoggedRow {
  double oldChance;
  double newChance;
  double reward;
};

TEST(WorkedExperiment, ThreeEstimatesOfOnePolicyDisagree) {
  const std::vector<LoggedRow> rows = {{0.50, 0.25, 0}, {0.25, 0.50, 6}, {0.10, 0.40, 9},
                                       {0.50, 0.10, 3}, {0.20, 0.20, 0}, {0.05, 0.50, 4}};
  double plain = 0;
  double clipped = 0;
  double weights = 0;
  double squares = 0;
  for (const LoggedRow& row : rows) {
    const double weight = row.newChance / row.oldChance;
    plain += weight * row.reward;
    clipped += std::min(weight, 5.0) * row.reward;
    weights += weight;
    squares += weight * weight;
  }
  const std::string note = "video-recommendation/5-evaluate";

  EXPECT_THAT(plain / 6, RoundsTo(shownIn(note, "ips-plain")));
  EXPECT_THAT(plain / weights, RoundsTo(shownIn(note, "ips-self-normalised")));
  EXPECT_THAT(weights * weights / squares, RoundsTo(shownIn(note, "effective-rows")));
  EXPECT_THAT(clipped / 6, RoundsTo(printedAfter(noteFile(note), "give 14.8 minutes plain, ")));
}

TEST(WorkedExperiment, InversePropensityWeighsTheRevenueOfEachChoice) {
  const std::vector<LoggedRow> rows = {{0.25, 0.5, 0.30}, {0.5, 0.25, 0}, {0.5, 0.25, 0.30}};
  double sum = 0;
  for (const LoggedRow& row : rows)
    sum += row.newChance / row.oldChance * row.reward;

  EXPECT_THAT(sum / 3, RoundsTo(printedAfter(noteFile("ad-click-prediction/5-evaluate"),
                                             "0.30, 0 and 0.30 USD give ")));
}

TEST(WorkedExperiment, InversePropensityIsUnbiasedOverAllLoggedChoices) {
  const std::vector<double> logging = {0.7, 0.2, 0.1};
  const std::vector<double> target = {0.1, 0.3, 0.6};
  const std::vector<double> reward = {1, 5, 9};
  double expected = 0;
  double truth = 0;
  for (std::size_t a = 0; a < 3; ++a) {
    expected += logging[a] * (target[a] / logging[a] * reward[a]);
    truth += target[a] * reward[a];
  }

  EXPECT_NEAR(expected, truth, 1e-12);
}

struct Stratum {
  double share;
  double rate;
  [[nodiscard]] double spread() const { return share * std::sqrt(rate * (1 - rate)); }
};

const std::vector<Stratum> kStrata = {{0.98, 0.0002}, {0.019, 0.02}, {0.001, 0.424}};

/// Variance of the stratified estimate with Neyman's allocation of `n` labels.
double stratifiedVariance(double n) {
  double spreads = 0;
  for (const Stratum& stratum : kStrata)
    spreads += stratum.spread();
  double variance = 0;
  for (const Stratum& stratum : kStrata)
    variance += stratum.spread() * stratum.spread() / (n * stratum.spread() / spreads);
  return variance;
}

TEST(WorkedExperiment, PrevalenceAndItsIntervalInStrata) {
  const std::string note = "harmful-content-detection/5-evaluate";
  double prevalence = 0;
  for (const Stratum& stratum : kStrata)
    prevalence += stratum.share * stratum.rate;
  const double simple = 0.001 * 0.999 / 30000;

  EXPECT_THAT(prevalence, RoundsTo(shownIn(note, "prevalence-from-strata")));
  EXPECT_THAT(1.96 * std::sqrt(simple), RoundsTo(shownIn(note, "simple-interval")));
  EXPECT_THAT(1.96 * std::sqrt(stratifiedVariance(30000)),
              RoundsTo(shownIn(note, "stratified-interval")));
  EXPECT_THAT(1.96 * std::sqrt(stratifiedVariance(210000)),
              RoundsTo(shownIn(note, "weekly-interval")));
  EXPECT_THAT(simple / stratifiedVariance(30000), RoundsTo(shownIn(note, "variance-gain")));
}

TEST(WorkedExperiment, NeymanGivesLabelsInProportionToShareTimesSpread) {
  double spreads = 0;
  for (const Stratum& stratum : kStrata)
    spreads += stratum.spread();
  const std::string table = figureFile("harmful-content-detection/prevalence-strata");

  EXPECT_NEAR(30000 * kStrata[0].spread() / spreads,
              printedAfter(table, R"(cells: [98.0 %, 0.02 %, "138.6", ")").value, 10);
  EXPECT_THAT(1e4 * spreads, RoundsTo(printedAfter(table, R"(cells: [100 %, 0.10 %, ")")));
}

TEST(WorkedExperiment, RaterErrorsInflatePrevalenceAndTheCorrectionUndoesIt) {
  const std::string note = "harmful-content-detection/5-evaluate";
  const double observed = 0.001 * 0.90 + 0.999 * (1 - 0.999);

  EXPECT_THAT(observed, RoundsTo(shownIn(note, "rater-inflation")));
  EXPECT_THAT((observed + 0.999 - 1) / (0.90 + 0.999 - 1), RoundsTo(shownIn(note, "rogan-gladen")));
  EXPECT_NEAR((observed + 0.999 - 1) / (0.90 + 0.999 - 1), 0.001, 1e-12);
}

/// Cohen's kappa of a table of counts: both yes, only A, only B, both no.
double kappa(double both, double onlyA, double onlyB, double neither) {
  const double all = both + onlyA + onlyB + neither;
  const double agreed = (both + neither) / all;
  const double a = (both + onlyA) / all;
  const double b = (both + onlyB) / all;
  const double chance = a * b + (1 - a) * (1 - b);
  return (agreed - chance) / (1 - chance);
}

TEST(WorkedExperiment, KappaOfTheTableOfTwoRaters) {
  const std::string note = "harmful-content-detection/3-data";

  EXPECT_THAT(kappa(140, 50, 30, 780), RoundsTo(shownIn(note, "kappa-worked")));
  EXPECT_THAT(0.19 * 0.17 + 0.81 * 0.83, RoundsTo(shownIn(note, "kappa-chance")));
  // Both flag 5 % and disagree on 8 % of 1,000.
  EXPECT_THAT(kappa(10, 40, 40, 910), RoundsTo(shownIn(note, "kappa-on-random-sample")));
  EXPECT_THAT((0.80 - 0.45) / (1 - 0.45),
              RoundsTo(shownIn("visual-search/5-evaluate", "worked-kappa")));
}

/// Chance that a draw from Beta(a, b) exceeds `limit`, by the midpoint rule.
double chanceAbove(double limit, double a, double b) {
  const double norm = std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b);
  constexpr int kSteps = 200000;
  double mass = 0;
  for (int step = 0; step < kSteps; ++step) {
    const double x = limit + (1 - limit) * (step + 0.5) / kSteps;
    mass += std::exp(norm + (a - 1) * std::log(x) + (b - 1) * std::log1p(-x));
  }
  return mass * (1 - limit) / kSteps;
}

double betaDeviation(double a, double b) {
  return std::sqrt(a * b / (a + b + 1)) / (a + b);
}

TEST(WorkedExperiment, DrawsFromThePosteriorBeatTheEstablishedVideoAsOftenAsPrinted) {
  const std::string note = noteFile("video-recommendation/7-monitor");

  EXPECT_THAT(100 * chanceAbove(0.08, 2.5 + 10, 47.5 + 90),
              RoundsTo(printedAfter(note, "10 plays in 100 beat an established 8 % video in ")));
  EXPECT_THAT(100 * chanceAbove(0.08, 2.5, 47.5),
              RoundsTo(printedAfter(note, "in 53 of 100 draws, the bare prior in ")));
  EXPECT_THAT(12.5 / 150, RoundsTo(shownIn("video-recommendation/7-monitor", "posterior-mean")));
}

TEST(WorkedExperiment, ThePosteriorOfANewAd) {
  const std::string note = noteFile("ad-click-prediction/7-monitor");

  EXPECT_THAT(4 / 200.0, RoundsTo(printedAfter(note, "3 clicks in 100 leave a belief of ")));
  EXPECT_THAT(100 * betaDeviation(1 + 3, 99 + 97),
              RoundsTo(printedAfter(note, "leave a belief of 2.0 % with a deviation of ")));
}

TEST(WorkedExperiment, ErrorsOfSharesAndCounts) {
  EXPECT_THAT(std::sqrt(0.05 * 0.95 / 100),
              RoundsTo(shownIn("video-recommendation/7-monitor", "error-of-first-hearing")));
  EXPECT_THAT(1 / std::sqrt(2500.0),
              RoundsTo(shownIn("ad-click-prediction/5-evaluate", "error-of-slice")));
  EXPECT_THAT(
      1.96 * std::sqrt(0.03 * 0.97 / 24000),
      RoundsTo(shownIn("harmful-content-detection/7-monitor", "checked-deletions-interval")));
}

TEST(WorkedExperiment, ManyLooksMakeAFalseFindingLikely) {
  double none = 1;
  for (int slice = 0; slice < 20; ++slice)
    none *= 0.95;
  double atMostFour = 0;
  double term = std::exp(-2.0);
  for (int found = 0; found <= 4; ++found) {
    atMostFour += term;
    term *= 2.0 / (found + 1);
  }

  EXPECT_THAT(1 - none,
              RoundsTo(shownIn("ad-click-prediction/5-evaluate", "false-alarm-in-slices")));
  EXPECT_THAT(1 - atMostFour, RoundsTo(shownIn("visual-search/7-monitor", "audit-false-alarm")));
}

TEST(WorkedExperiment, ATotalRisesWhileEverySliceFalls) {
  const std::string note = noteFile("video-recommendation/5-evaluate");

  EXPECT_THAT(0.7 * 60 + 0.3 * 80, RoundsTo(printedAfter(note, "so the total rises from ")));
  EXPECT_THAT((0.6 * 59 + 0.4 * 79) / 100,
              RoundsTo(printedAfter(note, "so the total rises from 66 to ")));
}

TEST(WorkedExperiment, ABoostLooksLargerAgainstTheCrowdedOut) {
  const std::string note = noteFile("video-recommendation/5-evaluate");

  EXPECT_THAT(130.0 / 92 - 1, RoundsTo(printedAfter(note, "A boost looks like +")));
  EXPECT_THAT((130.0 + 92) / 2 / 100 - 1,
              RoundsTo(printedAfter(note, "against the untouched, and +")));
}

}  // namespace
}  // namespace phaseboard
