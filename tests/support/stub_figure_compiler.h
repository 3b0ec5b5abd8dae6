// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/content/model.h"
#include "app/ports/figure_compiler.h"

namespace phaseboard::test {

/// Knows the figures of tests/data/mini-pack by heart, so that tests without Qt can compile it. The
/// SVG is a token; parts are few but of each kind.
class StubFigureCompiler : public ports::FigureCompiler {
 public:
  [[nodiscard]] ports::FigureResult compile(
      const ports::FigureSource& source,
      const std::map<std::string, content::Formula>& formulas) const override;
};

/// tests/data/mini-pack, compiled with the stub. Fails the test when that has problems.
[[nodiscard]] content::Pack miniPack();

}  // namespace phaseboard::test
