// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

class QTextDocument;

namespace phaseboard::ui {

/// What of a text that is laid out as one strip stands on one page, in pixels from its top.
struct PageSlice {
  double top = 0;
  double bottom = 0;
};

/// Cuts a strip into pages so that nothing is torn: a paragraph of some lines, the row of a table,
/// a heading and the beginning of what it heads, words that lead to a formula or end with a
/// colon and what they lead to, a figure (a block that is one inline object) and its caption. What
/// is taller than a page is cut between its lines.
///
/// Qt's own pages tear these apart, and what is set to keep them together moves in tables.
///
/// @param strip  laid out with a width and without pages
[[nodiscard]] std::vector<PageSlice> pageSlices(const QTextDocument& strip, double pageHeight);

}  // namespace phaseboard::ui
