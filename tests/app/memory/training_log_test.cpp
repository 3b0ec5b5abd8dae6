// SPDX-License-Identifier: Apache-2.0
#include "app/memory/training_log.h"

#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace phaseboard::memory {
namespace {

TEST(TrainingLog, GathersThePromptsInTheirOrder) {
  const std::vector<ReviewRow> rows{{"a", 1, 7, Rating::Good},
                                    {"b", 1, 0, Rating::Easy},
                                    {"a", 4, 3, Rating::Again},
                                    {"a", 4, 0, Rating::Hard}};

  const TrainingLog log{std::span<const ReviewRow>(rows)};

  ASSERT_EQ(log.prompts(), 2U);
  EXPECT_EQ(log.reviews(), 4U);
  EXPECT_EQ(log.items(), 1U);
  ASSERT_EQ(log.begin(1) - log.begin(0), 3U);
  EXPECT_EQ(log.elapsedDays(0), 0);
  EXPECT_EQ(log.elapsedDays(1), 3);
  EXPECT_EQ(log.day(1), 4);
  EXPECT_EQ(log.rating(2), Rating::Hard);
  EXPECT_EQ(log.rating(log.begin(1)), Rating::Easy);
}

TEST(TrainingLog, KeepsTheFractionsOfDays) {
  const std::vector<LoggedReview> reviews{
      {7, 0, 0, Rating::Good}, {7, 0, 0.25, Rating::Good}, {7, 3, 2.5, Rating::Again}};

  const TrainingLog log{std::span<const LoggedReview>(reviews)};

  EXPECT_EQ(log.elapsedDays(1), 0);
  EXPECT_EQ(log.exactDays(1), 0.25);
  EXPECT_EQ(log.elapsedDays(2), 2);
  EXPECT_EQ(log.exactDays(2), 2.5);
  EXPECT_EQ(log.items(), 1U);
}

TEST(TrainingLog, ReadsImpossibleDaysAsPossibleOnes) {
  const double infinite = std::numeric_limits<double>::infinity();
  const double none = std::numeric_limits<double>::quiet_NaN();
  const std::vector<LoggedReview> reviews{{0, 0, none, Rating::Good},
                                          {0, 0, -3, Rating::Good},
                                          {0, 0, none, Rating::Good},
                                          {0, 0, infinite, Rating::Good}};

  const TrainingLog log{std::span<const LoggedReview>(reviews)};

  EXPECT_EQ(log.elapsedDays(1), 0);
  EXPECT_EQ(log.elapsedDays(2), 0);
  EXPECT_EQ(log.elapsedDays(3), std::numeric_limits<int>::max());
}

TEST(TrainingLog, MayBeEmpty) {
  const TrainingLog log{std::span<const ReviewRow>()};

  EXPECT_EQ(log.prompts(), 0U);
  EXPECT_EQ(log.items(), 0U);
}

}  // namespace
}  // namespace phaseboard::memory
