// SPDX-License-Identifier: Apache-2.0
#include "app/ops/memory_fit.h"

#include <vector>

#include <gtest/gtest.h>

#include "tests/support/simulated_learner.h"

namespace phaseboard::ops {
namespace {

constexpr auto kGoOn = [](double) { return true; };

memory::TrainingLog logOf(const memory::Parameters& truth) {
  const std::vector<memory::ReviewRow> rows = test::simulatedLog(truth, 400, 10, 3);
  return memory::TrainingLog{std::span<const memory::ReviewRow>(rows)};
}

/// A learner who keeps things longer than most.
memory::Parameters goodMemory() {
  memory::Parameters::Weights weights = memory::Parameters{}.weights();
  for (std::size_t i = 0; i < 4; ++i)
    weights[i] *= 4;
  return memory::Parameters{weights};
}

TEST(MemoryFit, PredictsALearnerBetterThanThePublishedModel) {
  const auto fitted = fitMemory({}, logOf(goodMemory()), kGoOn);

  ASSERT_TRUE(fitted.has_value());
  EXPECT_TRUE(fitted->isBetter);
  EXPECT_LT(*fitted->after.judgement.evaluation.logLoss,
            *fitted->before.judgement.evaluation.logLoss);
  EXPECT_TRUE(fitted->before.parameters.empty()) << "the published ones are not written out";
  EXPECT_EQ(fitted->after.parameters.size(), memory::kWeightCount);
  EXPECT_FALSE(fitted->after.judgement.calibration.empty());
}

TEST(MemoryFit, KeepsTheModelWhenThereIsNothingToLearnFrom) {
  const auto fitted =
      fitMemory({}, memory::TrainingLog{std::span<const memory::ReviewRow>()}, kGoOn);

  ASSERT_TRUE(fitted.has_value());
  EXPECT_FALSE(fitted->isBetter);
  EXPECT_TRUE(fitted->after.parameters.empty());
}

TEST(MemoryFit, GivesNothingWhenCancelledAtAnyMoment) {
  const memory::TrainingLog log = logOf(goodMemory());
  int asked = 0;
  ASSERT_TRUE(fitMemory({}, log, [&](double) { return ++asked > 0; }).has_value());

  for (int stop = 1; stop <= asked; stop += 3) {
    int left = stop;
    EXPECT_FALSE(fitMemory({}, log, [&](double) { return --left > 0; }).has_value()) << stop;
  }
}

TEST(MemoryFit, TellsHowFarItHasCome) {
  double last = 0;
  const auto fitted = fitMemory({}, logOf(goodMemory()), [&](double share) {
    EXPECT_GE(share, last);
    last = share;
    return true;
  });

  ASSERT_TRUE(fitted.has_value());
  EXPECT_EQ(last, 1);
}

}  // namespace
}  // namespace phaseboard::ops
