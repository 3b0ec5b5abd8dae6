// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "app/ports/figure_compiler.h"

namespace phaseboard::compiler {

/// Turns a YAML figure into semantic SVG: plot, matrix, funnel, timeline, sequence, table, tree,
/// stack or bars, as described in diagrams/catalogue/README.md. The same source always gives the
/// same bytes. Needs a QGuiApplication for its fonts; may be called from several threads.
[[nodiscard]] ports::FigureResult compileChart(
    const ports::FigureSource& source, const std::map<std::string, content::Formula>& formulas);

}  // namespace phaseboard::compiler
