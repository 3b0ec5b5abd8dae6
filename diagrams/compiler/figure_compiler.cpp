// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/figure_compiler.h"

#include "diagrams/compiler/charts/chart_compiler.h"
#include "diagrams/compiler/drawn_check.h"
#include "diagrams/compiler/flow/flow_compiler.h"
#include "diagrams/compiler/svg_subset.h"

namespace phaseboard::compiler {
namespace {

ports::FigureResult compileByLanguage(const ports::FigureSource& source,
                                      const std::map<std::string, content::Formula>& formulas) {
  if (source.file.ends_with(".dot"))
    return compileFlow(source, formulas);
  if (source.file.ends_with(".yaml"))
    return compileChart(source, formulas);
  return {std::nullopt, {{source.file, 0, "a figure's source ends with .dot or .yaml"}}};
}

/// What is wrong with the finished SVG; its lines are not those of the source.
Diagnostics problemsOf(const std::string& svg, const std::string& file) {
  Diagnostics problems = checkSvgSubset(svg, file);
  for (Diagnostic& problem : problems)
    problem.line = 0;
  return problems.empty() ? checkDrawn(svg, file) : problems;
}

}  // namespace

ports::FigureResult SvgFigureCompiler::compile(
    const ports::FigureSource& source,
    const std::map<std::string, content::Formula>& formulas) const {
  ports::FigureResult result = compileByLanguage(source, formulas);
  if (!result.figure || !result.problems.empty())
    return result;
  result.problems = problemsOf(result.figure->svg, source.file);
  if (!result.problems.empty())
    result.figure.reset();
  return result;
}

}  // namespace phaseboard::compiler
