// SPDX-License-Identifier: Apache-2.0
#pragma once

class QTextDocument;

namespace phaseboard::ui {

/// Moves to the next page what the end of a page would tear apart: a heading away from what it
/// heads, a figure (a block that is one inline object) away from its caption, the row of a table.
/// What is taller than a page is left as it is.
///
/// The document has its page size; it is laid out anew for every break, and as a whole at the end.
void keepTogether(QTextDocument& document);

}  // namespace phaseboard::ui
