// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

#include "tests/content/printed_value.h"

/// The metrics handbook of the primer: thresholds, probabilities, lists and quantities, each
/// computed from its definition on the example that the page prints.
namespace phaseboard {
namespace {

using test::figureFile;
using test::noteFile;
using test::printedAfter;
using test::PrintedValue;
using test::RoundsTo;
using test::shownIn;

const char* const kHandbook = "framework-primer/5-evaluate";

PrintedValue handbookSays(const std::string& words) {
  return printedAfter(noteFile(kHandbook), words);
}

PrintedValue handbookNumber(const std::string& number) {
  return shownIn(kHandbook, number);
}

/// The list of eight items that most pages share, by falling score.
const std::vector<int> kEightLabels = {1, 0, 1, 0, 0, 1, 0, 0};

double positivesAmong(const std::vector<int>& labels, std::size_t first) {
  return std::accumulate(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(first), 0.0);
}

double precisionAfter(const std::vector<int>& labels, std::size_t cut) {
  return positivesAmong(labels, cut) / static_cast<double>(cut);
}

double recallAfter(const std::vector<int>& labels, std::size_t cut) {
  return positivesAmong(labels, cut) / positivesAmong(labels, labels.size());
}

/// @param positives  of the query, those that the list does not hold included
double averagePrecision(const std::vector<int>& labels, double positives) {
  double sum = 0;
  for (std::size_t rank = 1; rank <= labels.size(); ++rank)
    sum += labels[rank - 1] == 1 ? precisionAfter(labels, rank) : 0;
  return sum / positives;
}

/// Share of pairs of a positive and a negative in the right order; ties count half.
double shareOfRightPairs(const std::vector<std::pair<double, int>>& rows) {
  double right = 0;
  double pairs = 0;
  for (const auto& [score, label] : rows)
    for (const auto& [other, otherLabel] : rows)
      if (label == 1 && otherLabel == 0) {
        pairs += 1;
        right += score > other ? 1 : score == other ? 0.5 : 0;
      }
  return right / pairs;
}

TEST(PrimerMetrics, AccuracyPrecisionRecallAndBothFOfTheWorkedMatrix) {
  const double tp = 32;
  const double fp = 48;
  const double fn = 8;
  const double tn = 912;
  const double precision = tp / (tp + fp);
  const double recall = tp / (tp + fn);
  const auto f = [&](double beta) {
    return (1 + beta * beta) * precision * recall / (beta * beta * precision + recall);
  };

  EXPECT_THAT((tp + tn) / 1000, RoundsTo(handbookNumber("accuracy-worked")));
  EXPECT_THAT(precision, RoundsTo(handbookSays("- precision 32 / 80 = ")));
  EXPECT_THAT(recall, RoundsTo(handbookSays("- recall 32 / 40 = ")));
  EXPECT_THAT(2 / (1 / precision + 1 / recall), RoundsTo(handbookNumber("f1-worked")));
  EXPECT_THAT(f(2), RoundsTo(handbookNumber("f2-worked")));
  EXPECT_THAT(fp / (fp + tn), RoundsTo(handbookSays("false positive rate 48 / 960 = ")));
  EXPECT_THAT(tn / (tn + fp), RoundsTo(handbookSays("48 / 960 = 0.05, specificity ")));
  EXPECT_THAT((fp + tn) / 1000, RoundsTo(handbookSays("\"Never\" scores ")));
}

TEST(PrimerMetrics, TheSamePointOfTheRocCurveHasAnotherPrecisionElsewhere) {
  const auto precision = [](double rate) { return 0.8 * rate / (0.8 * rate + 0.05 * (1 - rate)); };

  EXPECT_THAT(precision(0.04), RoundsTo(handbookSays("[precision](figure:precision-by-rate) is ")));
  EXPECT_THAT(precision(0.001), RoundsTo(handbookNumber("precision-at-rare")));
}

TEST(PrimerMetrics, RocAucCountsPairsAndIsTheAreaUnderTheSteps) {
  std::vector<std::pair<double, int>> rows;
  for (std::size_t rank = 0; rank < kEightLabels.size(); ++rank)
    rows.emplace_back(-static_cast<double>(rank), kEightLabels[rank]);
  double area = 0;
  double height = 0;
  for (const int label : kEightLabels)
    label == 1 ? height += 1.0 / 3 : area += height / 5;

  EXPECT_THAT(shareOfRightPairs(rows), RoundsTo(handbookNumber("auc-worked")));
  EXPECT_NEAR(area, shareOfRightPairs(rows), 1e-12);
}

TEST(PrimerMetrics, AveragePrecisionHasTwoEqualForms) {
  double steps = 0;
  for (std::size_t cut = 1; cut <= 8; ++cut)
    steps +=
        (recallAfter(kEightLabels, cut) - (cut == 1 ? 0 : recallAfter(kEightLabels, cut - 1))) *
        precisionAfter(kEightLabels, cut);

  EXPECT_THAT(averagePrecision(kEightLabels, 3), RoundsTo(handbookNumber("ap-worked")));
  EXPECT_NEAR(steps, averagePrecision(kEightLabels, 3), 1e-12);
}

TEST(PrimerMetrics, APromiseOfPrecisionLeavesTheRecallOfTheFarthestGoodCut) {
  const auto recallAt = [](double promise) {
    double best = 0;
    for (std::size_t cut = 1; cut <= 8; ++cut)
      if (precisionAfter(kEightLabels, cut) >= promise - 1e-12)
        best = std::max(best, recallAfter(kEightLabels, cut));
    return best;
  };

  EXPECT_THAT(recallAt(0.60), RoundsTo(handbookNumber("promise-worked")));
  EXPECT_NEAR(recallAt(0.90), 1.0 / 3, 1e-12);
  EXPECT_NEAR(recallAt(0.50), 1, 1e-12);
  EXPECT_THAT(1.96 * std::sqrt(0.9 * 0.1 / 100), RoundsTo(handbookNumber("promise-error-worked")));
}

TEST(PrimerMetrics, LogLossEntropyAndBrierOfFourRows) {
  const std::vector<std::pair<int, double>> rows = {{1, 0.8}, {1, 0.4}, {0, 0.3}, {0, 0.1}};
  double loss = 0;
  double constant = 0;
  double brier = 0;
  for (const auto& [label, p] : rows) {
    loss -= std::log(label == 1 ? p : 1 - p) / 4;
    constant -= std::log(0.5) / 4;
    brier += (p - label) * (p - label) / 4;
  }

  EXPECT_THAT(loss, RoundsTo(handbookNumber("log-loss-worked")));
  EXPECT_THAT(loss / constant, RoundsTo(handbookNumber("ne-worked")));
  EXPECT_THAT(brier, RoundsTo(handbookNumber("brier-worked")));
  EXPECT_THAT(1 - brier / 0.25,
              RoundsTo(handbookSays("so the skill score is 1 - 0.125 / 0.25 = ")));
  EXPECT_THAT(-std::log(0.0001), RoundsTo(handbookSays("= 0.0001 on a positive costs ")));
  EXPECT_THAT(-std::log(0.0001) / loss, RoundsTo(handbookSays("costs 9.2 nats, as much as ")));
  EXPECT_THAT(0.001 * 0.999, RoundsTo(handbookSays("the constant already scores ")));
}

TEST(PrimerMetrics, TheRatioIsOneWhileTheBinsAreWrong) {
  struct Bin {
    double rows;
    double said;
    double seen;
  };
  const std::vector<Bin> bins = {{500, 0.02, 0.01}, {300, 0.1, 0.1}, {200, 0.4, 0.425}};
  double said = 0;
  double seen = 0;
  double error = 0;
  for (const Bin& bin : bins) {
    said += bin.rows * bin.said;
    seen += bin.rows * bin.seen;
    error += bin.rows / 1000 * std::abs(bin.said - bin.seen);
  }

  EXPECT_THAT(said / seen, RoundsTo(handbookSays("The ratio is 120 / 120 = ")));
  EXPECT_THAT(error, RoundsTo(handbookNumber("ece-worked")));
  // the mean distance of a normal error is its deviation times the root of 2 / pi
  EXPECT_THAT(std::sqrt(2 / std::acos(-1.0)) * std::sqrt(0.1 * 0.9 / 100),
              RoundsTo(handbookNumber("ece-noise")));
}

TEST(PrimerMetrics, PrecisionRecallAndHitsOfTheFirstResults) {
  EXPECT_NEAR(precisionAfter(kEightLabels, 3), 2.0 / 3, 1e-12);
  EXPECT_NEAR(recallAfter(kEightLabels, 3), 2.0 / 3, 1e-12);
  EXPECT_NEAR(precisionAfter(kEightLabels, 5), 2.0 / 5, 1e-12);
  EXPECT_NEAR(recallAfter(kEightLabels, 5), 2.0 / 3, 1e-12);
  EXPECT_THAT(3.0 / 10, RoundsTo(handbookSays("with three relevant items cannot exceed ")));
  EXPECT_THAT(10.0 / 100, RoundsTo(handbookSays("with 100 relevant items cannot exceed ")));
}

TEST(PrimerMetrics, MeanReciprocalRankAndMeanAveragePrecisionOfThreeQueries) {
  const double first = averagePrecision(kEightLabels, 3);
  const double second = averagePrecision({0, 0, 1}, 1);

  EXPECT_THAT((1 + 1.0 / 3 + 0) / 3, RoundsTo(handbookNumber("mrr-worked")));
  EXPECT_THAT(second, RoundsTo(handbookSays("one relevant item at rank 3, AP ")));
  EXPECT_THAT((first + second + 0) / 3, RoundsTo(handbookNumber("map-worked")));
}

double discounted(const std::vector<double>& gains, std::size_t k) {
  double sum = 0;
  for (std::size_t rank = 1; rank <= std::min(k, gains.size()); ++rank)
    sum += gains[rank - 1] / std::log2(static_cast<double>(rank) + 1);
  return sum;
}

TEST(PrimerMetrics, NdcgWithLinearAndWithExponentialGains) {
  const std::vector<double> grades = {3, 0, 2, 0, 0, 1, 0, 0};
  const auto ndcg = [&](const std::function<double(double)>& gainOf) {
    std::vector<double> gains(grades.size());
    std::transform(grades.begin(), grades.end(), gains.begin(), gainOf);
    std::vector<double> ideal = gains;
    std::sort(ideal.begin(), ideal.end(), std::greater<>());
    return discounted(gains, 5) / discounted(ideal, 5);
  };

  EXPECT_THAT(discounted(grades, 5), RoundsTo(handbookSays("DCG@5 = 3 + 2 / 2 = ")));
  EXPECT_THAT(discounted({3, 2, 1}, 5), RoundsTo(handbookSays("3 + 2 × 0.631 + 1 × 0.5 = ")));
  EXPECT_THAT(ndcg([](double grade) { return grade; }),
              RoundsTo(handbookNumber("ndcg-linear-worked")));
  EXPECT_THAT(ndcg([](double grade) { return std::exp2(grade) - 1; }),
              RoundsTo(handbookNumber("ndcg-exponential-worked")));
  EXPECT_THAT(1 / std::log2(7.0), RoundsTo(handbookSays("0.431 | 0.387 | ")));
}

TEST(PrimerMetrics, PooledAucRewardsWhatNoPageDecides) {
  const std::vector<std::pair<double, int>> often = {{0.9, 1}, {0.8, 0}, {0.7, 1}, {0.6, 1}};
  const std::vector<std::pair<double, int>> seldom = {{0.4, 0}, {0.3, 1}, {0.2, 0}, {0.1, 0}};
  std::vector<std::pair<double, int>> pooled = often;
  pooled.insert(pooled.end(), seldom.begin(), seldom.end());

  EXPECT_THAT(shareOfRightPairs(often),
              RoundsTo(handbookSays("One of three pairs is right, AUC ")));
  EXPECT_THAT(shareOfRightPairs(seldom),
              RoundsTo(handbookSays("Two of three pairs are right, AUC ")));
  EXPECT_THAT((4 * shareOfRightPairs(often) + 4 * shareOfRightPairs(seldom)) / 8,
              RoundsTo(handbookNumber("gauc-worked")));
  EXPECT_THAT(shareOfRightPairs(pooled), RoundsTo(handbookNumber("pooled-auc-worked")));
}

TEST(PrimerMetrics, ErrorsOfQuantities) {
  const std::vector<double> errors = {1, 2, 3, 10};
  double absolute = 0;
  double squared = 0;
  for (const double error : errors) {
    absolute += std::abs(error) / 4;
    squared += error * error / 4;
  }
  const auto pinball = [](double tau, double error) {
    return std::max(tau * error, (tau - 1) * error);
  };

  EXPECT_THAT(absolute, RoundsTo(handbookNumber("mae-worked")));
  EXPECT_THAT(std::sqrt(squared), RoundsTo(handbookNumber("rmse-worked")));
  EXPECT_THAT(pinball(0.9, 10), RoundsTo(handbookNumber("quantile-loss-worked")));
  EXPECT_NEAR(pinball(0.9, -10), 1, 1e-12);
  EXPECT_THAT(std::sqrt(0.9 * 0.1 / 100), RoundsTo(handbookNumber("coverage-worked")));
  EXPECT_THAT(84.0 / 100, RoundsTo(handbookSays("into their 90 % intervals, a coverage of ")));
}

TEST(PrimerMetrics, TheNinetiethPercentileMinimisesItsLoss) {
  std::vector<double> outcomes(100);
  std::iota(outcomes.begin(), outcomes.end(), 1.0);
  const auto loss = [&](double said) {
    double sum = 0;
    for (const double outcome : outcomes)
      sum += std::max(0.9 * (outcome - said), (0.9 - 1) * (outcome - said));
    return sum;
  };

  EXPECT_LT(loss(90.5), loss(89.5));
  EXPECT_LT(loss(90.5), loss(91.5));
  EXPECT_LT(loss(90.5), loss(50.5));
}

}  // namespace
}  // namespace phaseboard
