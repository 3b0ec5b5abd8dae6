// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/lane_padding.h"

#include <algorithm>
#include <cmath>

namespace phaseboard::compiler {
namespace {

void extend(LaneSpan& lane, const NodeSpan& node) {
  if (lane.isEmpty()) {
    lane.firstColumn = node.firstColumn;
    lane.lastColumn = node.lastColumn;
    lane.firstRow = node.firstRow;
    lane.lastRow = node.lastRow;
    return;
  }
  lane.firstColumn = std::min(lane.firstColumn, node.firstColumn);
  lane.lastColumn = std::max(lane.lastColumn, node.lastColumn);
  lane.firstRow = std::min(lane.firstRow, node.firstRow);
  lane.lastRow = std::max(lane.lastRow, node.lastRow);
}

/// What `outer` needs beyond its tracks so that `inner`, already padded, stays inside.
void padAround(LaneSpan& outer, const LaneSpan& inner) {
  if (inner.firstColumn == outer.firstColumn)
    outer.left = std::max(outer.left, inner.left + lane::kPadding);
  if (inner.lastColumn == outer.lastColumn)
    outer.right = std::max(outer.right, inner.right + lane::kPadding);
  if (inner.firstRow == outer.firstRow)
    outer.top = std::max(outer.top, inner.top + lane::kTitleBand);
  if (inner.lastRow == outer.lastRow)
    outer.bottom = std::max(outer.bottom, inner.bottom + lane::kPadding);
}

}  // namespace

NodeSpan spanOf(const FlowNode& node) {
  return {static_cast<int>(std::floor(node.column)),
          static_cast<int>(std::ceil(node.column)) + node.columnSpan - 1,
          static_cast<int>(std::floor(node.row)),
          static_cast<int>(std::ceil(node.row)) + node.rowSpan - 1};
}

std::vector<LaneSpan> laneSpans(const FlowGraph& graph) {
  std::vector<LaneSpan> spans(graph.lanes.size());
  for (const auto& node : graph.nodes) {
    for (auto lane = node.lane; lane; lane = graph.lanes[*lane].parent)
      extend(spans[*lane], spanOf(node));
  }
  for (auto& span : spans) {
    span.left = span.right = span.bottom = lane::kPadding;
    span.top = lane::kTitleBand;
  }
  for (std::size_t child = spans.size(); child-- > 0;) {  // children stand after their parents
    const auto parent = graph.lanes[child].parent;
    if (parent && !spans[child].isEmpty())
      padAround(spans[*parent], spans[child]);
  }
  return spans;
}

}  // namespace phaseboard::compiler
