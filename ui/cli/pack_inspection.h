// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ui/cli/console.h"

namespace phaseboard::cli {

/// `pack list`: what a pack holds, in numbers.
[[nodiscard]] int listPack(const std::string& file, Console& console);

/// `pack check`: every page, row, note, prompt and figure can be read.
[[nodiscard]] int checkPack(const std::string& file, Console& console);

}  // namespace phaseboard::cli
