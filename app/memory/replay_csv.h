// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <optional>
#include <ostream>
#include <vector>

#include "app/memory/csv.h"
#include "app/memory/model.h"

namespace phaseboard::memory {

/// One review with the memory after it.
struct ReplayedReview {
  ReviewRow review;
  MemoryState state;
  double intervalDays = 0;  ///< neither rounded nor fuzzed
};

/// The memory after each review, in the same order.
///
/// @param retention  that the intervals aim at, between 0 and 1
[[nodiscard]] std::vector<ReplayedReview> replayReviews(std::vector<ReviewRow> rows,
                                                        const Model& model, double retention);

/// Reads `prompt,elapsed_days,rating` and writes the same rows with the memory after each review:
/// `prompt,elapsed_days,rating,stability,difficulty,interval_days`, numbers with 12 significant
/// digits, the interval neither rounded nor fuzzed.
///
/// @param retention  that the intervals aim at, between 0 and 1
/// @return what is wrong with the input; then nothing was written
[[nodiscard]] std::optional<CsvError> replayCsv(std::istream& in, std::ostream& out,
                                                const Model& model, double retention);

}  // namespace phaseboard::memory
