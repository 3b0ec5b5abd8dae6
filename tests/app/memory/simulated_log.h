// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "app/memory/csv.h"
#include "app/memory/parameters.h"

namespace phaseboard::memory {

/// The log of somebody whose memory is exactly FSRS-6 with these parameters: prompts that are asked
/// again after 0.3 to 2.5 times their interval, one in eight on the same day. The same arguments
/// always give the same log.
[[nodiscard]] std::vector<ReviewRow> simulatedLog(const Parameters& truth, int prompts,
                                                  int reviewsEach, std::uint64_t seed);

}  // namespace phaseboard::memory
