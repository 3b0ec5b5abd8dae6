// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ui/cli/console.h"

namespace phaseboard::cli {

struct RenderOptions {
  std::string file;
  std::string theme = "light";  ///< "light" or "dark"
  std::string format = "svg";   ///< "svg" or "png"
  std::string folder;
  std::string only;  ///< a figure, or a question for all of its figures; empty for everything
  double scale = 1;  ///< pixels per unit, PNG only
};

/// `pack render`: writes `<question>/<diagram>.<theme>.<format>`, each file as a whole or not at
/// all.
[[nodiscard]] int renderPack(const RenderOptions& options, Console& console);

}  // namespace phaseboard::cli
