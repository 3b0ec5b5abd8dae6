// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <ostream>
#include <string>

#include <gmock/gmock.h>

/// Numbers as the shipped content prints them, read from its sources, so that a test can compute
/// them anew.
namespace phaseboard::test {

struct PrintedValue {
  double value = 0;
  double halfUnit = 0;  ///< half a unit of the last printed digit
  std::string text;     ///< as printed: "0.31 %", "1.09 B"
};

std::ostream& operator<<(std::ostream& out, const PrintedValue& printed);

/// `shown` of a number of a note.
/// @param note  "question/phase", such as "visual-search/5-evaluate"
[[nodiscard]] PrintedValue shownIn(const std::string& note, const std::string& number);

/// The number that stands right after `words` in a source file; spaces and line ends are alike.
/// @param file  below the root of the project; `words` must occur in it exactly once
[[nodiscard]] PrintedValue printedAfter(const std::string& file, const std::string& words);

[[nodiscard]] std::string noteFile(const std::string& note);
[[nodiscard]] std::string figureFile(const std::string& figure);
[[nodiscard]] std::string conceptFile(const std::string& subject);

/// The value rounds to what is printed.
MATCHER_P(RoundsTo, printed, "rounds to " + testing::PrintToString(printed)) {
  return std::abs(arg - printed.value) <= printed.halfUnit * (1 + 1e-9) + 1e-15;
}

}  // namespace phaseboard::test
