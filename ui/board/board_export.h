// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QString>

#include "app/base/result.h"
#include "app/board/document.h"

namespace phaseboard::ui {

/// Writes a board as SVG, PNG (light, two pixels a unit) or DOT, as the ending of `path` says,
/// under a temporary name first. `InvalidInput` (subject "ending") for any other.
[[nodiscard]] Status exportBoard(const board::Document& document, const std::string& title,
                                 const QString& path);

}  // namespace phaseboard::ui
