// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/answers/answer.h"
#include "app/base/ids.h"

namespace phaseboard::ops {

/// What kind of thing changed.
enum class Aspect {
  Review,
  PromptFlags,
  Answer,
  Draft,
  Ticks,
  Overrides,
  Favourites,
  Settings,
  OwnPrompts,
  Boards,   ///< which boards there are, and how they came out
  Drawing,  ///< what lies on one
  Annotations,
  Images,
  Bookmarks,
  Mocks,      ///< which mock interviews there are, what is ticked in them, how they came out
  Rehearsal,  ///< what happens in one while its clock runs
  Undo
};

/// What an operation changed. Names facts; each screen decides what to draw again.
struct Changes {
  std::set<Aspect> aspects;
  std::vector<PromptId> prompts;
  std::vector<answers::AnswerKey> answers;

  [[nodiscard]] bool touches(Aspect aspect) const { return aspects.contains(aspect); }
};

}  // namespace phaseboard::ops
