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

TEST(WirePath, TightensABendThatIsCloseToABridge) {
  const Route route{{{0, 50}, {108, 50}, {108, 90}}, Side::East, Side::North};

  EXPECT_EQ(wireLine(route, {{100, 50}}, Arrows::None).str(),
            "M0 50L95 50Q95 44.5 100 44.5Q105 44.5 105 50Q108 50 108 53L108 90");
}

TEST(WirePath, SpansCrossingsThatAreCloseWithOneBridge) {
  EXPECT_EQ(wireLine(kLevel, {{108, 50}, {100, 50}}, Arrows::None).str(),
            "M0 50L95 50Q95 44.5 100 44.5L108 44.5Q113 44.5 113 50L200 50");
}

TEST(WirePath, LeadsTheUprightWireAroundWhenTheLevelOneBendsAtOnce) {
  FlowGraph graph;
  graph.edges = {edgeBetween(0, 1), edgeBetween(2, 3)};
  const Route bent{{{0, 50}, {104, 50}, {104, 90}}, Side::East, Side::North};

  const auto crossings = findCrossings(graph, {bent, kUpright});

  EXPECT_THAT(crossings[0], IsEmpty());
  ASSERT_THAT(crossings[1], ElementsAre(QPointF(100, 50)));
  EXPECT_EQ(wireLine(kUpright, crossings[1], Arrows::None).str(),
            "M100 0L100 45Q94.5 45 94.5 50Q94.5 55 100 55L100 100");
}

TEST(WirePath, LeadsTheUprightWireAroundBesideAnArrowHead) {
  FlowGraph graph;
  graph.edges = {edgeBetween(0, 1), edgeBetween(2, 3)};
  const Route ending{{{0, 50}, {112, 50}}, Side::East, Side::West};

  const auto crossings = findCrossings(graph, {ending, kUpright});

  EXPECT_THAT(crossings[0], IsEmpty());
  EXPECT_THAT(crossings[1], ElementsAre(QPointF(100, 50)));
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
