// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/content/printed_value.h"

/// The losses handbook of the primer and its framings, each computed from its definition on the
/// example that the page prints.
namespace phaseboard {
namespace {

using test::noteFile;
using test::printedAfter;
using test::PrintedValue;
using test::RoundsTo;
using test::shownIn;

const char* const kFrameNote = "framework-primer/2-frame";
const char* const kModelNote = "framework-primer/4-model";

PrintedValue frameSays(const std::string& words) {
  return printedAfter(noteFile(kFrameNote), words);
}

PrintedValue modelSays(const std::string& words) {
  return printedAfter(noteFile(kModelNote), words);
}

double sigmoid(double z) {
  return 1 / (1 + std::exp(-z));
}

std::vector<double> softmaxOf(std::vector<double> logits, double temperature = 1) {
  double sum = 0;
  for (double& logit : logits)
    sum += logit = std::exp(logit / temperature);
  for (double& share : logits)
    share /= sum;
  return logits;
}

/// The p in (0, 1) at which `loss` is least, to four digits.
template <class Loss>
double bestConstant(const Loss& loss) {
  double best = 0.0001;
  for (int step = 1; step < 10000; ++step)
    if (loss(step / 10000.0) < loss(best))
      best = step / 10000.0;
  return best;
}

/// Slope of `f` at `x`, by a small symmetric step.
template <class Function>
double slope(const Function& f, double x) {
  return (f(x + 1e-6) - f(x - 1e-6)) / 2e-6;
}

struct ListLosses {
  double pointwise;
  double pairwise;
  double listwise;
};

/// Scores 2, 1, 0 with the second item clicked, all shifted by `level`.
ListLosses lossesOfTheList(double level) {
  const std::vector<double> z = {2 + level, 1 + level, 0 + level};
  return {-std::log(1 - sigmoid(z[0])) - std::log(sigmoid(z[1])) - std::log(1 - sigmoid(z[2])),
          -std::log(sigmoid(z[1] - z[0])) - std::log(sigmoid(z[1] - z[2])),
          -std::log(softmaxOf(z)[1])};
}

TEST(PrimerLosses, ThreeViewsOfOneList) {
  const ListLosses losses = lossesOfTheList(0);

  EXPECT_THAT(losses.pointwise, RoundsTo(shownIn(kFrameNote, "frame-pointwise-loss")));
  EXPECT_THAT(losses.pairwise, RoundsTo(shownIn(kFrameNote, "frame-pairwise-loss")));
  EXPECT_THAT(losses.listwise, RoundsTo(shownIn(kFrameNote, "frame-listwise-loss")));
}

TEST(PrimerLosses, OnlyThePointwiseLossSeesTheLevel) {
  const ListLosses before = lossesOfTheList(0);
  const ListLosses after = lossesOfTheList(5);

  EXPECT_THAT(after.pointwise,
              RoundsTo(frameSays("Pointwise changes to 7.001 + 0.002 + 5.007 = ")));
  EXPECT_NEAR(after.pairwise, before.pairwise, 1e-12);
  EXPECT_NEAR(after.listwise, before.listwise, 1e-12);
}

TEST(PrimerLosses, ActingPaysFromTheThresholdOfTheCosts) {
  const double threshold = shownIn(kFrameNote, "frame-threshold").value;
  const auto acting = [](double p) { return (1 - p) * 1; };
  const auto waiting = [](double p) { return p * 9; };

  EXPECT_NEAR(acting(threshold), waiting(threshold), 1e-12);
  EXPECT_THAT(acting(0.05), RoundsTo(frameSays("a true 0.05, where acting costs ")));
  EXPECT_THAT(waiting(0.05), RoundsTo(frameSays("where acting costs 0.95 and waiting ")));
}

TEST(PrimerLosses, TheLikeliestBuyersLoseByTheCoupon) {
  EXPECT_THAT((0.60 - 0.59) * 10 - 1, RoundsTo(shownIn(kFrameNote, "frame-uplift-loss")));
  EXPECT_NEAR((0.12 - 0.02) * 10 - 1, 0, 1e-12);
}

TEST(PrimerLosses, LogLossPullsByItsError) {
  const auto loss = [](double z) { return -std::log(sigmoid(z)); };
  const double z = std::log(0.9 / 0.1);
  const double mean = -(std::log(0.8) + std::log(0.3) + std::log(0.9) + std::log(0.6)) / 4;

  EXPECT_NEAR(slope(loss, z), modelSays("a row at 0.9 with label 1 pulls by ").value, 1e-6);
  EXPECT_THAT(mean, RoundsTo(shownIn(kModelNote, "model-log-loss-worked")));
  EXPECT_THAT(-(0.05 * std::log(0.05) + 0.95 * std::log(0.95)),
              RoundsTo(shownIn(kModelNote, "model-base-entropy")));
}

TEST(PrimerLosses, AWeightOfTenMultipliesTheOdds) {
  const double best =
      bestConstant([](double p) { return -10 * 0.05 * std::log(p) - 0.95 * std::log(1 - p); });

  EXPECT_NEAR(best, shownIn(kModelNote, "model-weighted-optimum").value, 0.0006);
  EXPECT_THAT(10 * 0.05 / 0.95, RoundsTo(modelSays("= 0.0526$; times ten ")));
}

TEST(PrimerLosses, FocalLossSilencesEasyRowsAndMissesTheTrueRate) {
  const auto focal = [](double p) { return -(1 - p) * (1 - p) * std::log(p); };
  const double best = bestConstant([&](double p) { return 0.05 * focal(p) + 0.95 * focal(1 - p); });

  EXPECT_THAT(focal(0.9), RoundsTo(modelSays("falls from 0.1054 to $0.01 \\times 0.1054 = ")));
  EXPECT_THAT(focal(0.1), RoundsTo(modelSays("$0.81 \\times 2.3026 = ")));
  EXPECT_NEAR(best, modelSays("the best constant answer under $\\gamma = 2$ is ").value, 0.005);
}

TEST(PrimerLosses, HingeCostsWhatIsMissingToTheMargin) {
  const auto hinge = [](double margin) { return std::max(0.0, 1 - margin); };

  EXPECT_THAT(hinge(-1), RoundsTo(modelSays("$m = -1$ costs ")));
  EXPECT_THAT(hinge(0.5), RoundsTo(modelSays("$m = 0.5$ costs ")));
  EXPECT_THAT(hinge(2), RoundsTo(modelSays("$m = 2$ costs ")));
}

TEST(PrimerLosses, WrongPairsPullMost) {
  const auto loss = [](double d) { return std::log(1 + std::exp(-d)); };

  EXPECT_THAT(slope(loss, 2), RoundsTo(modelSays("At $d = 2$ it is ")));
  EXPECT_THAT(slope(loss, 0), RoundsTo(modelSays("it is -0.119, at 0 it is ")));
  EXPECT_THAT(slope(loss, -1), RoundsTo(modelSays("at 0 it is -0.5, at -1 it is ")));
  EXPECT_THAT(loss(2), RoundsTo(modelSays("$d = 2$ costs ")));
  EXPECT_THAT(loss(-1), RoundsTo(modelSays("$d = -1$ costs ")));
}

TEST(PrimerLosses, SoftmaxLiftsWhatItPushesDown) {
  const std::vector<double> shares = softmaxOf({2, 1, 0});

  EXPECT_THAT(-std::log(shares[0]), RoundsTo(modelSays("Shares 0.6652, 0.2447, 0.0900; loss ")));
  EXPECT_THAT(shares[0] - 1, RoundsTo(modelSays("loss 0.4076; gradients ")));
  EXPECT_NEAR((shares[0] - 1) + shares[1] + shares[2], 0, 1e-12);
}

TEST(PrimerLosses, SubtractingLnQStopsPunishingTheHit) {
  const std::vector<double> z = {2.0, 2.5, 1.0};
  const std::vector<double> q = {0.01, 0.2, 0.01};
  std::vector<double> corrected;
  for (std::size_t item = 0; item < 3; ++item)
    corrected.push_back(z[item] - std::log(q[item]));

  EXPECT_THAT(softmaxOf(z)[0], RoundsTo(modelSays("The share of the right item rises from ")));
  EXPECT_THAT(softmaxOf(corrected)[0], RoundsTo(modelSays("rises from 0.331 to ")));
  EXPECT_THAT(-std::log(softmaxOf(z)[0]), RoundsTo(modelSays("the loss falls from ")));
  EXPECT_THAT(-std::log(softmaxOf(corrected)[0]),
              RoundsTo(shownIn(kModelNote, "model-log-q-loss")));
  EXPECT_THAT(softmaxOf(z)[1], RoundsTo(modelSays("the hit would be pushed by ")));
  EXPECT_THAT(softmaxOf(corrected)[1], RoundsTo(modelSays("pushed by 0.547; corrected, by ")));
}

TEST(PrimerLosses, TheTemperatureDecidesWhoIsHeard) {
  const std::vector<double> cosines = {0.8, 0.6, 0.3, 0.1};
  const std::vector<std::vector<double>> batch = {
      {0.8, 0.6, 0.3, 0.1}, {0.5, 0.7, 0.2, 0.0}, {0.2, 0.1, 0.9, 0.3}, {0.1, 0.2, 0.4, 0.6}};
  double mean = 0;
  for (std::size_t row = 0; row < 4; ++row)
    mean -= std::log(softmaxOf(batch[row], 0.1)[row]) / 4;

  EXPECT_THAT(-std::log(softmaxOf(cosines, 0.1)[0]),
              RoundsTo(shownIn(kModelNote, "model-nce-loss")));
  EXPECT_THAT(softmaxOf(cosines, 0.1)[1],
              RoundsTo(modelSays("At $\\tau = 0.1$ the shares are 0.875, ")));
  EXPECT_THAT(-std::log(softmaxOf(cosines, 0.5)[0]),
              RoundsTo(modelSays("0.438, 0.293, 0.161 and 0.108, and the loss is ")));
  EXPECT_THAT(mean, RoundsTo(modelSays("0.134, 0.134, 0.004 and 0.149 have a mean of ")));
  EXPECT_THAT(std::log(8192.0), RoundsTo(modelSays("costs $\\ln n$, which is ")));
}

TEST(PrimerLosses, TripletsAreEasySemiHardOrHard) {
  const auto triplet = [](double negative) { return std::max(0.0, 0.3 - negative + 0.2); };

  EXPECT_THAT(triplet(0.8), RoundsTo(modelSays("A negative at 0.8 costs ")));
  EXPECT_THAT(triplet(0.4), RoundsTo(modelSays("costs 0 (easy), at 0.4 costs ")));
  EXPECT_THAT(triplet(0.2), RoundsTo(modelSays("(semi-hard), at 0.2 costs ")));
}

TEST(PrimerLosses, SquaredHuberAndQuantile) {
  const auto huber = [](double r, double delta) {
    return std::abs(r) <= delta ? r * r / 2 : delta * (std::abs(r) - delta / 2);
  };
  const auto quantile = [](double r) { return std::max(0.9 * r, (0.9 - 1) * r); };

  EXPECT_THAT(3.0 * 3 / 2, RoundsTo(modelSays("$r = 3$, $\\delta = 1$: squared ")));
  EXPECT_THAT(huber(3, 1), RoundsTo(modelSays("Huber $1 \\times (3 - 0.5) = ")));
  EXPECT_NEAR(slope([&](double r) { return huber(r, 1); }, 100), 1, 1e-6);
  EXPECT_THAT(quantile(10), RoundsTo(modelSays("10 minutes too early costs ")));
  EXPECT_THAT(quantile(-10), RoundsTo(modelSays("and 10 too late costs ")));
}

TEST(PrimerLosses, ASoftTeacherShowsItsSecondChoice) {
  const std::vector<double> teacher = softmaxOf({2, 1, 0}, 2);
  const std::vector<double> student = softmaxOf({1, 1, 0}, 2);
  double divergence = 0;
  for (std::size_t k = 0; k < 3; ++k)
    divergence += teacher[k] * std::log(teacher[k] / student[k]);

  EXPECT_THAT(teacher[1], RoundsTo(modelSays("Teacher shares 0.5065, ")));
  EXPECT_THAT(divergence, RoundsTo(modelSays("0.1407 - 0.0683 - 0.0414 = ")));
  EXPECT_THAT(4 * divergence, RoundsTo(modelSays("= 0.0310$; times 4 is ")));
}

TEST(PrimerLosses, SharingLayersAndSharingBuckets) {
  const double shared = 640.0 * 1024 + 1024 * 1024;
  const double head = 1024.0 * 256 + 256;

  EXPECT_THAT(shared, RoundsTo(modelSays("Shared layers have ")));
  EXPECT_THAT(shared + 3 * head, RoundsTo(modelSays("Three heads make ")));
  EXPECT_THAT((shared + 3 * head) / (shared + head),
              RoundsTo(shownIn(kModelNote, "model-multi-ratio")));
  EXPECT_THAT(3 * (shared + head) / (shared + 3 * head),
              RoundsTo(modelSays("1.27 times one task and ")));
  // chance that at least one of the other values falls into the same of 20 M buckets
  EXPECT_THAT(1 - std::pow(1 - 1 / 20e6, 10e6 - 1),
              RoundsTo(shownIn(kModelNote, "model-collision")));
}

TEST(PrimerLosses, TheRecipeReachesTheHoursOfTheEstimateByAnotherWay) {
  const double steps = 53.76e9 / 8192;
  const double secondsAStep = 8192 * 12e6 / 20e12;

  EXPECT_THAT(steps, RoundsTo(shownIn(kModelNote, "model-steps")));
  EXPECT_THAT(1000 * secondsAStep, RoundsTo(shownIn(kModelNote, "model-step-time")));
  EXPECT_THAT(steps * secondsAStep / 3600,
              RoundsTo(shownIn("framework-primer/1-clarify", "clarify-training-hours")));
  EXPECT_THAT(std::log((5.0 / 24) / (19.0 / 24)),
              RoundsTo(shownIn(kModelNote, "model-bias-start")));
}

}  // namespace
}  // namespace phaseboard
