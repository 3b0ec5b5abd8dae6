// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace phaseboard::review {

/// A number as people write it: "1.5 k", "1,500", "1.5e3", "1.5 × 10³", "0.31 %", "200-300 ms",
/// "-5".
struct Quantity {
  double least = 0;  ///< in the written unit; equal to `most` unless a range was given
  double most = 0;
  std::string measure;  ///< "time" or "bytes" when the unit is one that we can convert, "share" for
                        ///< per cent; else empty
  double factor = 1;    ///< from the written unit to the measure's own (seconds, bytes, one)

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// Reads the first number of a text with its multiplier (k, M, G, B, T, thousand, million, ...) and
/// its unit. "B" counts as bytes when `bytes` is said, otherwise as billions. Nothing without one,
/// nor for one beyond 1e100.
[[nodiscard]] std::optional<Quantity> readQuantity(std::string_view utf8, bool bytes = false);

/// How far `typed` is from `expected`, relative to it: 0 inside its range. Units of one measure are
/// converted; a number without a unit is taken to be in the expected unit. Nothing when the units
/// contradict each other.
[[nodiscard]] std::optional<double> relativeError(const Quantity& typed, const Quantity& expected);

}  // namespace phaseboard::review
