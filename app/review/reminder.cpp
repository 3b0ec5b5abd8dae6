// SPDX-License-Identifier: Apache-2.0
#include "app/review/reminder.h"

#include <algorithm>

namespace phaseboard::review {
namespace {

constexpr std::int64_t kMillisPerHour = 3'600'000;

Instant hourOf(StudyDay day, const ReminderFacts& facts) {
  const int hoursIn = (facts.hour - facts.dayStart.value() + 24) % 24;
  return Instant{beginOf(day, facts.offset, facts.dayStart).value() + hoursIn * kMillisPerHour};
}

}  // namespace

std::optional<Instant> nextReminder(const ReminderFacts& facts) {
  if (!facts.nextDueDay)
    return std::nullopt;
  const StudyDay today = studyDay(facts.now, facts.offset, facts.dayStart);
  StudyDay day = std::max(*facts.nextDueDay, today);
  if (facts.remindedOn && day <= *facts.remindedOn)
    day = plusDays(*facts.remindedOn, 1);
  day = facts.calendar.nextStudyDay(day);
  return std::max(hourOf(day, facts), facts.now);
}

}  // namespace phaseboard::review
