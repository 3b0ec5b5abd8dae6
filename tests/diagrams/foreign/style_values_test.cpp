// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/style_values.h"

#include <gmock/gmock.h>

namespace phaseboard::foreign {
namespace {

std::string colourOf(const std::string& text) {
  const auto colour = readColour(text, "#123456");
  return colour ? colour->text : "nothing";
}

TEST(StyleValues, ReadsColoursInEveryForm) {
  EXPECT_EQ(colourOf("red"), "#ff0000");
  EXPECT_EQ(colourOf("#0f0"), "#00ff00");
  EXPECT_EQ(colourOf("rgb(225, 213, 231)"), "#e1d5e7");
  EXPECT_EQ(colourOf("rgb(100% 0% 0% / 50%)"), "#ff0000");
  EXPECT_EQ(colourOf("hsl(120, 100%, 50%)"), "#00ff00");
  EXPECT_EQ(colourOf("light-dark(#fff, rgb(1, 2, 3))"), "#ffffff");
  EXPECT_EQ(colourOf("var(--ink, navy)"), "#000080");
  EXPECT_EQ(colourOf("currentColor"), "#123456");
  EXPECT_EQ(colourOf("url('#g')"), "url(#g)");
  EXPECT_EQ(colourOf("transparent"), "none");
}

TEST(StyleValues, GivesTheOpacityOfAColour) {
  EXPECT_NEAR(readColour("#ff000080", "")->opacity, 0.5, 0.01);
  EXPECT_NEAR(readColour("rgba(1, 2, 3, 0.25)", "")->opacity, 0.25, 0.01);
}

TEST(StyleValues, TakesNoColourFromNonsense) {
  for (const char* text : {"", "#12", "#ggg", "rgb(1,2)", "rgb(a,b,c)", "url(http://x)", "var(--x)",
                           "definitely-not", "expression(1)"})
    EXPECT_EQ(colourOf(text), "nothing") << text;
}

TEST(StyleValues, ReadsLengthsInTheirUnits) {
  EXPECT_DOUBLE_EQ(readLength("12px", 16, 0).value(), 12);
  EXPECT_DOUBLE_EQ(readLength("3pt", 16, 0).value(), 4);
  EXPECT_DOUBLE_EQ(readLength("25.4mm", 16, 0).value(), 96);
  EXPECT_DOUBLE_EQ(readLength("1.5em", 16, 0).value(), 24);
  EXPECT_DOUBLE_EQ(readLength("50%", 16, 200).value(), 100);
  EXPECT_FALSE(readLength("12 px px", 16, 0));
  EXPECT_FALSE(readLength("nan", 16, 0));
  EXPECT_FALSE(readLength("1e99", 16, 0));
}

TEST(StyleValues, AppliesTransformsFromTheInsideOut) {
  const auto transform = readForeignTransform("translate(10,20) scale(2) rotate(90 5 5)");

  ASSERT_TRUE(transform);
  EXPECT_EQ(transform->map(QPointF(5, 5)), QPointF(20, 30));
  EXPECT_EQ(transform->map(QPointF(6, 5)), QPointF(20, 32));
}

TEST(StyleValues, RefusesTransformsThatItDoesNotUnderstand) {
  for (const char* text : {"translate(", "turn(3)", "matrix(1 2 3)", "scale(1e9)", "rotate(x)"})
    EXPECT_FALSE(readForeignTransform(text)) << text;
}

}  // namespace
}  // namespace phaseboard::foreign
