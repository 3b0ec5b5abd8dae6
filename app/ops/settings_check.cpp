// SPDX-License-Identifier: Apache-2.0
#include "app/ops/settings_check.h"

#include <string>

#include "app/review/plan.h"

namespace phaseboard::ops {
namespace {

constexpr int kMinutesOfADay = 1'440;

Status checkRange(const char* field, int value, int least, int most) {
  if (value < least || value > most)
    return fail(ErrorKind::InvalidInput, field,
                std::to_string(value) + " is not between " + std::to_string(least) + " and " +
                    std::to_string(most));
  return {};
}

}  // namespace

Status checkSettings(const ports::Settings& settings) {
  PHASEBOARD_TRY(checkRange("textPercent", settings.textPercent, 80, 160));
  PHASEBOARD_TRY(checkRange("dailyMinutes", settings.dailyMinutes, 5, 480));
  PHASEBOARD_TRY(checkRange("newPerDay", settings.newPerDay, 0, 200));
  PHASEBOARD_TRY(checkRange("dayStart", settings.dayStart.value(), 0, 23));
  PHASEBOARD_TRY(checkRange("finalDays", settings.finalDays, review::kFewestFinalDays,
                            review::kMostFinalDays));
  for (const int percent : settings.week)
    PHASEBOARD_TRY(checkRange("week", percent, 0, review::kMostWeekdayPercent));
  if (settings.away && settings.away->until <= settings.away->first)
    return fail(ErrorKind::InvalidInput, "away", "it ends before it begins");
  if (settings.sittingMinutes != 0)
    PHASEBOARD_TRY(checkRange("sittingMinutes", settings.sittingMinutes, 5, 240));
  if (settings.leechLapses != 0)
    PHASEBOARD_TRY(checkRange("leechLapses", settings.leechLapses, 2, 50));
  PHASEBOARD_TRY(checkRange("reminderHour", settings.reminderHour, 0, 23));
  PHASEBOARD_TRY(checkRange("wordsPerMinute", settings.wordsPerMinute,
                            answers::kFewestWordsPerMinute, answers::kMostWordsPerMinute));
  for (const auto& [stage, minutes] : settings.stageMinutes)
    PHASEBOARD_TRY(checkRange("stageMinutes", minutes, 0, kMinutesOfADay));
  return {};
}

}  // namespace phaseboard::ops
