// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagrams/style/palette.h"

namespace phaseboard::style {

/// The five marker pens.
enum class Pen { Yellow, Green, Blue, Pink, Violet };
inline constexpr std::array kPens{Pen::Yellow, Pen::Green, Pen::Blue, Pen::Pink, Pen::Violet};

struct PenColours {
  QColor paper;  ///< behind words; body text on it is readable (4.5:1)
  QColor ink;    ///< pins, bars and dots on cards and on figures (3:1)
};
[[nodiscard]] PenColours colours(ThemeName theme, Pen pen);

}  // namespace phaseboard::style
