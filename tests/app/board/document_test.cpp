// SPDX-License-Identifier: Apache-2.0
#include "app/board/document.h"

#include <gmock/gmock.h>

#include "app/board/drawing.h"
#include "tests/app/board/board_builder.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::board {
namespace {

using test::FailsWith;
using test::IsOk;
using testing::ElementsAre;

TEST(Document, TakesAnEditBackByItsInverse) {
  Document document = test::aChain({"User", "Server", "Model"});
  const Document before = document;
  const Edit edit = removeSelection(document, {ElementId{2}});
  ASSERT_THAT(document.apply(edit), IsOk());
  ASSERT_NE(document, before);

  ASSERT_THAT(document.apply(inverseOf(edit)), IsOk());

  EXPECT_EQ(document, before);
}

TEST(Document, ChangesNothingWhenOneChangeOfAnEditDoesNotFit) {
  Document document = test::aChain({"User", "Server"});
  const Document before = document;
  Edit edit = moveSelection(document, {ElementId{1}}, {10, 0});
  edit.push_back(edit.front());  // its `before` is no longer there

  EXPECT_THAT(document.apply(edit), FailsWith(ErrorKind::InvalidInput));

  EXPECT_EQ(document, before);
}

TEST(Document, RefusesAnEdgeThatWouldEndAtNothing) {
  Document document = test::aChain({"User", "Server"});
  const Edit edit{{*document.find(ElementId{1}), std::nullopt}};

  EXPECT_THAT(document.apply(edit), FailsWith(ErrorKind::InvalidInput));

  EXPECT_NE(document.find(ElementId{1}), nullptr);
}

TEST(Document, NeverGivesAnIdTwice) {
  Document document = test::aChain({"User", "Server"});
  const ElementId next = document.nextId();
  const Edit place = placePart(document, "Cache", PartKind::Store, {}, test::anExtent());
  ASSERT_THAT(document.apply(place), IsOk());

  ASSERT_THAT(document.apply(inverseOf(place)), IsOk());

  EXPECT_GT(document.nextId(), next);
}

TEST(Document, FindsTheInnermostGroupOfAPart) {
  Document document = test::aChain({"User", "Server"});
  ASSERT_THAT(document.apply(groupSelection(document, {ElementId{2}}, "Inner")), IsOk());
  const ElementId inner{document.nextId().value() - 1};
  ASSERT_THAT(document.apply(groupSelection(document, {inner, ElementId{1}}, "Outer")), IsOk());
  const ElementId outer{document.nextId().value() - 1};

  EXPECT_EQ(document.groupOf(ElementId{2}), inner);
  EXPECT_EQ(document.groupOf(inner), outer);
  EXPECT_EQ(document.groupOf(ElementId{1}), outer);
  EXPECT_EQ(document.groupOf(outer), std::nullopt);
}

TEST(Drawing, MovesWhatLiesInAGroupWithIt) {
  Document document = test::aChain({"User", "Server"});
  ASSERT_THAT(document.apply(groupSelection(document, {ElementId{2}}, "Online")), IsOk());
  const ElementId group{document.nextId().value() - 1};
  const Box before = document.find<Part>(ElementId{2})->box;

  ASSERT_THAT(document.apply(moveSelection(document, {group}, {30, 40})), IsOk());

  EXPECT_EQ(document.find<Part>(ElementId{2})->box, before.movedBy({30, 40}));
}

TEST(Drawing, KeepsTheKindThatTheUserChoseWhenAPartIsRenamed) {
  Document document = test::aChain({"User", "Server"});
  ASSERT_THAT(
      document.apply(changePartKind(document, {ElementId{2}}, PartKind::Store, test::anExtent())),
      IsOk());

  ASSERT_THAT(document.apply(renamePart(document, ElementId{2}, "Ranking model", PartKind::Model,
                                        test::anExtent())),
              IsOk());

  EXPECT_EQ(document.find<Part>(ElementId{2})->kind, PartKind::Store);
  EXPECT_EQ(document.find<Part>(ElementId{2})->name, "Ranking model");
}

TEST(Drawing, ConnectsTwoPartsOnceInEachDirection) {
  Document document = test::aChain({"User", "Server"});

  EXPECT_TRUE(connectParts(document, ElementId{1}, ElementId{2}).empty());
  EXPECT_TRUE(connectParts(document, ElementId{1}, ElementId{1}).empty());
  EXPECT_EQ(connectParts(document, ElementId{2}, ElementId{1}).size(), 1U);
}

TEST(Drawing, PastesPartsWithTheEdgesBetweenThem) {
  Document document = test::aChain({"User", "Server", "Model"});
  const auto copies = copied(document, {ElementId{1}, ElementId{2}});

  ASSERT_THAT(document.apply(paste(document, copies, {24, 24})), IsOk());

  EXPECT_EQ(document.all<Part>().size(), 5U);
  EXPECT_EQ(document.all<Edge>().size(), 3U);
}

TEST(Drawing, LeavesOutEdgesWhoseEndIsNotPasted) {
  Document document;
  const std::vector<Element> lonely{
      Part{ElementId{7}, PartKind::Store, false, "Cache", {0, 0, 100, 50}},
      Edge{ElementId{8}, ElementId{7}, ElementId{9}, WireKind::Flow, ""}};

  ASSERT_THAT(document.apply(paste(document, lonely, {})), IsOk());

  EXPECT_EQ(document.elements().size(), 1U);
}

TEST(Drawing, CutsANameAtTheBeginningOfACharacter) {
  const Document document;
  const std::string name(kLongestName - 1, 'a');

  const Edit edit = placePart(document, name + "ü", PartKind::Process, {}, test::anExtent());

  EXPECT_EQ(std::get<Part>(*edit.front().after).name, name);
}

}  // namespace
}  // namespace phaseboard::board
