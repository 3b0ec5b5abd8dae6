// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace phaseboard::exchange {

struct AnkiCardTemplate {
  std::string front;
  std::string back;
};

/// How the notes of one kind become cards.
struct AnkiNoteType {
  bool isCloze = false;
  std::vector<std::string> fields;  ///< their names, in order
  std::vector<AnkiCardTemplate> templates;
};

struct AnkiSides {
  std::string front;  ///< HTML
  std::string back;   ///< HTML
};

/// What a card shows: `{{Field}}` with any filters, `{{#Field}}`, `{{^Field}}`, `{{FrontSide}}` and
/// cloze deletions. The front is not repeated on the back. Unknown names are empty; what is nested
/// deeper than 16, and what grows past `kLongestSide`, is cut off.
///
/// @param values  of the fields, in the order of `type.fields`
/// @param card    the number of the template, or of the cloze deletion, from 0
[[nodiscard]] AnkiSides sidesOf(const AnkiNoteType& type, const std::vector<std::string>& values,
                                std::size_t card);

inline constexpr std::size_t kLongestSide = 400'000;  ///< bytes

}  // namespace phaseboard::exchange
