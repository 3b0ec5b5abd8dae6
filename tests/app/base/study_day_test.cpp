// SPDX-License-Identifier: Apache-2.0
#include "app/base/study_day.h"

#include <gtest/gtest.h>

namespace phaseboard {
namespace {

Instant at(std::string_view iso) {
  return instantFromIso(iso).value();
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
