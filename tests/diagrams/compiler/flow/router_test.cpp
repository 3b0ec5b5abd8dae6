// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/router.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "diagrams/compiler/flow/flow_compiler.h"
#include "tests/diagrams/compiler/flow/flow_sources.h"

namespace phaseboard::compiler {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

FlowFigure laidOut(const std::string& body) {
  Diagnostics problems;
  auto figure = layOutFlow({DiagramId("q/f"), "f.dot", aFlow(body)}, {}, problems);
  EXPECT_THAT(problems, IsEmpty());
  return figure.value_or(FlowFigure{});
}

const std::string kRow = aNode("a", "0,0") + aNode("b", "1,0") + aNode("c", "2,0");

TEST(Router, JoinsNeighboursByOneStraightLine) {
  const auto figure = laidOut(kRow + anEdge("a", "b") + anEdge("b", "c"));

  EXPECT_THAT(figure.routes[0].points, SizeIs(2));
  EXPECT_THAT(figure.routes[1].points, SizeIs(2));
}

TEST(Router, GoesRoundACardInTheWay) {
  const auto figure = laidOut(kRow + anEdge("a", "c") + anEdge("a", "b"));

  const QRectF middle = figure.layout.boxes[1];
  const auto& points = figure.routes[0].points;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const QRectF stretch = QRectF(points[i], points[i + 1]).normalized().adjusted(-5, -5, 5, 5);
    EXPECT_FALSE(stretch.intersects(middle));
  }
}

TEST(Router, UsesTheSidesThatTheAuthorNames) {
  const auto figure = laidOut(kRow + anEdge("a", "b", "tailport=s headport=s") + anEdge("b", "c"));

  EXPECT_EQ(figure.routes[0].tailSide, Side::South);
  EXPECT_EQ(figure.routes[0].headSide, Side::South);
  EXPECT_NEAR(figure.routes[0].points.front().y(), figure.layout.boxes[0].bottom(), 0.01);
}

TEST(Router, KeepsWiresOfDifferentPairsApart) {
  const auto figure = laidOut(aNode("a", "0,0") + aNode("b", "1,1") + aNode("c", "0,1") +
                              aNode("d", "1,0") + anEdge("a", "b") + anEdge("c", "d"));

  // Both turn in the same gap; they may cross but not run in one another.
  for (std::size_t i = 0; i + 1 < figure.routes[0].points.size(); ++i) {
    for (std::size_t k = 0; k + 1 < figure.routes[1].points.size(); ++k) {
      const QRectF one =
          QRectF(figure.routes[0].points[i], figure.routes[0].points[i + 1]).normalized();
      const QRectF other =
          QRectF(figure.routes[1].points[k], figure.routes[1].points[k + 1]).normalized();
      const bool areUpright = one.width() < 0.01 && other.width() < 0.01;
      const bool overlap = one.top() < other.bottom() - 1 && other.top() < one.bottom() - 1;
      if (areUpright && overlap) {
        EXPECT_GE(std::abs(one.left() - other.left()), 8);
      }
    }
  }
}

TEST(Router, TurnsABundleOnOneLine) {
  std::string body = aNode("hub", "0,1.5");
  for (const char* id : {"a", "b", "c", "d"}) {
    const auto row = std::to_string(id[0] - 'a');
    body += aNode(id, "1," + row) + anEdge("hub", id, "sametail=x");
  }

  const auto figure = laidOut(body);

  double line = 0;
  for (const auto& route : figure.routes) {
    ASSERT_THAT(route.points, SizeIs(4));
    if (line == 0)
      line = route.points[1].x();
    EXPECT_EQ(route.points[1].x(), line);
    EXPECT_EQ(route.points.front(), figure.routes[0].points.front());
  }
}

}  // namespace
}  // namespace phaseboard::compiler
