// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "app/base/study_day.h"
#include "app/memory/scheduler.h"
#include "app/review/memory_settings.h"
#include "app/review/study_calendar.h"

namespace phaseboard::review {

/// How many prompts fall due on each day. A value.
class DueLoad {
 public:
  DueLoad() = default;
  explicit DueLoad(std::map<StudyDay, int> counts) : m_counts(std::move(counts)) {}

  [[nodiscard]] int on(StudyDay day) const;
  void add(StudyDay day) { ++m_counts[day]; }
  void remove(StudyDay day) { --m_counts[day]; }

 private:
  std::map<StudyDay, int> m_counts;
};

/// What an interval is spread over: the days it may fall on, and what is there already.
struct Spread {
  const DueLoad& load;
  const StudyCalendar& calendar;
  StudyDay today;
};

/// Moves each whole-day interval inside the range that its fuzz allows anyway, to the day with the
/// least to do for its share; days off are left free where the range has another. Of equal days the
/// one nearest to what chance picked. Hard, Good and Easy keep their order, an interval that grew
/// keeps growing, none goes past the longest that `settings` allow.
///
/// @param intervalBefore  the interval in days that the prompt was in, 0 outside of review
[[nodiscard]] memory::FourOutcomes spreadOut(memory::FourOutcomes outcomes, int intervalBefore,
                                             const MemorySettings& settings, const Spread& spread);

}  // namespace phaseboard::review
