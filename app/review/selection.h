// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include "app/base/ids.h"
#include "app/review/prompt.h"
#include "app/review/prompt_state.h"

namespace phaseboard::review {

/// Which prompts of those chosen are wanted.
enum class Wanted {
  All,      ///< also those never answered
  Seen,     ///< answered before
  Flagged,  ///< that the user flagged
  Hard,     ///< leeches, and those lapsed at least twice
  Recent    ///< lapsed and answered within the last two days, and not for long since
};

/// What the user wants to study apart from the day: by question, phase and kind. Empty sets choose
/// everything.
struct Selection {
  std::set<QuestionId> questions;
  std::set<PhaseId> phases;
  std::set<PromptKind> kinds;
  Wanted wanted = Wanted::Seen;
  int most = 50;  ///< 1 or more

  friend bool operator==(const Selection&, const Selection&) = default;
};

/// A prompt as a selection sees it.
struct Selectable {
  const Prompt* prompt = nullptr;
  const PromptState* state = nullptr;  ///< null while never answered
  bool flagged = false;
};

/// How many days back `Wanted::Recent` looks.
inline constexpr int kRecentDays = 2;
/// As many lapses make a prompt hard for a selection.
inline constexpr int kHardLapses = 2;

[[nodiscard]] bool isChosen(const Selectable& one, const Selection& selection, StudyDay today);

/// The prompts of a selection, those most at risk of being forgotten first, then new ones in the
/// order given; at most `selection.most`. Siblings do not follow each other where there are others.
[[nodiscard]] std::vector<const Prompt*> chosenPrompts(const std::vector<Selectable>& prompts,
                                                       const Selection& selection, StudyDay today,
                                                       const MemorySettings& settings);

}  // namespace phaseboard::review
