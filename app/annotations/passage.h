// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Finding words again in a text that may have been worded anew.
namespace phaseboard::annotations {

/// A word of a text: letters and digits of any script, ASCII letters small.
struct Word {
  std::string text;
  std::size_t from = 0;  ///< in bytes
  std::size_t to = 0;
};
[[nodiscard]] std::vector<Word> wordsOf(std::string_view text);

/// Where a passage is, and how much of it is as it was.
struct PassagePlace {
  std::size_t from = 0;  ///< in bytes
  std::size_t to = 0;
  double likeness = 0;  ///< share of the passage's words that are there in their order; 1: all,
                        ///< and nothing between them
};

/// A passage with what stood around it.
struct Passage {
  std::string_view quote;
  std::string_view before;
  std::string_view after;
};

/// The place in `text` that is most like `passage`; among equals the one whose surroundings are
/// most like those that it had, then the first. Nothing when less than half of its words are there,
/// and for a passage without words. Marks, spaces and case do not count.
/// O(words of the text x words of the passage).
[[nodiscard]] std::optional<PassagePlace> findPassage(std::string_view text,
                                                      const Passage& passage);

/// Share of the words of `a` and `b` that they have in common, 0 to 1 (Dice).
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

/// The last `count` words of a text as it stands, and the first.
[[nodiscard]] std::string lastWords(std::string_view text, std::size_t count);
[[nodiscard]] std::string firstWords(std::string_view text, std::size_t count);

}  // namespace phaseboard::annotations
