// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <vector>

#include "app/base/ids.h"
#include "app/base/study_day.h"
#include "app/review/memory_settings.h"
#include "app/review/prompt_state.h"
#include "app/review/study_calendar.h"

/// The way to the interview: how many new prompts a day, when everything is seen once more, how
/// ready one will be. All functions are pure; days are arguments.
namespace phaseboard::review {

/// In the final days before the interview, the day before it included, every prompt is seen again.
inline constexpr int kFewestFinalDays = 3;
inline constexpr int kMostFinalDays = 21;

/// Before the interview a quarter of the time, at most this many days, is kept free of new prompts.
inline constexpr int kMostDaysWithoutNew = 7;

/// How many new prompts a day.
struct NewPromptPlan {
  int perDay = 0;                   ///< to begin today; never more than the limit's share of today
  int needed = 0;                   ///< on a usual day, to have begun all in time
  bool isInTime = true;             ///< whether the limit allows that
  std::optional<StudyDay> lastDay;  ///< of the last new prompt; nothing without an interview ahead
};

/// Plans new prompts backwards from the interview; without one ahead, as many as the limit allows.
///
/// @param unseen  prompts not suspended and never answered before today, 0 or more; those begun
///                today count, so that the plan of a day does not shrink while it is followed
/// @param limit   the most that the user wants to begin in a usual day, 0 or more
/// @param calendar  easy days take their share of new prompts, days off and away none
[[nodiscard]] NewPromptPlan planNewPrompts(int unseen, int limit, StudyDay today,
                                           const std::optional<StudyDay>& interview,
                                           const StudyCalendar& calendar = {});

/// How many final days it takes to see `prompts` once more with `perDay` answers a day: as few as
/// possible, so that everything is fresh.
[[nodiscard]] int finalDaysFor(int prompts, int perDay);

/// The last day on which a prompt may come back before the interview; prompts are spread over the
/// final days by their id. Nothing when `answered` lies in the final days or later, or without an
/// interview.
[[nodiscard]] std::optional<StudyDay> lastLookBefore(const PromptId& prompt, StudyDay answered,
                                                     const std::optional<StudyDay>& interview,
                                                     int finalDays = kFewestFinalDays);

/// The settings for answering `prompt` today: no interval goes past its last look.
[[nodiscard]] MemorySettings settingsTowards(const MemorySettings& settings, const PromptId& prompt,
                                             StudyDay today,
                                             const std::optional<StudyDay>& interview,
                                             int finalDays = kFewestFinalDays);

/// The day on which a prompt in review is due, brought forward when it was scheduled beyond the
/// interview before that date was known. Other prompts, and from the day of the interview on:
/// `state.dueDay`.
[[nodiscard]] StudyDay dueDayTowards(const PromptState& state, const PromptId& prompt,
                                     StudyDay today, const std::optional<StudyDay>& interview,
                                     int finalDays = kFewestFinalDays);

/// How well the prompts of one question in one phase will be recalled.
struct Readiness {
  int prompts = 0;
  int seen = 0;           ///< answered at least once
  double recall = 0;      ///< mean predicted recall of all, unseen ones counting 0; in [0, 1]
  double recallSeen = 0;  ///< mean of those seen; 0 when there are none

  friend bool operator==(const Readiness&, const Readiness&) = default;
};

struct ReadinessCell {
  QuestionId question;
  PhaseId phase;
  friend auto operator<=>(const ReadinessCell&, const ReadinessCell&) = default;
};

/// One prompt as readiness counts it.
struct ReadinessRow {
  std::size_t cell = 0;          ///< below the number of cells
  std::optional<double> recall;  ///< as predicted; nothing while new
};

/// The readiness of each of `cells` cells.
[[nodiscard]] std::vector<Readiness> readinessOf(const std::vector<ReadinessRow>& rows,
                                                 std::size_t cells);

/// Predicted recall on the day of the interview if the prompt is repeated whenever it is due until
/// then and once more on its last look: recalled as often as predicted, and what is not recalled
/// learnt anew. Nothing while new.
[[nodiscard]] std::optional<double> recallIfRepeated(const PromptState& state,
                                                     const PromptId& prompt, StudyDay today,
                                                     StudyDay interview,
                                                     const MemorySettings& settings, int finalDays);

}  // namespace phaseboard::review
