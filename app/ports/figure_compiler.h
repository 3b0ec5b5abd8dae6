// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/base/diagnostic.h"
#include "app/content/model.h"

namespace phaseboard::ports {

/// One figure as its author wrote it.
struct FigureSource {
  DiagramId id;
  std::string file;  ///< for messages; its ending says the language: ".dot" or ".yaml"
  std::string text;
};

struct FigureResult {
  std::optional<content::Diagram> figure;  ///< nothing when there are problems
  Diagnostics problems;                    ///< all of them, in source order
};

/// Turns the source of a figure into semantic SVG. Implemented in diagrams/compiler.
class FigureCompiler {
 public:
  virtual ~FigureCompiler() = default;

  /// The same source and formulas always give the same bytes.
  [[nodiscard]] virtual FigureResult compile(
      const FigureSource& source,
      const std::map<std::string, content::Formula>& formulas) const = 0;
};

}  // namespace phaseboard::ports
