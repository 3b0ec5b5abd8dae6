// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/svg_writer.h"

#include <gmock/gmock.h>

namespace phaseboard::compiler {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(SvgNumber, HasAtMostTwoDecimalsAndNoNegativeZero) {
  EXPECT_EQ(svgNumber(12), "12");
  EXPECT_EQ(svgNumber(12.5), "12.5");
  EXPECT_EQ(svgNumber(1.0 / 3), "0.33");
  EXPECT_EQ(svgNumber(-0.001), "0");
  EXPECT_EQ(svgNumber(1200), "1200");
}

TEST(SvgWriter, EscapesWhatTheAuthorWrote) {
  SvgWriter svg("a < b", "\"both\" & more");
  svg.text("te", {0, 0}, "p99 < 50 ms\n");

  const auto document = svg.finish(10, 10, {});

  EXPECT_THAT(document,
              HasSubstr("<title>a &lt; b</title><desc>&quot;both&quot; &amp; more</desc>"));
  EXPECT_THAT(document, HasSubstr(">p99 &lt; 50 ms </text>"));
}

TEST(SvgWriter, PutsTheStyleFirstAndKeepsOnlyRulesThatAreUsed) {
  SvgWriter svg("t", "d");
  svg.openPart({.id = "a", .classes = "node model", .title = "A", .description = "why"});
  svg.rect("tile", {0, 0, 10, 10}, 4);
  svg.closeGroup();

  const auto document = svg.finish(20, 10.5,
                                   {{".model .tile", "fill:#111111"},
                                    {".store .tile", "fill:#222222"},
                                    {".part.model .tile", "fill:#333333"},
                                    {".tile", "fill:#444444"},
                                    {".tile .model", "fill:#555555"}});

  EXPECT_THAT(document, StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" "
                                   "height=\"10.5\" viewBox=\"0 0 20 10.5\"><style>"));
  EXPECT_THAT(document, HasSubstr(".model .tile{fill:#111111}\n.part.model .tile{fill:#333333}\n"
                                  ".tile{fill:#444444}\n</style>"));
}

TEST(SvgWriter, SaysOfAnEdgeWhereItLeadsAndWhen) {
  SvgWriter svg("t", "d");
  svg.openPart({.id = "a--b",
                .classes = "edge flow",
                .title = "A to B",
                .description = "why",
                .from = "a",
                .to = "b",
                .step = 3});
  svg.path("wire", PathData{}.move({0, 0}).line({10.126, 0}).quad({12, 0}, {12, 2}));
  svg.closeGroup();

  const auto document = svg.finish(20, 20, {});

  EXPECT_THAT(document, HasSubstr("<g id=\"a--b\" data-from=\"a\" data-to=\"b\" data-step=\"3\" "
                                  "class=\"part edge flow\"><title>A to B</title>"));
  EXPECT_THAT(document, HasSubstr("<path class=\"wire\" d=\"M0 0L10.13 0Q12 0 12 2\"/>"));
  EXPECT_THAT(document, Not(HasSubstr("style=")));
}

}  // namespace
}  // namespace phaseboard::compiler
