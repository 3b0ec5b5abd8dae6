// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/base/result.h"
#include "app/ops/study_plan.h"

namespace phaseboard::ops {

using ReadinessMap = std::map<review::ReadinessCell, review::Readiness>;

/// What falls due, in prompts and in time.
struct Forecast {
  Workload backlog;            ///< due since an earlier day
  std::vector<Workload> days;  ///< from today on, without the backlog; new prompts do not count
};

/// How far the user has come, at one moment. Nothing is changed. The user's own prompts count with
/// those of the pack; kinds that are switched off do not count.
struct ProgressReport {
  StudyDay today;
  std::optional<StudyDay> interview;
  StudyDay readyOn;  ///< the day that `readiness` predicts for: the interview, or today

  ReadinessMap readiness;       ///< on `readyOn` if nothing were answered until then
  ReadinessMap readinessToday;  ///< every question and phase with prompts that are asked
  Forecast forecast;
  std::map<StudyDay, ports::DaySummary> days;  ///< all questions together; `question` is empty

  int prompts = 0;           ///< that are asked
  int seen = 0;              ///< of them, answered at least once
  double recall = 0;         ///< mean predicted recall of all prompts on `readyOn`; unseen count 0
  double recallToday = 0;    ///< the same for today
  double trueRetention = 0;  ///< answers of the last 30 days that were not Again; 0 without any
  int answersInThirtyDays = 0;
  int daysInARow = 0;  ///< study days with answers up to today, or up to yesterday; days off and
                       ///< away do not break them
};

/// @param forecastDays  how many days the forecast covers, 1 or more
[[nodiscard]] Result<ProgressReport> readProgress(const PromptTable& table, StudyDay today,
                                                  int forecastDays);

/// The same where no table is at hand. O(prompts).
[[nodiscard]] Result<ProgressReport> readProgress(const ports::PackLibrary& pack,
                                                  const ports::Notebook& notebook, StudyDay today,
                                                  int forecastDays);

/// Readiness on the day of the interview if everything begun is repeated as it falls due; nothing
/// without an interview ahead.
[[nodiscard]] Result<std::optional<ReadinessMap>> readReadinessIfRepeated(const PromptTable& table,
                                                                          StudyDay today);

/// Mean predicted recall over all prompts of a map, unseen ones counting 0.
[[nodiscard]] double meanRecall(const ReadinessMap& readiness);

}  // namespace phaseboard::ops
