// SPDX-License-Identifier: Apache-2.0
#include "app/base/study_day.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace phaseboard {
namespace {

constexpr std::int64_t floorDiv(std::int64_t value, std::int64_t divisor) {
  const std::int64_t quotient = value / divisor;
  return quotient - ((value % divisor != 0 && (value < 0) != (divisor < 0)) ? 1 : 0);
}

constexpr std::int64_t localShift(UtcOffset offset, DayStart dayStart) {
  return offset.value() * kMillisPerSecond - std::int64_t{dayStart.value()} * 3'600'000;
}

/// Reads exactly the digits of `text` as a number.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || failure != std::errc{} || end != text.data() + text.size() || text[0] == '-')
    return std::nullopt;
  return value;
}

struct ClockTime {
  int hour = 0;
  int minute = 0;
  int second = 0;
  int millis = 0;
};

/// "09:20:14" or "09:20:14.123".
std::optional<ClockTime> readTime(std::string_view text) {
  if (text.size() < 8 || text[2] != ':' || text[5] != ':')
    return std::nullopt;
  const auto hour = digits(text.substr(0, 2));
  const auto minute = digits(text.substr(3, 2));
  const auto second = digits(text.substr(6, 2));
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
    return std::nullopt;
  int millis = 0;
  if (text.size() > 8) {
    const auto fraction =
        text.size() == 12 && text[8] == '.' ? digits(text.substr(9)) : std::nullopt;
    if (!fraction)
      return std::nullopt;
    millis = *fraction;
  }
  return ClockTime{*hour, *minute, *second, millis};
}

/// Takes "Z" or "+05:30" off the end of `text`; minutes east of UTC.
std::optional<int> takeOffset(std::string_view& text) {
  if (text.ends_with('Z')) {
    text.remove_suffix(1);
    return 0;
  }
  if (text.size() < 6)
    return std::nullopt;
  const std::string_view zone = text.substr(text.size() - 6);
  const auto hours = digits(zone.substr(1, 2));
  const auto minutes = digits(zone.substr(4, 2));
  if ((zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || !hours || !minutes || *hours > 18 ||
      *minutes > 59)
    return std::nullopt;
  text.remove_suffix(6);
  return (zone[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

}  // namespace

StudyDay studyDay(Instant moment, UtcOffset offset, DayStart dayStart) {
  return StudyDay{static_cast<std::int32_t>(
      floorDiv(moment.value() + localShift(offset, dayStart), kMillisPerDay))};
}

Instant beginOf(StudyDay day, UtcOffset offset, DayStart dayStart) {
  return Instant{std::int64_t{day.value()} * kMillisPerDay - localShift(offset, dayStart)};
}

std::int32_t daysBetween(StudyDay earlier, StudyDay later) {
  return later.value() - earlier.value();
}

StudyDay plusDays(StudyDay day, std::int32_t days) {
  return StudyDay{day.value() + days};
}

CalendarDate toDate(StudyDay day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day.value()}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

StudyDay fromDate(const CalendarDate& date) {
  const std::chrono::sys_days days = std::chrono::year{date.year} /
                                     std::chrono::month{static_cast<unsigned>(date.month)} /
                                     std::chrono::day{static_cast<unsigned>(date.day)};
  return StudyDay{static_cast<std::int32_t>(days.time_since_epoch().count())};
}

std::string toIso(StudyDay day) {
  const CalendarDate date = toDate(day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  return text;
}

std::optional<StudyDay> dayFromIso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day)
    return std::nullopt;
  const std::chrono::year_month_day date = std::chrono::year{*year} /
                                           std::chrono::month{static_cast<unsigned>(*month)} /
                                           std::chrono::day{static_cast<unsigned>(*day)};
  if (!date.ok())
    return std::nullopt;
  return fromDate({*year, *month, *day});
}

std::string toIso(Instant moment) {
  const std::int64_t day = floorDiv(moment.value(), kMillisPerDay);
  const auto rest = static_cast<int>(moment.value() - day * kMillisPerDay);
  char text[32];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03dZ", rest / 3'600'000, rest / 60'000 % 60,
                rest / 1000 % 60, rest % 1000);
  return toIso(StudyDay{static_cast<std::int32_t>(day)}) + text;
}

std::optional<Instant> instantFromIso(std::string_view text) {
  if (text.size() < 11 || text[10] != 'T')
    return std::nullopt;
  const auto day = dayFromIso(text.substr(0, 10));
  std::string_view rest = text.substr(11);
  const auto offsetMinutes = takeOffset(rest);
  const auto time = readTime(rest);
  if (!day || !offsetMinutes || !time)
    return std::nullopt;
  const std::int64_t seconds =
      std::int64_t{time->hour} * 3600 + time->minute * 60 + time->second - *offsetMinutes * 60;
  return Instant{std::int64_t{day->value()} * kMillisPerDay + seconds * kMillisPerSecond +
                 time->millis};
}

}  // namespace phaseboard
