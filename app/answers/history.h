// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/answers/answer.h"

/// The versions of one answer when it was written in more than one notebook.
namespace phaseboard::answers {

/// Oldest first: each after those that it was written over, otherwise by moment and uid. The last
/// one is the current one. The order depends on the set of versions alone.
[[nodiscard]] std::vector<Version> inOrder(std::vector<Version> versions);

/// The versions over which nothing was written, in order; of several with the same text the last.
/// More than one means that the answer was edited apart: which holds is for the user to say.
[[nodiscard]] std::vector<Version> openEnds(const std::vector<Version>& versions);

}  // namespace phaseboard::answers
