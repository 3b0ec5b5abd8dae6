// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/card_measure.h"

#include <gmock/gmock.h>

namespace phaseboard::compiler {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

FlowNode aCard(CardShape shape, const std::string& label) {
  FlowNode node;
  node.id = "n";
  node.shape = shape;
  node.label = label;
  return node;
}

Card measured(const FlowNode& node) {
  Diagnostics problems;
  Card card = measureCard("f.dot", node, {{"x", {2000, 700, 300, "M0 0Z"}}}, problems);
  EXPECT_THAT(problems, IsEmpty());
  return card;
}

TEST(CardMeasure, KeepsSmallCardsAtTheHouseSize) {
  const Card card = measured(aCard(CardShape::Plain, "A"));

  EXPECT_EQ(card.size, QSizeF(112, 58));
  EXPECT_EQ(card.above, 29);
}

TEST(CardMeasure, WrapsLongTitlesIntoEqualLines) {
  FlowNode node = aCard(CardShape::Plain, "Several words that need two lines");

  const Card narrow = measured(node);
  node.wrap = 400;
  const Card wide = measured(node);

  EXPECT_THAT(narrow.title.lines, SizeIs(2));
  EXPECT_THAT(wide.title.lines, SizeIs(1));
  EXPECT_GT(wide.size.width(), narrow.size.width());
}

TEST(CardMeasure, GrowsByOneStepPerItem) {
  FlowNode node = aCard(CardShape::List, "List");
  node.items = {"one", "two"};
  const double two = measured(node).size.height();
  node.items.push_back("three");

  EXPECT_EQ(measured(node).size.height(), two + card::kItemStep);
}

TEST(CardMeasure, LetsWiresEndAtTheStripOfATensor) {
  const Card card = measured(aCard(CardShape::Tensor, "user vector $u$"));

  EXPECT_EQ(card.body, QSizeF(card::kStripWidth, card::kStripHeight));
  EXPECT_EQ(card.above, card::kStripHeight / 2);
  EXPECT_GT(card.size.height(), card::kStripHeight);
}

TEST(CardMeasure, LeavesRoomForAFormula) {
  FlowNode node = aCard(CardShape::Plain, "Loss");
  const double without = measured(node).size.height();
  node.math = "x";

  EXPECT_EQ(measured(node).size.height(), without + card::kFormulaSize + card::kFormulaPadding);
}

}  // namespace
}  // namespace phaseboard::compiler
