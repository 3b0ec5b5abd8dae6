// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "app/base/diagnostic.h"
#include "app/content/model.h"
#include "app/ports/figure_compiler.h"

namespace phaseboard::content {

struct CompiledPack {
  std::optional<Pack> pack;  ///< nothing when there are problems
  Diagnostics problems;      ///< all of them, by file and line; files relative to the sources
};

/// Reads the sources of a pack, compiles its figures and checks everything against everything.
///
/// The same sources give an equal pack. Reads files and changes none.
/// @param sources  the folder that holds `pack.yaml`
/// @param workers  number of threads that compile figures, 1 or more; must not change the result
[[nodiscard]] CompiledPack compilePack(const std::filesystem::path& sources,
                                       const ports::FigureCompiler& figures, int workers = 1);

}  // namespace phaseboard::content
