// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phaseboard::answers {

/// The sentences of an answer, as they were written (Markdown inside a line stays).
///
/// A heading, a list item and a row of a table is a piece by itself and is cut into sentences;
/// lines of one paragraph are joined. The marks that begin a line ("- ", "## ", "1. ", "> ") are
/// left out, and so are code blocks and the rules of tables. A full stop ends a sentence when a
/// blank and no small letter follows, so that "e.g. this" and "3.5" stay whole. O(length).
[[nodiscard]] std::vector<std::string> sentencesOf(std::string_view markdown);

}  // namespace phaseboard::answers
