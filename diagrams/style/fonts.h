// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

#include "diagrams/style/theme.h"

namespace phaseboard::style {

/// Makes Inter and JetBrains Mono, which are part of the program, known to Qt. Needs a
/// QGuiApplication; later calls do nothing. Everything that measures or paints text calls it.
/// @return false when a face could not be loaded, which only a broken build can cause.
bool registerFonts();

/// The face of `style` at `pixelSize` whole pixels (QFont rounds fractions), unhinted so that
/// widths scale exactly.
[[nodiscard]] QFont font(const TextStyle& style, int pixelSize);

}  // namespace phaseboard::style
