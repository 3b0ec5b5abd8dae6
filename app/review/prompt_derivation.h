// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/content/model.h"
#include "app/review/prompt.h"

namespace phaseboard::review {

/// Everything that can be asked about a question, with no authoring beyond its content.
///
/// Each note gives its key points together and one by one, trade-offs, numbers, pitfalls and
/// follow-ups; each titled node of a figure its name and its purpose; each labelled edge its
/// meaning. Groups are asked about by none. The order is that of learning: phase by phase, the note
/// before its figures, then the authored prompts. The same content always gives the same prompts.
[[nodiscard]] std::vector<Prompt> derivePrompts(const content::Question& question,
                                                const framework::Framework& framework);

/// The prompts of all questions, in the order of the pack.
[[nodiscard]] std::vector<Prompt> derivePrompts(const content::Pack& pack);

}  // namespace phaseboard::review
