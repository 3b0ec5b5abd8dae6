// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include "diagrams/compiler/flow/card_measure.h"
#include "diagrams/compiler/flow/flow_graph.h"

/// Where everything stands, in units, y down. The origin is arbitrary until `moveToMargin`.
namespace phaseboard::compiler {

/// A column or a row: where its cards stand.
struct Track {
  double begin = 0;
  double end = 0;
  double axis = 0;  ///< the line on which its cards are aligned

  [[nodiscard]] double length() const { return end - begin; }
};

/// The text and badge of an edge, without a place.
struct ChipSize {
  double width = 0;  ///< 0 when the edge has neither label nor step
  double height = 0;
  double textWidth = 0;
};

namespace chip {
inline constexpr double kPadX = 6;
inline constexpr double kHeight = 21;
inline constexpr double kBadgeRadius = 9;
inline constexpr double kBadgeGap = 6;
}  // namespace chip

/// The words of a lane as they are painted: upper case.
[[nodiscard]] std::string laneTitle(const FlowLane& lane);

[[nodiscard]] ChipSize chipSize(const FlowEdge& edge);

/// One lane's frame. Empty when the figure paints no lanes.
struct LaneBox {
  QRectF frame;
  QRectF title;  ///< the room of its words; slides to a free place after routing
};

struct FlowLayout {
  std::vector<Card> cards;
  std::vector<QRectF> boxes;   ///< of each node, captions included; wires keep out of it
  std::vector<QRectF> bodies;  ///< what its wires end at
  std::vector<LaneBox> lanes;
  std::vector<Track> columns;
  std::vector<Track> rows;
  QRectF bounds;  ///< of all nodes and lanes
};

/// Room beyond what labels and lanes ask for, by gap (the first lies after the first track).
/// Shorter lists mean nothing more for the rest.
struct ExtraRoom {
  std::vector<double> columns;
  std::vector<double> rows;
};

/// Gives every node its box and every lane its frame: columns and rows as wide as their widest
/// card, gaps that leave room for labels and lane borders.
[[nodiscard]] FlowLayout layOutGrid(const FlowGraph& graph, std::vector<Card> cards,
                                    const ExtraRoom& extra = {});

}  // namespace phaseboard::compiler
