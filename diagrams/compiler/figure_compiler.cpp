// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/figure_compiler.h"

#include "diagrams/compiler/charts/chart_compiler.h"
#include "diagrams/compiler/flow/flow_compiler.h"

namespace phaseboard::compiler {

ports::FigureResult SvgFigureCompiler::compile(
    const ports::FigureSource& source,
    const std::map<std::string, content::Formula>& formulas) const {
  if (source.file.ends_with(".dot"))
    return compileFlow(source, formulas);
  if (source.file.ends_with(".yaml"))
    return compileChart(source, formulas);
  return {std::nullopt, {{source.file, 0, "a figure's source ends with .dot or .yaml"}}};
}

}  // namespace phaseboard::compiler
