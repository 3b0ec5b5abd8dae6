// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagrams/compiler/svg_writer.h"
#include "diagrams/style/palette.h"

namespace phaseboard::compiler {

/// The light theme as rules for `SvgWriter::finish`. It is embedded only so that a file looks right
/// outside the program; inside, classes are resolved against the theme in use.
[[nodiscard]] const std::vector<CssRule>& lightCss();

/// A compiled figure with the rules of another theme in place of those that it carries.
[[nodiscard]] std::string withTheme(std::string_view svg, style::ThemeName theme);

}  // namespace phaseboard::compiler
