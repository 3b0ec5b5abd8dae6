// SPDX-License-Identifier: Apache-2.0
#include "app/review/study_calendar.h"

#include <gtest/gtest.h>

namespace phaseboard::review {
namespace {

/// 30 November 2026 is a Monday.
const StudyDay kCalendarMonday = fromDate({2026, 11, 30});

TEST(StudyCalendar, KnowsTheDayOfTheWeek) {
  EXPECT_EQ(weekdayOf(kCalendarMonday), 0);
  EXPECT_EQ(weekdayOf(plusDays(kCalendarMonday, 6)), 6);
  EXPECT_EQ(weekdayOf(fromDate({2024, 2, 29})), 3);
  EXPECT_EQ(weekdayOf(fromDate({1969, 12, 28})), 6);
}

TEST(StudyCalendar, SumsTheSharesOfItsDays) {
  const StudyCalendar easyWeekend({100, 100, 100, 100, 100, 50, 0});

  EXPECT_DOUBLE_EQ(easyWeekend.shares(kCalendarMonday, 7), 5.5);
  EXPECT_DOUBLE_EQ(easyWeekend.share(plusDays(kCalendarMonday, 5)), 0.5);
  EXPECT_DOUBLE_EQ(StudyCalendar{}.shares(kCalendarMonday, 7), 7);
}

TEST(StudyCalendar, AsksNothingWhileAway) {
  const StudyCalendar away(kUsualWeek,
                           DayRange{plusDays(kCalendarMonday, 2), plusDays(kCalendarMonday, 5)});

  EXPECT_FALSE(away.isAway(plusDays(kCalendarMonday, 1)));
  EXPECT_TRUE(away.isAway(plusDays(kCalendarMonday, 2)));
  EXPECT_TRUE(away.isAway(plusDays(kCalendarMonday, 4)));
  EXPECT_FALSE(away.isAway(plusDays(kCalendarMonday, 5)));
  EXPECT_DOUBLE_EQ(away.shares(kCalendarMonday, 7), 4);
}

TEST(StudyCalendar, FindsTheNextDayOfStudy) {
  const StudyCalendar calendar(
      {100, 100, 100, 100, 100, 0, 0},
      DayRange{plusDays(kCalendarMonday, 7), plusDays(kCalendarMonday, 9)});

  EXPECT_EQ(calendar.nextStudyDay(kCalendarMonday), kCalendarMonday);
  EXPECT_EQ(calendar.nextStudyDay(plusDays(kCalendarMonday, 5)), plusDays(kCalendarMonday, 9));
  EXPECT_EQ(StudyCalendar(WeekdayPercent{}).nextStudyDay(kCalendarMonday), kCalendarMonday);
}

}  // namespace
}  // namespace phaseboard::review
