// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/review/prompt.h"
#include "ui/widgets/glyphs.h"

namespace phaseboard::ui {

/// "Name the part", "Key point": what a kind of prompt asks for, as a short title.
[[nodiscard]] QString kindTitle(review::PromptKind kind);

/// One sentence that says what is asked, for lists of kinds.
[[nodiscard]] QString kindPurpose(review::PromptKind kind);

/// The picture of its family: figures, notes, or one's own.
[[nodiscard]] Glyph kindGlyph(review::PromptKind kind);

}  // namespace phaseboard::ui
