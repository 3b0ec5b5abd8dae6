// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/ops/current_prompts.h"
#include "app/ports/notebook.h"
#include "app/review/queue.h"

namespace phaseboard::ops {

/// What the answers of one study day mean for what else is asked on it.
struct AnsweredOn {
  std::set<std::string> siblingGroups;

  /// Concepts that were forgotten and not asked in another figure or note since; each once. A
  /// prompt that is still being learnt for the first time forgets nothing.
  std::vector<review::Kin> lapses;
};

/// Answers that were taken back do not count.
///
/// @param begin  of the study day
[[nodiscard]] Result<AnsweredOn> answeredOn(StudyDay day, Instant begin,
                                            const CurrentPrompts& prompts,
                                            const ports::Notebook& notebook);

}  // namespace phaseboard::ops
