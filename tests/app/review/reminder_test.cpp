// SPDX-License-Identifier: Apache-2.0
#include "app/review/reminder.h"

#include <gtest/gtest.h>

namespace phaseboard::review {
namespace {

const StudyDay kReminderMonday = fromDate({2026, 11, 30});

Instant moment(const char* iso) {
  return instantFromIso(iso).value();
}

ReminderFacts reminderFacts(const char* now) {
  ReminderFacts facts;
  facts.now = moment(now);
  facts.offset = UtcOffset{3600};
  facts.dayStart = kDefaultDayStart;
  facts.nextDueDay = kReminderMonday;
  return facts;
}

TEST(Reminder, ComesAtItsHourOfTheDayOnWhichSomethingIsDue) {
  EXPECT_EQ(nextReminder(reminderFacts("2026-11-30T05:00:00Z")), moment("2026-11-30T08:00:00Z"));

  ReminderFacts later = reminderFacts("2026-11-30T05:00:00Z");
  later.nextDueDay = plusDays(kReminderMonday, 4);
  EXPECT_EQ(nextReminder(later), moment("2026-12-04T08:00:00Z"));
}

TEST(Reminder, ComesAtOnceWhenTheHourHasPassed) {
  EXPECT_EQ(nextReminder(reminderFacts("2026-11-30T12:00:00Z")), moment("2026-11-30T12:00:00Z"));
}

TEST(Reminder, ComesOnceADay) {
  ReminderFacts again = reminderFacts("2026-11-30T12:00:00Z");
  again.remindedOn = kReminderMonday;

  EXPECT_EQ(nextReminder(again), moment("2026-12-01T08:00:00Z"));
}

TEST(Reminder, WaitsForADayOfStudy) {
  ReminderFacts off = reminderFacts("2026-11-30T05:00:00Z");
  off.calendar = StudyCalendar({0, 0, 100, 100, 100, 100, 100});

  EXPECT_EQ(nextReminder(off), moment("2026-12-02T08:00:00Z"));
}

TEST(Reminder, TakesTheHoursBeforeTheDayStartForTheNightAfter) {
  ReminderFacts night = reminderFacts("2026-11-30T05:00:00Z");
  night.hour = 1;

  EXPECT_EQ(nextReminder(night), moment("2026-12-01T00:00:00Z"));
}

TEST(Reminder, IsSilentWhenNothingWillBeDue) {
  ReminderFacts nothing = reminderFacts("2026-11-30T05:00:00Z");
  nothing.nextDueDay.reset();

  EXPECT_EQ(nextReminder(nothing), std::nullopt);
}

}  // namespace
}  // namespace phaseboard::review
