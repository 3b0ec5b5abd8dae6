// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fit/training_weights.h"

#include <vector>

#include <gtest/gtest.h>

#include "app/memory/fit/first_stability.h"
#include "app/memory/model.h"

namespace phaseboard::memory {
namespace {

/// `count` prompts begun with `first` and asked once more after `days`.
void addPrompts(std::vector<LoggedReview>& log, int count, Rating first, int days,
                Rating then = Rating::Good) {
  for (int i = 0; i < count; ++i) {
    const auto prompt = static_cast<std::uint32_t>(log.size());
    log.push_back({prompt, 0, 0, first});
    log.push_back({prompt, days, double(days), then});
  }
}

TrainingLog asLog(const std::vector<LoggedReview>& reviews) {
  return TrainingLog{std::span<const LoggedReview>(reviews)};
}

TEST(TrainingWeights, FavourWhatIsRecent) {
  const TrainingLog log = asLog({{0, 0, 0, Rating::Good},
                                 {1, 0, 0, Rating::Good},
                                 {1, 9, 9, Rating::Good},
                                 {0, 1, 1, Rating::Good},
                                 {0, 5, 4, Rating::Good}});

  const TrainingWeights found = trainingWeights(log, {false, true});

  EXPECT_EQ(found.weights, (std::vector<float>{0, 0.25F, 0.25F + 0.75F / 8, 0, 1}));
  EXPECT_EQ(found.items, 3U);
  EXPECT_EQ(found.recalledShare, 1);
}

TEST(TrainingWeights, LeaveOutSameDayReviews) {
  const TrainingLog log =
      asLog({{0, 0, 0, Rating::Good}, {0, 0, 0, Rating::Good}, {0, 2, 2, Rating::Again}});

  const TrainingWeights found = trainingWeights(log, {false, false});

  EXPECT_EQ(found.weights, (std::vector<float>{0, 0, 1}));
  EXPECT_EQ(found.recalledShare, 0);
}

TEST(TrainingWeights, LeaveOutTheRarestFirstIntervals) {
  std::vector<LoggedReview> reviews;
  addPrompts(reviews, 400, Rating::Good, 3);
  addPrompts(reviews, 12, Rating::Good, 5);    // the first 5 % to go
  addPrompts(reviews, 30, Rating::Good, 7);    // would make it more than 5 %
  addPrompts(reviews, 50, Rating::Good, 101);  // too long, whatever the number
  addPrompts(reviews, 50, Rating::Easy, 101);  // not too long after Easy

  const auto kept = firstIntervals(asLog(reviews), true);

  ASSERT_EQ(kept[2].size(), 2U);
  EXPECT_EQ(kept[2][0].elapsedDays, 3);
  EXPECT_EQ(kept[2][1].elapsedDays, 7);
  ASSERT_EQ(kept[3].size(), 1U);
  EXPECT_EQ(trainingWeights(asLog(reviews), {true, false}).items, 400U + 30 + 50);
  EXPECT_EQ(trainingWeights(asLog(reviews), {false, false}).items, 542U);
}

TEST(FirstStabilities, FindWhatTheFirstIntervalsSay) {
  // 90 % are recalled after 4 days: the stability is 4.
  std::vector<LoggedReview> reviews;
  addPrompts(reviews, 9000, Rating::Good, 4);
  addPrompts(reviews, 1000, Rating::Good, 4, Rating::Again);

  const FirstStabilities found = firstStabilities(firstIntervals(asLog(reviews), true), 0.9);

  EXPECT_NEAR(found[2], 4, 0.01);
  // The others keep the proportions of the published ones.
  const Parameters usual;
  const auto& published = usual.weights();
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_NEAR(found[i] / found[2], published[i] / published[2], 1e-6);
}

TEST(FirstStabilities, AreBroughtIntoTheOrderOfTheRatings) {
  EXPECT_EQ(smoothed({5, 1, 3, 9}, {10, 100, 100, 100}), (FirstStabilities{1, 1, 3, 9}));
  EXPECT_EQ(smoothed({5, 1, 7, 9}, {100, 10, 100, 100}), (FirstStabilities{5, 5, 7, 9}));
}

TEST(FirstStabilities, AreFilledBetweenThoseThatAreKnown) {
  const FirstStabilities ends = smoothed({1, 0, 0, 16}, {10, 0, 0, 10});
  EXPECT_LT(ends[0], ends[1]);
  EXPECT_LT(ends[1], ends[2]);
  EXPECT_LT(ends[2], ends[3]);
  // Filling the same places again from the middle gives the ends back.
  const FirstStabilities again = smoothed({0, ends[1], ends[2], 0}, {0, 10, 10, 0});
  EXPECT_NEAR(again[0], 1, 1e-9);
  EXPECT_NEAR(again[3], 16, 1e-9);
  for (std::size_t missing = 0; missing < 4; ++missing) {
    std::array<std::size_t, 4> counts{10, 10, 10, 10};
    counts[missing] = 0;
    const FirstStabilities three = smoothed(ends, counts);
    for (std::size_t i = 0; i < 4; ++i)
      EXPECT_NEAR(three[i], ends[i], 1e-9) << "without " << missing;
  }
}

TEST(FirstStabilities, ArePublishedOnesWithoutData) {
  const FirstStabilities found = firstStabilities({}, 0.9);
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_NEAR(found[i], Parameters{}.weights()[i], 1e-12);
}

}  // namespace
}  // namespace phaseboard::memory
