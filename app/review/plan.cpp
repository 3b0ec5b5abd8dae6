// SPDX-License-Identifier: Apache-2.0
#include "app/review/plan.h"

#include <algorithm>
#include <cmath>

#include "app/base/assert.h"

namespace phaseboard::review {

NewPromptPlan planNewPrompts(int unseen, int limit, StudyDay today,
                             const std::optional<StudyDay>& interview,
                             const StudyCalendar& calendar) {
  PHASEBOARD_ASSERT(unseen >= 0 && limit >= 0);
  const double share = calendar.share(today);
  const auto forToday = [&](int perUsualDay) {
    return std::min(unseen, static_cast<int>(std::ceil(perUsualDay * share)));
  };
  const int daysLeft = interview ? daysBetween(today, *interview) : 0;
  if (daysLeft <= 0) {
    const int perDay = forToday(limit);
    return {perDay, perDay, true, std::nullopt};
  }
  const int quiet = std::min(kMostDaysWithoutNew, daysLeft / 4);
  const int days = daysLeft - quiet;  // at least 1
  const double usualDays = calendar.shares(today, days);
  const int needed = usualDays == 0 ? unseen : static_cast<int>(std::ceil(unseen / usualDays));
  StudyDay last = plusDays(today, days - 1);
  while (last > today && calendar.share(last) == 0)
    last = plusDays(last, -1);
  return {forToday(std::min(needed, limit)), needed, needed <= limit, last};
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
  // No last look is earlier: spares working it out for nearly every prompt.
  if (state.dueDay <= plusDays(*interview, -finalDays))
    return state.dueDay;
  const auto last = lastLookBefore(prompt, state.lastDay, interview, finalDays);
  return last ? std::min(state.dueDay, *last) : state.dueDay;
}

std::vector<Readiness> readinessOf(const std::vector<ReadinessRow>& rows, std::size_t cells) {
  std::vector<Readiness> all(cells);
  for (const ReadinessRow& row : rows) {
    PHASEBOARD_ASSERT(row.cell < cells);
    Readiness& cell = all[row.cell];
    ++cell.prompts;
    cell.seen += row.recall ? 1 : 0;
    cell.recallSeen += row.recall.value_or(0);  // a sum until all rows are counted
  }
  for (Readiness& cell : all) {
    cell.recall = cell.prompts == 0 ? 0 : cell.recallSeen / cell.prompts;
    cell.recallSeen = cell.seen == 0 ? 0 : cell.recallSeen / cell.seen;
  }
  return all;
}

std::optional<double> recallIfRepeated(const PromptState& state, const PromptId& prompt,
                                       StudyDay today, StudyDay interview,
                                       const MemorySettings& settings, int finalDays) {
  if (!state.memory)
    return std::nullopt;
  constexpr int kMostLooks = 64;
  const memory::Model& model = settings.model();
  const StudyDay last =
      lastLookBefore(prompt, state.lastDay, interview, finalDays).value_or(state.lastDay);
  memory::MemoryState recalled = *state.memory;
  double lost = 0;  // the share of people like this one who forgot at the look before
  memory::MemoryState relearnt = recalled;
  StudyDay at = state.lastDay;
  for (int look = 0; look < kMostLooks && at < last; ++look) {
    const int wanted = std::max(1, static_cast<int>(settings.scheduler().intervalDays(recalled)));
    const StudyDay next =
        std::clamp(std::max(plusDays(at, wanted), today), plusDays(at, 1), std::max(last, today));
    const int elapsed = daysBetween(at, next);
    lost = 1 - memory::retrievability(model, elapsed, recalled.stability);
    relearnt = memory::step(model, recalled, elapsed, Rating::Again);
    relearnt = memory::step(model, relearnt, 0, Rating::Good);
    recalled = memory::step(model, recalled, elapsed, Rating::Good);
    at = next;
  }
  const int left = std::max(0, daysBetween(at, interview));
  return (1 - lost) * memory::retrievability(model, left, recalled.stability) +
         lost * memory::retrievability(model, left, relearnt.stability);
}

}  // namespace phaseboard::review
