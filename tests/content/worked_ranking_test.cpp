// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

#include "tests/content/printed_value.h"

/// Metrics of order and choices of lists, computed from their definitions on the examples that the
/// content prints.
namespace phaseboard {
namespace {

using test::figureFile;
using test::noteFile;
using test::printedAfter;
using test::RoundsTo;
using test::shownIn;

struct Row {
  double score;
  bool positive;
};

double aucByPairs(const std::vector<Row>& rows) {
  double right = 0;
  double pairs = 0;
  for (const Row& above : rows)
    for (const Row& below : rows)
      if (above.positive && !below.positive) {
        pairs += 1;
        right += above.score > below.score ? 1 : above.score == below.score ? 0.5 : 0;
      }
  return right / pairs;
}

double dcg(const std::vector<double>& gains, std::size_t k) {
  double sum = 0;
  for (std::size_t rank = 1; rank <= std::min(k, gains.size()); ++rank)
    sum += gains[rank - 1] / std::log2(static_cast<double>(rank) + 1);
  return sum;
}

/// @param pool  the gains of all known items, from which the ideal list is drawn
double ndcg(const std::vector<double>& shown, std::vector<double> pool, std::size_t k) {
  std::sort(pool.begin(), pool.end(), std::greater<>());
  return dcg(shown, k) / dcg(pool, k);
}

std::vector<double> gainsOfGrades(const std::vector<int>& grades) {
  std::vector<double> gains;
  gains.reserve(grades.size());
  for (const int grade : grades)
    gains.push_back(std::exp2(grade) - 1);
  return gains;
}

TEST(WorkedRanking, NdcgOfThePageOfVisualSearchTakesItsIdealFromThePool) {
  const std::vector<int> shown = {3, 0, 2, 3, 1};
  const std::vector<int> pool = {3, 0, 2, 3, 1, 2};

  EXPECT_THAT(ndcg(gainsOfGrades(shown), gainsOfGrades(pool), 5),
              RoundsTo(shownIn("visual-search/5-evaluate", "worked-ndcg")));
  EXPECT_THAT(ndcg(gainsOfGrades(shown), gainsOfGrades(shown), 5),
              RoundsTo(shownIn("visual-search/5-evaluate", "worked-ndcg-shown-only")));
  EXPECT_THAT(
      dcg(gainsOfGrades(shown), 5),
      RoundsTo(printedAfter(figureFile("visual-search/ndcg-worked"), "Earned over ideal, ")));
}

TEST(WorkedRanking, NdcgPrefersTheVideoPageWhoseBestVideoIsFirst) {
  const std::string note = noteFile("video-recommendation/5-evaluate");
  const double a = ndcg({3, 0, 2, 1, 0}, {3, 2, 1, 0, 0}, 5);
  const double b = ndcg({2, 3, 1, 0, 0}, {3, 2, 1, 0, 0}, 5);

  EXPECT_THAT(a, RoundsTo(shownIn("video-recommendation/5-evaluate", "ndcg-page-a")));
  EXPECT_THAT(a, RoundsTo(printedAfter(note, "Page A beats B by ")));
  EXPECT_THAT(b, RoundsTo(printedAfter(note, "Page A beats B by 0.930 to ")));
}

TEST(WorkedRanking, ReciprocalRankRecallAndPrecisionOfThreeQueries) {
  struct Query {
    std::set<int> foundAt;
    double matches;
  };
  const std::vector<Query> queries = {{{1, 3}, 4}, {{3}, 1}, {{}, 2}};
  double reciprocal = 0;
  double recall = 0;
  double precision = 0;
  for (const Query& query : queries) {
    reciprocal += query.foundAt.empty() ? 0 : 1.0 / *query.foundAt.begin() / 3;
    recall += static_cast<double>(query.foundAt.size()) / query.matches / 3;
    precision += static_cast<double>(query.foundAt.size()) / 5 / 3;
  }
  const std::string mean = R"(cells: ["", "", {chip: ")";
  const std::string table = figureFile("visual-search/rank-metrics");

