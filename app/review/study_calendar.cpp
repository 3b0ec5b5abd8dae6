// SPDX-License-Identifier: Apache-2.0
#include "app/review/study_calendar.h"

#include <algorithm>

namespace phaseboard::review {

int weekdayOf(StudyDay day) {
  // The epoch was a Thursday.
  return ((day.value() + 3) % 7 + 7) % 7;
}

bool StudyCalendar::isAway(StudyDay day) const {
  return m_away && day >= m_away->first && day < m_away->until;
}

double StudyCalendar::share(StudyDay day) const {
  if (isAway(day))
    return 0;
  return m_week[static_cast<std::size_t>(weekdayOf(day))] / 100.0;
}

double StudyCalendar::shares(StudyDay first, int days) const {
  double sum = 0;
  for (int i = 0; i < days; ++i)
    sum += share(plusDays(first, i));
  return sum;
}

StudyDay StudyCalendar::nextStudyDay(StudyDay day) const {
  if (std::all_of(m_week.begin(), m_week.end(), [](int percent) { return percent == 0; }))
    return day;
  while (share(day) == 0)
    day = isAway(day) ? m_away->until : plusDays(day, 1);
  return day;
}

}  // namespace phaseboard::review
