// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phaseboard::review {

/// The code points of UTF-8; U+FFFD for each byte that is none.
[[nodiscard]] std::u32string codePoints(std::string_view utf8);

/// The words of a text as far as they matter when an answer is compared.
///
/// Lower case, without diacritics (composed or not), ligatures and full-width forms taken apart,
/// Greek letters by their names, punctuation dropped, plurals made singular. Articles and small
/// words go, unless nothing else is there.
[[nodiscard]] std::vector<std::u32string> answerWords(std::string_view utf8);

/// The edits (a letter put in, left out, changed, or two swapped) from one word to the other;
/// `most + 1` when there are more than `most`. O(length * most).
[[nodiscard]] int editDistance(std::u32string_view a, std::u32string_view b, int most);

/// How many edits a word of this many letters may be away and still be meant: 0 up to three, 1 up
/// to seven, then 2.
[[nodiscard]] int allowedTypos(std::size_t letters);

}  // namespace phaseboard::review
