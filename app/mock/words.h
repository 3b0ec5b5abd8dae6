// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/mock/mentions.h"

/// Words of texts, made alike in the way of typed answers, with the places where they stand.
namespace phaseboard::mock {

struct PlacedWord {
  std::u32string word;
  Span span;
};

/// Every word of a text, small ones too.
[[nodiscard]] std::vector<PlacedWord> placedWords(std::string_view text);

/// Whether one stands for the other: the same, with a small typo, or of one stem ("train",
/// "training"). Words with digits only when they are the same.
[[nodiscard]] bool areAlike(std::u32string_view one, std::u32string_view other);

/// Where a phrase stands in a text, word by word; empty when it does not. O(text x phrase).
[[nodiscard]] std::vector<Span> spansOfPhrase(const std::vector<PlacedWord>& phrase,
                                              const std::vector<PlacedWord>& text);

/// A text without the marks of Markdown: links by their words, no emphasis.
[[nodiscard]] std::string withoutMarks(std::string_view markdown);

}  // namespace phaseboard::mock
