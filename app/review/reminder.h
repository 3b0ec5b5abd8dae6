// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/base/study_day.h"
#include "app/review/study_calendar.h"

namespace phaseboard::review {

/// What decides when to remind.
struct ReminderFacts {
  Instant now;
  UtcOffset offset;  ///< in force at `now`
  DayStart dayStart;
  int hour = 9;                        ///< of the local clock, 0 to 23
  std::optional<StudyDay> nextDueDay;  ///< the first day, today included, with something due
  std::optional<StudyDay> remindedOn;  ///< the last day on which a reminder was shown
  StudyCalendar calendar;
};

/// The one moment at which to remind: the set hour of the first study day with something due, not
/// before `now`, and once a day. Nothing when nothing will be due. The hours before the day start
/// belong to the night after.
[[nodiscard]] std::optional<Instant> nextReminder(const ReminderFacts& facts);

}  // namespace phaseboard::review
