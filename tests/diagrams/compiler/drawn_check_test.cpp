// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/drawn_check.h"

#include <gmock/gmock.h>

#include "tests/diagrams/geometry/sound_figure.h"

namespace phaseboard::compiler {
namespace {

using geometry::soundFigure;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> messagesFor(const std::string& svg) {
  std::vector<std::string> messages;
  for (const Diagnostic& problem : checkDrawn(svg, "f.svg"))
    messages.push_back(problem.message);
  return messages;
}

std::string with(const std::string& from, const std::string& to) {
  std::string svg = soundFigure();
  const std::size_t at = svg.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return svg.replace(at, from.size(), to);
}

TEST(DrawnCheck, FindsNothingInASoundFigure) {
  EXPECT_THAT(messagesFor(soundFigure()), IsEmpty());
}

TEST(DrawnCheck, FindsWordsThatDoNotFitTheirCard) {
  EXPECT_THAT(messagesFor(with(">Request<", ">Request of one user of the site<")),
              Contains(HasSubstr("of 'a' cross the border of 'a'")));
}

TEST(DrawnCheck, FindsALaneTitleOnTheLanesBorder) {
  EXPECT_THAT(messagesFor(with("x=\"38\" y=\"44\"", "x=\"38\" y=\"25\"")),
              Contains(HasSubstr("cross the border of 'lane'")));
}

TEST(DrawnCheck, FindsWordsThatMeet) {
  EXPECT_THAT(messagesFor(with("x=\"54\" y=\"98\"", "x=\"54\" y=\"112\"")),
              Contains(HasSubstr("\"Request\" of 'a' meet \"one user\" of 'a'")));
}

TEST(DrawnCheck, FindsWordsThatAShapeCovers) {
  EXPECT_THAT(
      messagesFor(with("x=\"440\" y=\"220\" width=\"120\"", "x=\"40\" y=\"220\" width=\"520\"")),
      Contains(HasSubstr("\"Log\" of 'c' are covered by a shape of 'd'")));
}

TEST(DrawnCheck, FindsWordsOutsideTheCanvas) {
  EXPECT_THAT(messagesFor(with("x=\"454\" y=\"254\"", "x=\"590\" y=\"254\"")),
              Contains(HasSubstr("\"Store\" of 'd' leave the canvas")));
}

TEST(DrawnCheck, FindsFaintWordsInEitherTheme) {
  // White by day on a white card, dark by night on a dark one.
  const auto found = messagesFor(
      with("class=\"tt\" x=\"54\" y=\"254\"", "class=\"tt onsolid\" x=\"54\" y=\"254\""));

  EXPECT_THAT(found, Contains(HasSubstr("in the light theme; 4.5 is the least")));
  EXPECT_THAT(found, Contains(HasSubstr("in the dark theme; 4.5 is the least")));
}

TEST(DrawnCheck, FindsPrintThatIsTooSmallAt800Pixels) {
  EXPECT_THAT(messagesFor(with("width=\"600\" height=\"300\" viewBox=\"0 0 600 300\"",
                               "width=\"1900\" height=\"300\" viewBox=\"0 0 1900 300\"")),
              Contains(HasSubstr("could not be read when the figure is shown 800 pixels wide")));
}

TEST(DrawnCheck, FindsAPartThatPaintsNothing) {
  const std::string empty =
      "<g id=\"ghost\" class=\"part node store\"><title>g</title><desc>d</desc></g></svg>";

  EXPECT_THAT(messagesFor(with("</svg>", empty)), Contains("part 'ghost' paints nothing"));
}

TEST(DrawnCheck, FindsMoreThanSixteenNodes) {
  std::string more;
  for (int i = 0; i < 13; ++i)
    more += "<g id=\"n" + std::to_string(i) +
            "\" class=\"part node\"><circle class=\"dot\" cx=\"9\" cy=\"9\" r=\"2\"/></g>";

  EXPECT_THAT(messagesFor(with("</svg>", more + "</svg>")),
              Contains("the figure has 17 nodes; split it, 16 are the most"));
}

TEST(DrawnCheck, SaysThatAFileIsNoFigure) {
  EXPECT_THAT(messagesFor("<svg"), Contains(HasSubstr("cannot be read")));
}

}  // namespace
}  // namespace phaseboard::compiler
