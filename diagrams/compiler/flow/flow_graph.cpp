// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/flow_graph.h"

namespace phaseboard::compiler {

CardShape plainShapeOf(style::Role role) {
  switch (role) {
    case style::Role::Store:
      return CardShape::Store;
    case style::Role::Queue:
      return CardShape::Queue;
    case style::Role::Actor:
      return CardShape::Actor;
    case style::Role::Data:
      return CardShape::Data;
    case style::Role::Policy:
      return CardShape::Policy;
    case style::Role::Tensor:
      return CardShape::Tensor;
    case style::Role::External:
      return CardShape::External;
    case style::Role::Note:
      return CardShape::Note;
    case style::Role::Service:
    case style::Role::Process:
    case style::Role::Model:
    case style::Role::Metric:
      break;
  }
  return CardShape::Plain;
}

bool isWithin(const FlowGraph& graph, std::optional<std::size_t> inner, std::size_t outer) {
  for (auto lane = inner; lane; lane = graph.lanes[*lane].parent) {
    if (*lane == outer)
      return true;
  }
  return false;
}

}  // namespace phaseboard::compiler
