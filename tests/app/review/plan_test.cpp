// SPDX-License-Identifier: Apache-2.0
#include "app/review/plan.h"

#include <set>

#include <gtest/gtest.h>

#include "tests/app/review/log_builder.h"

namespace phaseboard::review {
namespace {

using test::LogBuilder;

constexpr StudyDay kToday{1000};

std::optional<StudyDay> inDays(int days) {
  return plusDays(kToday, days);
}

PromptState answeredEasy(int daysAgo) {
  LogBuilder log;
  log.answer(kToday.value() - daysAgo, Rating::Easy);
  return log.state();
}

TEST(NewPromptPlan, BeginsAsManyAsAllowedWithoutAnInterview) {
  EXPECT_EQ(planNewPrompts(300, 15, kToday, std::nullopt).perDay, 15);
  EXPECT_EQ(planNewPrompts(4, 15, kToday, std::nullopt).perDay, 4);
  EXPECT_EQ(planNewPrompts(300, 15, kToday, inDays(0)).perDay, 15);
  EXPECT_EQ(planNewPrompts(300, 15, kToday, inDays(-3)).perDay, 15);
}

TEST(NewPromptPlan, SpreadsThemBackwardsFromTheInterview) {
  const NewPromptPlan plan = planNewPrompts(230, 15, kToday, inDays(30));

  EXPECT_EQ(plan.needed, 10);  // 23 days: the last 7 are kept free
  EXPECT_EQ(plan.perDay, 10);
  EXPECT_TRUE(plan.isInTime);
  EXPECT_EQ(plan.lastDay, inDays(22));
}

TEST(NewPromptPlan, SaysWhenTheLimitIsTooLow) {
  const NewPromptPlan plan = planNewPrompts(460, 15, kToday, inDays(30));

  EXPECT_EQ(plan.needed, 20);
  EXPECT_EQ(plan.perDay, 15);
  EXPECT_FALSE(plan.isInTime);
}

TEST(NewPromptPlan, StillBeginsOnTheDayBefore) {
  EXPECT_EQ(planNewPrompts(9, 15, kToday, inDays(1)).perDay, 9);
}

TEST(NewPromptPlan, HasBegunAllBeforeTheInterviewIfFollowed) {
  for (int days = 1; days <= 90; ++days)
    for (const int unseen : {1, 20, 333}) {
      int left = unseen;
      for (int day = 0; day < days; ++day)
        left -= planNewPrompts(left, 1000, plusDays(kToday, day), inDays(days)).perDay;
      EXPECT_EQ(left, 0) << days << ' ' << unseen;
    }
}

TEST(LastLook, FallsInTheFinalDays) {
  std::set<int> daysBefore;
  for (int i = 0; i < 100; ++i) {
    const PromptId prompt{"number:q/n" + std::to_string(i)};
    const auto last = lastLookBefore(prompt, kToday, inDays(20));
    ASSERT_TRUE(last.has_value());
    daysBefore.insert(daysBetween(*last, *inDays(20)));
  }

  EXPECT_EQ(daysBefore, (std::set<int>{1, 2, 3}));
}

TEST(LastLook, IsNotNeededForWhatIsSeenInTheFinalDays) {
  const PromptId prompt{"number:q/n"};

  EXPECT_EQ(lastLookBefore(prompt, kToday, inDays(3)), std::nullopt);
  EXPECT_NE(lastLookBefore(prompt, kToday, inDays(4)), std::nullopt);
  EXPECT_EQ(lastLookBefore(prompt, kToday, inDays(-1)), std::nullopt);
  EXPECT_EQ(lastLookBefore(prompt, kToday, std::nullopt), std::nullopt);
}

TEST(SettingsTowards, BringEveryPromptBackBeforeTheInterview) {
  for (int days = 4; days < 200; days += 7)
    for (int i = 0; i < 20; ++i) {
      const PromptId prompt{"number:q/n" + std::to_string(i)};
      const MemorySettings settings = settingsTowards({}, prompt, kToday, inDays(days));
      PromptState strong = answeredEasy(300);

      const PromptState after =
          answer(strong, prompt, Rating::Easy, test::morningOf(kToday), kToday, settings).state;

      EXPECT_GT(after.dueDay, kToday);
      EXPECT_LT(after.dueDay, *inDays(days));
    }
}

TEST(SettingsTowards, AreUnchangedInTheFinalDaysAndWithoutAnInterview) {
  const PromptId prompt{"number:q/n"};
  const auto longest = [&](const std::optional<StudyDay>& interview) {
    return settingsTowards({}, prompt, kToday, interview)
        .scheduler()
        .settings()
        .longestIntervalDays;
  };

  EXPECT_EQ(longest(std::nullopt), 36'500);
  EXPECT_EQ(longest(inDays(2)), 36'500);
  EXPECT_LT(longest(inDays(10)), 10);
}

TEST(DueDay, IsBroughtForwardWhenItLiesBeyondTheInterview) {
  const PromptId prompt{"number:q/n"};
  PromptState state = answeredEasy(2);
  state.dueDay = plusDays(kToday, 100);

  EXPECT_EQ(dueDayTowards(state, prompt, kToday, inDays(20)),
            lastLookBefore(prompt, state.lastDay, inDays(20)));
  EXPECT_EQ(dueDayTowards(state, prompt, kToday, std::nullopt), state.dueDay);
  EXPECT_EQ(dueDayTowards(state, prompt, kToday, inDays(0)), state.dueDay);
  EXPECT_EQ(dueDayTowards(state, prompt, kToday, inDays(-5)), state.dueDay);
}

TEST(DueDay, StaysWhenItLiesBeforeTheFinalDays) {
  PromptState state = answeredEasy(2);

  EXPECT_EQ(dueDayTowards(state, PromptId{"number:q/n"}, kToday, inDays(40)), state.dueDay);
}

TEST(Readiness, IsTheMeanRecallWithUnseenPromptsAsNothing) {
  const QuestionId ads{"ads"};
  const PhaseId data{"data"};
  const PhaseId serve{"serve"};
  const PromptState seen = answeredEasy(5);
  const double recall = recallOn(seen, kToday, {}).value();

  const auto cells =
      readinessOn({{ads, data, seen}, {ads, data, {}}, {ads, serve, {}}}, kToday, {});

  ASSERT_EQ(cells.size(), 2U);
  const Readiness& first = cells.at({ads, data});
  EXPECT_EQ(first.prompts, 2);
  EXPECT_EQ(first.seen, 1);
  EXPECT_DOUBLE_EQ(first.recall, recall / 2);
  EXPECT_DOUBLE_EQ(first.recallSeen, recall);
  EXPECT_EQ(cells.at({ads, serve}), (Readiness{1, 0, 0, 0}));
}

TEST(Readiness, IsLowerOnALaterDay) {
  const std::vector<ReadinessRow> rows{{QuestionId{"ads"}, PhaseId{"data"}, answeredEasy(0)}};
  const auto on = [&](int days) {
    return readinessOn(rows, plusDays(kToday, days), {}).begin()->second.recall;
  };

  EXPECT_GT(on(0), on(10));
  EXPECT_GT(on(10), on(60));
}

TEST(Forecast, CountsEachPromptOnItsDay) {
  PromptState overdue = answeredEasy(30);
  PromptState soon = answeredEasy(0);
  soon.dueDay = plusDays(kToday, 2);
  PromptState late = soon;
  late.dueDay = plusDays(kToday, 9);
  LogBuilder learning;
  learning.answer(kToday.value(), Rating::Again);
  const PromptId id{"number:q/n"};

  const auto due = forecast(
      {{id, overdue}, {id, soon}, {id, late}, {id, learning.state()}, {id, {}}}, kToday, 4, {});

  EXPECT_EQ(due, (std::vector{2, 0, 1, 0}));
}

}  // namespace
}  // namespace phaseboard::review
