// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/flow_compiler.h"

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>

#include "diagrams/compiler/svg_subset.h"
#include "tests/diagrams/compiler/flow/flow_sources.h"

namespace phaseboard::compiler {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Optional;
using testing::SizeIs;

bool touches(const QRectF& a, const QRectF& b) {
  return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() &&
         b.top() < a.bottom();
}

QRectF stretchBox(QPointF a, QPointF b) {
  return QRectF(a, b).normalized().adjusted(-1, -1, 1, 1);
}

class SampleFigures : public testing::TestWithParam<std::string> {};

TEST_P(SampleFigures, HaveNoWireThroughACard) {
  const FlowFigure figure = laidOutSample(GetParam());

  for (std::size_t edge = 0; edge < figure.routes.size(); ++edge) {
    const auto& points = figure.routes[edge].points;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      for (std::size_t node = 0; node < figure.layout.boxes.size(); ++node) {
        SCOPED_TRACE(figure.graph.edges[edge].id + " and " + figure.graph.nodes[node].id);
        // A wire touches its own cards only at the ends.
        const bool isOwnEnd = (node == figure.graph.edges[edge].from && i == 0) ||
                              (node == figure.graph.edges[edge].to && i + 2 == points.size());
        EXPECT_TRUE(isOwnEnd ||
                    !touches(stretchBox(points[i], points[i + 1]), figure.layout.boxes[node]));
      }
    }
  }
}

TEST_P(SampleFigures, HaveWiresFromBorderToBorderWithRightAngles) {
  const FlowFigure figure = laidOutSample(GetParam());

  for (std::size_t edge = 0; edge < figure.routes.size(); ++edge) {
    SCOPED_TRACE(figure.graph.edges[edge].id);
    const auto& points = figure.routes[edge].points;
    ASSERT_GE(points.size(), 2U);
    const QRectF tail = figure.layout.boxes[figure.graph.edges[edge].from];
    const QRectF head = figure.layout.boxes[figure.graph.edges[edge].to];
    EXPECT_TRUE(tail.adjusted(-0.1, -0.1, 0.1, 0.1).contains(points.front()));
    EXPECT_TRUE(head.adjusted(-0.1, -0.1, 0.1, 0.1).contains(points.back()));
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      const QPointF way = points[i + 1] - points[i];
      EXPECT_TRUE(std::abs(way.x()) < 0.01 || std::abs(way.y()) < 0.01);
    }
  }
}

TEST_P(SampleFigures, HaveLabelsThatTouchNeitherCardsNorEachOther) {
  const FlowFigure figure = laidOutSample(GetParam());

  for (std::size_t a = 0; a < figure.chips.size(); ++a) {
    if (!figure.chips[a])
      continue;
    for (const auto& box : figure.layout.boxes)
      EXPECT_FALSE(touches(figure.chips[a]->box, box)) << figure.graph.edges[a].id;
    for (std::size_t b = a + 1; b < figure.chips.size(); ++b) {
      EXPECT_FALSE(figure.chips[b] && touches(figure.chips[a]->box, figure.chips[b]->box))
          << figure.graph.edges[a].id << " and " << figure.graph.edges[b].id;
    }
  }
}

TEST_P(SampleFigures, HaveEverythingInsideTheCanvas) {
  const FlowFigure figure = laidOutSample(GetParam());

  const QRectF canvas(QPointF(0, 0), figure.size);
  for (const auto& box : figure.layout.boxes)
    EXPECT_TRUE(canvas.contains(box));
  for (const auto& route : figure.routes) {
    for (const auto& point : route.points)
      EXPECT_TRUE(canvas.contains(point));
  }
}

TEST_P(SampleFigures, AreTheSameBytesEveryTime) {
  const auto source = sampleSource(GetParam());

  const auto first = compileFlow(source, {});
  const auto second = compileFlow(source, {});

  ASSERT_TRUE(first.figure && second.figure);
  EXPECT_EQ(first.figure->svg, second.figure->svg);
  EXPECT_EQ(first.figure->hash, second.figure->hash);
}

TEST_P(SampleFigures, StayInsideTheSubset) {
  const auto result = compileFlow(sampleSource(GetParam()), {});

  ASSERT_TRUE(result.figure.has_value());
  EXPECT_THAT(checkSvgSubset(result.figure->svg, GetParam()), IsEmpty());
}

