// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/base/diagnostic.h"

namespace phaseboard::compiler {

inline constexpr std::size_t kMostNodes = 16;
inline constexpr double kLeastContrast = 4.5;
inline constexpr double kShownWidth = 800;  ///< pixels at which a figure must still be readable
inline constexpr double kLeastLetters = 6;  ///< size of the smallest type there, pixels

/// What a reader would stumble over in a finished figure of whatever kind: words that leave the
/// canvas, meet other words, cross the edge of a card or a lane, are covered, are too faint for
/// their ground in one of the themes or too small; parts that paint nothing; too many nodes.
///
/// Looks at the SVG alone and trusts no layout. About a millisecond for a typical figure.
/// @param file  named in the messages, which have no line
[[nodiscard]] Diagnostics checkDrawn(std::string_view svg, const std::string& file);

}  // namespace phaseboard::compiler
