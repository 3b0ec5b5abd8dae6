// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/content/model.h"
#include "app/ports/figure_compiler.h"
#include "diagrams/compiler/flow/flow_svg.h"

namespace phaseboard::compiler {

/// Reads, lays out and routes a DOT source. Nothing when there are problems that leave no geometry.
[[nodiscard]] std::optional<FlowFigure> layOutFlow(
    const ports::FigureSource& source, const std::map<std::string, content::Formula>& formulas,
    Diagnostics& problems);

/// Compiles a DOT source to a figure.
[[nodiscard]] ports::FigureResult compileFlow(
    const ports::FigureSource& source, const std::map<std::string, content::Formula>& formulas);

}  // namespace phaseboard::compiler
