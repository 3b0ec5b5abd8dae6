// SPDX-License-Identifier: Apache-2.0
#include "app/ops/settings_check.h"

#include <string>

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
  for (const auto& [stage, minutes] : settings.stageMinutes)
    PHASEBOARD_TRY(checkRange("stageMinutes", minutes, 0, kMinutesOfADay));
  return {};
}

}  // namespace phaseboard::ops
