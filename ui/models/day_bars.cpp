// SPDX-License-Identifier: Apache-2.0
#include "ui/models/day_bars.h"

#include <cmath>

namespace phaseboard::ui {

std::vector<DayBar> dayBars(const ops::ProgressReport& report, const ports::Settings& settings) {
  const review::StudyCalendar calendar = ops::calendarOf(settings);
  std::vector<DayBar> bars;
  for (const ops::Workload& day : report.forecast.days) {
    const StudyDay date = plusDays(report.today, static_cast<int>(bars.size()));
    const double minutes = settings.dailyMinutes * calendar.share(date);
    bars.push_back({day.prompts, day.time, 0, Millis{0}, Millis{std::llround(minutes * 60'000)}});
  }
  if (!bars.empty()) {
    bars.front().backlog = report.forecast.backlog.prompts;
    bars.front().backlogTime = report.forecast.backlog.time;
  }
  return bars;
}

}  // namespace phaseboard::ui
