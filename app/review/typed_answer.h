// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/memory/rating.h"
#include "app/review/quantity.h"

namespace phaseboard::review {

/// What a typed answer is compared with.
struct ExpectedAnswer {
  std::vector<std::string> accepted;  ///< each of them is right; the first is the usual one
  std::optional<Quantity> quantity;   ///< for numbers; then a number has to be typed

  [[nodiscard]] bool isTypable() const { return !accepted.empty() || quantity.has_value(); }
};

/// How a typed answer stands to what was expected.
enum class Likeness {
  Blank,      ///< nothing was typed
  Different,  ///< something else, or a number off by more than a factor of two
  Partly,     ///< half of the words, or a number within a factor of two
  Close,      ///< typos, a few words more, the initials, or a number within 15 %
  Same        ///< the words in any order, or a number within 2 %
};

/// Compares leniently: case, diacritics, plurals, word order, small typos (`allowedTypos` a word,
/// none in words with digits), words run together, and units of one measure do not matter.
[[nodiscard]] Likeness compareTyped(std::string_view typed, const ExpectedAnswer& expected);

/// The grade that it suggests; the user gives it. Nothing for a blank answer.
[[nodiscard]] std::optional<memory::Rating> suggestedRating(Likeness likeness);

/// The grade that `ticked` of `total` key points suggest: all of them Easy, from 70 % on Good, from
/// 40 % on Hard, else Again. Nothing without key points.
[[nodiscard]] std::optional<memory::Rating> ratingFromTicks(int ticked, int total);

/// `title` and what people shorten it to: without what stands in brackets or after a comma, colon
/// or dash, and an abbreviation in brackets.
[[nodiscard]] std::vector<std::string> formsOfTitle(const std::string& title);

}  // namespace phaseboard::review
