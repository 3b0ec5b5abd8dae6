// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "app/base/diagnostic.h"
#include "app/content/model.h"
#include "diagrams/compiler/flow/flow_graph.h"
#include "diagrams/compiler/flow/raw_graph.h"

namespace phaseboard::compiler {

/// Gives the attributes of a DOT source their meaning. Everything that has none here (an unknown
/// attribute, class, icon or formula, a malformed id or number, a missing explanation, a gap in the
/// steps) is added to `problems`; the graph is then only good for finding more of them.
[[nodiscard]] FlowGraph readFlow(const std::string& file, const RawGraph& raw,
                                 const std::map<std::string, content::Formula>& formulas,
                                 Diagnostics& problems);

}  // namespace phaseboard::compiler
