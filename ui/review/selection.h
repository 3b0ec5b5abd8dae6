// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/review/prompt.h"

class QWidget;

namespace phaseboard::ui {

/// `draft` with the text that is selected somewhere in `within` as its answer: in the field that is
/// being written, or in a note. Unchanged without a selection.
[[nodiscard]] review::Prompt withSelection(review::Prompt draft, const QWidget* within);

/// Whether something is selected in it.
[[nodiscard]] bool hasSelection(const QWidget* within);

}  // namespace phaseboard::ui
