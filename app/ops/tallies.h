// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/ports/notebook_store.h"

namespace phaseboard::ops {

/// What each counted answer of a prompt adds to the statistics, oldest first.
[[nodiscard]] std::vector<ports::AnswerTally> talliesOf(std::vector<review::ReviewEvent> events,
                                                        const QuestionId& question,
                                                        const PhaseId& phase);

/// What takes `tally` away again.
[[nodiscard]] ports::AnswerTally taken(ports::AnswerTally tally);

}  // namespace phaseboard::ops
