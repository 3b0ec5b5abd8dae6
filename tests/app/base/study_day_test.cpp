// SPDX-License-Identifier: Apache-2.0
#include "app/base/study_day.h"

#include <gtest/gtest.h>

namespace phaseboard {
namespace {

Instant at(std::string_view iso) {
  return instantFromIso(iso).value();
}

/// A row of the table: a moment, the offset then in force, the day start, the day that it is.
struct DayCase {
  const char* what;
  const char* moment;
  int offsetMinutes;
  int dayStart;
  const char* day;
};

constexpr DayCase kDayCases[]{
    // Clocks go forward in Berlin at 01:00 UTC: 02:00 becomes 03:00.
    {"forward, a second before", "2026-03-29T00:59:59Z", 60, 4, "2026-03-28"},
    {"forward, right after", "2026-03-29T01:00:00Z", 120, 4, "2026-03-28"},
    {"forward, day start", "2026-03-29T02:00:00Z", 120, 4, "2026-03-29"},
    {"forward, start in the hour that is missing", "2026-03-29T00:59:59Z", 60, 2, "2026-03-28"},
    {"forward, after the hour that is missing", "2026-03-29T01:00:00Z", 120, 2, "2026-03-29"},
    // Clocks go back in Berlin at 01:00 UTC: 03:00 becomes 02:00.
    {"back, first 02:30", "2026-10-25T00:30:00Z", 120, 2, "2026-10-25"},
    {"back, second 02:30", "2026-10-25T01:30:00Z", 60, 2, "2026-10-25"},
    {"back, first 03:59 of the night", "2026-10-25T02:59:59Z", 60, 4, "2026-10-24"},
    {"back, day start", "2026-10-25T03:00:00Z", 60, 4, "2026-10-25"},
    // Lord Howe changes by half an hour, Chatham lies at a quarter.
    {"half an hour", "2026-04-04T17:30:00Z", 630, 4, "2026-04-05"},
    {"a quarter of an hour", "2026-06-01T15:14:59Z", 765, 4, "2026-06-01"},
    {"a quarter of an hour, day start", "2026-06-01T15:15:00Z", 765, 4, "2026-06-02"},
    // One flight: Auckland to Honolulu crosses the date line and lives a day twice.
    {"before the date line", "2026-05-10T03:00:00Z", 720, 4, "2026-05-10"},
    {"after the date line", "2026-05-10T12:00:00Z", -600, 4, "2026-05-09"},
    {"the day after", "2026-05-10T14:00:00Z", -600, 4, "2026-05-10"},
    // A leap day, its eve and its morrow; a century without one and one with one.
    {"eve of a leap day", "2028-02-29T03:59:59Z", 0, 4, "2028-02-28"},
    {"leap day", "2028-02-29T04:00:00Z", 0, 4, "2028-02-29"},
    {"night of a leap day", "2028-03-01T03:59:59Z", 0, 4, "2028-02-29"},
    {"after a leap day", "2028-03-01T04:00:00Z", 0, 4, "2028-03-01"},
    {"no leap day in 2100", "2100-03-01T03:00:00Z", 0, 4, "2100-02-28"},
    {"a leap day in 2000", "2000-03-01T03:00:00Z", 0, 4, "2000-02-29"},
    // Day starts from midnight to eleven at night.
    {"start at 0", "2026-07-01T00:00:00Z", 0, 0, "2026-07-01"},
    {"start at 12", "2026-07-01T11:59:59Z", 0, 12, "2026-06-30"},
    {"start at 23", "2026-07-01T22:59:59Z", 0, 23, "2026-06-30"},
    {"start at 23, begun", "2026-07-01T23:00:00Z", 0, 23, "2026-07-01"},
    // Before the epoch.
    {"before the epoch", "1969-12-31T20:00:00Z", 0, 4, "1969-12-31"}};

TEST(StudyDay, IsAsTheTableSays) {
  for (const DayCase& one : kDayCases) {
    SCOPED_TRACE(one.what);
    EXPECT_EQ(
        toIso(studyDay(at(one.moment), UtcOffset{one.offsetMinutes * 60}, DayStart{one.dayStart})),
        one.day);
  }
}

TEST(StudyDay, NeverGoesBackWhileTheClockRunsThroughAChangeOfClocks) {
  struct Change {
    const char* moment;
    int before;
    int after;
  };
  for (const Change& change :
       {Change{"2026-03-29T01:00:00Z", 60, 120}, Change{"2026-10-25T01:00:00Z", 120, 60},
        Change{"2026-04-04T15:00:00Z", 660, 630}})
    for (int start = 0; start < 24; ++start) {
      const Instant jump = at(change.moment);
      StudyDay last{0};
      int steps = 0;
      for (int minutes = -26 * 60; minutes <= 26 * 60; minutes += 15) {
        const Instant now{jump.value() + minutes * 60'000};
        const UtcOffset offset{(minutes < 0 ? change.before : change.after) * 60};
        const StudyDay day = studyDay(now, offset, DayStart{start});
        if (minutes > -26 * 60)
          steps += daysBetween(last, day);
        // Only a day that starts in the hour lived twice begins twice.
        if (minutes > -26 * 60 && change.after >= change.before) {
          EXPECT_GE(day, last) << change.moment << " start " << start;
        }
        last = day;
      }
      EXPECT_GE(steps, 2);
      EXPECT_LE(steps, 3);
    }
}

TEST(StudyDay, CountsALateEveningToItsDay) {
  const StudyDay evening = studyDay(at("2026-03-02T23:00:00Z"), UtcOffset{0}, DayStart{4});
  const StudyDay afterMidnight =
      studyDay(at("2026-03-03T03:59:59.999Z"), UtcOffset{0}, DayStart{4});
  const StudyDay morning = studyDay(at("2026-03-03T04:00:00Z"), UtcOffset{0}, DayStart{4});

  EXPECT_EQ(evening, afterMidnight);
  EXPECT_EQ(daysBetween(evening, morning), 1);
  EXPECT_EQ(toIso(morning), "2026-03-03");
}

TEST(StudyDay, FollowsTheOffsetOfTheTraveller) {
  const Instant moment = at("2026-03-02T20:00:00Z");

  EXPECT_EQ(toIso(studyDay(moment, UtcOffset{0}, DayStart{4})), "2026-03-02");
  EXPECT_EQ(toIso(studyDay(moment, UtcOffset{9 * 3600}, DayStart{4})), "2026-03-03");
}

TEST(StudyDay, BeginsWhereItSaysForEveryOffsetAndDayStart) {
  for (int hour = 0; hour < 24; ++hour)
    for (int offset = -18 * 3600; offset <= 18 * 3600; offset += 1800) {
      const StudyDay day{20'500};
      const Instant begin = beginOf(day, UtcOffset{offset}, DayStart{hour});
      EXPECT_EQ(studyDay(begin, UtcOffset{offset}, DayStart{hour}), day);
      EXPECT_EQ(studyDay(Instant{begin.value() - 1}, UtcOffset{offset}, DayStart{hour}),
                plusDays(day, -1));
    }
}

TEST(StudyDay, WorksBeforeTheEpoch) {
  EXPECT_EQ(studyDay(at("1969-12-31T12:00:00Z"), UtcOffset{0}, DayStart{4}), StudyDay{-1});
}

TEST(StudyDay, KnowsTheLeapDay) {
  EXPECT_EQ(toIso(plusDays(*dayFromIso("2028-02-28"), 1)), "2028-02-29");
  EXPECT_EQ(dayFromIso("2027-02-29"), std::nullopt);
}

TEST(IsoTime, ReadsWhatItWrites) {
  const Instant moment{1'772'438'400'123};

  EXPECT_EQ(instantFromIso(toIso(moment)), moment);
}

TEST(IsoTime, ReadsOffsets) {
  EXPECT_EQ(at("2026-03-02T05:30:00+05:30"), at("2026-03-02T00:00:00Z"));
  EXPECT_EQ(at("2026-03-01T22:00:00-02:00"), at("2026-03-02T00:00:00Z"));
}

TEST(IsoTime, RefusesOtherTexts) {
  for (const char* text :
       {"", "2026-03-02", "2026-03-02T08:00:00", "2026-13-02T08:00:00Z", "2026-03-02T24:00:00Z",
        "2026-03-02T08:00:00+25:00", "2026-03-02T08:00:00.1Z", "2026-03-02 08:00:00Z"})
    EXPECT_EQ(instantFromIso(text), std::nullopt) << text;
}

}  // namespace
}  // namespace phaseboard
