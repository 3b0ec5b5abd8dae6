// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <QPainterPath>

namespace phaseboard::ui {

/// Reads SVG path data (M L H V C S Q T A Z in both cases). Stops at the first thing that is not
/// path data and returns what came before it.
[[nodiscard]] QPainterPath pathFromData(std::string_view data);

}  // namespace phaseboard::ui
