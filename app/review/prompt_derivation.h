// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/content/model.h"
#include "app/review/prompt.h"

namespace phaseboard::review {

/// Everything that can be asked about a question, with no authoring beyond its content.
///
/// Each note gives its key points together and one by one, trade-offs, numbers, pitfalls and
/// follow-ups; its figures what `part_prompts.h` says. The order is that of learning, twice phase
/// by phase: first the notes, the names and purposes in their figures and the authored prompts;
/// then what needs an overview: finding parts, gaps and next steps, rebuilding whole figures, and
/// the answer to the whole phase. The same content always gives the same prompts.
[[nodiscard]] std::vector<Prompt> derivePrompts(const content::Question& question,
                                                const framework::Framework& framework);

/// The prompts of all questions, in the order of the pack.
[[nodiscard]] std::vector<Prompt> derivePrompts(const content::Pack& pack);

}  // namespace phaseboard::review
