// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ui/cli/console.h"

namespace phaseboard::cli {

struct OpenOptions {
  std::string file;
  std::string picture;  ///< PNG to write; empty for none
};

/// Opens an SVG file that another program made: its parts with their places, and what of it is not
/// shown.
[[nodiscard]] int openForeign(const OpenOptions& options, Console& console);

}  // namespace phaseboard::cli
