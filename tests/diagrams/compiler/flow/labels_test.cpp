// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/labels.h"

#include <gmock/gmock.h>

#include "diagrams/compiler/flow/flow_compiler.h"
#include "tests/diagrams/compiler/flow/flow_sources.h"

namespace phaseboard::compiler {
namespace {

using testing::IsEmpty;

FlowFigure laidOut(const std::string& body) {
  Diagnostics problems;
  auto figure = layOutFlow({DiagramId("q/f"), "f.dot", aFlow(body)}, {}, problems);
  EXPECT_THAT(problems, IsEmpty());
  return figure.value_or(FlowFigure{});
}

std::string laneAround(const std::string& id, const std::string& nodes) {
  return "subgraph cluster_" + id + " { label=\"The lane " + id + "\"; tooltip=\"" + kWhy +
         "\";\n" + nodes + "}\n";
}

TEST(Labels, StandOnTheirOwnWire) {
  const auto figure = laidOut(aNode("a", "0,0") + aNode("b", "1,0") +
                              anEdge("a", "b", "label=\"four hundred ads\" step=1"));

  const auto& points = figure.routes[0].points;
  EXPECT_NEAR(figure.chips[0]->box.center().y(), points[0].y(), 0.01);
  EXPECT_GT(figure.chips[0]->box.left(), points.front().x());
  EXPECT_LT(figure.chips[0]->box.right(), points.back().x());
}

TEST(Labels, TakeTheColourOfTheInnermostLaneAroundThem) {
  const auto figure = laidOut(laneAround("one", aNode("a", "0,0") + aNode("b", "1,0")) +
                              anEdge("a", "b", "label=inside") + aNode("c", "2,0") +
                              anEdge("b", "c", "label=outside"));

  EXPECT_EQ(figure.chips[0]->lane, 0U);
  EXPECT_FALSE(figure.chips[1]->lane.has_value());
}

TEST(Labels, FollowTheAuthorsWishAlongTheWire) {
  const std::string nodes = aNode("a", "0,0") + aNode("b", "3,0") + aNode("c", "1,1") +
                            aNode("d", "2,1") + anEdge("c", "d");

  const auto early = laidOut(nodes + anEdge("a", "b", "label=here lpos=0.2"));
  const auto late = laidOut(nodes + anEdge("a", "b", "label=here lpos=0.8"));

  EXPECT_LT(early.chips[1]->box.center().x() + 100, late.chips[1]->box.center().x());
}

TEST(LaneTitles, SlideAsideForAWire) {
  const auto figure =
      laidOut(aNode("a", "0,0") + laneAround("one", aNode("b", "0,1") + aNode("c", "1,1")) +
              anEdge("a", "b") + anEdge("b", "c"));

  const QRectF title = figure.layout.lanes[0].title;
  const double wire = figure.routes[0].points.front().x();
  EXPECT_TRUE(title.left() > wire || title.right() < wire);
  EXPECT_TRUE(figure.layout.lanes[0].frame.contains(title));
}

TEST(LaneTitles, StandAtTheLeftWhereNothingIsInTheWay) {
  const auto figure =
      laidOut(laneAround("one", aNode("b", "0,0") + aNode("c", "1,0")) + anEdge("b", "c"));

  EXPECT_EQ(figure.layout.lanes[0].title.left(), figure.layout.lanes[0].frame.left() + 18);
}

}  // namespace
}  // namespace phaseboard::compiler
