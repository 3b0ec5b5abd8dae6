// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagrams/compiler/svg_writer.h"

namespace phaseboard::compiler {

/// The light theme as rules for `SvgWriter::finish`. It is embedded only so that a file looks right
/// outside the program; inside, classes are resolved against the theme in use.
[[nodiscard]] const std::vector<CssRule>& lightCss();

}  // namespace phaseboard::compiler
