// SPDX-License-Identifier: Apache-2.0
#include "app/review/load_spread.h"

#include <set>

#include <gtest/gtest.h>

#include "app/memory/fuzz.h"
#include "app/review/prompt_state.h"

namespace phaseboard::review {
namespace {

const StudyDay kSpreadMonday = fromDate({2026, 11, 30});

PromptState inReview(double stability, int interval) {
  PromptState state;
  state.standing = Standing::Review;
  state.memory = memory::MemoryState{stability, 5};
  state.reps = 4;
  state.lastDay = plusDays(kSpreadMonday, -interval);
  state.dueDay = kSpreadMonday;
  return state;
}

memory::ForEachRating<Answered> previewed(const PromptState& state, const DueLoad& load,
                                          const StudyCalendar& calendar = {},
                                          const MemorySettings& settings = {}) {
  const Spread spread{load, calendar, kSpreadMonday};
  return preview(state, PromptId{"number:q/n"}, Instant{0}, kSpreadMonday, settings, &spread);
}

int spreadDays(const Answered& answered) {
  return daysBetween(kSpreadMonday, answered.state.dueDay);
}

TEST(LoadSpread, LeavesIntervalsWhereChancePutThemWhileNothingIsDue) {
  for (const double stability : {1.0, 4.0, 12.0, 40.0, 300.0}) {
    const PromptState state = inReview(stability, 3);
    EXPECT_EQ(previewed(state, DueLoad{}),
              preview(state, PromptId{"number:q/n"}, Instant{0}, kSpreadMonday, {}));
  }
}

TEST(LoadSpread, TakesADayThatNobodyCountedForEmpty) {
  const DueLoad load{{{kSpreadMonday, 3}}};

  EXPECT_EQ(load.on(kSpreadMonday), 3);
  EXPECT_EQ(load.on(plusDays(kSpreadMonday, 1)), 0);
}

TEST(LoadSpread, GoesToTheEmptiestDayOfTheRange) {
  const PromptState state = inReview(20, 20);
  const int picked = spreadDays(previewed(state, DueLoad{}).good);
  std::map<StudyDay, int> counts;
  for (int day = 0; day < 400; ++day)
    counts[plusDays(kSpreadMonday, day)] = 10;
  const int wanted = picked - 1;
  counts[plusDays(kSpreadMonday, wanted)] = 2;

  EXPECT_EQ(spreadDays(previewed(state, DueLoad{counts}).good), wanted);
}

TEST(LoadSpread, TakesTheNearerOfTwoDaysThatAreAlikeEmpty) {
  const PromptState state = inReview(40, 40);
  const int picked = spreadDays(previewed(state, DueLoad{}).good);
  std::map<StudyDay, int> counts;
  for (int day = 0; day < 400; ++day)
    counts[plusDays(kSpreadMonday, day)] = 10;
  counts[plusDays(kSpreadMonday, picked + 2)] = 2;
  counts[plusDays(kSpreadMonday, picked + 1)] = 2;

  EXPECT_EQ(spreadDays(previewed(state, DueLoad{counts}).good), picked + 1);
}

TEST(LoadSpread, LeavesDaysOffFreeWhereItCan) {
  const StudyCalendar noWeekend({100, 100, 100, 100, 100, 0, 0});
  int moved = 0;
  for (int interval = 4; interval < 60; ++interval) {
    const auto all = previewed(inReview(interval, interval), DueLoad{}, noWeekend);
    const auto plain = previewed(inReview(interval, interval), DueLoad{});
    EXPECT_NE(noWeekend.share(all.good.state.dueDay), 0) << interval;
    moved += all.good.state.dueDay != plain.good.state.dueDay ? 1 : 0;
  }
  EXPECT_GT(moved, 5);
}

TEST(LoadSpread, GivesAnEasyDayItsShare) {
  DueLoad load;
  const StudyCalendar calendar({100, 100, 100, 50, 100, 100, 100});
  std::map<int, int> perWeekday;
  for (int i = 0; i < 2'000; ++i) {
    PromptState state = inReview(30 + i % 23, 20);
    const Spread spread{load, calendar, kSpreadMonday};
    const auto all = preview(state, PromptId{"number:q/" + std::to_string(i)}, Instant{0},
                             kSpreadMonday, {}, &spread);
    load.add(all.good.state.dueDay);
    ++perWeekday[weekdayOf(all.good.state.dueDay)];
  }
  EXPECT_NEAR(perWeekday[3] * 2.0 / perWeekday[2], 1, 0.25);
}

TEST(LoadSpread, KeepsTheOrderOfTheGradesAndTheLongestInterval) {
  std::map<StudyDay, int> counts;
  for (int day = 0; day < 40'000; ++day)
    counts[plusDays(kSpreadMonday, day)] = (day * 7919) % 23;
  const DueLoad load{counts};
  for (int longest : {3, 17, 120, 36'500})
    for (double stability = 0.3; stability < 400; stability *= 1.3)
      for (const int interval : {1, 5, 40}) {
        SCOPED_TRACE(testing::Message() << longest << " " << stability << " " << interval);
        const MemorySettings settings = MemorySettings{}.cappedAt(longest);
        const PromptState state = inReview(stability, interval);
        const auto all = previewed(state, load, {}, settings);
        const auto plain =
            preview(state, PromptId{"number:q/n"}, Instant{0}, kSpreadMonday, settings);
        EXPECT_LE(spreadDays(all.hard), spreadDays(all.good));
        EXPECT_LE(spreadDays(all.good), spreadDays(all.easy));
        if (spreadDays(plain.hard) < spreadDays(plain.good)) {
          EXPECT_LT(spreadDays(all.hard), spreadDays(all.good));
        }
        EXPECT_LE(spreadDays(all.easy), longest);
        EXPECT_EQ(all.again, plain.again);
        if (spreadDays(plain.good) > interval) {
          EXPECT_GT(spreadDays(all.good), interval);
        }
      }
}

memory::Outcome wholeDays(int days) {
  return {{Standing::Review, 0, days, memory::MemoryState{static_cast<double>(days), 5}},
          days * memory::kSecondsPerDay};
}

/// What becomes of intervals while only these days are empty.
memory::FourOutcomes drawnTo(const std::set<int>& empty, const memory::FourOutcomes& outcomes,
                             int intervalBefore) {
  std::map<StudyDay, int> counts;
  for (int day = 0; day < 40; ++day)
    counts[plusDays(kSpreadMonday, day)] = empty.contains(day) ? 0 : 10;
  const DueLoad load{counts};
  const StudyCalendar calendar;
  return spreadOut(outcomes, intervalBefore, {}, {load, calendar, kSpreadMonday});
}

TEST(LoadSpread, KeepsAGradeBehindTheWorseOneThatMovedTowardsIt) {
  memory::FourOutcomes outcomes;
  outcomes.hard = wholeDays(10);
  outcomes.good = wholeDays(12);
  outcomes.easy = wholeDays(14);

  const memory::FourOutcomes spread = drawnTo({11}, outcomes, 5);

  EXPECT_EQ(spread.hard.state.intervalDays, 11);
  EXPECT_EQ(spread.hard.intervalSeconds, 11 * memory::kSecondsPerDay);
  EXPECT_EQ(spread.good.state.intervalDays, 12);
  EXPECT_EQ(spread.easy.state.intervalDays, 14);
  EXPECT_EQ(drawnTo({11, 13}, outcomes, 5).good.state.intervalDays, 13);
}

TEST(LoadSpread, LetsAnIntervalShrinkOnlyWhenItDidNotGrow) {
  memory::FourOutcomes outcomes;
  outcomes.good = wholeDays(12);
  outcomes.easy = wholeDays(16);

  EXPECT_EQ(drawnTo({11}, outcomes, 11).good.state.intervalDays, 12) << "it grew by a day";
  EXPECT_EQ(drawnTo({11}, outcomes, 12).good.state.intervalDays, 11) << "it stayed";
  EXPECT_EQ(drawnTo({13}, outcomes, 11).good.state.intervalDays, 13) << "it may grow more";
}

TEST(LoadSpread, LeavesStepsAndIntervalsWithoutAMemoryAlone) {
  memory::FourOutcomes outcomes;
  outcomes.good = wholeDays(12);
  outcomes.good.state.memory.reset();
  outcomes.easy.state.standing = Standing::Learning;

  const memory::FourOutcomes spread = drawnTo({11}, outcomes, 5);

  EXPECT_EQ(spread.good.state.intervalDays, 12);
  EXPECT_EQ(spread.easy.state.intervalDays, 0);
}

}  // namespace
}  // namespace phaseboard::review
