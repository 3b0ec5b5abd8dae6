// SPDX-License-Identifier: Apache-2.0
#include "app/review/memory_settings.h"

#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/result_matchers.h"

namespace phaseboard::review {
namespace {

using phaseboard::test::FailsWith;
using phaseboard::test::IsOk;

TEST(MemorySettings, AcceptWhatPeopleMaySet) {
  memory::ScheduleSettings settings;
  settings.retention = 0.85;
  settings.learningSteps = {};
  settings.longestIntervalDays = 365;

  const auto made = MemorySettings::make(settings);

  ASSERT_THAT(made, IsOk());
  EXPECT_EQ(made->scheduler().settings(), settings);
}

TEST(MemorySettings, RefuseWhatIsOutOfRangeAndSayWhich) {
  const auto subject = [](const memory::ScheduleSettings& settings) {
    const auto made = MemorySettings::make(settings);
    EXPECT_THAT(made, FailsWith(ErrorKind::InvalidInput));
    return made.has_value() ? std::string() : made.error().subject;
  };
  memory::ScheduleSettings retention;
  retention.retention = 0.995;
  memory::ScheduleSettings learning;
  learning.learningSteps = {60, 86'400};
  memory::ScheduleSettings relearning;
  relearning.relearningSteps = {0};
  memory::ScheduleSettings longest;
  longest.longestIntervalDays = 0;

  EXPECT_EQ(subject(retention), "retention");
  EXPECT_EQ(subject(learning), "learning-steps");
  EXPECT_EQ(subject(relearning), "relearning-steps");
  EXPECT_EQ(subject(longest), "longest-interval");
}

TEST(MemorySettings, AreMadeFromParametersAndRetention) {
  std::vector<double> weights(19, 0.25);

  const auto made = MemorySettings::make(weights, 0.8);

  ASSERT_THAT(made, IsOk());
  EXPECT_EQ(made->scheduler().settings().retention, 0.8);
  EXPECT_EQ(made->model()[memory::Weight::Decay], 0.5);
  EXPECT_EQ(MemorySettings::make({}, 0.9)->model().parameters(), memory::Parameters{});
}

TEST(MemorySettings, RefuseParametersThatAreNone) {
  const std::vector<double> three(3, 1.0);

  const auto made = MemorySettings::make(three, 0.9);

  ASSERT_THAT(made, FailsWith(ErrorKind::InvalidInput));
  EXPECT_EQ(made.error().subject, "parameters");
}

TEST(MemorySettings, CanBeCappedButNotExtended) {
  const MemorySettings settings;

  EXPECT_EQ(settings.cappedAt(9).scheduler().settings().longestIntervalDays, 9);
  EXPECT_EQ(settings.cappedAt(-3).scheduler().settings().longestIntervalDays, 1);
  EXPECT_EQ(settings.cappedAt(9).cappedAt(20).scheduler().settings().longestIntervalDays, 9);
}

TEST(Fuzz, IsAlwaysTheSameForAPromptAndCount) {
  const PromptId prompt{"key-point:ads/calibrate"};

  EXPECT_EQ(fuzzFor(prompt, 3), fuzzFor(prompt, 3));
  EXPECT_NE(fuzzFor(prompt, 3), fuzzFor(prompt, 4));
  EXPECT_NE(fuzzFor(prompt, 3), fuzzFor(PromptId{"key-point:ads/calibrated"}, 3));
}

TEST(Fuzz, DoesNotChangeBetweenVersions) {
  EXPECT_DOUBLE_EQ(fuzzFor(PromptId{"key-point:ads/calibrate"}, 0), 0.7207254330140932);
}

TEST(Fuzz, IsSpreadEvenly) {
  std::array<int, 10> tenths{};
  for (int prompt = 0; prompt < 1000; ++prompt)
    for (int reps = 0; reps < 10; ++reps) {
      const double fuzz = fuzzFor(PromptId{"key-point:ads/point-" + std::to_string(prompt)}, reps);
      ASSERT_GE(fuzz, 0);
      ASSERT_LT(fuzz, 1);
      ++tenths[static_cast<std::size_t>(fuzz * 10)];
    }

  for (const int count : tenths)  // 1000 expected; five standard deviations are 150
    EXPECT_NEAR(count, 1000, 150);
}

}  // namespace
}  // namespace phaseboard::review
