// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/base/study_day.h"
#include "app/review/memory_settings.h"
#include "app/review/review_event.h"

namespace phaseboard::review {

/// The memory of one prompt over time, as the model sees it.
struct MemoryCurve {
  struct Point {
    double day = 0;     ///< since the first answer
    double recall = 0;  ///< in [0, 1]
  };
  struct Answer {
    CountedAnswer answer;
    double day = 0;         ///< since the first answer
    double predicted = 1;   ///< recall just before it; 1 for the first
    double stability = 0;   ///< days, just after it
    double difficulty = 0;  ///< 1 to 10, just after it
  };
  StudyDay first;               ///< of the first answer
  std::vector<Answer> answers;  ///< oldest first
  std::vector<Point> points;    ///< ascending; falls between answers and jumps at each
};

/// From the first answer to `until`. Empty without a counted answer.
///
/// @param steps  points between two answers, 2 or more
[[nodiscard]] MemoryCurve memoryCurve(std::vector<ReviewEvent> events, StudyDay until,
                                      const MemorySettings& settings, int steps = 24);

}  // namespace phaseboard::review
