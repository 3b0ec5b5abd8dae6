// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/board/document.h"

namespace phaseboard::compiler {

/// A board as a figure in our strict SVG subset, with the cards, wires and lanes of flow figures,
/// its texts and its ink. Ids are those of `board::partIds`. An empty board gives an empty canvas.
[[nodiscard]] std::string boardSvg(const board::Document& document, const std::string& title);

}  // namespace phaseboard::compiler
