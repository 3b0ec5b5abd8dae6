// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <optional>
#include <ostream>
#include <vector>

#include "app/memory/csv.h"
#include "app/memory/memory_model.h"

namespace phaseboard::memory {

/// One review with the memory after it.
template <class State>
struct BasicReplayedReview {
  ReviewRow review;
  State state;
  double intervalDays = 0;  ///< neither rounded nor fuzzed
};

using ReplayedReview = BasicReplayedReview<MemoryState>;

/// The memory after each review, in the same order.
///
/// @param retention  that the intervals aim at, between 0 and 1
template <MemoryModel M>
[[nodiscard]] std::vector<BasicReplayedReview<typename M::State>> replayReviews(
    std::vector<ReviewRow> rows, const M& model, double retention);

/// Reads `prompt,elapsed_days,rating` and writes the same rows with the memory after each review:
/// `prompt,elapsed_days,rating,stability,difficulty,interval_days`, numbers with 12 significant
/// digits, the interval neither rounded nor fuzzed. FSRS-7 has `stability` for its slow trace and
/// one more column, `fast_stability`, at the end.
///
/// @param retention  that the intervals aim at, between 0 and 1
/// @return what is wrong with the input; then nothing was written
[[nodiscard]] std::optional<CsvError> replayCsv(std::istream& in, std::ostream& out,
                                                const AnyModel& model, double retention);

}  // namespace phaseboard::memory
