// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "app/memory/fit/training_weights.h"

namespace phaseboard::memory {

using FirstStabilities = std::array<double, 4>;

/// The stability in days after each first rating that explains best what came of the first
/// intervals (fsrs-rs 6.6, `parameter_initialization.rs`): least binary cross entropy under the
/// published forgetting curve, each group smoothed by one answer of average recall, drawn towards
/// the published stability by 1/16 a day of difference; then `smoothed`.
///
/// @param recalledShare  average recall of all items
[[nodiscard]] FirstStabilities firstStabilities(
    const std::array<std::vector<FirstInterval>, 4>& intervals, double recalledShare);

/// Brings stabilities into the order of the ratings (where two disagree the one with more data
/// wins, the better rating when they have the same), fills those without data by geometric
/// interpolation and keeps all in [0.001, 100]. Without any data the published ones.
[[nodiscard]] FirstStabilities smoothed(const FirstStabilities& stabilities,
                                        const std::array<std::size_t, 4>& counts);

/// Prompts behind each first rating.
[[nodiscard]] std::array<std::size_t, 4> countsOf(
    const std::array<std::vector<FirstInterval>, 4>& intervals);

}  // namespace phaseboard::memory