TEST_P(SampleFigures, AreReportedWhenTheyAreCutShort) {
  const auto whole = sampleSource(GetParam());
  for (std::size_t length = 0; length + 3 < whole.text.size(); length += 211) {
    SCOPED_TRACE(length);
    auto part = whole;
    part.text.resize(length);

    const auto result = compileFlow(part, {});

    EXPECT_FALSE(result.figure.has_value());
    EXPECT_THAT(result.problems, Not(IsEmpty()));
  }
}

INSTANTIATE_TEST_SUITE_P(FlowCompiler, SampleFigures, testing::ValuesIn(sampleFigures()),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

const content::Part& partNamed(const content::Diagram& figure, const std::string& id) {
  return *std::find_if(figure.parts.begin(), figure.parts.end(),
                       [&](const content::Part& part) { return part.id.value() == id; });
}

std::string servingBody() {
  return "subgraph cluster_lane { label=\"Lane\"; class=online; tooltip=\"" + kWhy + "\";\n" +
         aNode("model", "1,0", "class=model concept=ranking label=\"CTR model $f$\"") + "}\n" +
         aNode("user", "0,0", "class=actor phase=clarify") +
         anEdge("user", "model", "label=request step=1");
}

TEST(FlowCompiler, DescribesEveryPart) {
  const auto result = compiled(aFlow(servingBody()));

  ASSERT_THAT(result.problems, IsEmpty());
  const auto& figure = *result.figure;
  EXPECT_EQ(figure.kind, "flow");
  EXPECT_EQ(figure.question.value(), "q");
  ASSERT_THAT(figure.parts, SizeIs(4));
  const auto& model = partNamed(figure, "model");
  EXPECT_EQ(model.kind, content::PartKind::Node);
  EXPECT_EQ(model.shape, "model");
  EXPECT_EQ(model.title, "CTR model f");
  EXPECT_THAT(model.parent, Optional(PartId("lane")));
  EXPECT_THAT(model.conceptId, Optional(ConceptId("ranking")));
  EXPECT_EQ(model.explanation, kWhy);
  EXPECT_THAT(partNamed(figure, "user").phase, Optional(PhaseId("clarify")));
  const auto& edge = partNamed(figure, "user--model");
  EXPECT_EQ(edge.kind, content::PartKind::Edge);
  EXPECT_THAT(edge.from, Optional(PartId("user")));
  EXPECT_THAT(edge.to, Optional(PartId("model")));
  EXPECT_THAT(edge.step, Optional(1));
  EXPECT_EQ(edge.label, "request");
  EXPECT_EQ(partNamed(figure, "lane").kind, content::PartKind::Group);
}

TEST(FlowCompiler, KeepsThePartsHashWhenOnlyItsPlaceChanges) {
  const auto before = compiled(aFlow(aNode("a", "0,0") + aNode("b", "1,0") + anEdge("a", "b")));
  const auto moved = compiled(aFlow(aNode("a", "0,1") + aNode("b", "1,0") + anEdge("a", "b")));
  const auto renamed =
      compiled(aFlow(aNode("a", "0,0", "label=Other") + aNode("b", "1,0") + anEdge("a", "b")));

  EXPECT_EQ(partNamed(*before.figure, "a").hash, partNamed(*moved.figure, "a").hash);
  EXPECT_NE(before.figure->hash, moved.figure->hash);
  EXPECT_NE(partNamed(*before.figure, "a").hash, partNamed(*renamed.figure, "a").hash);
}

TEST(FlowCompiler, WritesALegendOnlyForSeveralKindsOfWires) {
  const std::string nodes = aNode("a", "0,0") + aNode("b", "1,0") + aNode("c", "2,0");

  const auto one = compiled(aFlow(nodes + anEdge("a", "b") + anEdge("b", "c")));
  const auto two = compiled(aFlow(nodes + anEdge("a", "b") + anEdge("b", "c", "class=train")));

  EXPECT_THAT(one.figure->svg, Not(HasSubstr("training path")));
  EXPECT_THAT(two.figure->svg, HasSubstr("training path"));
}

TEST(FlowCompiler, ShowsTheCommonStepOfABundleOnce) {
  const auto result =
      compiled(aFlow(aNode("a", "0,1") + aNode("b", "1,0") + aNode("c", "1,1") + aNode("d", "1,2") +
                     anEdge("a", "b", "step=1 sametail=x") + anEdge("a", "c", "step=1 sametail=x") +
                     anEdge("a", "d", "step=1 sametail=x")));

  ASSERT_THAT(result.problems, IsEmpty());
  const std::string& svg = result.figure->svg;
  const auto first = svg.find("class=\"disc\"");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(svg.find("class=\"disc\"", first + 1), std::string::npos);
  EXPECT_THAT(svg, HasSubstr("data-from=\"a\" data-to=\"d\" data-step=\"1\""));
}

TEST(FlowCompiler, BreaksALabelWhereTheAuthorSays) {
  const auto result = compiled(aFlow(aNode("a", "0,0", "sub=\"first\\nsecond $\\nu$\"") +
                                     aNode("b", "1,0") + anEdge("a", "b")));

  ASSERT_THAT(result.problems, IsEmpty());
  EXPECT_THAT(result.figure->svg, HasSubstr(">first</text>"));
  EXPECT_THAT(result.figure->svg, HasSubstr("ν"));
}

TEST(FlowCompiler, PaintsAFormulaFromItsOutlines) {
  const content::Formula formula{1000, 700, 200, "M0 0L1000 0L500 -700Z"};
  const auto result =
      compileFlow({DiagramId("q/f"), "f.dot",
                   aFlow(aNode("a", "0,0", "math=\"x^2\"") + aNode("b", "1,0") + anEdge("a", "b"))},
                  {{"x^2", formula}});

  ASSERT_THAT(result.problems, IsEmpty());
  EXPECT_THAT(result.figure->svg, HasSubstr("M0 0L1000 0L500 -700Z"));
}

TEST(FlowCompiler, LeadsAWireRoundTheFigureWhenAsked) {
  const std::string nodes = aNode("a", "0,0") + aNode("b", "1,0") + aNode("c", "2,0") +
                            anEdge("a", "b") + anEdge("b", "c");
  Diagnostics problems;

  const auto figure = layOutFlow(
      {DiagramId("q/f"), "f.dot", aFlow(nodes + anEdge("c", "a", "via=bottom"))}, {}, problems);

  ASSERT_TRUE(figure.has_value());
  double lowest = 0;
  for (const auto& point : figure->routes.back().points)
    lowest = std::max(lowest, point.y());
  for (const auto& box : figure->layout.boxes)
    EXPECT_GT(lowest, box.bottom());
}

TEST(FlowCompiler, LetsBundledWiresShareTheirLastStretch) {
  Diagnostics problems;

  const auto figure =
      layOutFlow({DiagramId("q/f"), "f.dot",
                  aFlow(aNode("a", "0,0") + aNode("b", "0,1") + aNode("c", "0,2") +
                        aNode("d", "1,1") + anEdge("a", "d", "samehead=x") +
                        anEdge("b", "d", "samehead=x") + anEdge("c", "d", "samehead=x"))},
                 {}, problems);

  ASSERT_TRUE(figure.has_value());
  EXPECT_THAT(problems, IsEmpty());
  for (const auto& route : figure->routes)
    EXPECT_EQ(route.points.back(), figure->routes.front().points.back());
}

TEST(FlowCompiler, DraftsCellsForASourceWithoutAny) {
  const std::string card = "[label=Card tooltip=\"" + kWhy + "\"];\n";
  Diagnostics problems;

  const auto figure = layOutFlow({DiagramId("q/f"), "f.dot",
                                  aFlow("a " + card + "b " + card + "c " + card + "d " + card +
                                        anEdge("a", "b") + anEdge("a", "c") + anEdge("b", "d"))},
                                 {}, problems);

  ASSERT_TRUE(figure.has_value());
  EXPECT_THAT(problems, IsEmpty());
  const auto& nodes = figure->graph.nodes;
  EXPECT_EQ(nodes[0].column, 0);
  EXPECT_EQ(nodes[1].column, 1);
  EXPECT_EQ(nodes[2].column, 1);
  EXPECT_EQ(nodes[3].column, 2);
  EXPECT_NE(nodes[1].row, nodes[2].row);
}

TEST(FlowCompiler, SpreadsOtherWiresAlongTheSide) {
  Diagnostics problems;

  const auto figure = layOutFlow({DiagramId("q/f"), "f.dot",
                                  aFlow(aNode("a", "0,0") + aNode("b", "0,2") + aNode("d", "1,1") +
                                        anEdge("a", "d") + anEdge("b", "d"))},
                                 {}, problems);

  ASSERT_TRUE(figure.has_value());
  const QPointF upper = figure->routes[0].points.back();
  const QPointF lower = figure->routes[1].points.back();
  EXPECT_EQ(upper.x(), lower.x());
  EXPECT_GE(lower.y() - upper.y(), 14);
}

}  // namespace
}  // namespace phaseboard::compiler
