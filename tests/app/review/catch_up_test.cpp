// SPDX-License-Identifier: Apache-2.0
#include "app/review/catch_up.h"

#include <algorithm>
#include <numeric>
#include <set>

#include <gtest/gtest.h>

namespace phaseboard::review {
namespace {

const StudyDay kCatchUpMonday = fromDate({2026, 11, 30});

Overdue overdue(int number, double stability = 12, std::int64_t seconds = 20) {
  PromptState state;
  state.standing = Standing::Review;
  state.memory = memory::MemoryState{stability, 5};
  state.reps = 4;
  state.lastDay = plusDays(kCatchUpMonday, -20);
  state.dueDay = plusDays(kCatchUpMonday, -6);
  return {PromptId{"number:q/" + std::to_string(number)}, state,
          Millis{seconds * kMillisPerSecond}};
}

CatchUpFacts backlogFacts(int prompts, int days) {
  CatchUpFacts facts;
  for (int i = 0; i < prompts; ++i)
    facts.backlog.push_back(overdue(i, 3 + i % 40, 10 + i % 30));
  facts.ahead.assign(kMostCatchUpDays, Millis{600'000});
  facts.today = kCatchUpMonday;
  facts.days = days;
  facts.budget = Millis{30 * 60'000};
  return facts;
}

int plannedPrompts(const CatchUp& plan) {
  return std::accumulate(plan.days.begin(), plan.days.end(), 0,
                         [](int sum, const CatchUpDay& day) { return sum + day.prompts; });
}

TEST(CatchUp, MovesEverythingThatDoesNotStayForTodayOnce) {
  for (const int days : {1, 2, 7, 28}) {
    const CatchUp plan = planCatchUp(backlogFacts(200, days), {});

    ASSERT_EQ(plan.days.size(), static_cast<std::size_t>(days));
    EXPECT_EQ(plannedPrompts(plan), 200);
    EXPECT_EQ(plan.moves.size(), static_cast<std::size_t>(200 - plan.days[0].prompts));
    std::set<PromptId> moved;
    for (const Move& move : plan.moves) {
      EXPECT_TRUE(moved.insert(move.prompt).second);
      EXPECT_GT(move.day, kCatchUpMonday);
      EXPECT_LT(move.day, plusDays(kCatchUpMonday, days));
    }
  }
}

TEST(CatchUp, MakesTheDaysEven) {
  CatchUpFacts given = backlogFacts(300, 7);
  given.ahead[2] = Millis{0};
  given.ahead[4] = Millis{1'500'000};

  const CatchUp plan = planCatchUp(given, {});

  for (const CatchUpDay& day : plan.days)
    if (day.prompts > 0) {
      EXPECT_NEAR(static_cast<double>(day.own.value() + day.share.value()),
                  static_cast<double>(plan.days[0].own.value() + plan.days[0].share.value()),
                  40'000.0);
    }
}

TEST(CatchUp, LeavesDaysOffFreeAndGivesEasyDaysLess) {
  CatchUpFacts given = backlogFacts(300, 7);
  given.ahead.clear();
  given.calendar = StudyCalendar({100, 100, 50, 100, 100, 0, 100});

  const CatchUp plan = planCatchUp(given, {});

  EXPECT_EQ(plan.days[5].prompts, 0);
  EXPECT_NEAR(static_cast<double>(plan.days[2].share.value()) /
                  static_cast<double>(plan.days[1].share.value()),
              0.5, 0.06);
}

TEST(CatchUp, BeginsWithWhatLosesMostByWaiting) {
  CatchUpFacts given = backlogFacts(0, 5);
  for (int i = 0; i < 50; ++i)
    given.backlog.push_back(overdue(i, i % 2 == 0 ? 300 : 8));

  const CatchUp plan = planCatchUp(given, {});

  // The half that holds for a year is put to the end.
  const auto moved = [&](int number) {
    return std::any_of(plan.moves.begin(), plan.moves.end(), [&](const Move& move) {
      return move.prompt == given.backlog[static_cast<std::size_t>(number)].prompt &&
             move.day >= plusDays(kCatchUpMonday, 2);
    });
  };
  EXPECT_TRUE(moved(0));
  EXPECT_FALSE(moved(1));
}

TEST(CatchUp, FindsTheDaysThatFitTheMinutes) {
  const CatchUpFacts given = backlogFacts(400, 7);  // some 160 minutes; 20 free a day

  const int days = fittingDays(given, {});

  CatchUpFacts fewer = given;
  fewer.days = days - 1;
  CatchUpFacts enough = given;
  enough.days = days;
  EXPECT_FALSE(planCatchUp(fewer, {}).fits);
  EXPECT_TRUE(planCatchUp(enough, {}).fits);
}

TEST(CatchUp, DaysOffAreNotEnoughDays) {
  CatchUpFacts given = backlogFacts(40, 7);
  given.calendar = StudyCalendar({0, 0, 100, 100, 100, 100, 100});  // today is a Monday

  given.days = fittingDays(given, {});

  EXPECT_GT(given.days, 2);
  EXPECT_EQ(plannedPrompts(planCatchUp(given, {})), 40);
}

TEST(CatchUp, TakesTheMostDaysForWhatFitsIntoNone) {
  EXPECT_EQ(fittingDays(backlogFacts(20'000, 7), {}), kMostCatchUpDays);
}

TEST(CatchUp, ProposesNothingForNothing) {
  const CatchUp plan = planCatchUp(backlogFacts(0, 7), {});

  EXPECT_TRUE(plan.moves.empty());
  EXPECT_TRUE(plan.fits);
}

TEST(CatchUp, MovesNothingInAWeekWithoutADayOfStudy) {
  CatchUpFacts given = backlogFacts(20, 7);
  given.calendar = StudyCalendar(WeekdayPercent{});

  EXPECT_TRUE(planCatchUp(given, {}).moves.empty());
}

}  // namespace
}  // namespace phaseboard::review
