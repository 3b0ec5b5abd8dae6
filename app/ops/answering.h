// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/memory/rating.h"
#include "app/ops/changes.h"
#include "app/ports/notebook_store.h"
#include "app/review/load_spread.h"
#include "app/review/prompt.h"
#include "app/review/prompt_state.h"
#include "app/review/review_event.h"

namespace phaseboard::ops {

/// `InvalidInput` (subject "prompt") for what is no id of a prompt.
[[nodiscard]] Status checkPrompt(const PromptId& prompt);

/// An answer as it was written.
struct AppendedAnswer {
  Uuid event;
  review::PromptState before;  ///< of the prompt
  review::PromptState state;   ///< after the answer
  bool isLeech = false;        ///< it lapsed too often, with this answer (`review::isLeechAlarm`)
  bool isPutAside = false;     ///< suspended by this answer
  bool isHidden = false;       ///< suspended, before or by this answer
};

/// How an answer gets into the notebook, for every operation that grades.
///
/// It remembers how many prompts are due on each day, and reads that again when something else was
/// written in the meantime. One thread.
class Answering {
 public:
  /// All three outlive it.
  Answering(ports::NotebookStore& store, const Clock& clock, Chance& chance);

  /// An event of `prompt` at `now` without a grade; its id is after all others of the prompt.
  [[nodiscard]] Result<review::ReviewEvent> newEvent(const PromptId& prompt, Instant now,
                                                     const ports::Settings& settings);

  /// What each answer given at `now` would lead to; `append` does just that.
  [[nodiscard]] Result<memory::ForEachRating<review::Answered>> preview(const PromptId& prompt,
                                                                        Instant now);

  /// Appends the answer, and brings schedule and statistics up to date, in the caller's unit of
  /// work. `thinking` is kept within 0 and ten minutes. `InvalidInput` for a prompt without a
  /// question.
  [[nodiscard]] Result<AppendedAnswer> append(const review::Prompt& prompt, memory::Rating rating,
                                              Instant now, Millis thinking);

  /// To be told after the unit of work of the last `append` was committed.
  void noteCommitted(const AppendedAnswer& answer);

 private:
  [[nodiscard]] Result<memory::ForEachRating<review::Answered>> outcomes(
      const PromptId& prompt, const review::PromptState& before, Instant now, StudyDay day,
      const ports::Settings& settings);
  [[nodiscard]] Status readLoad();

  ports::NotebookStore& m_store;
  const Clock& m_clock;
  Chance& m_chance;
  std::optional<review::DueLoad> m_load;
  std::int64_t m_loadAsOf = 0;  ///< `changeCount` of the notebook when `m_load` was right
};

}  // namespace phaseboard::ops