  EXPECT_THAT(reciprocal, RoundsTo(shownIn("visual-search/5-evaluate", "worked-mrr")));
  EXPECT_THAT(recall, RoundsTo(printedAfter(table, mean)));
  EXPECT_THAT(reciprocal,
              RoundsTo(printedAfter(table, mean + R"(0.500", class: metric}, {chip: ")")));
  EXPECT_THAT(
      precision,
      RoundsTo(printedAfter(
          table, mean + R"(0.500", class: metric}, {chip: "0.444", class: metric}, {chip: ")")));
}

TEST(WorkedRanking, RecallIsTheShareOfLaterWatchesAmongTheCandidates) {
  const std::set<int> candidates = {1, 2, 3, 4, 5, 6, 7};
  const std::set<int> watches = {2, 4, 7, 11, 12};
  const auto found = std::count_if(watches.begin(), watches.end(),
                                   [&](int video) { return candidates.count(video) == 1; });

  EXPECT_THAT(static_cast<double>(found) / static_cast<double>(watches.size()),
              RoundsTo(printedAfter(noteFile("video-recommendation/5-evaluate"),
                                    "later watches among the candidates are a recall of ")));
}

TEST(WorkedRanking, TheTotalRecallWeighsSlicesByTheirShareOfSearches) {
  const std::vector<double> categories = {0.4, 0.3, 0.2, 0.1};
  const std::vector<std::pair<double, std::vector<double>>> sources = {
      {0.7, {87, 88, 84, 80}}, {0.2, {82, 81, 78, 73}}, {0.1, {81, 79, 74, 61}}};
  double total = 0;
  double camera = 0;
  for (const auto& [share, recalls] : sources) {
    camera = std::inner_product(recalls.begin(), recalls.end(), categories.begin(), 0.0);
    total += share * camera;
  }
  const std::string figure = figureFile("visual-search/slice-recall");

  EXPECT_THAT(total, RoundsTo(printedAfter(figure, R"(sub: weighted by share, value: ")")));
  EXPECT_THAT(camera, RoundsTo(printedAfter(figure, R"(sub: weighted by category, value: ")")));
}

TEST(WorkedRanking, RecallOfEncoderAndIndexMultiplies) {
  EXPECT_THAT(0.84 * 0.95, RoundsTo(shownIn("visual-search/5-evaluate", "end-to-end-recall")));
}

TEST(WorkedRanking, AucCountsATieAsHalfAPair) {
  const std::vector<Row> rows = {{0.03, true}, {0.01, true}, {0.02, false}, {0.01, false}};

  EXPECT_THAT(aucByPairs(rows), RoundsTo(printedAfter(noteFile("ad-click-prediction/5-evaluate"),
                                                      "win 2.5 of 4 pairs, an AUC of ")));
}

TEST(WorkedRanking, GroupAucIsLowerThanThePooledOne) {
  const std::vector<std::vector<Row>> people = {
      {{0.30, true}, {0.27, false}, {0.24, true}, {0.21, false}, {0.18, false}},
      {{0.12, false}, {0.11, true}, {0.06, false}, {0.05, false}},
      {{0.10, false}, {0.08, false}, {0.055, true}, {0.045, false}, {0.04, true}, {0.03, false}},
      {{0.020, false}, {0.019, false}, {0.018, false}, {0.017, false}, {0.016, false}}};
  std::vector<Row> all;
  double weighted = 0;
  double weight = 0;
  for (const std::vector<Row>& person : people) {
    all.insert(all.end(), person.begin(), person.end());
    const auto plays =
        std::count_if(person.begin(), person.end(), [](const Row& row) { return row.positive; });
    if (plays == 0 || plays == static_cast<std::ptrdiff_t>(person.size()))
      continue;
    weighted += aucByPairs(person) * static_cast<double>(person.size());
    weight += static_cast<double>(person.size());
  }

  EXPECT_THAT(weighted / weight,
              RoundsTo(shownIn("video-recommendation/5-evaluate", "group-auc-value")));
  EXPECT_THAT(aucByPairs(all),
              RoundsTo(shownIn("video-recommendation/5-evaluate", "pooled-auc-value")));
}

TEST(WorkedRanking, MarginalRelevancePutsTheSecondPartThird) {
  const std::vector<double> relevance = {0.90, 0.86, 0.70, 0.62};
  const double like[4][4] = {
      {1, 0.9, 0.2, 0.1}, {0.9, 1, 0.25, 0.195}, {0.2, 0.25, 1, 0.6}, {0.1, 0.195, 0.6, 1}};
  std::vector<int> chosen;
  std::vector<double> values;
  while (chosen.size() < 3) {
    int best = -1;
    double bestValue = -1;
    for (int v = 0; v < 4; ++v) {
      if (std::find(chosen.begin(), chosen.end(), v) != chosen.end())
        continue;
      double nearest = 0;
      for (const int u : chosen)
        nearest = std::max(nearest, like[v][u]);
      const double value = 0.7 * relevance[static_cast<std::size_t>(v)] - 0.3 * nearest;
      if (value > bestValue) {
        best = v;
        bestValue = value;
      }
    }
    chosen.push_back(best);
    values.push_back(bestValue);
  }
  const std::string prompts = noteFile("video-recommendation/prompts");

  EXPECT_THAT(chosen, testing::ElementsAre(0, 2, 1));
  EXPECT_THAT(values[1], RoundsTo(printedAfter(prompts, "C with 0.490 - 0.060 = ")));
  EXPECT_THAT(values[2], RoundsTo(printedAfter(prompts, "against 0.602 - 0.270 = ")));
}

TEST(WorkedRanking, TheDeterminantOfAPairFallsWithItsLikeness) {
  const std::vector<double> quality = {1.00, 0.95, 0.80, 0.70};
  const auto pair = [&](std::size_t i, std::size_t j, double like) {
    const double off = quality[i] * like * quality[j];
    return quality[i] * quality[i] * quality[j] * quality[j] - off * off;
  };
  const std::string note = noteFile("video-recommendation/6-serve");

  EXPECT_THAT(pair(0, 1, 0.9), RoundsTo(printedAfter(note, "a pair of one series has ")));
  EXPECT_THAT(pair(0, 2, 0.2),
              RoundsTo(printedAfter(note, "a pair of one series has 0.171 against ")));
  EXPECT_THAT(pair(0, 3, 0.1), RoundsTo(printedAfter(figureFile("video-recommendation/dpp-kernel"),
                                                     R"x(1.00 × 0.49 × (1 - 0.1²)", value: ")x")));
}

TEST(WorkedRanking, TheGiniCoefficientIsTwiceTheAreaUnderTheDiagonal) {
  const auto gini = [](const std::vector<std::pair<double, double>>& curve) {
    double under = 0;
    for (std::size_t i = 1; i < curve.size(); ++i)
      under += (curve[i].first - curve[i - 1].first) * (curve[i].second + curve[i - 1].second) / 2;
    return 1 - 2 * under / 1e4;
  };
  const std::string figure = figureFile("video-recommendation/exposure-lorenz");

  EXPECT_THAT(
      gini({{0, 0}, {50, 4}, {70, 9}, {80, 14.5}, {90, 28}, {95, 42}, {99, 68}, {100, 100}}),
      RoundsTo(printedAfter(figure, "label: live page, sub: Gini ")));
  EXPECT_THAT(
      gini({{0, 0}, {50, 12}, {70, 25}, {80, 36}, {90, 54}, {95, 67}, {99, 85}, {100, 100}}),
      RoundsTo(printedAfter(figure, "label: by satisfaction alone, sub: Gini ")));
}

TEST(WorkedRanking, TheEffectiveNumberOfTopicsIsTheExponentOfTheEntropy) {
  std::vector<double> shares(10, 0.05);
  shares.push_back(0.5);
  const double entropy =
      std::accumulate(shares.begin(), shares.end(), 0.0,
                      [](double sum, double share) { return sum - share * std::log(share); });

  EXPECT_THAT(std::exp(entropy),
              RoundsTo(shownIn("video-recommendation/7-monitor", "topics-uneven")));
}

TEST(WorkedRanking, CoWatchDividedByTheRootOfBothCountsFindsTheSisterTalk) {
  const std::string note = noteFile("video-recommendation/2-frame");
  const auto weight = [](double both, double one, double other) {
    return both / std::sqrt(one * other);
  };
  const auto lift = [](double both, double one, double other) {
    return both * 1e9 / (one * other);
  };

  EXPECT_THAT(weight(5000, 1e4, 1e8), RoundsTo(printedAfter(note, "The weights are ")));
  EXPECT_THAT(weight(2000, 1e4, 8e3), RoundsTo(printedAfter(note, "The weights are 0.005 and ")));
  EXPECT_THAT(lift(5000, 1e4, 1e8), RoundsTo(printedAfter(note, "In a billion sessions it is ")));
  EXPECT_THAT(lift(2000, 1e4, 8e3),
              RoundsTo(printedAfter(note, "In a billion sessions it is 5 for the hit and ")));
}

}  // namespace
}  // namespace phaseboard
