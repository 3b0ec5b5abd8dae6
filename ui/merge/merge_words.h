// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/ops/merge_operations.h"

namespace phaseboard::ui {

/// "12 reviews of 5 prompts, 2 versions of answers"; nothing for nothing.
[[nodiscard]] QString mergeWords(const ops::MergeCounts& counts);

/// "1 answer was written on both sides: both texts are kept, ..."; empty without conflicts.
[[nodiscard]] QString conflictWords(const ops::MergeCounts& counts);

}  // namespace phaseboard::ui
