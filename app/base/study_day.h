// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/base/strong.h"

namespace phaseboard {

/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
using Instant = Strong<struct InstantTag, std::int64_t>;

/// A length of time in milliseconds. May be negative.
using Millis = Strong<struct MillisTag, std::int64_t>;

/// Seconds to add to UTC for the local time in force. -18 h to +18 h.
using UtcOffset = Strong<struct UtcOffsetTag, std::int32_t>;

/// The local hour at which a new study day begins, 0 to 23. 4 by default, so that a late evening
/// still belongs to its day.
using DayStart = Strong<struct DayStartTag, int>;

/// Number of a study day: the days from 1970-01-01 to the local calendar date, after the day start
/// was taken off. Differences of study days are the "elapsed days" of the scheduler.
using StudyDay = Strong<struct StudyDayTag, std::int32_t>;

inline constexpr DayStart kDefaultDayStart{4};
inline constexpr std::int64_t kMillisPerSecond = 1000;
inline constexpr std::int64_t kMillisPerDay = 86'400'000;

/// The study day that `moment` belongs to where `offset` is in force. Pure arithmetic, O(1).
[[nodiscard]] StudyDay studyDay(Instant moment, UtcOffset offset, DayStart dayStart);

/// The moment at which `day` begins where `offset` is in force.
[[nodiscard]] Instant beginOf(StudyDay day, UtcOffset offset, DayStart dayStart);

/// Whole days from `earlier` to `later`; negative when the clock went back.
[[nodiscard]] std::int32_t daysBetween(StudyDay earlier, StudyDay later);

[[nodiscard]] StudyDay plusDays(StudyDay day, std::int32_t days);

/// A date of the proleptic Gregorian calendar.
struct CalendarDate {
  std::int32_t year = 1970;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31
  friend auto operator<=>(const CalendarDate&, const CalendarDate&) = default;
};

[[nodiscard]] CalendarDate toDate(StudyDay day);
[[nodiscard]] StudyDay fromDate(const CalendarDate& date);

/// "2026-11-21".
[[nodiscard]] std::string toIso(StudyDay day);

/// Reads "2026-11-21"; nothing for anything else, or for a date that does not exist.
[[nodiscard]] std::optional<StudyDay> dayFromIso(std::string_view text);

/// "2026-11-21T09:20:14.000Z".
[[nodiscard]] std::string toIso(Instant moment);

/// Reads "2026-11-21T09:20:14Z", with or without milliseconds, with "Z" or an offset such as
/// "+05:30".
[[nodiscard]] std::optional<Instant> instantFromIso(std::string_view text);

}  // namespace phaseboard
