// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace phaseboard::exchange {

/// What became of HTML.
struct TextOfHtml {
  std::string markdown;
  int pictures = 0;  ///< left out; "[picture: name]" stands for each
  int sounds = 0;    ///< left out
};

/// The HTML of a card as Markdown: paragraphs, line breaks, lists, bold, italics, code, formulas in
/// `\(...\)`, `\[...\]` or `[$]...[/$]`. Everything else that a tag says is left out; scripts and
/// styles with what is in them. Control characters are left out. Reads any bytes; never fails; what
/// is no UTF-8 becomes U+FFFD. O(length).
[[nodiscard]] TextOfHtml textOfHtml(std::string_view html);

}  // namespace phaseboard::exchange
