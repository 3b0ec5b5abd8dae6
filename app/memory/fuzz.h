// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace phaseboard::memory {

/// The whole days, both included, among which an interval may fall.
struct FuzzRange {
  int shortest = 0;
  int longest = 0;

  friend bool operator==(const FuzzRange&, const FuzzRange&) = default;
};

/// Where an interval may fall: none below 2.5 days, then a day to either side and 15 % of its days
/// up to 7, 10 % up to 20, 5 % beyond; kept within [minimum, maximum]. A `minimum` above `maximum`
/// counts as `maximum`.
[[nodiscard]] FuzzRange fuzzRange(double intervalDays, int minimumDays, int maximumDays);

/// The day of that range that `fuzz` picks: 0 the first, just below 1 the last.
///
/// @param fuzz  in [0, 1)
[[nodiscard]] int fuzzed(double intervalDays, double fuzz, int minimumDays, int maximumDays);

/// Half away from zero, as fsrs-rs does: 2.5 gives 3.
[[nodiscard]] int roundedDays(double days);

}  // namespace phaseboard::memory
