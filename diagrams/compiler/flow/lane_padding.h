// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagrams/compiler/flow/flow_graph.h"

/// How far lanes reach beyond the tracks of their cards.
namespace phaseboard::compiler {

namespace lane {
inline constexpr double kPadding = 18;
inline constexpr double kTitleBand = 38;
inline constexpr double kGap = 22;        ///< between two lanes
inline constexpr double kOutside = 26;    ///< between a lane and a card outside it
inline constexpr double kLabelRoom = 12;  ///< more than a label needs between two lanes
}  // namespace lane

/// Tracks that a lane covers, first and last, and its pads beyond them (nested lanes included).
struct LaneSpan {
  int firstColumn = 0;
  int lastColumn = -1;  ///< less than the first for an empty lane
  int firstRow = 0;
  int lastRow = -1;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;

  [[nodiscard]] bool isEmpty() const { return lastColumn < firstColumn; }
};

/// First and last track that a node touches.
struct NodeSpan {
  int firstColumn = 0;
  int lastColumn = 0;
  int firstRow = 0;
  int lastRow = 0;
};

[[nodiscard]] NodeSpan spanOf(const FlowNode& node);
[[nodiscard]] std::vector<LaneSpan> laneSpans(const FlowGraph& graph);

}  // namespace phaseboard::compiler
