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

TEST(NewPromptPlan, BeginsNothingWhenAllWasSeenOrNothingIsWanted) {
  EXPECT_EQ(planNewPrompts(0, 15, kToday, inDays(30)).perDay, 0);
  EXPECT_EQ(planNewPrompts(300, 0, kToday, inDays(30)).perDay, 0);
  EXPECT_EQ(planNewPrompts(0, 0, kToday, std::nullopt).perDay, 0);
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
  const PromptState seen = answeredEasy(5);
  const double recall = recallOn(seen, kToday, {}).value();

  const auto cells = readinessOf({{0, recall}, {0, std::nullopt}, {1, std::nullopt}}, 2);

  ASSERT_EQ(cells.size(), 2U);
  EXPECT_EQ(cells[0].prompts, 2);
  EXPECT_EQ(cells[0].seen, 1);
  EXPECT_DOUBLE_EQ(cells[0].recall, recall / 2);
  EXPECT_DOUBLE_EQ(cells[0].recallSeen, recall);
  EXPECT_EQ(cells[1], (Readiness{1, 0, 0, 0}));
}

TEST(Readiness, IsHigherForWhatIsRepeatedUntilTheInterview) {
  const PromptId id{"number:q/n"};
  const PromptState seen = answeredEasy(0);
  for (const int days : {8, 30, 90, 200}) {
    const StudyDay interview = plusDays(kToday, days);
    const double left = recallOn(seen, interview, {}).value();
    const double repeated = recallIfRepeated(seen, id, kToday, interview, {}, 7).value();
    EXPECT_GT(repeated, left) << days;
    EXPECT_GT(repeated, 0.9) << days;
    EXPECT_LE(repeated, 1) << days;
  }
  EXPECT_FALSE(recallIfRepeated({}, id, kToday, plusDays(kToday, 9), {}, 7).has_value());
}

TEST(NewPromptPlan, LetsEasyDaysBeginLessAndDaysOffNothing) {
  WeekdayPercent week = kUsualWeek;
  week[static_cast<std::size_t>(weekdayOf(kToday))] = 50;
  week[static_cast<std::size_t>(weekdayOf(plusDays(kToday, 1)))] = 0;
  const StudyCalendar calendar(week);

  EXPECT_EQ(planNewPrompts(300, 10, kToday, std::nullopt, calendar).perDay, 5);
  EXPECT_EQ(planNewPrompts(300, 10, plusDays(kToday, 1), std::nullopt, calendar).perDay, 0);
  EXPECT_EQ(planNewPrompts(300, 10, plusDays(kToday, 2), std::nullopt, calendar).perDay, 10);
}

TEST(NewPromptPlan, LeavesTheDaysAwayOut) {
  const StudyCalendar away(kUsualWeek, DayRange{plusDays(kToday, 1), plusDays(kToday, 12)});

  const NewPromptPlan home = planNewPrompts(230, 100, kToday, inDays(30));
  const NewPromptPlan then = planNewPrompts(230, 100, kToday, inDays(30), away);

  EXPECT_EQ(home.needed, 10);
  EXPECT_EQ(then.needed, 20);
}

TEST(NewPromptPlan, KeepsAQuarterOfAShortTimeFree) {
  const NewPromptPlan plan = planNewPrompts(42, 15, kToday, inDays(8));

  EXPECT_EQ(plan.needed, 7);  // in 6 of the 8 days
  EXPECT_EQ(plan.lastDay, inDays(5));
}

TEST(NewPromptPlan, NeedsAllAtOnceWhenEveryDayIsADayOff) {
  const StudyCalendar calendar(WeekdayPercent{0, 0, 0, 0, 0, 0, 0});

  const NewPromptPlan plan = planNewPrompts(9, 15, kToday, inDays(8), calendar);

  EXPECT_EQ(plan.needed, 9);
  EXPECT_EQ(plan.perDay, 0);
  EXPECT_EQ(plan.lastDay, kToday);
}

TEST(Readiness, OfOneLookIsThatOfThoseWhoKnewItAndThoseWhoLearntItAgain) {
  const PromptState state = answeredEasy(0);
  const PromptId prompt{"number:q/n"};
  const StudyDay interview = *inDays(6);
  const MemorySettings settings;
  const StudyDay look = *lastLookBefore(prompt, kToday, interview, 3);
  const memory::Model& model = settings.model();
  ASSERT_GT(settings.scheduler().intervalDays(*state.memory), daysBetween(kToday, look));

  const int elapsed = daysBetween(kToday, look);
  const int left = daysBetween(look, interview);
  const double known = memory::retrievability(model, elapsed, state.memory->stability);
  const auto passed = memory::step(model, *state.memory, elapsed, Rating::Good);
  const auto failed = memory::step(model, *state.memory, elapsed, Rating::Again);
  const auto relearnt = memory::step(model, failed, 0, Rating::Good);  // the same day

  EXPECT_DOUBLE_EQ(*recallIfRepeated(state, prompt, kToday, interview, settings, 3),
                   known * memory::retrievability(model, left, passed.stability) +
                       (1 - known) * memory::retrievability(model, left, relearnt.stability));
}

TEST(NewPromptPlan, IsInTimeWhenNoInterviewLiesAhead) {
  for (const auto& interview : {std::optional<StudyDay>(), inDays(0), inDays(-3)}) {
    const NewPromptPlan plan = planNewPrompts(300, 15, kToday, interview);

    EXPECT_EQ(plan.needed, 15);
    EXPECT_TRUE(plan.isInTime);
    EXPECT_EQ(plan.lastDay, std::nullopt);
  }
  EXPECT_EQ(planNewPrompts(9, 15, kToday, inDays(1)).lastDay, kToday);
}

}  // namespace
}  // namespace phaseboard::review
