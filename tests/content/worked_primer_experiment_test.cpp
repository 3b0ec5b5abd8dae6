// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "tests/content/printed_value.h"

/// Experiments, logged policies, drift and rhythms of the primer, each computed from its definition
/// on the example that the note prints.
namespace phaseboard {
namespace {

using test::figureFile;
using test::noteFile;
using test::printedAfter;
using test::PrintedValue;
using test::RoundsTo;
using test::shownIn;

const char* const kEvaluateNote = "framework-primer/5-evaluate";
const char* const kMonitorNote = "framework-primer/7-monitor";

PrintedValue evaluateSays(const std::string& words) {
  return printedAfter(noteFile(kEvaluateNote), words);
}

PrintedValue monitorSays(const std::string& words) {
  return printedAfter(noteFile(kMonitorNote), words);
}

double belowInNormal(double z) {
  return std::erfc(-z / std::sqrt(2.0)) / 2;
}

double twoSided(double z) {
  return 2 * (1 - belowInNormal(std::abs(z)));
}

TEST(PrimerExperiment, AnArmOfThePrintedSizeFindsTheEffectInFourOfFiveTests) {
  const double users = shownIn(kEvaluateNote, "users-an-arm-worked").value;
  const double effect = 0.05 * 0.02;
  const double error = std::sqrt(2 * 0.05 * 0.95 / users);

  EXPECT_NEAR(belowInNormal(effect / error - 1.96), 0.80, 0.01);
  EXPECT_THAT(4 * std::sqrt(0.05 * 0.95 / 100e3) / 0.05,
              RoundsTo(shownIn(kEvaluateNote, "smallest-effect-worked")));
  EXPECT_THAT(100 * 4 * std::sqrt(0.05 * 0.95 / 100e3),
              RoundsTo(evaluateSays("With 100,000 an arm it is ")));
}

TEST(PrimerExperiment, CupedLeavesWhatThePastDoesNotExplain) {
  // Y = 0.6 X + noise with unit variances, so that the correlation is 0.6
  const double varianceLeft = 1 - 0.6 * 0.6;

  EXPECT_THAT(760e3 * varianceLeft, RoundsTo(evaluateSays("760,000 users an arm become ")));
  EXPECT_THAT(760e3 * varianceLeft, RoundsTo(shownIn(kEvaluateNote, "users-with-cuped-worked")));
  EXPECT_THAT(varianceLeft, RoundsTo(evaluateSays("a correlation of 0.6 the variance falls to ")));
  EXPECT_THAT(1 - 0.3 * 0.3, RoundsTo(evaluateSays("With 0.3 it falls to ")));
}

/// Chance that one of `looks` equally spaced looks at a sum of noise leaves ±1.96, by carrying the
/// density of the sum from look to look on a fine grid.
double falseAlarmOfLooks(int looks) {
  const double step = 0.05;
  const std::size_t middle = 600;
  const std::size_t reach = 120;
  const auto place = [&](std::size_t cell) {
    return step * (static_cast<double>(cell) - static_cast<double>(middle));
  };
  std::vector<double> density(2 * middle + 1);
  density[middle] = 1 / step;
  double stopped = 0;
  for (int look = 1; look <= looks; ++look) {
    std::vector<double> next(density.size());
    for (std::size_t from = 0; from < density.size(); ++from) {
      const double mass = density[from] * step;
      const std::size_t last = std::min(density.size() - 1, from + reach);
      for (std::size_t to = from - std::min(from, reach); mass > 1e-12 && to <= last; ++to) {
        const double move = place(to) - place(from);
        next[to] += mass * std::exp(-move * move / 2) / std::sqrt(2 * std::acos(-1.0));
      }
    }
    const double limit = 1.959964 * std::sqrt(look);
    for (std::size_t at = 0; at < next.size(); ++at)
      if (std::abs(place(at)) > limit) {
        stopped += next[at] * step;
        next[at] = 0;
      }
    density = next;
  }
  return stopped;
}

TEST(PrimerExperiment, LookingOftenRaisesFalseAlarmsAsTheCurveShows) {
  const std::string figure = figureFile("framework-primer/peeking");

  EXPECT_NEAR(falseAlarmOfLooks(1), 0.05, 0.004);
  EXPECT_NEAR(falseAlarmOfLooks(5), evaluateSays("false alarms from 5 % to [about ").value, 0.006);
  EXPECT_NEAR(falseAlarmOfLooks(10), evaluateSays("with five looks, ").value, 0.006);
  EXPECT_NEAR(falseAlarmOfLooks(20), evaluateSays("19 % with ten and ").value, 0.006);
  EXPECT_NEAR(100 * falseAlarmOfLooks(14), printedAfter(figure, "[14, ").value, 0.6);
  EXPECT_NEAR(100 * falseAlarmOfLooks(30), printedAfter(figure, "[20, 24.8], [30, ").value, 0.6);
}

TEST(PrimerExperiment, ASplitThatLostThreeThousandUsersIsNoChance) {
  const double expected = (500e3 + 503e3) / 2;
  const double chiSquare = 2 * std::pow(503e3 - expected, 2) / expected;

  EXPECT_THAT(chiSquare, RoundsTo(shownIn(kEvaluateNote, "split-check-worked")));
  EXPECT_THAT(twoSided(std::sqrt(chiSquare)), RoundsTo(evaluateSays("and $p$ = ")));
}

TEST(PrimerExperiment, NoveltyDoublesTheFirstFortnight) {
  const auto meanEffect = [](int from, int to) {
    double sum = 0;
    for (int day = from; day <= to; ++day)
      sum += 0.8 + 2.2 * std::exp(-(day - 1) / 5.0);
    return sum / (to - from + 1);
  };

  EXPECT_THAT(meanEffect(1, 14) / 100, RoundsTo(evaluateSays("The mean of days 1 to 14 is ")));
  EXPECT_THAT(meanEffect(15, 28) / 100, RoundsTo(evaluateSays("of days 15 to 28 it is ")));
}

TEST(PrimerExperiment, ClustersAndPairsOfRankings) {
  const double deff = 1 + (50 - 1) * 0.05;
  const double z = (540 - 500) / std::sqrt(1000 * 0.25);

  EXPECT_THAT(deff, RoundsTo(shownIn(kEvaluateNote, "design-effect-worked")));
  EXPECT_NEAR(100e3 / deff, evaluateSays("so 100,000 users count like ").value, 500);
  EXPECT_THAT(z, RoundsTo(shownIn(kEvaluateNote, "interleaving-worked")));
  EXPECT_THAT(twoSided(z), RoundsTo(evaluateSays("so $p$ = ")));
}

TEST(PrimerExperiment, ThreeEstimatesOfAPolicyFromFourRows) {
  const std::vector<std::pair<double, double>> weightAndReward = {{2, 1}, {0, 1}, {4, 0}, {5, 1}};
  double weighted = 0;
  double weights = 0;
  double squares = 0;
  double clipped = 0;
  for (const auto& [weight, reward] : weightAndReward) {
    weighted += weight * reward;
    weights += weight;
    squares += weight * weight;
    clipped += std::min(weight, 4.0) * reward;
  }

  EXPECT_THAT(weighted / 4, RoundsTo(evaluateSays("- IPS = 7 / 4 = ")));
  EXPECT_THAT(weighted / weights, RoundsTo(shownIn(kEvaluateNote, "self-normalised-worked")));
  EXPECT_THAT(weights * weights / squares,
              RoundsTo(shownIn(kEvaluateNote, "effective-rows-worked")));
  EXPECT_THAT(clipped / 4, RoundsTo(evaluateSays("- Clipped at 4, IPS is 6 / 4 = ")));
}

TEST(PrimerExperiment, BoundsAndBeliefsOfThreeItems) {
  const auto bound = [](double clicks, double shown) {
    return clicks / shown + std::sqrt(2 * std::log(1100.0) / shown);
  };
  const auto deviation = [](double a, double b) {
    return std::sqrt(a * b / ((a + b) * (a + b) * (a + b + 1)));
  };
  const std::string figure = figureFile("framework-primer/explore-beliefs");

  EXPECT_THAT(bound(50, 1000), RoundsTo(monitorSays("The bounds are 0.05 + 0.118 = ")));
  EXPECT_THAT(bound(2, 20), RoundsTo(shownIn(kMonitorNote, "bound-of-young")));
  EXPECT_THAT(bound(1, 80), RoundsTo(monitorSays("0.0125 + 0.418 = ")));
  EXPECT_THAT(3.0 / 40, RoundsTo(shownIn(kMonitorNote, "belief-of-young")));
  EXPECT_THAT(100 * deviation(51, 969),
              RoundsTo(printedAfter(figure, "mean 5.0 % and deviation ")));
  EXPECT_THAT(100 * deviation(3, 37), RoundsTo(printedAfter(figure, "mean 7.5 % and deviation ")));
  EXPECT_THAT(100 * deviation(2, 98), RoundsTo(printedAfter(figure, "mean 2.0 % and deviation ")));
  EXPECT_THAT(1 - 0.1 + 0.1 / 10, RoundsTo(monitorSays("a chance of 0.01, the best ")));
}

TEST(PrimerExperiment, FourDistancesOfTwoHistograms) {
  const std::vector<double> now = {0.4, 0.3, 0.3};
  const std::vector<double> then = {0.5, 0.3, 0.2};
  const auto kl = [](const std::vector<double>& p, const std::vector<double>& q) {
    double sum = 0;
    for (std::size_t bin = 0; bin < p.size(); ++bin)
      sum += p[bin] * std::log(p[bin] / q[bin]);
    return sum;
  };
  std::vector<double> middle;
  double psi = 0;
  double gap = 0;
  double running = 0;
  for (std::size_t bin = 0; bin < 3; ++bin) {
    middle.push_back((now[bin] + then[bin]) / 2);
    psi += (now[bin] - then[bin]) * std::log(now[bin] / then[bin]);
    running += now[bin] - then[bin];
    gap = std::max(gap, std::abs(running));
  }

  EXPECT_THAT(psi, RoundsTo(shownIn(kMonitorNote, "psi-worked")));
  EXPECT_THAT(kl(now, then), RoundsTo(shownIn(kMonitorNote, "kl-forward-worked")));
  EXPECT_THAT(kl(then, now), RoundsTo(shownIn(kMonitorNote, "kl-backward-worked")));
  EXPECT_NEAR(kl(now, then) + kl(then, now), psi, 1e-12);
  EXPECT_THAT((kl(now, middle) + kl(then, middle)) / 2,
              RoundsTo(shownIn(kMonitorNote, "js-worked")));
  EXPECT_THAT(gap, RoundsTo(monitorSays("- KS = ")));
  EXPECT_THAT(2.0 * (10 - 1) / 100, RoundsTo(shownIn(kMonitorNote, "psi-of-noise")));
}

TEST(PrimerExperiment, AnotherBaseRateAndLateLabels) {
  // the likelihood ratio behind a score stays, the prior odds change
  const double ratio = (0.10 / 0.90) / (0.01 / 0.99);
  const double odds = ratio * 0.02 / 0.98;

  EXPECT_THAT(odds / (1 + odds), RoundsTo(shownIn(kMonitorNote, "shifted-score")));
  EXPECT_THAT(odds, RoundsTo(monitorSays("A score of 0.10 has odds 0.111, becomes ")));
  EXPECT_THAT(1200 / 0.80, RoundsTo(shownIn(kMonitorNote, "final-conversions")));
  EXPECT_THAT(1500.0 / 1200, RoundsTo(monitorSays("Without the correction calibration shows ")));
}

TEST(PrimerExperiment, NoiseOfChartsJudgesAndBudgets) {
  EXPECT_THAT(1.96 * std::sqrt(0.9 * 0.1 / 300),
              RoundsTo(shownIn(kMonitorNote, "judged-interval")));
  EXPECT_THAT(std::pow(0.95, 20), RoundsTo(shownIn(kMonitorNote, "unlucky-items")));
  EXPECT_THAT(std::pow(0.95, 80), RoundsTo(shownIn(kMonitorNote, "unlucky-after-exploring")));
  EXPECT_THAT(0.0144 / (1 - 0.999), RoundsTo(monitorSays("An error rate of 1.44 % burns at ")));
  EXPECT_THAT(14.4 / (30 * 24), RoundsTo(shownIn(kMonitorNote, "burn-in-an-hour")));
  EXPECT_THAT(288 * twoSided(3), RoundsTo(monitorSays("leaves three sigma 288 × 0.0027 = ")));
  EXPECT_NEAR(1 / (200 * 288 * std::pow(0.0027, 3)) / 365, 2.5, 0.2);
}

TEST(PrimerExperiment, TheBestRhythmHasTheLeastCost) {
  const auto cost = [](double days) { return 4000 / days + 500 * days / 2; };
  const double best = shownIn(kMonitorNote, "best-interval").value;

  EXPECT_LT(cost(best), cost(best - 0.1));
  EXPECT_LT(cost(best), cost(best + 0.1));
  EXPECT_THAT(cost(best), RoundsTo(shownIn(kMonitorNote, "cost-at-best")));
  EXPECT_THAT(cost(1), RoundsTo(shownIn(kMonitorNote, "cost-daily")));
  EXPECT_THAT(cost(14), RoundsTo(shownIn(kMonitorNote, "cost-fortnightly")));
}

}  // namespace
}  // namespace phaseboard
