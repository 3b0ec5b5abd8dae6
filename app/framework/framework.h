// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/base/ids.h"

namespace phaseboard::framework {

/// One of the ordered steps of an answer.
struct Phase {
  PhaseId id;
  int number = 0;          ///< 1-based position
  std::string title;       ///< "Frame as an ML task"
  std::string shortTitle;  ///< "Frame"
  std::string purpose;     ///< one or two sentences
};

/// A timed block of the interview; it covers consecutive phases.
struct Stage {
  StageId id;
  std::string title;
  std::vector<PhaseId> phases;
  int minutes = 0;  ///< the budget as published in the pack; users may set their own
};

/// The phases and stages of a pack.
struct Framework {
  std::string title;
  int sessionMinutes = 45;
  std::vector<Phase> phases;
  std::vector<Stage> stages;

  /// The phase with this id, or nothing.
  [[nodiscard]] const Phase* phase(const PhaseId& id) const;
  [[nodiscard]] const Stage* stageOf(const PhaseId& id) const;
};

/// Whether the budgets add up to the session.
[[nodiscard]] bool budgetsFit(const Framework& framework);

}  // namespace phaseboard::framework
