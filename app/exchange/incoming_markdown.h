// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/exchange/incoming.h"

namespace phaseboard::exchange {

/// Prompts of the user's in Markdown: each heading asks, and the text below it, up to the next
/// heading, answers. A heading of the first level without text below names a question (its id, as
/// in
/// `# ad-click-prediction`), or a question and a phase (`# ad-click-prediction / model`), for what
/// follows. Headings inside fenced code are text. Raw HTML and pictures stay as they are written:
/// they are shown as text.
///
/// @return `InvalidInput` with "line N: ..." for a heading below which there is nothing, and for a
///         file of more than 64 MB
[[nodiscard]] Result<Incoming> incomingFromMarkdown(std::string_view text, const std::string& file);

}  // namespace phaseboard::exchange
