// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/svg_subset.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "app/base/assert.h"
#include "tests/support/sample_figure.h"

namespace phaseboard::compiler {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A whole figure on numbered lines; line 3 holds part "a", 4 "b", 5 the edge.
std::string figure() {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"40\" viewBox=\"0 0 90 "
         "40\">"
         "<style>.card{fill:#FFFFFF;stroke-width:1.25}</style>\n"
         "<title>Two cards</title><desc>One card feeds another.</desc>\n"
         "<g id=\"a\" class=\"part node service\"><title>A</title><desc>The first of both cards, "
         "which feeds the second one.</desc><rect class=\"card\" x=\"0\" y=\"0\" width=\"20\" "
         "height=\"20\" rx=\"4\"/><text class=\"tt\" x=\"2\" y=\"9\">A</text></g>\n"
         "<g id=\"b\" class=\"part node model\"><title>B</title><desc>The second of both cards, "
         "which is fed by the first one.</desc><circle class=\"card\" r=\"9\"/></g>\n"
         "<g id=\"a--b\" class=\"part edge flow\" data-from=\"a\" data-to=\"b\" data-step=\"1\">"
         "<title>A to B</title><desc>What goes from the first card to the second card.</desc>"
         "<path class=\"wire\" d=\"M20 10L60 10\"/></g>\n"
         "</svg>\n";
}

std::string with(const std::string& from, const std::string& to) {
  std::string svg = figure();
  const auto at = svg.find(from);
  PHASEBOARD_ASSERT(at != std::string::npos);
  return svg.replace(at, from.size(), to);
}

TEST(SvgSubset, AcceptsWhatItIsFor) {
  EXPECT_THAT(checkSvgSubset(figure(), "f.svg"), IsEmpty());
  EXPECT_THAT(checkSvgSubset(test::sampleFigure(), "f.svg"), IsEmpty());
  EXPECT_THAT(checkSvgSubset(test::gridFigure(4, 3), "f.svg"), IsEmpty());
}

struct Case {
  std::string from;
  std::string to;
  int line;
  std::string message;
};

class SvgSubsetRefuses : public ::testing::TestWithParam<Case> {};

TEST_P(SvgSubsetRefuses, NamesLineAndReason) {
  const Case& each = GetParam();

  const Diagnostics problems = checkSvgSubset(with(each.from, each.to), "f.svg");

  EXPECT_THAT(problems, Contains(::testing::AllOf(
                            Field(&Diagnostic::file, "f.svg"), Field(&Diagnostic::line, each.line),
                            Field(&Diagnostic::message, HasSubstr(each.message)))));
}

const std::string kCircle = "<circle class=\"card\" r=\"9\"/>";

INSTANTIATE_TEST_SUITE_P(
    Everything, SvgSubsetRefuses,
    ::testing::Values(
        Case{kCircle, "<image class=\"card\" href=\"/etc/passwd\"/>", 4, "<image> is outside"},
        Case{kCircle, "<use href=\"#a\"/>", 4, "<use> is outside"},
        Case{kCircle, "<circle r=\"9\" fill=\"#FFFFFF\" class=\"card\"/>", 4, "attribute fill"},
        Case{kCircle, "<circle r=\"9\" style=\"fill:red\" class=\"card\"/>", 4, "attribute style"},
        Case{kCircle, "<circle r=\"9\"/>", 4, "has no class"},
        Case{kCircle, "<circle r=\"9\" class=\"pretty\"/>", 4, "means nothing in the theme"},
        Case{kCircle, "<circle class=\"card\" r=\"nine\"/>", 4, "is not understood"},
        Case{kCircle, "<circle class=\"card\"/>", 4, "<circle> needs r"},
        Case{kCircle, "<circle class=\"card\" r=\"1\"><title>x</title></circle>", 4,
             "must be empty"},
        Case{kCircle, "stray", 4, "never painted"},
        Case{kCircle, "<g id=\"c\" class=\"part\"><title>C</title></g>", 4, "inside another part"},
        Case{kCircle, "<g transform=\"skewX(9)\"></g>", 4, "transform takes"},
        Case{kCircle, "<g transform=\"matrix(1 0 0 1 0 0)\"></g>", 4, "transform takes"},
        Case{kCircle, "<g data-step=\"3\"></g>", 4, "only parts carry"},
        Case{kCircle, "<style>.a{fill:#FFF}</style>", 4, "stands first"},
        Case{kCircle, "<?php echo 1 ?>", 4, "processing instructions"},
        Case{"id=\"b\"", "id=\"B_1\"", 4, "not kebab-case"},
        Case{"id=\"b\"", "id=\"a\"", 4, "used twice"}, Case{" id=\"b\"", "", 4, "needs an id"},
        Case{"<title>B</title>", "", 4, "needs a <title>"},
        Case{"<title>B</title>", "<title> </title>", 4, "<title> is empty"},
        Case{"which is fed by the first one.", "short", 4, "say at least 40"},
        Case{">A</text>", "><tspan>A</tspan></text>", 3, "no children"},
        Case{">A</text>", "></text>", 3, "<text> is empty"},
        Case{" class=\"part node model\"", " class=\"part\" transform=\"scale(2)\"", 4,
             "must not be transformed"},
        Case{"data-to=\"b\"", "data-to=\"c\"", 5, "unknown part \"c\""},
        Case{" data-to=\"b\"", "", 5, "needs both"},
        Case{"data-step=\"1\"", "data-step=\"0\"", 5, "from 1 to 99"},
        Case{"M20 10L60 10", "L60 10", 5, "is not understood"},
        Case{"M20 10L60 10", "M20 10L60", 5, "is not understood"},
        Case{"<title>Two cards</title>", "", 1, "the figure needs a <title>"},
        Case{"viewBox=\"0 0 90 40\"", "viewBox=\"-5 0 90 40\"", 1, "viewBox must be"},
        Case{"fill:#FFFFFF", "fill:rgba(0,0,0,.5)", 1, "value outside the subset"},
        Case{"fill:#FFFFFF", "fill:#FFFFFF80", 1, "value outside the subset"},
        Case{"fill:#FFFFFF", "fill:var(--x)", 1, "value outside the subset"},
        Case{"fill:#FFFFFF", "fill:#FFFFFF !important", 1, "value outside the subset"},
        Case{"fill:#FFFFFF", "fill:url(http://x.org/a)", 1, "value outside the subset"},
        Case{"fill:#FFFFFF", "font-family:Inter, sans-serif", 1, "value outside the subset"},
        Case{"fill:#FFFFFF", "stroke-dasharray:5,5", 1, "value outside the subset"},
        Case{"fill:#FFFFFF", "stroke-dasharray:0.0001 1", 1, "value outside the subset"},
        Case{"fill:#FFFFFF", "filter:none", 1, "property outside the subset"},
        Case{".card{", "rect.card{", 1, "not a chain of classes"},
        Case{".card{", "@import \"x\";.card{", 1, "not a chain of classes"},
        Case{".card{", "[class]{", 1, "not a chain of classes"}));

TEST(SvgSubset, ReportsEveryMistakeInTheOrderOfLines) {
  std::string svg = with(kCircle, "<image/>");
  svg.replace(svg.find("rx=\"4\""), 6, "rx=\"four\"");

  const Diagnostics problems = checkSvgSubset(svg, "f.svg");

  EXPECT_THAT(problems, ElementsAre(Field(&Diagnostic::line, 3), Field(&Diagnostic::line, 4)));
}

TEST(SvgSubset, CountsLinesInsideTheStyle) {
  const Diagnostics problems =
      checkSvgSubset(with(".card{", ".card{fill:#000}\n/* fine: { */\n.x{width:1}\n.card{"), "f");

  EXPECT_THAT(problems, ElementsAre(Field(&Diagnostic::line, 3)));
}

TEST(SvgSubset, TakesShorterDescriptionsFromOthersDownToTwelve) {
  const std::string brief =
      with("The second of both cards, which is fed by the first one.", "Fed by the first.");

  EXPECT_THAT(checkSvgSubset(brief, "f.svg", 12), IsEmpty());
  EXPECT_THAT(
      checkSvgSubset(with("The second of both cards, which is fed by the first one.", "Tiny"),
                     "f.svg", 0),
      ::testing::SizeIs(1));
}

TEST(SvgSubset, RefusesEntitiesAtOnce) {
  const std::string bomb = "<!DOCTYPE svg [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;\">]>" + figure();

  EXPECT_THAT(checkSvgSubset(bomb, "f.svg"),
              ElementsAre(Field(&Diagnostic::message, HasSubstr("document type"))));
}

TEST(SvgSubset, RefusesWhatIsNoXml) {
  for (const std::string text : {"", "x", "<svg", "<svg>", "<svg></g>"}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(checkSvgSubset(text, "f.svg").empty());
  }
}

TEST(SvgSubset, StopsAtItsLimits) {
  std::string many = figure();
  std::string circles;
  for (int i = 0; i < kMostFigureElements; ++i)
    circles += kCircle;

  const Diagnostics tooMany = checkSvgSubset(with(kCircle, circles), "f.svg");
  const Diagnostics tooLarge = checkSvgSubset(std::string(kLargestFigureBytes + 1, ' '), "f.svg");

  EXPECT_THAT(tooMany, Contains(Field(&Diagnostic::message, HasSubstr("20000 elements"))));
  EXPECT_THAT(tooLarge, ElementsAre(Field(&Diagnostic::message, HasSubstr("2 MB"))));
}

TEST(SvgSubset, RefusesNestingThatIsTooDeep) {
  std::string deep;
  for (int i = 0; i < 20; ++i)
    deep += "<g>";
  for (int i = 0; i < 20; ++i)
    deep += "</g>";

  EXPECT_THAT(checkSvgSubset(with(kCircle, deep), "f.svg"),
              Contains(Field(&Diagnostic::message, HasSubstr("nested deeper"))));
}

}  // namespace
}  // namespace phaseboard::compiler
