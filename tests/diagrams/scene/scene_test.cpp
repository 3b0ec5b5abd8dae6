// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/scene.h"

#include <set>
#include <string>

#include <gmock/gmock.h>

#include "app/base/assert.h"
#include "tests/support/result_matchers.h"
#include "tests/support/sample_figure.h"

namespace phaseboard::scene {
namespace {

using content::PartKind;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

Scene sample() {
  auto scene = Scene::read(test::sampleFigure());
  PHASEBOARD_ASSERT(scene.has_value());
  return std::move(*scene);
}

std::vector<std::string> names(const std::vector<PartId>& parts) {
  std::vector<std::string> all;
  for (const PartId& part : parts)
    all.push_back(part.value());
  return all;
}

std::string at(const Scene& scene, double x, double y) {
  const auto part = scene.partAt({x, y});
  return part ? part->value() : "nothing";
}

TEST(Scene, KnowsSizeTitleAndParts) {
  const Scene scene = sample();

  EXPECT_EQ(scene.size(), QSizeF(760, 360));
  EXPECT_EQ(scene.title().toStdString(), "Sample serving path");
  EXPECT_EQ(scene.items().size(), 10U);
  const Item* model = scene.item(PartId("model"));
  ASSERT_NE(model, nullptr);
  EXPECT_EQ(model->kind, PartKind::Node);
  EXPECT_EQ(model->title.toStdString(), "CTR model");
  EXPECT_EQ(model->box, QRectF(540, 80, 170, 60));
  EXPECT_EQ(scene.item(PartId("serving"))->kind, PartKind::Group);
  EXPECT_EQ(scene.item(PartId("nobody")), nullptr);
}

TEST(Scene, KnowsTheRouteAndNumberOfAnEdge) {
  const Scene scene = sample();

  const Item* edge = scene.item(PartId("server--model"));

  ASSERT_NE(edge, nullptr);
  EXPECT_EQ(edge->kind, PartKind::Edge);
  EXPECT_EQ(edge->from, PartId("server"));
  EXPECT_EQ(edge->to, PartId("model"));
  EXPECT_EQ(edge->step, 2);
  EXPECT_EQ(edge->route.pointAtPercent(0), QPointF(370, 110));
  EXPECT_EQ(edge->route.pointAtPercent(1), QPointF(532, 110));
}

TEST(Scene, IsTouchedByTrueShape) {
  const Scene scene = sample();

  EXPECT_EQ(at(scene, 300, 110), "server");
  EXPECT_EQ(at(scene, 221, 81), "nothing") << "the rounded corner is not the card";
  EXPECT_EQ(at(scene, 420, 115), "server--model") << "7 units beside the wire";
  EXPECT_EQ(at(scene, 420, 119), "nothing");
  EXPECT_EQ(at(scene, 455, 118), "server--model") << "the label";
  EXPECT_EQ(at(scene, 620, 171), "features") << "the top of the cylinder";
  EXPECT_EQ(at(scene, 541, 172), "nothing") << "beside its round top";
  EXPECT_EQ(at(scene, 420, 30), "serving") << "its frame";
  EXPECT_EQ(at(scene, 240, 50), "serving") << "its title";
  EXPECT_EQ(at(scene, 450, 180), "nothing") << "the inside of a group is empty";
  EXPECT_EQ(at(scene, 500, 330), "nothing") << "a legend is no part";
}

TEST(Scene, WalksFromAPartToItsNeighbours) {
  const Scene scene = sample();

  EXPECT_THAT(names(scene.upstream(PartId("model"))),
              UnorderedElementsAre("server--model", "features--model"));
  EXPECT_THAT(names(scene.downstream(PartId("server"))),
              ElementsAre("server--model", "server--log"));
  EXPECT_THAT(names(scene.downstream(PartId("server--log"))), ElementsAre("log"));
  EXPECT_THAT(names(scene.neighbours(PartId("user"))), ElementsAre("user--server", "server"));
  EXPECT_THAT(names(scene.neighbours(PartId("server--model"))), ElementsAre("server", "model"));
  EXPECT_THAT(names(scene.neighbours(PartId("serving"))),
              UnorderedElementsAre("server", "model", "features"));
  EXPECT_TRUE(scene.neighbours(PartId("nobody")).empty());
}

TEST(Scene, FollowsArrowsToTheirEnds) {
  const Scene scene = sample();

  EXPECT_THAT(names(scene.allUpstream(PartId("model"))),
              ElementsAre("user", "user--server", "server", "server--model", "features",
                          "features--model"));
  EXPECT_THAT(names(scene.allDownstream(PartId("user--server"))),
              ElementsAre("server", "server--model", "server--log", "model", "log"));
  EXPECT_TRUE(scene.allUpstream(PartId("user")).empty());
  EXPECT_TRUE(scene.allUpstream(PartId("nobody")).empty());
}

TEST(Scene, FollowsACircleOnce) {
  test::FigureSketch sketch;
  sketch.wire("a", "b", "flow", {170, 50}, {250, 50});
  sketch.wire("b", "a", "async", {250, 70}, {170, 70});
  sketch.card("a", "service", "One", "first", {20, 20, 150, 60});
  sketch.card("b", "service", "Two", "second", {250, 20, 150, 60});
  const Scene scene = std::move(*Scene::read(sketch.finish(420, 100)));

  EXPECT_THAT(names(scene.allUpstream(PartId("a"))), UnorderedElementsAre("b", "a--b", "b--a"));
}

TEST(Scene, IsReadGroupNodeEdgesInTurn) {
  const Scene scene = sample();

  EXPECT_THAT(names(scene.readingOrder()),
              ElementsAre("user", "user--server", "serving", "server", "server--model",
                          "server--log", "model", "features", "features--model", "log"));
}

TEST(Scene, KnowsTheGroupAroundANode) {
  const Scene scene = sample();

  EXPECT_EQ(scene.groupOf(PartId("model")), PartId("serving"));
  EXPECT_EQ(scene.groupOf(PartId("log")), std::nullopt);
}

TEST(Scene, FindsPartsOfWordsAndOfLinesToo) {
  compiler::SvgWriter out("Two series", "Words and a line, for tests.");
  out.openPart({.id = "words", .classes = "node", .title = "Words", .description = "Only words."});
  out.text("te", {20, 20}, "only words");
  out.closeGroup();
  out.openPart(
      {.id = "line", .classes = "service series", .title = "Line", .description = "Bent."});
  out.path("area", "M20 80L100 40L100 90L20 90Z");
  out.path("line", "M20 80L100 40");
  out.closeGroup();
  const auto scene = Scene::read(out.finish(200, 100, {}));
  ASSERT_THAT(scene, test::IsOk());

  EXPECT_EQ(at(*scene, 40, 17), "words");
  EXPECT_EQ(at(*scene, 60, 62), "line");
  EXPECT_EQ(at(*scene, 90, 80), "nothing") << "an area is too soft to be touched";
  EXPECT_FALSE(scene->item(PartId("words"))->outline.isEmpty());
  EXPECT_EQ(scene->item(PartId("line"))->outline.boundingRect(), QRectF(20, 40, 80, 40));
}

TEST(Scene, StaysValidWhenMoved) {
  Scene scene = sample();

  const Scene other = std::move(scene);

  EXPECT_EQ(at(other, 300, 110), "server");
}

std::string broken(const std::string& from, const std::string& to) {
  std::string svg = test::sampleFigure();
  const auto found = svg.find(from);
  PHASEBOARD_ASSERT(found != std::string::npos);
  return svg.replace(found, from.size(), to);
}

TEST(Scene, RefusesWhatIsOutsideTheSubset) {
  const std::vector<std::string> figures{
      "",
      "not xml",
      "<html/>",
      broken("viewBox=\"0 0 760 360\"", "viewBox=\"5 5 760 360\""),
      broken("</svg>", ""),
      broken("<g id=\"log\"", "<g id=\"model\""),
      broken("data-to=\"log\"", "data-to=\"nobody\""),
      broken("data-to=\"log\"", ""),
      broken("<rect class=\"card\"", "<image class=\"card\""),
      broken("<svg ", "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg "),
      broken("d=\"M", "d=\"Q"),
      broken("rx=\"12\"", "rx=\"twelve\""),
      broken(">User</text>", "><tspan>User</tspan></text>"),
      std::string(3U * 1024U * 1024U, ' '),
  };
  for (const std::string& figure : figures) {
    SCOPED_TRACE(figure.substr(0, 120));
    EXPECT_THAT(Scene::read(figure), test::FailsWith(ErrorKind::Damaged));
  }
}

TEST(Scene, RefusesMoreElementsThanItsLimit) {
  std::string many = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">";
  for (int i = 0; i < 20'001; ++i)
    many += "<circle r=\"1\"/>";

  EXPECT_THAT(Scene::read(many + "</svg>"), test::FailsWith(ErrorKind::Damaged));
}

}  // namespace
}  // namespace phaseboard::scene
