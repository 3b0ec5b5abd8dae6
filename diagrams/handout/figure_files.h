// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/base/result.h"
#include "app/content/model.h"
#include "diagrams/scene/look.h"

namespace phaseboard::handout {

enum class FigureFile { Svg, Png };

/// ".svg" or ".png".
[[nodiscard]] std::string endingOf(FigureFile kind);

/// A figure in the light theme as a PNG with `scale` pixels to the unit; smaller where a side would
/// have more than 8,000. Any thread.
[[nodiscard]] Result<std::string> pngBytes(const content::Diagram& figure, const scene::Look& look,
                                           double scale);

/// A figure as a file: its SVG with the light theme's colours, or a PNG of twice its size.
[[nodiscard]] Result<std::string> figureBytes(const content::Diagram& figure, FigureFile kind);

}  // namespace phaseboard::handout
