// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/content/printed_value.h"

/// Estimates, rows and serving of the primer, each computed from its definition on the example that
/// the note prints.
namespace phaseboard {
namespace {

using test::noteFile;
using test::printedAfter;
using test::PrintedValue;
using test::RoundsTo;
using test::shownIn;

const char* const kClarifyNote = "framework-primer/1-clarify";
const char* const kDataNote = "framework-primer/3-data";
const char* const kServeNote = "framework-primer/6-serve";

PrintedValue clarifySays(const std::string& words) {
  return printedAfter(noteFile(kClarifyNote), words);
}

PrintedValue dataSays(const std::string& words) {
  return printedAfter(noteFile(kDataNote), words);
}

PrintedValue serveSays(const std::string& words) {
  return printedAfter(noteFile(kServeNote), words);
}

TEST(PrimerSystems, TheEstimatesFollowFromUsersAndDays) {
  const double perSecond = 100e6 * 10 / (24 * 60 * 60);
  const double flops = 2 * perSecond * 500 * 4e6;

  EXPECT_THAT(perSecond, RoundsTo(shownIn(kClarifyNote, "clarify-mean-load")));
  EXPECT_THAT(flops / 20e9, RoundsTo(clarifySays("Cores of 20 GFLOP/s: ")));
  EXPECT_NEAR(flops / 20e9 / 0.6, clarifySays("2,315 busy, ").value, 0.6);
  EXPECT_EQ(std::ceil(flops / 20e9 / 0.6 / 64), clarifySays("3,858 at 60 % load, ").value);
  EXPECT_THAT(2 * perSecond * 20e3 * 8 / 1e9,
              RoundsTo(clarifySays("The answer, 20 items × 1 kB, takes ")));
  EXPECT_THAT(1e6 / 86400,
              RoundsTo(clarifySays("a day has 86,400 s, about $10^5$; a million a day is ")));
}

TEST(PrimerSystems, TrainingCostsSixOperationsAWeightAndRow) {
  // a product costs one multiplication and one addition forward, and twice that backward
  const double operations = (2 + 2 * 2) * 2e6 * 53.76e9;

  EXPECT_THAT(operations / 20e12 / 3600, RoundsTo(shownIn(kClarifyNote, "clarify-training-hours")));
  EXPECT_THAT(53.76e9 * 500 / 1e9 / 3600, RoundsTo(shownIn(kClarifyNote, "clarify-reading-hours")));
}

TEST(PrimerSystems, LabelsArriveExponentially) {
  const auto arrived = [](double minutes) { return 1 - std::exp(-minutes / 20); };

  EXPECT_THAT(arrived(10), RoundsTo(dataSays("$$F(t) = 1 - e^{-t / 20}$$ Then ")));
  EXPECT_THAT(arrived(30), RoundsTo(shownIn(kDataNote, "data-arrived-30")));
  EXPECT_THAT(arrived(60), RoundsTo(dataSays("77.7 % after 30, ")));
  EXPECT_THAT(arrived(120), RoundsTo(dataSays("95.0 % after 60 and ")));
  EXPECT_THAT(0.05 * arrived(30), RoundsTo(shownIn(kDataNote, "data-learned-rate")));
}

TEST(PrimerSystems, WeightsOfLateRowsAddUpToOne) {
  // the third way out: positives weigh 1 / F, the others what keeps the expected sum of a row at 1
  const double q = 0.05;
  const double f = 0.777;
  const double seen = q * f;
  const double weightOfOthers = (1 - q) / (1 - seen);

  EXPECT_NEAR(seen / f + (1 - seen) * weightOfOthers, 1, 1e-12);
  EXPECT_NEAR(seen / f, q, 1e-12);
}

TEST(PrimerSystems, APriorSmoothsRatesOfFewEvents) {
  const auto smooth = [](double clicks, double views) {
    return (clicks + 100 * 0.05) / (views + 100);
  };

  EXPECT_THAT(smooth(3, 20), RoundsTo(shownIn(kDataNote, "data-smoothed-rate")));
  EXPECT_THAT(100 * smooth(300, 2000), RoundsTo(dataSays("$(300 + 5) / (2000 + 100) = ")));
}

TEST(PrimerSystems, PositionTurnsTheOrderRound) {
  const std::vector<double> relevance = {0.10, 0.12, 0.16};
  const std::vector<double> looked = {1, 0.5, 0.25};
  std::vector<double> clicked;
  for (std::size_t item = 0; item < 3; ++item)
    clicked.push_back(looked[item] * relevance[item]);

  EXPECT_TRUE(std::is_sorted(clicked.rbegin(), clicked.rend()));
  EXPECT_TRUE(std::is_sorted(relevance.begin(), relevance.end()));
  EXPECT_THAT(clicked[2], RoundsTo(dataSays("Click rates are 0.10, 0.06 and ")));
}

TEST(PrimerSystems, RecalibrationUndoesRowSampling) {
  const double clicks = 5;
  const double others = 95 * 0.2;
  const double inSample = clicks / (clicks + others);
  const auto logit = [](double p) { return std::log(p / (1 - p)); };

  EXPECT_THAT(inSample, RoundsTo(dataSays("so $p = 5 / 24 = ")));
  EXPECT_THAT(inSample / (inSample + (1 - inSample) / 0.2),
              RoundsTo(shownIn(kDataNote, "data-back")));
  EXPECT_THAT(logit(inSample), RoundsTo(dataSays("+ \\ln w$. Here $")));
  EXPECT_NEAR(logit(inSample) + std::log(0.2), logit(0.05), 1e-12);
  EXPECT_THAT(inSample / 0.05, RoundsTo(dataSays("At $q = 0.05$ the sample says ")));
  EXPECT_THAT(0.5 / (0.5 + 0.5 * 0.2) / 0.5,
              RoundsTo(dataSays("4.2 times too much, at $q = 0.5$ only ")));
}

TEST(PrimerSystems, WeightsReturnTheRateAndCostRows) {
  const double weighted = (2 * 10 + 40 * 1) / (100 * 10 + 100 * 1.0);
  const double truth = (1000 * 0.02 + 100 * 0.40) / 1100;

  EXPECT_NEAR(weighted, truth, 1e-12);
  EXPECT_THAT(weighted, RoundsTo(shownIn(kDataNote, "data-weighted-rate")));
  EXPECT_THAT(std::pow(100 * 10 + 100, 2) / (100 * 10 * 10 + 100),
              RoundsTo(shownIn(kDataNote, "data-effective-rows")));
  EXPECT_THAT(100 * 42.0 / 200, RoundsTo(dataSays("The plain rate is $42 / 200 = ")));
}

TEST(PrimerSystems, ACascadePaysForItselfAndLosesALittle) {
  const double all = 10e3 * 1000 * 20e-6;
  const double cascade = 10e3 * 200 * 20e-6;

  EXPECT_THAT(all, RoundsTo(serveSays("10,000 requests a second need ")));
  EXPECT_EQ(std::ceil(all / 0.6), serveSays("need 200 GPUs, ").value);
  EXPECT_THAT(cascade / 0.6, RoundsTo(shownIn(kServeNote, "gpus-cascade")));
  EXPECT_THAT(0.90 * 0.97, RoundsTo(shownIn(kServeNote, "survival-of-cascade")));
}

TEST(PrimerSystems, FusionByRankPrefersWhatTwoSourcesLike) {
  const auto fused = [](const std::vector<double>& ranks) {
    double sum = 0;
    for (const double rank : ranks)
      sum += 1 / (60 + rank);
    return sum;
  };

  EXPECT_THAT(fused({1, 40}),
              RoundsTo(serveSays("first by vectors and 40th by words, 1/61 + 1/100 = ")));
  EXPECT_THAT(fused({3, 4}), RoundsTo(shownIn(kServeNote, "fused-both")));
  EXPECT_GT(fused({3, 4}), fused({1, 40}));
  EXPECT_THAT(80.0 - 60, RoundsTo(serveSays("Words alone add ")));
  EXPECT_THAT(80.0 - 50, RoundsTo(serveSays("Words alone add 20 and the towers alone ")));
}

TEST(PrimerSystems, MarginalRelevancePutsTheUnlikeItemSecond) {
  const auto marginal = [](double relevance, double cosine) {
    return 0.7 * relevance - (1 - 0.7) * cosine;
  };

  EXPECT_THAT(marginal(0.85, 0.95), RoundsTo(serveSays("so it has 0.595 - 0.285 = ")));
  EXPECT_THAT(marginal(0.60, 0.20), RoundsTo(shownIn(kServeNote, "marginal-worked")));
  EXPECT_GT(marginal(0.60, 0.20), marginal(0.85, 0.95));
}

TEST(PrimerSystems, BytesOfFourIndexes) {
  const double n = 100e6;

  EXPECT_THAT(n * 128 * 4 / 1e9, RoundsTo(serveSays("| flat, fp32 | 512 | ")));
  EXPECT_THAT(n * (128 * 2 + 2 * 32 * 4) / 1e9, RoundsTo(shownIn(kServeNote, "hnsw-bytes")));
  EXPECT_THAT(n * (128 + 8) / 1e9, RoundsTo(shownIn(kServeNote, "ivf-bytes")));
  EXPECT_THAT(n * (32 + 8) / 1e9, RoundsTo(shownIn(kServeNote, "pq-bytes")));
  EXPECT_THAT(n * 128 * 2 / 100e9 * 1000,
              RoundsTo(serveSays("25.6 GB at 100 GB/s of memory bandwidth are ")));
  EXPECT_THAT(475.0 / 500, RoundsTo(serveSays("475 of the true 500 are found, ")));
  EXPECT_THAT(0.84 * 0.95, RoundsTo(serveSays("0.84 about 0.84 × 0.95 = ")));
}

TEST(PrimerSystems, OneOfTwentyShardsIsOftenSlow) {
  double noneSlow = 1;
  for (int shard = 0; shard < 20; ++shard)
    noneSlow *= 0.99;

  EXPECT_THAT(1 - noneSlow, RoundsTo(shownIn(kServeNote, "slow-fan-out")));
  EXPECT_THAT((99 * 10 + 1000) / 100.0, RoundsTo(serveSays("one of 1,000 ms have a mean of ")));
}

/// Mean time in a queue with random arrivals and one server, from the chances of n requests inside.
double timeInSystem(double service, double load) {
  double inside = 0;
  double chance = 1 - load;
  for (int n = 0; n < 5000; ++n) {
    inside += n * chance;
    chance *= load;
  }
  return inside / (load / service);
}

TEST(PrimerSystems, QueuesGrowWithoutBoundNearFullLoad) {
  EXPECT_THAT(10e3 * 0.080, RoundsTo(shownIn(kServeNote, "inside-at-once")));
  EXPECT_NEAR(timeInSystem(10, 0.5), 20, 1e-6);
  EXPECT_NEAR(timeInSystem(10, 0.8), serveSays("At 50 % load 20 ms, at 80 % ").value, 1e-6);
  EXPECT_NEAR(timeInSystem(10, 0.95), shownIn(kServeNote, "time-at-95").value, 1e-6);
  EXPECT_THAT(0.60 / 0.9, RoundsTo(serveSays("a load of 60 % becomes ")));
}

TEST(PrimerSystems, BatchesTradeWaitForCapacity) {
  const auto capacity = [](double b) { return 1000 * b / (4 + 0.1 * b); };
  const auto first = [](double b) { return (b - 1) / 2 + 4 + 0.1 * b; };

  EXPECT_THAT(capacity(32), RoundsTo(shownIn(kServeNote, "batch-capacity")));
  EXPECT_THAT(first(32), RoundsTo(shownIn(kServeNote, "batch-first-wait")));
  EXPECT_THAT(capacity(1), RoundsTo(serveSays("| 1 | ")));
  EXPECT_THAT(first(64), RoundsTo(serveSays("| 64 | 6,154 | 31.5 | 10.4 | ")));
  EXPECT_THAT(capacity(11), RoundsTo(serveSays("batches of 11, whose capacity of ")));
  EXPECT_THAT(2000 / capacity(16), RoundsTo(serveSays("runs at a load of 45 %, 16 at ")));
}

TEST(PrimerSystems, CachesChainsAndCanaries) {
  EXPECT_THAT(0.60 * 2 + 0.40 * 40, RoundsTo(shownIn(kServeNote, "cached-mean")));
  EXPECT_THAT(10000 / 4000.0,
              RoundsTo(serveSays("When the cache restarts empty it sees 10,000, ")));
  EXPECT_THAT(std::pow(0.999, 5), RoundsTo(shownIn(kServeNote, "serial-availability")));
  EXPECT_THAT((1 - std::pow(0.999, 5)) * 30 * 24, RoundsTo(serveSays("$0.999^5$ = 99.5 %, ")));
  EXPECT_THAT(16 * 0.001 * 0.999 / (0.001 * 0.001),
              RoundsTo(shownIn(kServeNote, "canary-requests")));
  EXPECT_THAT(200 * 100.5 / (100 + 200 * 0.5), RoundsTo(shownIn(kServeNote, "user-part-once")));
}

}  // namespace
}  // namespace phaseboard
