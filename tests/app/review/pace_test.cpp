// SPDX-License-Identifier: Apache-2.0
#include "app/review/pace.h"

#include <vector>

#include <gtest/gtest.h>

namespace phaseboard::review {
namespace {

std::vector<AnswerTime> manyTimes(PromptKind kind, int count, std::int64_t seconds) {
  return std::vector<AnswerTime>(static_cast<std::size_t>(count),
                                 {kind, Millis{seconds * kMillisPerSecond}});
}

double secondsOf(const Pace& pace, PromptKind kind) {
  return static_cast<double>(pace.of(kind).value()) / kMillisPerSecond;
}

TEST(Pace, ExpectsTheUsualTimesBeforeItKnowsAny) {
  EXPECT_EQ(Pace{}.of(PromptKind::NamePart), usualTime(PromptKind::NamePart));
  EXPECT_EQ(Pace::learned({}).of(PromptKind::KeyPoints), usualTime(PromptKind::KeyPoints));
  EXPECT_GT(usualTime(PromptKind::KeyPoints), usualTime(PromptKind::NamePart));
  for (const PromptKind kind : kPromptKinds)
    EXPECT_GT(usualTime(kind).value(), 0) << kind;
}

TEST(Pace, ComesToTheTimesOfAKindAsTheyComeIn) {
  const double usual = secondsOf(Pace{}, PromptKind::Number);
  double before = usual;
  for (const int count : {1, 10, 100, 400}) {
    const double now =
        secondsOf(Pace::learned(manyTimes(PromptKind::Number, count, 40)), PromptKind::Number);
    EXPECT_GT(now, before) << count;
    EXPECT_LT(now, 40.5) << count;
    before = now;
  }
  EXPECT_NEAR(before, 40, 1);
}

TEST(Pace, TellsKindsApart) {
  std::vector<AnswerTime> times = manyTimes(PromptKind::NamePart, 100, 6);
  const auto slow = manyTimes(PromptKind::KeyPoints, 100, 80);
  times.insert(times.end(), slow.begin(), slow.end());

  const Pace pace = Pace::learned(times);

  EXPECT_NEAR(secondsOf(pace, PromptKind::NamePart), 6, 1);
  EXPECT_NEAR(secondsOf(pace, PromptKind::KeyPoints), 80, 2);
}

TEST(Pace, ScalesKindsNeverAnsweredByTheSpeedOfTheOthers) {
  const Pace slow = Pace::learned(manyTimes(PromptKind::NamePart, 200, 18));

  EXPECT_NEAR(slow.speed(), 1.95, 0.1);
  EXPECT_GT(slow.of(PromptKind::Pitfall), usualTime(PromptKind::Pitfall));
}

TEST(Pace, IsNotMovedByAnInterruption) {
  std::vector<AnswerTime> times = manyTimes(PromptKind::Number, 40, 10);
  const double quiet = secondsOf(Pace::learned(times), PromptKind::Number);
  times[7].time = Millis{600'000};

  EXPECT_NEAR(secondsOf(Pace::learned(times), PromptKind::Number), quiet, 1);
}

TEST(Pace, LeavesTimesOfNothingOut) {
  EXPECT_EQ(Pace::learned(manyTimes(PromptKind::Number, 40, 0)).of(PromptKind::Number),
            usualTime(PromptKind::Number));
}

TEST(Pace, WeighsAFewAnswersAgainstEightUsualOnes) {
  const Pace pace = Pace::learned(manyTimes(PromptKind::Number, 1, 38));

  // All in all 198 s where 180 s are usual, so 22 s for a number; one of 38 s beside eight of
  // these.
  EXPECT_NEAR(secondsOf(pace, PromptKind::Number), (38 + 8 * 22) / 9.0, 0.001);
}

TEST(Pace, TakesNobodyForMoreThanFiveTimesAsSlowOrQuick) {
  const double usual = secondsOf(Pace{}, PromptKind::NamePart);

  EXPECT_EQ(
      secondsOf(Pace::learned(manyTimes(PromptKind::Number, 2'000, 600)), PromptKind::NamePart),
      5 * usual);
  EXPECT_EQ(
      secondsOf(Pace::learned(manyTimes(PromptKind::AnswerPhase, 2'000, 1)), PromptKind::NamePart),
      0.2 * usual);
}

TEST(Pace, TakesAnInterruptionForFourUsualAnswers) {
  std::vector<AnswerTime> times = manyTimes(PromptKind::Number, 2, 10);
  times.push_back({PromptKind::Number, Millis{1'000'000}});

  // 10 + 10 + 4 * 10 s, which is what three numbers usually take.
  EXPECT_EQ(secondsOf(Pace::learned(times), PromptKind::Number), 20);
}

TEST(Pace, ExpectsTwentySecondsOfWhatTheUserMade) {
  EXPECT_EQ(usualTime(PromptKind::Own), Millis{20'000});
}

}  // namespace
}  // namespace phaseboard::review
