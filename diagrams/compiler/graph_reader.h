// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/base/diagnostic.h"
#include "app/graphs/figure_graph.h"
#include "app/ports/figure_compiler.h"

namespace phaseboard::compiler {

/// The graph of a figure's source, for comparing it with another.
///
/// A DOT source only has to be one that can be read: nothing is placed or checked, so that a draft
/// without explanations can be compared. Every other source is compiled. What cannot be read is
/// added to `problems`, and nothing is returned.
[[nodiscard]] std::optional<graphs::FigureGraph> readGraph(const ports::FigureSource& source,
                                                           Diagnostics& problems);

}  // namespace phaseboard::compiler
