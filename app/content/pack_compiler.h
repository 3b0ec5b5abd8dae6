// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "app/base/diagnostic.h"
#include "app/content/host.h"
#include "app/content/model.h"
#include "app/ports/figure_compiler.h"

namespace phaseboard::content {

struct CompiledPack {
  std::optional<Pack> pack;  ///< nothing when there are problems
  Diagnostics problems;      ///< all of them, by file and line; files relative to the sources
};

/// How sources are compiled; the defaults are those for a pack that we ship.
struct CompileOptions {
  int workers = 1;  ///< threads that compile figures, 1 or more; do not change the result
  const Host* host = nullptr;  ///< own content: what it stands beside; outlives the call
  std::map<std::string, std::string> unsaved = {};  ///< texts that stand for those of files
};

/// Reads the sources of a pack, compiles its figures and checks everything against everything.
///
/// The same sources give an equal pack. Reads files and changes none.
/// @param sources  the folder that holds `pack.yaml`
[[nodiscard]] CompiledPack compilePack(const std::filesystem::path& sources,
                                       const ports::FigureCompiler& figures,
                                       const CompileOptions& options = {});

/// What is understood of sources that may have problems, for a look at them while they are written.
struct PackDraft {
  Pack pack;  ///< without what could not be read; not fit to be written
  Diagnostics problems;
};

[[nodiscard]] PackDraft compileDraft(const std::filesystem::path& sources,
                                     const ports::FigureCompiler& figures,
                                     const CompileOptions& options);

}  // namespace phaseboard::content
