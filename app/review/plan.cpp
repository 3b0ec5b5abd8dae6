// SPDX-License-Identifier: Apache-2.0
#include "app/review/plan.h"

#include <algorithm>

#include "app/base/assert.h"

namespace phaseboard::review {
NewPromptPlan planNewPrompts(int unseen, int limit, StudyDay today,
                             const std::optional<StudyDay>& interview) {
  PHASEBOARD_ASSERT(unseen >= 0 && limit >= 0);
  const int daysLeft = interview ? daysBetween(today, *interview) : 0;
  if (daysLeft <= 0) {
    const int perDay = std::min(unseen, limit);
    return {perDay, perDay, true, std::nullopt};
  }
  const int quiet = std::min(kMostDaysWithoutNew, daysLeft / 4);
  const int days = daysLeft - quiet;  // at least 1
  const int needed = (unseen + days - 1) / days;
  return {std::min(needed, limit), needed, needed <= limit, plusDays(today, days - 1)};
}

int finalDaysFor(int prompts, int perDay) {
  const int days = perDay <= 0 ? kMostFinalDays : (prompts + perDay - 1) / perDay;
  return std::clamp(days, kFewestFinalDays, kMostFinalDays);
}

std::optional<StudyDay> lastLookBefore(const PromptId& prompt, StudyDay answered,
                                       const std::optional<StudyDay>& interview, int finalDays) {
  if (!interview || answered >= plusDays(*interview, -finalDays))
    return std::nullopt;
  const int daysEarlier = static_cast<int>(fuzzFor(prompt, 0) * finalDays);
  return plusDays(*interview, -1 - daysEarlier);
}

MemorySettings settingsTowards(const MemorySettings& settings, const PromptId& prompt,
                               StudyDay today, const std::optional<StudyDay>& interview,
                               int finalDays) {
  const auto last = lastLookBefore(prompt, today, interview, finalDays);
  return last ? settings.cappedAt(daysBetween(today, *last)) : settings;
}

StudyDay dueDayTowards(const PromptState& state, const PromptId& prompt, StudyDay today,
                       const std::optional<StudyDay>& interview, int finalDays) {
  if (state.standing != Standing::Review || !interview || today >= *interview)
    return state.dueDay;
  const auto last = lastLookBefore(prompt, state.lastDay, interview, finalDays);
  return last ? std::min(state.dueDay, *last) : state.dueDay;
}

std::map<ReadinessCell, Readiness> readinessOn(const std::vector<ReadinessRow>& rows, StudyDay day,
                                               const MemorySettings& settings) {
  std::map<ReadinessCell, Readiness> cells;
  for (const ReadinessRow& row : rows) {
    Readiness& cell = cells[{row.question, row.phase}];
    ++cell.prompts;
    const auto recall = recallOn(row.state, day, settings);
    if (recall)
      ++cell.seen;
    cell.recallSeen += recall.value_or(0);  // a sum until all rows are counted
  }
  for (auto& [id, cell] : cells) {
    cell.recall = cell.recallSeen / cell.prompts;
    cell.recallSeen = cell.seen == 0 ? 0 : cell.recallSeen / cell.seen;
  }
  return cells;
}

std::vector<int> forecast(const std::vector<ForecastRow>& rows, StudyDay today, int days,
                          const std::optional<StudyDay>& interview, int finalDays) {
  std::vector<int> due(static_cast<std::size_t>(std::max(0, days)), 0);
  for (const ForecastRow& row : rows) {
    if (row.state.standing == Standing::New)
      continue;
    const int ahead = std::max(
        0, daysBetween(today, dueDayTowards(row.state, row.prompt, today, interview, finalDays)));
    if (ahead < days)
      ++due[static_cast<std::size_t>(ahead)];
  }
  return due;
}

}  // namespace phaseboard::review
