// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/answers/answer.h"
#include "app/base/result.h"
#include "app/ports/notebook.h"
#include "app/ports/pack_library.h"
#include "app/review/prompt.h"

namespace phaseboard::ops {

class PlacedAnnotations;

/// What the user wrote about a question that no open pack has any more: one of their own that they
/// deleted, or one of a pack that is not opened today. It waits in the notebook until a question of
/// that id is there again.
struct LeftBehind {
  QuestionId question;
  std::vector<answers::AnswerKey> answers;  ///< with a text or a draft, in the order of the phases
  int annotations = 0;
  int ownPrompts = 0;  ///< still asked
};

/// In the order of the questions' ids; questions that nothing was written about are left out.
///
/// @param ownPrompts   the user's own prompts
/// @param annotations  null in a session without any
[[nodiscard]] Result<std::vector<LeftBehind>> readLeftBehind(
    const ports::PackLibrary& pack, const ports::Notebook& notebook,
    const std::vector<review::Prompt>& ownPrompts, const PlacedAnnotations* annotations);

}  // namespace phaseboard::ops
