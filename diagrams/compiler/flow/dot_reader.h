// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "app/base/diagnostic.h"
#include "diagrams/compiler/flow/raw_graph.h"

namespace phaseboard::compiler {

/// Reads a DOT source with libcgraph. What it does not understand is added to `problems` with its
/// line, and nothing is returned. Safe to call from several threads (libcgraph is not: one at a
/// time).
[[nodiscard]] std::optional<RawGraph> readDot(const std::string& file, const std::string& source,
                                              Diagnostics& problems);

}  // namespace phaseboard::compiler
