// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/pack_library.h"
#include "ui/widgets/rich_document.h"

namespace phaseboard::ui {

/// Outlines of the pack's formulas for text views, in em; lives as long as `pack`.
[[nodiscard]] FormulaSource formulasOf(const ports::PackLibrary& pack);

}  // namespace phaseboard::ui
