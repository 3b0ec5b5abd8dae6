// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/memory/rating.h"
#include "app/ports/notebook_store.h"
#include "app/review/prompt.h"
#include "app/review/prompt_state.h"
#include "app/review/review_event.h"

/// How an answer gets into the notebook, for every operation that grades. Inside the caller's unit
/// of work.
namespace phaseboard::ops {

/// What is needed to write events; all outlive it.
struct EventWriter {
  ports::NotebookStore& store;
  const Clock& clock;
  Chance& chance;
};

/// An event of `prompt` at `now` without a grade; its id is after all others of the prompt.
[[nodiscard]] Result<review::ReviewEvent> newEvent(const EventWriter& writer,
                                                   const PromptId& prompt, Instant now,
                                                   const ports::Settings& settings);

struct AppendedAnswer {
  Uuid event;
  review::PromptState state;  ///< of the prompt, after the answer
};

/// Appends the answer, and brings schedule and statistics up to date. `thinking` is kept within 0
/// and ten minutes.
[[nodiscard]] Result<AppendedAnswer> appendAnswer(const EventWriter& writer,
                                                  const review::Prompt& prompt,
                                                  memory::Rating rating, Instant now,
                                                  Millis thinking);

}  // namespace phaseboard::ops
