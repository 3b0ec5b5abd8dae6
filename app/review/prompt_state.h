// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/base/ids.h"
#include "app/base/study_day.h"
#include "app/memory/scheduler.h"
#include "app/review/memory_settings.h"
#include "app/review/review_event.h"

namespace phaseboard::review {

using memory::Standing;

/// Where one prompt stands: what its log comes to under the current settings.
struct PromptState {
  Standing standing = Standing::New;
  int step = 0;  ///< index of the current step while learning or relearning, else 0
  std::optional<memory::MemoryState> memory;  ///< nothing while new
  int reps = 0;                               ///< answers that count
  int lapses = 0;                             ///< Agains while in review
  Instant lastAt;                             ///< of the last answer; meaningless while new
  StudyDay lastDay;                           ///< of the last answer; meaningless while new
  std::optional<Instant> dueAt;  ///< while learning or relearning: when the step is over
  StudyDay dueDay;  ///< while in review: the first day on which it is due; the day of `lastAt`
                    ///< while learning or relearning; meaningless while new

  friend bool operator==(const PromptState&, const PromptState&) = default;
};

/// Works the state out from the log. Pure: the same events and settings give the same state.
///
/// The memory is worked out anew with the parameters of `settings`; when the prompt is due follows
/// from the interval that the last answer recorded, so that a change of settings moves no due date.
///
/// @param events  all events of one prompt, in any order
[[nodiscard]] PromptState replay(std::vector<ReviewEvent> events, const MemorySettings& settings);

/// What one answer leads to.
struct Answered {
  PromptState state;
  std::int64_t intervalSeconds = 0;  ///< to be recorded in the event

  friend bool operator==(const Answered&, const Answered&) = default;
};

/// What each of the four answers would lead to, for the buttons.
///
/// @param at   the moment of the answer
/// @param day  the study day of `at`; before the day of the last answer it counts as the same day
[[nodiscard]] memory::ForEachRating<Answered> preview(const PromptState& state,
                                                      const PromptId& prompt, Instant at,
                                                      StudyDay day, const MemorySettings& settings);

/// The state after an answer; exactly what `replay` gives once the event was recorded.
[[nodiscard]] Answered answer(const PromptState& state, const PromptId& prompt, Rating rating,
                              Instant at, StudyDay day, const MemorySettings& settings);

/// The interval that an answer would have recorded with another rating; for a Correct event.
/// Nothing when no counted answer has that id.
[[nodiscard]] std::optional<std::int64_t> correctedInterval(std::vector<ReviewEvent> events,
                                                            const Uuid& answer, Rating rating,
                                                            const MemorySettings& settings);

/// Predicted probability of recall on `day`; nothing while new.
[[nodiscard]] std::optional<double> recallOn(const PromptState& state, StudyDay day,
                                             const MemorySettings& settings);

/// Whether it should be asked at `now`, on study day `today`. Never true while new.
[[nodiscard]] bool isDue(const PromptState& state, Instant now, StudyDay today);

}  // namespace phaseboard::review
