// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagrams/style/palette.h"

/// A flow figure as its author means it: checked, typed, without geometry.
namespace phaseboard::compiler {

/// The side of a card that a wire leaves or enters.
enum class Side { North, East, South, West };
inline constexpr std::array<Side, 4> kSides = {Side::North, Side::East, Side::South, Side::West};

/// How a card looks. It follows from class and kind.
enum class CardShape {
  Plain,
  List,
  Tower,
  Tensor,
  Store,
  Queue,
  Actor,
  Data,
  Policy,
  External,
  Note
};

enum class Arrows { Forward, Both, None };

struct FlowNode {
  std::string id;
  int line = 0;
  style::Role role = style::Role::Process;
  CardShape shape = CardShape::Plain;
  std::string icon;   ///< empty for none
  std::string label;  ///< may hold `$x_i^2$`
  std::string sub;
  std::vector<std::string> items;  ///< bullets or layers
  std::string math;                ///< TeX source, painted as outlines
  double column = 0;               ///< in cells; halves stand between two
  double row = 0;
  bool isPlaced = false;  ///< false when the author gave no cell
  int columnSpan = 1;
  int rowSpan = 1;
  double wrap = 0;          ///< width at which the text wraps; 0 for the house value
  double minWidth = 0;      ///< 0 for the house value
  bool isStretched = true;  ///< as wide as its column
  std::string title;        ///< plain text
  std::string explanation;
  std::string conceptId;
  std::string phase;
  std::optional<std::size_t> lane;  ///< the innermost that holds it
};

struct FlowEdge {
  std::string id;
  int line = 0;
  std::size_t from = 0;  ///< index of a node
  std::size_t to = 0;
  style::Wire role = style::Wire::Flow;
  std::string label;
  std::optional<int> step;
  std::string title;
  std::string explanation;
  std::string conceptId;
  std::optional<Side> tailSide;  ///< what the author asks for
  std::optional<Side> headSide;
  std::string sameHead;  ///< edges with one name share their last stretch
  std::string sameTail;
  std::optional<Side> via;  ///< go round everything on this side
  Arrows arrows = Arrows::Forward;
  std::optional<double> labelAt;  ///< 0 at the tail, 1 at the head
};

struct FlowLane {
  std::string id;
  int line = 0;
  style::Lane role = style::Lane::Neutral;
  std::string label;
  std::string explanation;
  std::string conceptId;
  std::optional<std::size_t> parent;
};

struct FlowGraph {
  std::string title;
  std::string description;
  double columnGap = 56;
  double rowGap = 46;
  bool hasLegend = true;  ///< whether one may be generated
  bool paintsLanes = true;
  std::vector<FlowNode> nodes;  ///< in source order
  std::vector<FlowEdge> edges;
  std::vector<FlowLane> lanes;  ///< a parent stands before its children
};

/// How a card of this role looks unless its kind says otherwise.
[[nodiscard]] CardShape plainShapeOf(style::Role role);

/// Whether `inner` is `outer` or nested in it.
[[nodiscard]] bool isWithin(const FlowGraph& graph, std::optional<std::size_t> inner,
                            std::size_t outer);

}  // namespace phaseboard::compiler
