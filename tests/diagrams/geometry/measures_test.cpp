// SPDX-License-Identifier: Apache-2.0
#include "tests/diagrams/geometry/measures.h"

#include <gmock/gmock.h>

#include "tests/diagrams/geometry/sound_figure.h"

namespace phaseboard::geometry {
namespace {

using testing::Contains;
using testing::Field;
using testing::IsEmpty;

/// What is changed in the sound figure, and what must then be found.
struct Planted {
  std::string name;
  std::string from;
  std::string to;
  std::string rule;
};

class PlantedBreach : public testing::TestWithParam<Planted> {};

TEST(Measures, FindNothingInASoundFigure) {
  EXPECT_THAT(breachesIn(soundFigure()), IsEmpty());
}

TEST_P(PlantedBreach, IsFound) {
  std::string svg = soundFigure();
  const std::size_t at = svg.find(GetParam().from);
  ASSERT_NE(at, std::string::npos);
  svg.replace(at, GetParam().from.size(), GetParam().to);

  EXPECT_THAT(breachesIn(svg), Contains(Field(&Breach::rule, GetParam().rule)));
}

INSTANTIATE_TEST_SUITE_P(
    Measures, PlantedBreach,
    testing::Values(
        Planted{"TitleOverSub", "x=\"54\" y=\"98\"", "x=\"54\" y=\"112\"", "words-meet-words"},
        Planted{"TextTooWide", ">Request<", ">Request of one user of the site<",
                "words-cross-border"},
        Planted{"LaneTitleOnTheBorder", "x=\"38\" y=\"44\"", "x=\"38\" y=\"25\"",
                "words-cross-border"},
        Planted{"TextOutside", "x=\"454\" y=\"254\"", "x=\"580\" y=\"254\"", "words-leave-canvas"},
        Planted{"WireThroughAWord", "M160 250L430 250", "M160 250L300 250L300 40L60 40",
                "words-on-wire"},
        Planted{"WireThroughALabel", "M160 250L430 250", "M160 250L290 250L290 60",
                "words-on-wire"},
        Planted{"WireThroughACard", "M160 250L430 250", "M160 250L500 250L500 100L440 100",
                "wire-through-node"},
        Planted{"WireThroughACorner", "M160 250L430 250", "M160 250L552 250L552 40",
                "wire-through-node"},
        Planted{"CardOverCard", "x=\"440\" y=\"220\" width=\"120\" height=\"60\"",
                "x=\"440\" y=\"120\" width=\"120\" height=\"60\"", "nodes-overlap"},
        Planted{"WiresTogether", "M160 250L430 250",
                "M160 250L180 250L180 100L240 100L240 250L430 250", "wires-run-together"},
        Planted{"LabelBesideItsWire", "class=\"chip online\" x=\"250\" y=\"90\"",
                "class=\"chip online\" x=\"250\" y=\"125\"", "label-off-its-wire"},
        Planted{"WhiteOnWhite", "class=\"tt\" x=\"54\" y=\"254\"",
                "class=\"tt onsolid\" x=\"54\" y=\"254\"", "faint-words"},
        Planted{"TooWideForASmallScreen", "width=\"600\" height=\"300\" viewBox=\"0 0 600 300\"",
                "width=\"1900\" height=\"300\" viewBox=\"0 0 1900 300\"", "too-small-at-800"}),
    [](const auto& each) { return each.param.name; });

TEST(Measures, CountTheNodes) {
  std::string svg = soundFigure();
  std::string more;
  for (int i = 0; i < 13; ++i)
    more +=
        "<g id=\"n" + std::to_string(i) + "\" class=\"part node\"><title>n</title><desc>d</desc>" +
        "<circle class=\"dot\" cx=\"" + std::to_string(200 + 8 * i) + "\" cy=\"200\" r=\"2\"/></g>";
  svg.insert(svg.rfind("</svg>"), more);

  EXPECT_THAT(breachesIn(svg), Contains(Field(&Breach::rule, "too-many-nodes")));
}

}  // namespace
}  // namespace phaseboard::geometry
