// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace phaseboard::exchange {

/// `text` with what HTML would take for marks written out.
[[nodiscard]] std::string escapedHtml(std::string_view text);

/// The Markdown of our fields (see app/content/checks/markdown_scan.h) as HTML for a flashcard:
/// paragraphs, lists, tables, code, emphasis, formulas as `\(...\)` and `\[...\]`. Headings of the
/// user's become bold lines. Links into a pack become their text; raw HTML is shown as text.
[[nodiscard]] std::string htmlOfMarkdown(std::string_view markdown);

}  // namespace phaseboard::exchange
