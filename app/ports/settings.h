// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/answers/target.h"
#include "app/base/ids.h"
#include "app/base/study_day.h"
#include "app/review/kind_switches.h"
#include "app/review/study_calendar.h"

namespace phaseboard::ports {

enum class Theme { System, Light, Dark };

/// What the user chose; stored in the notebook. Defaults are what a new notebook has.
struct Settings {
  Theme theme = Theme::System;
  int textPercent = 100;                  ///< 80 to 160
  std::optional<StudyDay> interviewDate;  ///< the calendar date, as a study day
  int finalDays = 7;                      ///< in which everything is seen before it; 3 to 21
  int dailyMinutes = 30;                  ///< of a usual day; 5 to 480
  int newPerDay = 15;                     ///< of a usual day; 0 to 200
  double retention = 0.90;                ///< 0.70 to 0.99
  review::WeekdayPercent week = review::kUsualWeek;  ///< easy days; each 0 to 200
  std::optional<review::DayRange> away;              ///< nothing is asked on these days
  bool spreadsLoad = true;                           ///< intervals go to the emptier days
  int sittingMinutes = 0;        ///< after which a sitting pauses; 0 for never, else 5 to 240
  int leechLapses = 8;           ///< as many lapses make a leech; 0 for never, else 2 to 50
  bool suspendsLeeches = false;  ///< puts a prompt aside when it becomes one
  bool reminds = false;          ///< a notification of the desktop when something is due
  int reminderHour = 9;          ///< of the local clock, 0 to 23
  DayStart dayStart = kDefaultDayStart;
  bool reducedMotion = false;
  std::vector<double> parameters;       ///< of FSRS-6; empty means the published ones
  std::map<StageId, int> stageMinutes;  ///< the user's own budgets; missing means the pack's
  review::KindSwitches kinds;           ///< which prompts are asked
  bool typesAnswers = false;            ///< short answers are typed and compared
  int wordsPerMinute = answers::kUsualWordsPerMinute;  ///< of a written answer; 10 to 150
  friend bool operator==(const Settings&, const Settings&) = default;
};

}  // namespace phaseboard::ports
