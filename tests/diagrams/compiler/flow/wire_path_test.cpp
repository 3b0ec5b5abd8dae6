// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/wire_path.h"

#include <gmock/gmock.h>

namespace phaseboard::compiler {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

FlowEdge edgeBetween(std::size_t from, std::size_t to) {
  FlowEdge edge;
  edge.from = from;
  edge.to = to;
  return edge;
}

const Route kLevel{{{0, 50}, {200, 50}}, Side::East, Side::West};
const Route kUpright{{{100, 0}, {100, 100}}, Side::South, Side::North};

TEST(WirePath, RoundsItsCorners) {
  const Route route{{{0, 0}, {50, 0}, {50, 80}, {100, 80}}, Side::East, Side::West};

  EXPECT_EQ(wireLine(route, {}, Arrows::None).str(),
            "M0 0L40 0Q50 0 50 10L50 70Q50 80 60 80L100 80");
}

TEST(WirePath, ShortensALineForItsArrowHead) {
  EXPECT_EQ(wireLine(kLevel, {}, Arrows::Forward).str(), "M0 50L190.5 50");
  EXPECT_EQ(wireLine(kLevel, {}, Arrows::Both).str(), "M9.5 50L190.5 50");
}

TEST(WirePath, EndsTheArrowHeadJustBeforeTheCard) {
  EXPECT_EQ(arrowHead({0, 50}, {200, 50}).str(), "M197.5 50L189.5 54.2L189.5 45.8Z");
}

TEST(WirePath, LiftsTheLevelWireOverTheUprightOne) {
  FlowGraph graph;
  graph.edges = {edgeBetween(0, 1), edgeBetween(2, 3)};

  const auto crossings = findCrossings(graph, {kLevel, kUpright});

  ASSERT_THAT(crossings[0], ElementsAre(QPointF(100, 50)));
  EXPECT_THAT(crossings[1], IsEmpty());
  EXPECT_THAT(wireLine(kLevel, crossings[0], Arrows::None).str(),
              HasSubstr("L95 50Q95 44.5 100 44.5"));
}

TEST(WirePath, BuildsNoBridgeBetweenBundledWires) {
  FlowGraph graph;
  graph.edges = {edgeBetween(0, 1), edgeBetween(2, 1)};
  graph.edges[0].sameHead = graph.edges[1].sameHead = "x";

  EXPECT_THAT(findCrossings(graph, {kLevel, kUpright}), ElementsAre(IsEmpty(), IsEmpty()));
}

TEST(WirePath, UsesOnlyMovesLinesAndQuadraticCurves) {
  const Route route{{{0, 0}, {50, 0}, {50, 80}}, Side::East, Side::North};

  const std::string line = wireLine(route, {{20, 0}}, Arrows::Both).str();

  EXPECT_EQ(line.find_first_not_of("MLQ0123456789. -"), std::string::npos);
}

}  // namespace
}  // namespace phaseboard::compiler
