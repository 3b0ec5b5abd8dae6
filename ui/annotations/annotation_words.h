// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/ops/placed_annotations.h"
#include "diagrams/style/highlights.h"
#include "ui/shell/place.h"

namespace phaseboard::ui {

[[nodiscard]] style::Pen penOf(annotations::Colour colour);
[[nodiscard]] QString colourText(annotations::Colour colour);

/// "The words have changed since"; empty when they have not.
[[nodiscard]] QString standingText(annotations::Standing standing);

/// "Part", "Key point", "Note", ...
[[nodiscard]] QString targetKindText(annotations::TargetKind kind);

/// What it is about, in a line: the passage, else what its target is called.
[[nodiscard]] QString subjectText(const ops::PlacedAnnotation& annotation);

/// Everything it says in a line, for tool tips and screen readers.
[[nodiscard]] QString annotationText(const ops::PlacedAnnotation& annotation);

/// Where it is to be seen.
[[nodiscard]] Place placeOf(const ops::PlacedAnnotation& annotation);

}  // namespace phaseboard::ui
