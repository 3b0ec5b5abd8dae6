// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/base/ids.h"
#include "app/base/study_day.h"
#include "app/review/kind_switches.h"

namespace phaseboard::ports {

enum class Theme { System, Light, Dark };

/// What the user chose; stored in the notebook. Defaults are what a new notebook has.
struct Settings {
  Theme theme = Theme::System;
  int textPercent = 100;                  ///< 80 to 160
  std::optional<StudyDay> interviewDate;  ///< the calendar date, as a study day
  int dailyMinutes = 30;                  ///< 5 to 480
  int newPerDay = 15;                     ///< 0 to 200
  double retention = 0.90;                ///< 0.70 to 0.99
  DayStart dayStart = kDefaultDayStart;
  bool reducedMotion = false;
  std::vector<double> parameters;       ///< of FSRS-6; empty means the published ones
  std::map<StageId, int> stageMinutes;  ///< the user's own budgets; missing means the pack's
  review::KindSwitches kinds;           ///< which prompts are asked
  bool typesAnswers = false;            ///< short answers are typed and compared
  friend bool operator==(const Settings&, const Settings&) = default;
};

}  // namespace phaseboard::ports
