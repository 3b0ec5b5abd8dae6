// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/content/printed_value.h"

/// Training losses, layers, auctions and memory, computed from their definitions on the examples
/// that the content prints.
namespace phaseboard {
namespace {

using test::figureFile;
using test::noteFile;
using test::printedAfter;
using test::RoundsTo;
using test::shownIn;

double logOfSumOfExponents(const std::vector<double>& logits) {
  const double top = *std::max_element(logits.begin(), logits.end());
  double sum = 0;
  for (const double logit : logits)
    sum += std::exp(logit - top);
  return top + std::log(sum);
}

using Matrix = std::vector<std::vector<double>>;

/// Mean InfoNCE loss of a square batch; a cell below -1 is masked.
double infoNce(const Matrix& cosines, double temperature) {
  double loss = 0;
  for (std::size_t row = 0; row < cosines.size(); ++row) {
    std::vector<double> logits;
    for (const double cosine : cosines[row])
      if (cosine >= -1)
        logits.push_back(cosine / temperature);
    loss += logOfSumOfExponents(logits) - cosines[row][row] / temperature;
  }
  return loss / static_cast<double>(cosines.size());
}

TEST(WorkedModel, InfoNceOfABatchWithAndWithoutItsTwin) {
  Matrix batch = {{0.82, 0.31, 0.78, 0.05},
                  {0.28, 0.71, 0.22, 0.18},
                  {0.69, 0.20, 0.76, 0.09},
                  {0.08, 0.15, 0.11, 0.88}};
  const double unmasked = infoNce(batch, 0.1);
  batch[0][2] = batch[2][0] = -2;
  const std::string figure = figureFile("visual-search/infonce-batch");

  EXPECT_THAT(unmasked, RoundsTo(printedAfter(figure, R"(sub: "mean of four rows", value: ")")));
  EXPECT_THAT(infoNce(batch, 0.1),
              RoundsTo(printedAfter(figure, R"(sub: "same product id left out", value: ")")));
}

TEST(WorkedModel, AnUntrainedModelLosesTheLogarithmOfTheBatch) {
  EXPECT_THAT(logOfSumOfExponents(std::vector<double>(8192, 0.3)) - 0.3,
              RoundsTo(shownIn("visual-search/4-model", "chance-loss")));
}

TEST(WorkedModel, TheTemperatureDecidesWhichNegativesAreHeard) {
  const std::vector<double> cosines = {0.7, 0.5, 0.2, 0.0};
  const auto share = [&](double temperature) {
    std::vector<double> logits;
    logits.reserve(cosines.size());
    for (const double cosine : cosines)
      logits.push_back(cosine / temperature);
    return 100 * std::exp(logits[0] - logOfSumOfExponents(logits));
  };
  const std::string figure = figureFile("visual-search/temperature");

  EXPECT_THAT(share(0.07), RoundsTo(printedAfter(figure, "[0.05, 98.2], [0.07, ")));
  EXPECT_THAT(share(1), RoundsTo(printedAfter(figure, "[0.5, 43.8], [1, ")));
}

TEST(WorkedModel, TripletLossIsTheMarginThatIsMissing) {
  EXPECT_THAT(std::max(0.0, 0.2 + 0.5 - 0.6),
              RoundsTo(printedAfter(noteFile("visual-search/4-model"), "a margin of 0.2 cost ")));
}

TEST(WorkedModel, SubtractingLnQMakesSampledNegativesCountAlike) {
  const std::vector<double> frequency = {0.90, 0.09, 0.01};
  const std::vector<double> score = {0.4, 1.1, -0.3};
  double corrected = 0;
  double full = 0;
  for (std::size_t item = 0; item < 3; ++item) {
    corrected += frequency[item] * std::exp(score[item] - std::log(frequency[item]));
    full += std::exp(score[item]);
  }

  EXPECT_NEAR(corrected, full, 1e-12);
  EXPECT_THAT(std::log(400000.0) - std::log(40.0),
              RoundsTo(shownIn("video-recommendation/4-model", "log-q-gap")));
  EXPECT_THAT(std::log(200.0), RoundsTo(shownIn("visual-search/4-model", "frequency-correction")));
}

/// The odds that a logistic regression of one constant learns, by gradient steps on its loss.
double learnedOdds(double positiveWeight, double negativeWeight) {
  double logit = 0;
  for (int step = 0; step < 20000; ++step) {
    const double p = 1 / (1 + std::exp(-logit));
    logit += (positiveWeight * (1 - p) - negativeWeight * p) / (positiveWeight + negativeWeight);
  }
  return std::exp(logit);
}

TEST(WorkedModel, TheOddsOfAWeightedRegressionAreSecondsAnImpression) {
  const double seconds = 50 * 360;

  EXPECT_THAT(learnedOdds(seconds, 950),
              RoundsTo(shownIn("video-recommendation/4-model", "odds-of-watch")));
  EXPECT_THAT(learnedOdds(seconds, 1000),
              RoundsTo(printedAfter(noteFile("video-recommendation/4-model"),
                                    "The odds are then exactly the mean, ")));
  EXPECT_NEAR(learnedOdds(seconds, 95) / learnedOdds(seconds, 950), 10, 1e-6);
  EXPECT_THAT(
      learnedOdds(seconds, 950) / 18 - 1,
      RoundsTo(printedAfter(test::conceptFile("recommendation"), "At a play rate of 5 % it is ")));
}

TEST(WorkedModel, FtrlSolvesItsOneDimensionalProblem) {
  // The minimum of z w + (beta + sqrt n) / (2 alpha) w² + lambda1 |w|, by trying weights.
  const auto best = [](double z) {
    double weight = 0;
    double least = 0;
    for (int step = -20000; step <= 20000; ++step) {
      const double w = step * 1e-5;
      const double value = z * w + (1 + 3.0) / (2 * 0.1) * w * w + std::abs(w);
      if (value < least - 1e-15) {
        least = value;
        weight = w;
      }
    }
    return weight;
  };

  EXPECT_THAT(best(-3), RoundsTo(printedAfter(noteFile("ad-click-prediction/4-model"),
                                              "a z of -3 gives a weight of ")));
  EXPECT_EQ(best(-0.9), 0);
}

TEST(WorkedModel, TheSumOfAllPairsNeedsNoPairs) {
  const std::vector<double> values = {1, 2, 3};
  double pairs = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t j = i + 1; j < values.size(); ++j)
      pairs += values[i] * values[j];

  EXPECT_THAT(pairs, RoundsTo(printedAfter(noteFile("ad-click-prediction/4-model"),
                                           "sum to (36 - 14) / 2 = ")));
}

TEST(WorkedModel, EachCrossLayerRaisesTheOrderByOne) {
  const double x0 = 2;
  double x = x0;
  for (int layer = 0; layer < 3; ++layer)
    x = x0 * (0.5 * x) + x;

  EXPECT_THAT(x,
              RoundsTo(printedAfter(noteFile("ad-click-prediction/4-model"), "they go 2, 4, 8, ")));
}

TEST(WorkedModel, AttentionWeighsBySoftmax) {
  const double first = std::exp(1.0) / (std::exp(1.0) + std::exp(0.0));
  const std::string note = noteFile("video-recommendation/4-model");

  EXPECT_THAT(first, RoundsTo(printedAfter(note, "scaled products of 1 and 0 weigh ")));
  EXPECT_THAT(1 - first,
              RoundsTo(printedAfter(note, "scaled products of 1 and 0 weigh 0.73 and ")));
}

TEST(WorkedModel, AMaskedLossDividesByWhatIsKnown) {
  const std::string note = noteFile("video-recommendation/4-model");
  const double sum = 0.2 + 0.4;

  EXPECT_THAT(sum / 2,
              RoundsTo(printedAfter(note, "Two known losses of 0.2 and 0.4 in ten rows count ")));
  EXPECT_THAT(sum / 10, RoundsTo(printedAfter(note, "count 0.30 for their head and not ")));
}

/// Log loss of one row over its heads; a head that was not rated adds nothing.
double lossOverHeads(const std::vector<double>& scores, const std::vector<bool>& violates,
                     const std::vector<bool>& rated) {
  double loss = 0;
  for (std::size_t head = 0; head < scores.size(); ++head)
    if (rated[head])
      loss -= std::log(violates[head] ? scores[head] : 1 - scores[head]);
  return loss;
}

TEST(WorkedModel, AHeadThatNobodyRatedCostsNothing) {
  const std::string note = noteFile("harmful-content-detection/4-model");

  EXPECT_THAT(lossOverHeads({0.8, 0.7}, {true, false}, {true, false}),
              RoundsTo(printedAfter(note, "with spam at 0.7 not rated, costs ")));
  EXPECT_THAT(lossOverHeads({0.8, 0.7}, {true, false}, {true, true}),
              RoundsTo(printedAfter(note, "with spam taken as fine it would cost ")));
}

TEST(WorkedModel, GatesOfPlayAndDismissalShareAThirdOfTheirWeight) {
  const std::vector<double> play = {38, 31, 12, 6, 5, 3, 4, 1};
  const std::vector<double> dismiss = {11, 5, 2, 2, 4, 16, 58, 2};
  double shared = 0;
  for (std::size_t expert = 0; expert < play.size(); ++expert)
    shared += std::min(play[expert], dismiss[expert]) / 100;

  EXPECT_THAT(shared, RoundsTo(printedAfter(noteFile("video-recommendation/4-model"),
                                            "Their gates overlap by ")));
}

TEST(WorkedModel, AGateMixesTheExpertsByItsSoftmax) {
  const std::vector<double> gateLogits = {std::log(3.0), 0};
  const std::vector<double> expertOutputs = {2, 6};
  double mixed = 0;
  for (std::size_t expert = 0; expert < 2; ++expert)
    mixed += std::exp(gateLogits[expert] - logOfSumOfExponents(gateLogits)) * expertOutputs[expert];

  EXPECT_THAT(mixed, RoundsTo(printedAfter(noteFile("video-recommendation/4-model"),
                                           "that say 2 and 6 makes ")));
}

TEST(WorkedModel, ThreeHeadsFivePerCentTooHighMultiply) {
  EXPECT_THAT(1.05 * 1.05 * 1.05 - 1,
              RoundsTo(printedAfter(noteFile("video-recommendation/4-model"),
                                    "that are 5 % too high make ")));
}

TEST(WorkedModel, UnitVectorsHaveOneOrderByProductAndByDistance) {
  // |q - v|² = 2 - 2 q·v, so the cosines 0.81 and 0.80 are 0.62 and 0.63 apart.
  const auto distance = [](double cosine) { return std::sqrt(2 - 2 * cosine); };
  const std::string note = noteFile("visual-search/2-frame");

  EXPECT_THAT(distance(0.81),
              RoundsTo(printedAfter(note, "Cosines of 0.81 and 0.80 are distances of ")));
  EXPECT_THAT(distance(0.80),
              RoundsTo(printedAfter(note, "Cosines of 0.81 and 0.80 are distances of 0.616 and ")));
}

TEST(WorkedModel, AWatchIsValidAtTheShorterOfThirtySecondsAndSeventyPerCent) {
  const auto validFrom = [](double length) { return std::min(30.0, 0.7 * length); };
  const std::string note = noteFile("video-recommendation/3-data");

  EXPECT_THAT(validFrom(20), RoundsTo(printedAfter(note, "A 20-second clip is valid at ")));
  EXPECT_THAT(validFrom(40), RoundsTo(printedAfter(note, "A 40-second clip is valid at ")));
  EXPECT_THAT(validFrom(3600), RoundsTo(printedAfter(note, "is valid at 14 s and a film at ")));
}

TEST(WorkedModel, TheQuantileOfAWatchWithinItsGroup) {
  const std::vector<double> group = {5, 9, 12, 20, 31, 40, 55, 70, 90, 120};
  const auto covered =
      std::count_if(group.begin(), group.end(), [](double watch) { return watch <= 40; });

  EXPECT_THAT(static_cast<double>(covered) / 10,
              RoundsTo(printedAfter(noteFile("video-recommendation/3-data"),
                                    "6 of 10 plays of its group has u = ")));
}

struct Video {
  double play, minutes, satisfied, like, dismissed;
  [[nodiscard]] double value() const {
    return play * (minutes * satisfied + 5 * like) - 20 * dismissed;
  }
  [[nodiscard]] double product() const { return play * minutes * satisfied; }
};

TEST(WorkedModel, TheValueFormulaPutsTheLectureBeforeTheBait) {
  const Video bait = {0.12, 3.0, 0.35, 0.02, 0.008};
  const Video lecture = {0.04, 9.0, 0.80, 0.05, 0.001};
  const Video song = {0.06, 3.5, 0.85, 0.08, 0.001};
  const std::string note = "video-recommendation/2-frame";

  EXPECT_THAT(bait.value(), RoundsTo(shownIn(note, "value-of-bait")));
  EXPECT_THAT(lecture.value(), RoundsTo(shownIn(note, "value-of-lecture")));
  EXPECT_THAT(song.value(), RoundsTo(shownIn(note, "value-of-song")));
  EXPECT_THAT(bait.product(),
              RoundsTo(printedAfter(noteFile(note), "With all powers at one, bait has ")));
  EXPECT_THAT(lecture.product(),
              RoundsTo(printedAfter(noteFile(note), "bait has 0.126 and the lecture ")));
}

/// The smallest bid with which an ad of rate `rate` still has the expected value `rival`.
double smallestWinningBid(double rate, double rival) {
  double low = 0;
  double high = 10;
  for (int step = 0; step < 60; ++step) {
    const double bid = (low + high) / 2;
    (bid * rate >= rival ? high : low) = bid;
  }
  return high;
}

TEST(WorkedModel, TheSecondPriceIsTheSmallestBidThatWins) {
  const std::string note = "ad-click-prediction/2-frame";
  const double rival = 0.40 * 0.018;

  EXPECT_THAT(smallestWinningBid(0.020, rival), RoundsTo(shownIn(note, "second-price-example")));
  EXPECT_THAT(smallestWinningBid(0.020 * 1.1, rival),
              RoundsTo(shownIn(note, "price-with-wrong-score")));
  EXPECT_NEAR(smallestWinningBid(0.020 * 1.1, rival * 1.1), 0.36, 1e-9)
      << "a common factor cancels";
  EXPECT_THAT(1000 * 0.30 * 0.01, RoundsTo(shownIn(note, "mean-ecpm")));
}

TEST(WorkedModel, ExpectedHarmOrdersTheQueue) {
  const std::string note = noteFile("harmful-content-detection/6-serve");

  EXPECT_THAT(10 * 0.4 * 500, RoundsTo(printedAfter(note, "500 views to come make ")));
  EXPECT_THAT(1 * 0.9 * 2000, RoundsTo(printedAfter(note, "make 2,000, more than the ")));
}

TEST(WorkedModel, APairAtARankThatAThirdSeesWeighsThree) {
  EXPECT_THAT(std::min(1 / (1.0 / 3), 5.0),
              RoundsTo(printedAfter(noteFile("visual-search/3-data"), "so its pairs weigh ")));
}

double dense(const std::vector<int>& widths) {
  double parameters = 0;
  for (std::size_t i = 1; i < widths.size(); ++i)
    parameters += static_cast<double>(widths[i - 1]) * widths[i] + widths[i];
  return parameters;
}

TEST(WorkedModel, ParametersOfTheNetworks) {
  const double cross = 2 * 1024 * 128 + 1024;
  const double ads = 3 * cross + dense({1024, 1024, 512, 256}) + dense({1024 + 256, 1});
  const double videos =
      8 * dense({1280, 512, 256}) + 6 * dense({1280, 8}) + 6 * dense({256, 128, 1});

  EXPECT_THAT(cross, RoundsTo(shownIn("ad-click-prediction/4-model", "cross-layer-parameters")));
  EXPECT_THAT(ads, RoundsTo(shownIn("ad-click-prediction/4-model", "dense-parameters")));
  EXPECT_THAT(videos, RoundsTo(shownIn("video-recommendation/4-model", "dense-parameters")));
  EXPECT_THAT(dense({768, 256, 1}),
              RoundsTo(shownIn("harmful-content-detection/4-model", "head-parameters")));
  EXPECT_THAT(1500 * 2 * dense({160, 64, 32, 1}) / 1e6,
              RoundsTo(shownIn("video-recommendation/4-model", "light-work")));
}

TEST(WorkedModel, MemoryOfTablesGraphsAndCodes) {
  const double giga = 1e9;
  const auto graphBytes = [](double vectors, double floats, double bytes, double links) {
    return vectors * (floats * bytes + 2 * links * 4);
  };

  EXPECT_THAT(323e6 * 32 * 4 / giga,
              RoundsTo(shownIn("ad-click-prediction/4-model", "table-memory")));
  EXPECT_THAT(1e9 * 32 * 2 / giga,
              RoundsTo(shownIn("video-recommendation/4-model", "table-memory")));
  EXPECT_THAT(graphBytes(2e6, 64, 4, 32) / giga,
              RoundsTo(shownIn("ad-click-prediction/6-serve", "index-size")));
  EXPECT_THAT((graphBytes(2e9, 256, 2, 32) + 2e9 * 8) / 1e12,
              RoundsTo(shownIn("visual-search/6-serve", "hnsw-memory")));
  EXPECT_THAT(2e9 * (64 + 8) / giga, RoundsTo(shownIn("visual-search/6-serve", "pq-memory")));
  EXPECT_THAT(1e9 * (64 + 8) / giga,
              RoundsTo(shownIn("video-recommendation/6-serve", "index-bytes")));
  EXPECT_THAT((1e9 * (64 + 8) + 1e9 * 64 * 4) / 8 / giga,
              RoundsTo(shownIn("video-recommendation/6-serve", "shard-bytes")));
}

TEST(WorkedModel, FewUsersAreAloneInAHashedRow) {
  const double alone = std::exp((500e6 - 1) * std::log1p(-1 / 200e6));

  EXPECT_THAT(alone, RoundsTo(shownIn("ad-click-prediction/3-data", "users-alone-in-a-row")));
}

TEST(WorkedModel, AStrangerSeldomComesWithinSixBits) {
  double within = 0;
  double choose = 1;
  for (int bits = 0; bits <= 6; ++bits) {
    within += choose;
    choose = choose * (64 - bits) / (bits + 1);
  }

  EXPECT_THAT(1e9 * within / std::exp2(64),
              RoundsTo(shownIn("visual-search/3-data", "chance-merge")));
}

TEST(WorkedModel, OneSlowShardOfSixteenIsCommon) {
  double allQuick = 1;
  for (int shard = 0; shard < 16; ++shard)
    allQuick *= 0.99;

  EXPECT_THAT(1 - allQuick, RoundsTo(shownIn("visual-search/6-serve", "slow-shard-chance")));
}

}  // namespace
}  // namespace phaseboard
