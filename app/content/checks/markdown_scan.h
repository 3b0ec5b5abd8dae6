// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The Markdown of our fields, which is small so that every reader of it agrees:
///
/// - paragraphs; `*emphasis*`, `**strong**`, `` `code` ``, blocks between lines of three
/// backquotes;
/// - lists with "- " or "1. ", tables with "|" and a row of dashes under their head;
/// - links `[text](target)` with a target `concept:id`, `part:diagram/part`, `figure:diagram` or
///   `https://...`;
/// - formulas `$...$` in a line, `$$...$$` as lines of their own.
///
/// A backslash takes the meaning from the next sign. Headings, pictures, raw HTML, entities,
/// quotes, rules, bare addresses, strike-through and reference links are refused.
namespace phaseboard::content {

struct MarkdownLink {
  std::string scheme;  ///< "concept", "part" or "figure"
  std::string target;  ///< as written
};

struct MarkdownScan {
  std::vector<std::string> problems;  ///< in the order of the text
  std::vector<MarkdownLink> links;    ///< into the pack
  std::vector<std::string> formulas;  ///< TeX between the dollars, without outer spaces
  std::string words;                  ///< what is read; code and formulas are one U+001F each
  std::string plain;                  ///< what is read, with code and the TeX of formulas
};

/// Reads a field. O(length).
[[nodiscard]] MarkdownScan scanMarkdown(std::string_view text);

}  // namespace phaseboard::content
