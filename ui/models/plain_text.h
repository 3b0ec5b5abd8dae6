// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace phaseboard::ui {

/// Markdown without its marks, on one line, for lists and tool tips: links become their words,
/// formulas their light form ("$x_i$" is "xi").
[[nodiscard]] QString plainText(const QString& markdown);

/// The same of a piece cut out of a text, which may begin or end within a link. What a search
/// marked stays marked.
[[nodiscard]] QString readablePiece(const QString& markdown);

}  // namespace phaseboard::ui
