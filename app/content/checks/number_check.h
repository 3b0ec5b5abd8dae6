// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "app/base/result.h"

namespace phaseboard::content {

/// The value of an arithmetic expression in muParser's syntax: `500e6 * 20 / 86400 * 3`,
/// `exp(-2.5)`.
/// @return `InvalidInput` with the reason as its detail when it cannot be read, has no single
/// finite
///         value, uses names or is longer than 1000 bytes
[[nodiscard]] Result<double> evaluateExpression(const std::string& expression);

/// A number as it is printed, with its rounding.
struct ShownNumber {
  double value = 0;
  double halfUnit = 0;  ///< half a unit of the last digit that is printed
};

/// Reads "350 k", "4.2 M", "1.3 B", "10 T", "12 %", "1,024", "0.056", "1.5e-6"; nothing for others.
[[nodiscard]] std::optional<ShownNumber> readShown(const std::string& shown);

/// Whether `value`, rounded as `shown` is, gives `shown`.
[[nodiscard]] bool agrees(double value, const ShownNumber& shown);

}  // namespace phaseboard::content
