// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

#include "app/base/study_day.h"

namespace phaseboard::review {

/// From `first` on, before `until`.
struct DayRange {
  StudyDay first;
  StudyDay until;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// 0 for Monday to 6 for Sunday.
[[nodiscard]] int weekdayOf(StudyDay day);

/// How much of a usual day each weekday takes, in percent, Monday first. 0 for a day off.
using WeekdayPercent = std::array<int, 7>;
inline constexpr WeekdayPercent kUsualWeek{100, 100, 100, 100, 100, 100, 100};
inline constexpr int kMostWeekdayPercent = 200;

/// On which days the user studies, and how much: easy days of the week, and a time away. A value.
class StudyCalendar {
 public:
  StudyCalendar() = default;
  explicit StudyCalendar(const WeekdayPercent& week, std::optional<DayRange> away = std::nullopt)
      : m_week(week), m_away(away) {}

  [[nodiscard]] bool isAway(StudyDay day) const;

  /// The share of a usual day, 0 to 2; 0 while away.
  [[nodiscard]] double share(StudyDay day) const;

  /// The sum of the shares of `days` days from `first` on.
  [[nodiscard]] double shares(StudyDay first, int days) const;

  /// The first day from `day` on with a share; `day` itself when no week has one.
  [[nodiscard]] StudyDay nextStudyDay(StudyDay day) const;

 private:
  WeekdayPercent m_week = kUsualWeek;
  std::optional<DayRange> m_away;
};

}  // namespace phaseboard::review
