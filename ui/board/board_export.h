// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QString>

#include "app/base/result.h"
#include "app/board/document.h"
#include "diagrams/style/palette.h"

namespace phaseboard::ui {

/// Writes a board as SVG, PNG (two pixels a unit) or DOT, as the ending of `path` says, under a
/// temporary name first. Pictures are in the colours of `theme`. `InvalidInput` (subject "ending")
/// for any other.
[[nodiscard]] Status exportBoard(const board::Document& document, const std::string& title,
                                 const QString& path, style::ThemeName theme);

}  // namespace phaseboard::ui
