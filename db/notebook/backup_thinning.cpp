// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/backup_thinning.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <set>

namespace phaseboard::db {
namespace {

constexpr std::size_t kLatest = 10;
constexpr std::size_t kDays = 7;
constexpr std::size_t kWeeks = 4;
constexpr std::size_t kMonths = 12;
constexpr std::int32_t kDaysOfAWeek = 7;
constexpr std::int32_t kThursdayToMonday = 3;  // 1970-01-01 was a Thursday
constexpr std::int32_t kMonthsOfAYear = 12;

std::int32_t dayOf(Instant time) {
  return studyDay(time, UtcOffset{0}, DayStart{0}).value();
}

std::int32_t weekOf(Instant time) {
  const std::int32_t sinceMonday = dayOf(time) + kThursdayToMonday;
  return sinceMonday >= 0 ? sinceMonday / kDaysOfAWeek : (sinceMonday + 1) / kDaysOfAWeek - 1;
}

std::int32_t monthOf(Instant time) {
  const CalendarDate date = toDate(StudyDay{dayOf(time)});
  return date.year * kMonthsOfAYear + date.month;
}

/// Keeps the newest of each of the latest `count` periods.
void keep(std::set<Instant>& kept, const std::vector<Instant>& newestFirst, std::size_t count,
          const std::function<std::int32_t(Instant)>& periodOf) {
  std::set<std::int32_t> periods;
  for (const Instant time : newestFirst) {
    if (!periods.contains(periodOf(time)) && periods.size() == count)
      return;
    if (periods.insert(periodOf(time)).second)
      kept.insert(time);
  }
}

}  // namespace

std::vector<Instant> backupsToDrop(std::vector<Instant> times) {
  std::sort(times.begin(), times.end(), std::greater<>());
  const auto latest = static_cast<std::ptrdiff_t>(std::min(kLatest, times.size()));
  std::set<Instant> kept(times.begin(), times.begin() + latest);
  keep(kept, times, kDays, dayOf);
  keep(kept, times, kWeeks, weekOf);
  keep(kept, times, kMonths, monthOf);
  std::vector<Instant> dropped;
  std::copy_if(times.rbegin(), times.rend(), std::back_inserter(dropped),
               [&kept](Instant time) { return !kept.contains(time); });
  return dropped;
}

}  // namespace phaseboard::db
