// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/content/printed_value.h"

/// Auctions, slots and streams of ad click prediction, computed from their definitions on the
/// examples that notes and figures print.
namespace phaseboard {
namespace {

using test::figureFile;
using test::noteFile;
using test::printedAfter;
using test::PrintedValue;
using test::RoundsTo;
using test::shownIn;

PrintedValue drawn(const std::string& figure, const std::string& words) {
  return printedAfter(figureFile("ad-click-prediction/" + figure), words);
}

struct Ad {
  double bid;
  double probability;

  [[nodiscard]] double perThousand() const { return 1000 * bid * probability; }
};

/// What the first of two ads pays per click: the smallest bid that still wins.
double secondPrice(const Ad& winner, const Ad& runnerUp) {
  const double step = 1e-5;
  int steps = 0;
  while (Ad{(steps + 1) * step, winner.probability}.perThousand() <= runnerUp.perThousand())
    ++steps;
  return std::min(winner.bid, (steps + 1) * step);
}

TEST(WorkedAds, ExpectedValueComparesTwoUnlikeAds) {
  EXPECT_THAT((Ad{0.30, 0.01}.perThousand()),
              RoundsTo(shownIn("ad-click-prediction/2-frame", "mean-ecpm")));
  EXPECT_NEAR((Ad{2, 0.002}.perThousand()), (Ad{0.20, 0.02}.perThousand()), 1e-12);
}

TEST(WorkedAds, AnErrorInOneScoreMovesThePriceAndThenTheWinner) {
  const Ad runnerUp = {0.40, 0.018};
  const auto winnerOff = [](double percent) { return Ad{0.50, 0.020 * (1 + percent / 100)}; };

  EXPECT_NEAR(secondPrice(winnerOff(0), runnerUp), drawn("price-by-error", "[0, ").value, 0.001);
  EXPECT_NEAR(secondPrice(winnerOff(10), runnerUp), drawn("price-by-error", "[10, ").value, 0.001);
  EXPECT_NEAR(secondPrice(winnerOff(-20), runnerUp), drawn("price-by-error", "[-20, ").value,
              0.001);
  EXPECT_GT(winnerOff(-27.9).perThousand(), runnerUp.perThousand());
  EXPECT_LT(winnerOff(-28.1).perThousand(), runnerUp.perThousand());
}

TEST(WorkedAds, AFactorOnAllScoresCancelsInThePrice) {
  EXPECT_NEAR(secondPrice({0.50, 0.020 * 1.1}, {0.40, 0.018 * 1.1}), 0.36, 0.001);
}

TEST(WorkedAds, TheReplayedAuctionChangesOneWinnerAndOnePrice) {
  const std::vector<Ad> before = {{0.50, 0.020}, {0.40, 0.018}, {0.80, 0.008}, {0.20, 0.025}};
  const std::vector<Ad> after = {{0.50, 0.019}, {0.40, 0.015}, {0.80, 0.010}, {0.20, 0.024}};
  const auto outranks = [](const Ad& one, const Ad& other) {
    return one.perThousand() > other.perThousand();
  };

  EXPECT_TRUE(outranks(before[0], before[1]) && outranks(before[1], before[2]));
  EXPECT_TRUE(outranks(after[0], after[2]) && outranks(after[2], after[1]));
  EXPECT_NEAR(secondPrice(before[0], before[1]),
              drawn("auction-replay", "Its price rises from ").value, 0.005);
  EXPECT_NEAR(secondPrice(after[0], after[2]), drawn("auction-replay", "rises from 0.36 to ").value,
              0.005);
  EXPECT_NEAR(after[1].perThousand(), drawn("auction-replay", "1.5 %, \"").value, 1e-9);
}

TEST(WorkedAds, KindsOfAdsAddUpToTheRatesOfTheFeed) {
  struct Kind {
    double share;
    double top;
    double below;
  };
  const std::vector<Kind> kinds = {{0.6, 1.38, 0.77}, {0.3, 1.07, 0.59}, {0.1, 1.50, 0.60}};
  double top = 0;
  double below = 0;
  for (const Kind& kind : kinds) {
    top += kind.share * kind.top;
    below += kind.share * kind.below;
  }

  EXPECT_NEAR(top, 1.30, 0.005);
  EXPECT_NEAR(below, 0.70, 0.005);
  EXPECT_THAT(below / top, RoundsTo(drawn("slot-swap", "1.30 %, 0.70 %, {chip: \"")));
  EXPECT_THAT(0.77 / 1.38, RoundsTo(drawn("slot-swap", "1.38 %, 0.77 %, \"")));
  EXPECT_THAT(0.60 / 1.50, RoundsTo(drawn("slot-swap", "1.50 %, 0.60 %, {chip: \"")));
  EXPECT_NEAR((below / top) / (0.60 / 1.50) - 1, 1.0 / 3, 0.02);
}

TEST(WorkedAds, TheDoubledStreamLeadsBackToTheRate) {
  const double b = 10.0 / 110;

  EXPECT_THAT(b, RoundsTo(drawn("doubled-stream", "The model learns b = p / (1 + p) = ")));
  EXPECT_THAT(b / (1 - b), RoundsTo(drawn("doubled-stream", "and p = b / (1 - b) = ")));
}

TEST(WorkedAds, UsersAloneInTheirRow) {
  // 500 M users thrown into m rows: nobody else falls into mine
  const auto alone = [](double rows) { return 100 * std::pow(1 - 1 / rows, 500e6 - 1); };

  EXPECT_NEAR(alone(200e6), drawn("hash-rows", "[100, 0.6738], [200, ").value, 0.02);
  EXPECT_NEAR(alone(500e6), drawn("hash-rows", "[500, ").value, 0.02);
  EXPECT_NEAR(alone(1000e6), drawn("hash-rows", "[500, 36.79], [1000, ").value, 0.02);
}

TEST(WorkedAds, ScanningTheEligibleTakesHalfAMillisecond) {
  EXPECT_THAT(20e3 * 64 * 4 / 10e9 * 1000,
              RoundsTo(shownIn("ad-click-prediction/6-serve", "scan-eligible-ads")));
}

TEST(WorkedAds, ABadUpdateIsPagedAfterTheAgeAndThreeWindows) {
  const double fault = drawn("calibration-watch", "{id: fault, class: policy, x: ").value;
  const double page = drawn("calibration-watch", "{id: page, class: store, x: ").value;
  const double back = drawn("calibration-watch", "{id: back, class: service, x: ").value;

  EXPECT_NEAR(page - fault, shownIn("ad-click-prediction/7-monitor", "time-to-detect").value, 1e-9);
  EXPECT_THAT(30e6 / (24 * 60) * (back - fault),
              RoundsTo(shownIn("ad-click-prediction/7-monitor", "revenue-at-risk")));
}

TEST(WorkedAds, ADayOfAgeCostsTheNewestAdsTenTimesAsMuch) {
  const std::string note = noteFile("ad-click-prediction/prompts");
  const double young = drawn("model-age", "[6, 0.858], [24, ").value -
                       drawn("model-age", "concept: cold-start, points: [[1, ").value;
  const double all = drawn("model-age", "[6, 0.806], [24, ").value -
                     drawn("model-age", "concept: online-learning, points: [[1, ").value;

  EXPECT_THAT(all, RoundsTo(printedAfter(note, "question: NE rises by ")));
  EXPECT_THAT(young, RoundsTo(printedAfter(note, "24 hours old, for first-day ads by ")));
  EXPECT_GT(young, 10 * all);
}

}  // namespace
}  // namespace phaseboard
