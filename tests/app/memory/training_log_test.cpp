// SPDX-License-Identifier: Apache-2.0
#include "app/memory/training_log.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/memory/evaluation.h"
#include "tests/app/memory/simulated_log.h"

namespace phaseboard::memory {
namespace {

TEST(TrainingLog, GathersThePromptsInTheirOrder) {
  const std::vector<ReviewRow> rows{{"a", 1, 7, Rating::Good},
                                    {"b", 1, 0, Rating::Easy},
                                    {"a", 4, 3, Rating::Again},
                                    {"a", 4, 0, Rating::Hard}};

  const TrainingLog log(rows);

  ASSERT_EQ(log.prompts(), 2U);
  EXPECT_EQ(log.reviews(), 4U);
  EXPECT_EQ(log.items(), 1U);
  ASSERT_EQ(log.prompt(0).size(), 3U);
  EXPECT_EQ(log.prompt(0)[0].elapsedDays, 0);
  EXPECT_EQ(log.prompt(0)[1].weight, 1);
  EXPECT_EQ(log.prompt(0)[2].weight, 0);
  EXPECT_EQ(log.prompt(1)[0].rating, Rating::Easy);
}

TEST(TrainingLog, CanFavourWhatIsRecent) {
  const std::vector<ReviewRow> rows{{"a", 0, 0, Rating::Good},
                                    {"b", 0, 0, Rating::Good},
                                    {"b", 9, 9, Rating::Good},
                                    {"a", 1, 1, Rating::Good},
                                    {"a", 5, 4, Rating::Good}};

  const TrainingLog log(rows, true);

  EXPECT_EQ(log.prompt(0)[1].weight, 0.25);
  EXPECT_EQ(log.prompt(0)[2].weight, 0.25 + 0.75 * 0.125);
  EXPECT_EQ(log.prompt(1)[1].weight, 1);
}

TEST(TrainingLog, MayBeEmpty) {
  const TrainingLog log({});

  EXPECT_EQ(log.prompts(), 0U);
  EXPECT_EQ(lossGradient(Parameters{}, log).loss, 0);
}

TEST(LossGradient, HasTheLossOfTheEvaluation) {
  const std::vector<ReviewRow> rows = simulatedLog(Parameters{}, 50, 12, 1);
  const TrainingLog log(rows);

  const double loss = lossGradient(Parameters{}, log).loss;

  EXPECT_NEAR(loss / static_cast<double>(log.items()),
              *logLoss(predictions(Model{Parameters{}}, rows)), 1e-12);
}

TEST(LossGradient, IsTheChangeOfTheLoss) {
  const TrainingLog log(simulatedLog(Parameters{}, 60, 14, 2), true);
  Parameters::Weights other = Parameters{}.weights();
  for (std::size_t i = 0; i < other.size(); ++i)
    other[i] *= i % 2 == 0 ? 1.13 : 0.87;
  for (const Parameters& parameters : {Parameters{}, Parameters{other}}) {
    const LossGradient found = lossGradient(parameters, log);
    for (std::size_t i = 0; i < kWeightCount; ++i) {
      const double h = 1e-6 * std::max(0.1, parameters.weights()[i]);
      Parameters::Weights up = parameters.weights();
      Parameters::Weights down = parameters.weights();
      up[i] += h;
      down[i] -= h;
      const double change =
          (lossGradient(Parameters{up}, log).loss - lossGradient(Parameters{down}, log).loss) /
          (2 * h);
      EXPECT_NEAR(found.gradient[i], change, 1e-4 * std::max(1.0, std::abs(change))) << "w" << i;
    }
  }
}

TEST(LossGradient, DoesNotDependOnTheNumberOfThreads) {
  const TrainingLog log(simulatedLog(Parameters{}, 200, 10, 3));
  const LossGradient one = lossGradient(Parameters{}, log, 1);

  for (const int threads : {2, 3, 16}) {
    const LossGradient several = lossGradient(Parameters{}, log, threads);
    EXPECT_EQ(several.loss, one.loss);
    EXPECT_EQ(several.gradient, one.gradient);
  }
}

}  // namespace
}  // namespace phaseboard::memory
