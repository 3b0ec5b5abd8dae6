// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/base/ids.h"
#include "app/base/study_day.h"
#include "app/review/memory_settings.h"
#include "app/review/prompt_state.h"
#include "app/review/study_calendar.h"

namespace phaseboard::review {

inline constexpr int kFewestCatchUpDays = 1;
inline constexpr int kMostCatchUpDays = 28;

/// A prompt that was due on an earlier day.
struct Overdue {
  PromptId prompt;
  PromptState state;
  Millis cost;  ///< the expected time of its answer
};

/// What a catch-up is planned from.
struct CatchUpFacts {
  std::vector<Overdue> backlog;
  std::vector<Millis> ahead;  ///< what falls due by itself on each day from `today` on
  StudyDay today;
  int days = 7;   ///< to spread over, today included; kept within the bounds above
  Millis budget;  ///< of a usual day
  StudyCalendar calendar;
};

/// One day of a catch-up.
struct CatchUpDay {
  StudyDay day;
  Millis own;       ///< what falls due by itself
  Millis share;     ///< of the backlog
  int prompts = 0;  ///< of the backlog
  Millis budget;    ///< what the user wants to spend that day
};

/// A prompt that is not asked before a day.
struct Move {
  PromptId prompt;
  StudyDay day;
  friend bool operator==(const Move&, const Move&) = default;
};

/// A backlog spread over days: a proposal; nothing is changed.
struct CatchUp {
  std::vector<CatchUpDay> days;  ///< in order; days off have no share
  std::vector<Move> moves;       ///< what does not stay for today
  bool fits = true;              ///< no day takes more than its budget
};

/// Spreads the backlog so that the days become as even as what falls due by itself allows, measured
/// by the share of each weekday. What would lose most by waiting comes first; ties by id.
/// O(n log n).
[[nodiscard]] CatchUp planCatchUp(const CatchUpFacts& facts, const MemorySettings& settings);

/// The fewest days after which `planCatchUp` fits; `kMostCatchUpDays` when none does.
[[nodiscard]] int fittingDays(CatchUpFacts facts, const MemorySettings& settings);

}  // namespace phaseboard::review
