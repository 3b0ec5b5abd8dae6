// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fit/loss_gradient.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "app/memory/evaluation.h"
#include "app/memory/fit/lanes.h"
#include "tests/support/simulated_learner.h"

namespace phaseboard::memory {
namespace {

/// A log with everything in it that the kernel tells apart.
struct PackedSample {
  explicit PackedSample(bool favourRecent, int prompts = 60)
      : rows(test::simulatedLog(Parameters{}, prompts, 14, 2)),
        log(std::span<const ReviewRow>(rows)),
        packed(log, trainingWeights(log, {false, favourRecent})) {}

  [[nodiscard]] LossGradient at(const Parameters& parameters, Lanes lanes = Lanes::Fastest,
                                int threads = 1) const {
    Crew crew(threads);
    return lossGradient(parameters, packed, crew, lanes);
  }

  std::vector<ReviewRow> rows;
  TrainingLog log;
  PackedLog packed;
};

Parameters otherParameters() {
  Parameters::Weights other = Parameters{}.weights();
  for (std::size_t i = 0; i < other.size(); ++i)
    other[i] *= i % 2 == 0 ? 1.13 : 0.87;
  return Parameters{other};
}

TEST(LossGradient, HasTheLossOfTheEvaluation) {
  const PackedSample sample(false);

  EXPECT_NEAR(sample.at(Parameters{}).loss / static_cast<double>(sample.log.items()),
              *evaluate(Model{}, sample.log).logLoss, 1e-12);
}

TEST(LossGradient, IsTheChangeOfTheLoss) {
  const PackedSample sample(true);
  for (const Parameters& parameters : {Parameters{}, otherParameters()}) {
    const LossGradient found = sample.at(parameters);
    for (std::size_t i = 0; i < kWeightCount; ++i) {
      const double h = 1e-6 * std::max(0.1, parameters.weights()[i]);
      Parameters::Weights up = parameters.weights();
      Parameters::Weights down = parameters.weights();
      up[i] += h;
      down[i] -= h;
      const double change =
          (sample.at(Parameters{up}).loss - sample.at(Parameters{down}).loss) / (2 * h);
      EXPECT_NEAR(found.gradient[i], change, 1e-4 * std::max(1.0, std::abs(change))) << "w" << i;
    }
  }
}

TEST(LossGradient, KnowsTheProductsOfThePromptsOwnGradients) {
  const PackedSample sample(true, 9);
  Crew crew(2);
  GradientProducts products{};
  const LossGradient found = lossGradient(otherParameters(), sample.packed, crew, products);

  GradientProducts expected{};
  const TrainingWeights weights = trainingWeights(sample.log, {false, true});
  for (std::size_t prompt = 0; prompt < sample.log.prompts(); ++prompt) {
    TrainingWeights own = weights;
    for (std::size_t i = 0; i < own.weights.size(); ++i)
      if (i < sample.log.begin(prompt) || i >= sample.log.begin(prompt + 1))
        own.weights[i] = 0;
    const LossGradient one =
        lossGradient(otherParameters(), PackedLog(sample.log, own), crew, Lanes::Fastest);
    for (std::size_t i = 0; i < kWeightCount; ++i)
      for (std::size_t j = i; j < kWeightCount; ++j)
        expected[i][j] += one.gradient[i] * one.gradient[j];
  }
  EXPECT_NEAR(found.loss, sample.at(otherParameters()).loss, 1e-9);
  for (std::size_t i = 0; i < kWeightCount; ++i)
    for (std::size_t j = i; j < kWeightCount; ++j)
      EXPECT_NEAR(products[i][j], expected[i][j], 1e-9 * std::max(1.0, std::abs(expected[i][j])))
          << i << ", " << j;
}

TEST(LossGradient, DoesNotDependOnTheNumberOfThreads) {
  const PackedSample sample(true, 200);
  const LossGradient one = sample.at(Parameters{});

  for (const int threads : {2, 3, 16}) {
    const LossGradient several = sample.at(Parameters{}, Lanes::Fastest, threads);
    EXPECT_EQ(several.loss, one.loss);
    EXPECT_EQ(several.gradient, one.gradient);
  }
}

TEST(LossGradient, IsTheSameWithAnyLanes) {
  const PackedSample sample(true);
  const LossGradient single = sample.at(otherParameters(), Lanes::Single);

  for (const Lanes lanes : {Lanes::Portable, Lanes::Fastest}) {
    const LossGradient wide = sample.at(otherParameters(), lanes);
    EXPECT_NEAR(wide.loss, single.loss, 1e-12 * single.loss);
    for (std::size_t i = 0; i < kWeightCount; ++i)
      EXPECT_NEAR(wide.gradient[i], single.gradient[i],
                  1e-9 * std::max(1.0, std::abs(single.gradient[i])))
          << "w" << i;
  }
}

#if defined(__GNUC__)
TEST(Lanes, KnowExponentialsAndLogarithms) {
  for (int i = -4000; i < 4000; ++i) {
    const double x = i * 0.0371;
    const Quad::Wide wide{x, x / 10, x / 1000, -x};
    const Quad::Wide exponential = Quad::exp(wide);
    for (int lane = 0; lane < 4; ++lane)
      EXPECT_NEAR(exponential[lane] / std::exp(wide[lane]), 1, 3e-14) << wide[lane];
    const Quad::Wide logarithm = Quad::log(exponential);
    for (int lane = 0; lane < 4; ++lane)
      EXPECT_NEAR(logarithm[lane], wide[lane], 3e-14 * std::max(1.0, std::abs(wide[lane])));
  }
}
#endif

}  // namespace
}  // namespace phaseboard::memory
