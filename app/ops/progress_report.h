// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/base/result.h"
#include "app/ports/notebook.h"
#include "app/ports/pack_library.h"
#include "app/review/plan.h"

namespace phaseboard::ops {

/// How far the user has come, read from pack and notebook at one moment. Nothing is changed.
struct ProgressReport {
  StudyDay today;
  std::optional<StudyDay> interview;
  StudyDay readyOn;  ///< the day that `readiness` predicts for: the interview, or today

  /// Every question and phase of the pack, in no case empty for a phase with prompts.
  std::map<review::ReadinessCell, review::Readiness> readiness;
  std::vector<int> due;                        ///< prompts due on each day from today on
  std::map<StudyDay, ports::DaySummary> days;  ///< all questions together; `question` is empty

  int prompts = 0;           ///< in the pack
  int seen = 0;              ///< of them, answered at least once
  double recall = 0;         ///< mean predicted recall of all prompts on `readyOn`; unseen count 0
  double trueRetention = 0;  ///< answers of the last 30 days that were not Again; 0 without any
  int answersInThirtyDays = 0;
  int daysInARow = 0;  ///< study days with answers up to today, or up to yesterday
};

/// @param forecastDays  how many days `due` covers, 1 or more
[[nodiscard]] Result<ProgressReport> readProgress(const ports::PackLibrary& pack,
                                                  const ports::Notebook& notebook, StudyDay today,
                                                  int forecastDays);

}  // namespace phaseboard::ops
