// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "app/ports/figure_compiler.h"

namespace phaseboard::compiler {

/// Compiles every kind of figure we have: ".dot" flow figures, ".yaml" charts. Needs a
/// QGuiApplication, because texts are measured with the fonts that paint them. Holds nothing; may
/// be used from several threads.
class SvgFigureCompiler : public ports::FigureCompiler {
 public:
  [[nodiscard]] ports::FigureResult compile(
      const ports::FigureSource& source,
      const std::map<std::string, content::Formula>& formulas) const override;
};

}  // namespace phaseboard::compiler
