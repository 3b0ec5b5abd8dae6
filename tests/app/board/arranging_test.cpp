// SPDX-License-Identifier: Apache-2.0
#include "app/board/arranging.h"

#include <cmath>

#include <gmock/gmock.h>

#include "app/board/wiring.h"
#include "tests/app/board/board_builder.h"

namespace phaseboard::board {
namespace {

Box boxAt(const Document& document, std::int64_t id) {
  return document.find<Part>(ElementId{id})->box;
}

/// Three parts that lie about.
Document scattered() {
  Document document;
  for (const Point at : {Point{0, 0}, Point{300, 47}, Point{410, 215}})
    test::mustDraw(document, placePart(document, "Part", PartKind::Process, at, test::anExtent()));
  return document;
}

const Selection kAllThree{ElementId{1}, ElementId{2}, ElementId{3}};

TEST(Align, BringsPartsToTheOutermostEdge) {
  Document document = scattered();

  test::mustDraw(document, align(document, kAllThree, Alignment::Top));

  EXPECT_EQ(boxAt(document, 2).y, boxAt(document, 1).y);
  EXPECT_EQ(boxAt(document, 3).y, boxAt(document, 1).y);
  EXPECT_EQ(boxAt(document, 3).x, boxAt(scattered(), 3).x);
}

TEST(Align, ChangesNothingTheSecondTime) {
  for (const Alignment alignment : {Alignment::Left, Alignment::Centre, Alignment::Right,
                                    Alignment::Top, Alignment::Middle, Alignment::Bottom}) {
    Document document = scattered();
    test::mustDraw(document, align(document, kAllThree, alignment));

    EXPECT_TRUE(align(document, kAllThree, alignment).empty());
  }
}

TEST(SnapMove, EndsInLineWithWhatStandsNearTheEnd) {
  const Document document = test::aChain({"A", "B", "C"});

  const SnappedMove snapped = snapMove(document, {ElementId{3}}, {-237, 90}, 6);

  EXPECT_EQ(snapped.by, (Point{-240, 90}));
  EXPECT_EQ(snapped.upright, document.find<Part>(ElementId{2})->box.centre().x);
  EXPECT_FALSE(snapped.level);
}

TEST(SnapMove, LeavesAMovementThatEndsFarFromEverything) {
  const Document document = test::aChain({"A", "B"});

  EXPECT_EQ(snapMove(document, {ElementId{2}}, {40, 70}, 6).by, (Point{40, 70}));
  EXPECT_EQ(snapMove(document, {ElementId{1}, ElementId{2}}, {3, 3}, 6).by, (Point{3, 3}));
}

TEST(Distribute, MakesTheGapsEqualAndKeepsTheOutermost) {
  Document document = scattered();

  test::mustDraw(document, distribute(document, kAllThree, Direction::Across));

  const double first = boxAt(document, 2).x - boxAt(document, 1).right();
  const double second = boxAt(document, 3).x - boxAt(document, 2).right();
  EXPECT_NEAR(first, second, 1e-9);
  EXPECT_EQ(boxAt(document, 1), boxAt(scattered(), 1));
  EXPECT_EQ(boxAt(document, 3), boxAt(scattered(), 3));
}

TEST(Tidy, PutsAChainIntoOneRowFromLeftToRight) {
  Document document = test::aChain({"User", "Server", "Model", "Store"});
  test::mustDraw(document, moveSelection(document, {ElementId{2}}, {-500, 333}));
  test::mustDraw(document, moveSelection(document, {ElementId{4}}, {-900, -40}));

  test::mustDraw(document, tidy(document));

  for (std::int64_t id = 1; id < 4; ++id) {
    EXPECT_LT(boxAt(document, id).right() + 30, boxAt(document, id + 1).x);
    EXPECT_EQ(boxAt(document, id).centre().y, boxAt(document, id + 1).centre().y);
  }
}

TEST(Tidy, LeavesNoTwoPartsOnEachOther) {
  Document document = test::aLargeBoard(200);
  test::mustDraw(document, connectParts(document, ElementId{200}, ElementId{1}));

  test::mustDraw(document, tidy(document));

  const auto parts = document.all<Part>();
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (std::size_t j = i + 1; j < parts.size(); ++j)
      ASSERT_FALSE(parts[i]->box.touches(parts[j]->box)) << i << " " << j;
}

TEST(Tidy, KeepsEachPartInItsGroupAndOthersOutOfIt) {
  Document document = test::aChain({"User", "Gateway", "Ranker", "Log", "Trainer"});
  test::mustDraw(document, moveSelection(document, {ElementId{4}, ElementId{5}}, {0, 400}));
  test::mustDraw(document, groupSelection(document, {ElementId{2}, ElementId{3}}, "Online"));
  const ElementId online{document.nextId().value() - 1};
  test::mustDraw(document, groupSelection(document, {ElementId{4}, ElementId{5}}, "Offline"));
  const ElementId offline{document.nextId().value() - 1};

  test::mustDraw(document, tidy(document));

  EXPECT_EQ(document.groupOf(ElementId{1}), std::nullopt);
  EXPECT_EQ(document.groupOf(ElementId{2}), online);
  EXPECT_EQ(document.groupOf(ElementId{3}), online);
  EXPECT_EQ(document.groupOf(ElementId{4}), offline);
  EXPECT_FALSE(document.find<Group>(online)->box.touches(document.find<Group>(offline)->box));
}

TEST(Tidy, ChangesNothingTheSecondTime) {
  Document document = test::aChain({"User", "Server", "Model"});
  test::mustDraw(document, groupSelection(document, {ElementId{2}, ElementId{3}}, "Online"));
  test::mustDraw(document, tidy(document));

  EXPECT_TRUE(tidy(document).empty());
}

TEST(Tidy, MovesWhatStandsInTheWayOfALevelArrow) {
  Document document = test::aChain({"Retrieval", "Middle", "Ranker"});
  test::mustDraw(document, connectParts(document, ElementId{1}, ElementId{3}));
  test::mustDraw(document, removeSelection(document, {ElementId{4}}));  // Retrieval -> Middle
  test::mustDraw(document,
                 placePart(document, "First", PartKind::Process, {0, 300}, test::anExtent()));
  test::mustDraw(document, connectParts(document, ElementId{7}, ElementId{2}));

  test::mustDraw(document, tidy(document));

  const Box from = document.find<Part>(ElementId{1})->box;
  const Box to = document.find<Part>(ElementId{3})->box;
  const Box middle = document.find<Part>(ElementId{2})->box;
  const bool isLevel = from.centre().y == to.centre().y;
  const bool isBetween = middle.x > from.x && middle.x < to.x;
  EXPECT_FALSE(isLevel && isBetween && middle.centre().y == from.centre().y);
  EXPECT_TRUE(tidy(document).empty());
}

TEST(Tidy, SurvivesCircles) {
  Document document = test::aChain({"A", "B", "C"});
  test::mustDraw(document, connectParts(document, ElementId{3}, ElementId{1}));
  test::mustDraw(document, connectParts(document, ElementId{2}, ElementId{1}));

  test::mustDraw(document, tidy(document));

  EXPECT_LT(boxAt(document, 1).x, boxAt(document, 3).x);
}

TEST(Wiring, RunsFromBorderToBorderInLevelAndUprightStretches) {
  const Document document = scattered();
  Document joined = document;
  test::mustDraw(joined, connectParts(joined, ElementId{1}, ElementId{3}));

  const auto wires = routeWires(joined);

  ASSERT_EQ(wires.size(), 1U);
  const auto& points = wires.begin()->second.points;
  EXPECT_EQ(points.front().x, boxAt(joined, 1).right());
  for (std::size_t i = 0; i + 1 < points.size(); ++i)
    EXPECT_TRUE(points[i].x == points[i + 1].x || points[i].y == points[i + 1].y);
}

TEST(Wiring, JoinsPartsOfOneRowByAStraightWire) {
  const Document document = test::aChain({"User", "Server"});

  EXPECT_EQ(routeWires(document).begin()->second.points.size(), 2U);
}

TEST(Wiring, GoesRoundAPartThatStandsInTheWay) {
  Document document = test::aChain({"User", "Cache", "Server"});
  test::mustDraw(document, connectParts(document, ElementId{1}, ElementId{3}));

  const auto wires = routeWires(document);

  const Box cache = boxAt(document, 2);
  const auto& points = wires.at(ElementId{document.nextId().value() - 1}).points;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Box stretch{std::min(points[i].x, points[i + 1].x),
                      std::min(points[i].y, points[i + 1].y),
                      std::abs(points[i].x - points[i + 1].x) + 0.1,
                      std::abs(points[i].y - points[i + 1].y) + 0.1};
    EXPECT_FALSE(stretch.touches(cache));
  }
}

TEST(Wiring, KeepsTwoWiresAtOneSideApart) {
  Document document;
  for (const Point at : {Point{0, 0}, Point{400, -80}, Point{400, 80}})
    test::mustDraw(document, placePart(document, "Part", PartKind::Process, at, test::anExtent()));
  test::mustDraw(document, connectParts(document, ElementId{1}, ElementId{2}));
  test::mustDraw(document, connectParts(document, ElementId{1}, ElementId{3}));

  const auto wires = routeWires(document);

  EXPECT_LT(wires.at(ElementId{4}).points.front().y, wires.at(ElementId{5}).points.front().y);
}

TEST(Wiring, GivesSomeWiresTheWaysThatTheyHaveAmongAll) {
  const Document document = test::aLargeBoard(60);
  const auto all = routeWires(document);
  const ElementId some = all.rbegin()->first;

  EXPECT_EQ(routeWires(document, {some}).at(some), all.at(some));
}

}  // namespace
}  // namespace phaseboard::board
