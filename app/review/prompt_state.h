// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/base/ids.h"
#include "app/base/study_day.h"
#include "app/memory/scheduler.h"
#include "app/review/load_spread.h"
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
/// @param at      the moment of the answer
/// @param day     the study day of `at`; before the day of the last answer it counts as the same
/// day
/// @param spread  what the intervals are spread over (`spreadOut`); null for where chance put them
[[nodiscard]] memory::ForEachRating<Answered> preview(const PromptState& state,
                                                      const PromptId& prompt, Instant at,
                                                      StudyDay day, const MemorySettings& settings,
                                                      const Spread* spread = nullptr);

/// The state after an answer; exactly what `replay` gives once the event was recorded.
[[nodiscard]] Answered answer(const PromptState& state, const PromptId& prompt, Rating rating,
                              Instant at, StudyDay day, const MemorySettings& settings,
                              const Spread* spread = nullptr);

/// The interval that an answer would have recorded with another rating; for a Correct event.
/// Nothing when no counted answer has that id.
[[nodiscard]] std::optional<std::int64_t> correctedInterval(std::vector<ReviewEvent> events,
                                                            const Uuid& answer, Rating rating,
                                                            const MemorySettings& settings);

/// How well established a memory was when it was asked, for true retention.
enum class Maturity {
  Learning,  ///< new, or in its steps
  Young,     ///< in review with an interval of less than `kMatureDays`
  Mature
};
inline constexpr int kMatureDays = 21;

/// The maturity of a prompt whose last answer scheduled this interval.
[[nodiscard]] Maturity maturityAfter(std::int64_t intervalSeconds);
[[nodiscard]] Maturity maturityOf(const PromptState& state);

/// Whether it lapsed so often that it costs more than it is worth as it stands.
///
/// @param lapses  that make a leech; 0 for never
[[nodiscard]] bool isLeech(const PromptState& state, int lapses);

/// Whether the lapse that led to `after` is one to be told about: the first that makes a leech, and
/// then each time after half as many more.
[[nodiscard]] bool isLeechAlarm(const PromptState& before, const PromptState& after, int lapses);

/// The interval in whole days that a prompt in review was given; 0 for others.
[[nodiscard]] int intervalDaysOf(const PromptState& state);

/// Predicted probability of recall on `day`; nothing while new.
[[nodiscard]] std::optional<double> recallOn(const PromptState& state, StudyDay day,
                                             const MemorySettings& settings);

/// Whether it should be asked at `now`, on study day `today`. Never true while new.
[[nodiscard]] bool isDue(const PromptState& state, Instant now, StudyDay today);

}  // namespace phaseboard::review
