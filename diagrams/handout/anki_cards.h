// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "app/exchange/anki_deck.h"
#include "app/exchange/progress.h"
#include "app/ports/exchange.h"
#include "app/review/prompt.h"

namespace phaseboard::handout {

/// Which prompts are taken along.
struct PromptWish {
  std::vector<QuestionId> questions;   ///< none for all
  std::set<review::PromptKind> kinds;  ///< none for all
  bool onlyOwn = false;                ///< those that the user wrote
};

/// Those of the pack in its order, then the user's own.
[[nodiscard]] Result<std::vector<PromptId>> chosenPrompts(const ports::Reading& reading,
                                                          const PromptWish& wish);

/// Cards for Anki: what is asked, with the figure as it is asked here (parts hidden), and the
/// answer with the figure whole. The id of the prompt is the guid of its note; tags name question,
/// phase and kind. Pictures are painted when they are written; `reading` outlives the deck.
[[nodiscard]] Result<exchange::AnkiDeck> ankiDeckOf(const ports::Reading& reading,
                                                    const std::vector<PromptId>& prompts,
                                                    Instant now,
                                                    const exchange::Progress& progress);

}  // namespace phaseboard::handout
