// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "tests/content/printed_value.h"

/// The pages of the primer's handbook about raters, shares, groups and products, each computed from
/// its definition on the example that the page prints.
namespace phaseboard {
namespace {

using test::noteFile;
using test::printedAfter;
using test::PrintedValue;
using test::RoundsTo;
using test::shownIn;

PrintedValue pageSays(const std::string& words) {
  return printedAfter(noteFile("framework-primer/5-evaluate"), words);
}

PrintedValue pageNumber(const std::string& number) {
  return shownIn("framework-primer/5-evaluate", number);
}

double halfWidth(double share, double n) {
  return 1.96 * std::sqrt(share * (1 - share) / n);
}

TEST(PrimerJudging, KappaIsAgreementBeyondChance) {
  const double yesYes = 20;
  const double noNo = 60;
  const double split = 10;
  const double observed = (yesYes + noNo) / 100;
  const double yesShare = (yesYes + split) / 100;
  const double byChance = yesShare * yesShare + (1 - yesShare) * (1 - yesShare);
  const double rareChance = 0.99 * 0.99 + 0.01 * 0.01;

  EXPECT_THAT(byChance, RoundsTo(pageSays("$p_e$ = 0.3² + 0.7² = ")));
  EXPECT_THAT((observed - byChance) / (1 - byChance), RoundsTo(pageNumber("kappa-worked")));
  EXPECT_NEAR((0.985 - rareChance) / (1 - rareChance), 0.2, 0.05);
}

TEST(PrimerJudging, PrevalenceFromStrataFromASampleAndFromRatersWhoErr) {
  const double total = 0.9 * 0.001 + 0.1 * 0.05;
  const double truth = (0.02 + 0.99 - 1) / (0.90 + 0.99 - 1);

  EXPECT_THAT(total, RoundsTo(pageNumber("strata-worked")));
  EXPECT_THAT(halfWidth(total, 10000), RoundsTo(pageNumber("prevalence-interval-worked")));
  EXPECT_THAT(truth, RoundsTo(pageNumber("prevalence-worked")));
  // what the raters would report at that truth
  EXPECT_NEAR(truth * 0.90 + (1 - truth) * (1 - 0.99), 0.02, 1e-12);
  // no positive in n leaves room for p with (1 - p)^n = 5 %
  EXPECT_NEAR(1 - std::pow(0.05, 1.0 / 10000), 3.0 / 10000, 5e-7);
}

TEST(PrimerJudging, EntropyDiversityAndGiniOfWhatIsShown) {
  double entropy = 0;
  for (const double share : {0.5, 0.25, 0.125, 0.125})
    entropy -= share * std::log2(share);
  const std::vector<double> exposures = {1, 1, 2, 6};
  double differences = 0;
  for (const double one : exposures)
    for (const double other : exposures)
      differences += std::abs(one - other);
  const double mean = std::accumulate(exposures.begin(), exposures.end(), 0.0) / 4;

  EXPECT_THAT(entropy, RoundsTo(pageNumber("entropy-worked")));
  EXPECT_THAT(std::exp2(entropy), RoundsTo(pageSays("as many as $2^{1.75}$ = ")));
  EXPECT_THAT((0.1 + 0.5 + 0.6) / 3, RoundsTo(pageNumber("diversity-worked")));
  // half the mean difference of two drawn exposures over the mean: the definition of Gini
  EXPECT_THAT(differences / (4 * 4) / (2 * mean), RoundsTo(pageNumber("gini-worked")));
  EXPECT_THAT(300e3 / 1e6, RoundsTo(pageSays("in a week is a coverage of ")));
}

TEST(PrimerJudging, WinRatePerplexityOverlapAndSurvival) {
  EXPECT_THAT((560 - 500) / std::sqrt(1000 * 0.25), RoundsTo(pageNumber("win-rate-worked")));
  EXPECT_THAT(std::exp(2.0), RoundsTo(pageNumber("perplexity-worked")));
  EXPECT_THAT(5.0 * 10 / (15 * 10), RoundsTo(pageNumber("iou-worked")));
  EXPECT_THAT(19.4 / 20, RoundsTo(pageSays("19.4 of 20 on average is ")));
}

TEST(PrimerJudging, ClaimsMultiplyAndAJudgeErrs) {
  const double truth = pageNumber("judge-corrected-worked").value;

  EXPECT_THAT(372.0 / 400, RoundsTo(pageSays("and 372 of them are supported, ")));
  EXPECT_THAT(std::pow(372.0 / 400, 400.0 / 50), RoundsTo(pageNumber("all-claims-worked")));
  // what such a judge would call good at that truth
  EXPECT_NEAR(truth * 0.95 + (1 - truth) * (1 - 0.80), 0.70, 0.0005);
}

TEST(PrimerJudging, WeightsOfHarmChangeRecall) {
  EXPECT_THAT((90 + 5) / 110.0, RoundsTo(pageSays("Plain recall is 95 / 110 = ")));
  EXPECT_THAT((90 * 1 + 5 * 10) / (100.0 * 1 + 10 * 10),
              RoundsTo(pageNumber("weighted-recall-worked")));
}

TEST(PrimerJudging, ARatioOfSumsIsNoMeanOfRates) {
  EXPECT_THAT((10 + 1 + 0) / (100.0 + 2 + 10), RoundsTo(pageNumber("ratio-of-sums-worked")));
  EXPECT_THAT((10.0 / 100 + 1.0 / 2 + 0) / 3,
              RoundsTo(pageSays("The mean of their own rates is (10 + 50 + 0) / 3 = ")));
}

TEST(PrimerJudging, PeopleAsRowsMakeTheErrorOfARateLarger) {
  const std::vector<double> clicks = {2, 4, 10, 24};
  double variance = 0;
  for (const double c : clicks)
    variance += (c - 10) * (c - 10) / 3;
  // all denominators are 100, so the two terms with their variance vanish
  const double byPeople = std::sqrt(variance / 4) / 100;
  const double byRows = std::sqrt(0.1 * 0.9 / 400);

  EXPECT_THAT(variance, RoundsTo(pageSays("$\\sigma_c^2$ = 296 / 3 = ")));
  EXPECT_THAT(byPeople, RoundsTo(pageNumber("ratio-error-worked")));
  EXPECT_THAT(100 * byRows, RoundsTo(pageSays("$\\sqrt{0.1 \\times 0.9 / 400}$ = ")));
  EXPECT_THAT(byPeople / byRows, RoundsTo(pageSays("0.9 / 400}$ = 1.5 points, ")));
}

TEST(PrimerJudging, TheDeltaMethodAgreesWithManyResamples) {
  // a small generator of its own keeps the test the same on every machine
  unsigned state = 12345;
  const auto draw = [&state] { return (state = state * 1664525U + 1013904223U) >> 16; };
  std::vector<double> c;
  std::vector<double> n;
  for (int person = 0; person < 400; ++person) {
    n.push_back(1 + draw() % 50);
    c.push_back(std::floor(n.back() * (draw() % 100) / 500.0));
  }
  const auto mean = [](const std::vector<double>& x) {
    return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
  };
  const double rate = mean(c) / mean(n);
  double variance = 0;
  for (std::size_t i = 0; i < c.size(); ++i) {
    const double residual = (c[i] - mean(c)) - rate * (n[i] - mean(n));
    variance += residual * residual / 399;
  }
  const double delta = std::sqrt(variance / (400 * mean(n) * mean(n)));
  std::vector<double> resampled;
  for (int round = 0; round < 2000; ++round) {
    double clicks = 0;
    double impressions = 0;
    for (int person = 0; person < 400; ++person) {
      const std::size_t who = draw() % 400;
      clicks += c[who];
      impressions += n[who];
    }
    resampled.push_back(clicks / impressions);
  }
  double spread = 0;
  for (const double value : resampled)
    spread += (value - mean(resampled)) * (value - mean(resampled)) / 1999;

  EXPECT_NEAR(delta, std::sqrt(spread), 0.1 * delta);
}

TEST(PrimerJudging, HabitsOfAMonth) {
  EXPECT_THAT(40e6 / 100e6 * 28, RoundsTo(pageNumber("active-days-worked")));
  EXPECT_THAT(0.001 * 11.2, RoundsTo(pageSays("A rise of 0.1 % is ")));
  EXPECT_THAT(1 / (0.001 * 11.2), RoundsTo(pageSays("one more day for one person in ")));
  EXPECT_THAT(100 * 250.0 / 1000, RoundsTo(pageSays("(figure:retention-curve), 40, ")));
  EXPECT_THAT(6.0 / 10, RoundsTo(pageSays("6 of 10 minutes are a completion of ")));
}

TEST(PrimerJudging, ViewsPreventedWeighsThePostThatSpread) {
  const std::vector<double> without = {100, 1000, 10000};
  const std::vector<double> seen = {20, 100, 5000};
  double prevented = 0;
  double shares = 0;
  for (std::size_t post = 0; post < 3; ++post) {
    prevented += without[post] - seen[post];
    shares += (without[post] - seen[post]) / without[post] / 3;
  }

  EXPECT_THAT(prevented, RoundsTo(pageSays("Of 11,100 views ")));
  EXPECT_THAT(prevented / 11100, RoundsTo(pageNumber("prevented-worked")));
  EXPECT_THAT(shares, RoundsTo(pageSays("(0.80 + 0.90 + 0.50) / 3 = ")));
  EXPECT_THAT((1000 - 60) / 1000.0,
              RoundsTo(pageSays("1,000 deletions, 60 of them after a report, are ")));
}

TEST(PrimerJudging, EqualErrorRatesGiveUnequalPrecision) {
  const auto precision = [](double positives) {
    return 0.80 * positives / (0.80 * positives + 0.05 * (1000 - positives));
  };

  EXPECT_THAT(precision(200), RoundsTo(pageSays("160 true and 40 false alarms, a precision of ")));
  EXPECT_THAT(precision(100), RoundsTo(pageNumber("group-precision-worked")));
  EXPECT_THAT(1 / std::sqrt(45.0), RoundsTo(pageSays("45 false alarms have a relative error of ")));
}

TEST(PrimerJudging, HalfOfTheActionsBringAllOfTheUplift) {
  const std::vector<double> treated = {120, 80, 60, 40};
  const std::vector<double> control = {60, 60, 58, 42};
  std::vector<double> gain;
  double treatedSoFar = 0;
  double controlSoFar = 0;
  for (std::size_t quarter = 0; quarter < 4; ++quarter) {
    treatedSoFar += treated[quarter];
    controlSoFar += control[quarter];
    gain.push_back(treatedSoFar - controlSoFar * 1000 / 1000);
  }

  EXPECT_EQ(gain, (std::vector<double>{60, 80, 82, 80}));
  EXPECT_THAT(gain[1], RoundsTo(pageNumber("qini-half-worked")));
  EXPECT_THAT((treatedSoFar - controlSoFar) / controlSoFar, RoundsTo(pageNumber("lift-worked")));
  EXPECT_THAT(std::sqrt(80.0 + 60), RoundsTo(pageSays("$\\sqrt{80 + 60}$ = ")));
}

TEST(PrimerJudging, CalibrationMapsOfThePage) {
  const auto platt = [](double score) {
    return 1 / (1 + std::exp(-(0.66 * std::log(score / (1 - score)) - 0.24)));
  };
  const std::vector<double> said = {0.05, 0.15, 0.30, 0.50, 0.80};
  const std::vector<double> seen = {0.10, 0.20, 0.32, 0.44, 0.66};
  double raw = 0;
  double mapped = 0;
  for (std::size_t bin = 0; bin < 5; ++bin) {
    raw += std::abs(said[bin] - seen[bin]) / 5;
    mapped += std::abs(platt(said[bin]) - seen[bin]) / 5;
  }
  const double all = std::exp(2.0) + std::exp(1.0) + 1;

  EXPECT_THAT(raw, RoundsTo(pageNumber("raw-ece-worked")));
  EXPECT_THAT(platt(0.80), RoundsTo(pageNumber("platt-worked")));
  EXPECT_THAT(mapped, RoundsTo(pageSays("ECE falls to ")));
  EXPECT_THAT(std::exp(2.0) / all, RoundsTo(pageNumber("temperature-worked")));
  EXPECT_THAT(std::exp(4.0) / (std::exp(4.0) + std::exp(2.0) + 1),
              RoundsTo(pageSays("Logits 4, 2, 0 give ")));
  // pooling 0.30 and 0.20 is the best rising fit of 0.10, 0.30, 0.20, 0.50
  const auto distance = [](double second, double third) {
    return (second - 0.30) * (second - 0.30) + (third - 0.20) * (third - 0.20);
  };
  EXPECT_LT(distance(0.25, 0.25), distance(0.26, 0.26));
  EXPECT_LT(distance(0.25, 0.25), distance(0.24, 0.25));
}

TEST(PrimerJudging, BothSlicesRiseAndTheTotalFalls) {
  EXPECT_GT(45 / 500.0, 80 / 1000.0);
  EXPECT_GT(30 / 1000.0, 10 / 500.0);
  EXPECT_LT((45 + 30) / 1500.0, (80 + 10) / 1500.0);
  EXPECT_THAT((0.08 + 0.02) / 2, RoundsTo(pageSays("With half phone and half desktop A has ")));
  EXPECT_THAT((0.09 + 0.03) / 2, RoundsTo(pageSays("half desktop A has 5 % and B ")));
  EXPECT_THAT(1 / std::sqrt(2500.0), RoundsTo(pageSays("so 2,500 positives give ")));
  EXPECT_THAT(1 - std::pow(0.95, 20), RoundsTo(pageSays("at least one false alarm in ")));
}

}  // namespace
}  // namespace phaseboard
