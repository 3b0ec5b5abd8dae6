// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/flow_graph.h"

namespace phaseboard::compiler {

bool isWithin(const FlowGraph& graph, std::optional<std::size_t> inner, std::size_t outer) {
  for (auto lane = inner; lane; lane = graph.lanes[*lane].parent) {
    if (*lane == outer)
      return true;
  }
  return false;
}

}  // namespace phaseboard::compiler
