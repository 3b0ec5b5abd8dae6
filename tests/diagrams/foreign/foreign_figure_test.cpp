// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/foreign_figure.h"

#include <gmock/gmock.h>

#include "tests/diagrams/foreign/foreign_samples.h"

namespace phaseboard::foreign {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> idsOf(const ForeignFigure& figure) {
  std::vector<std::string> ids;
  for (const ForeignPart& part : figure.parts)
    ids.push_back(part.id);
  return ids;
}

std::vector<std::string> unsupportedIn(const std::string& svg) {
  std::vector<std::string> features;
  const ForeignFigure figure = readForeignFigure(svg).value();
  for (const Unsupported& each : figure.unsupported)
    features.push_back(each.feature);
  return features;
}

TEST(ForeignFigure, OfInkscapeHasTheObjectsWithTitlesOrLabelsAsParts) {
  const ForeignFigure figure = readForeignFigure(foreignSample("inkscape")).value();

  EXPECT_EQ(figure.title, "Two stages of a ranking service");
  EXPECT_EQ(figure.size, QSizeF(210, 90));
  EXPECT_THAT(idsOf(figure), ElementsAre("retrieval", "ranker", "candidates"));
  EXPECT_EQ(figure.parts[0].title, "Retrieval");
  EXPECT_EQ(figure.parts[0].description, "Finds a thousand candidates in ten milliseconds.");
  EXPECT_EQ(figure.parts[1].title, "Ranker");
  EXPECT_EQ(figure.parts[2].kind, content::PartKind::Edge);
  EXPECT_EQ(figure.parts[2].from, "retrieval");
  EXPECT_EQ(figure.parts[2].to, "ranker");
}

TEST(ForeignFigure, OfDrawioNamesACellByItsTitleOrItsWords) {
  const ForeignFigure figure = readForeignFigure(foreignSample("drawio")).value();

  EXPECT_THAT(idsOf(figure), ElementsAre("events", "trainer", "feed"));
  EXPECT_EQ(figure.parts[0].title, "Event log");
  EXPECT_EQ(figure.parts[1].description, "Fits the model anew every night.");
  EXPECT_EQ(figure.parts[2].kind, content::PartKind::Edge);
  EXPECT_THAT(figure.svg, HasSubstr("#dae8fc"));
}

TEST(ForeignFigure, OfExcalidrawKeepsItsStrokesAndReplacesItsTypefaces) {
  const ForeignFigure figure = readForeignFigure(foreignSample("excalidraw")).value();

  EXPECT_THAT(idsOf(figure), ElementsAre("user", "search", "query"));
  EXPECT_THAT(figure.svg, HasSubstr("font-family=\"Inter\""));
  EXPECT_THAT(figure.svg, HasSubstr("font-family=\"JetBrains Mono\""));
  EXPECT_THAT(figure.unsupported, Contains(Field(&Unsupported::feature, "@font-face")));
  EXPECT_THAT(figure.unsupported, Contains(Field(&Unsupported::feature, "typeface Virgil")));
}

TEST(ForeignFigure, NamesEveryFeatureThatItDoesNotShow) {
  EXPECT_THAT(unsupportedIn(inSvg("<path d='M0 0H9' style='marker-mid:url(#m)'/>")),
              Contains("marker-mid"));
  EXPECT_THAT(unsupportedIn(inSvg("<path d='M0 0H9' marker-end='url(#gone)'/>")),
              Contains("marker-end"));
  EXPECT_THAT(unsupportedIn(inSvg("<rect width='9' height='9' filter='url(#f)'/>")),
              Contains("filter"));
  EXPECT_THAT(unsupportedIn(inSvg("<rect width='9' height='9' style='clip-path:url(#c)'/>")),
              Contains("clip-path"));
  EXPECT_THAT(unsupportedIn(inSvg("<svg width='9' height='9'/>")), Contains("<svg>"));
  EXPECT_THAT(unsupportedIn(inSvg("<foreignObject><p xmlns='x'>a</p></foreignObject>")),
              Contains("HTML in <foreignObject>"));
  EXPECT_THAT(unsupportedIn(inSvg("<image width='9' height='9' href='data:image/jpeg;base64,A'/>")),
              Contains("picture data:image/jpeg"));
  EXPECT_THAT(unsupportedIn(inSvg("<style>g + rect {fill:red}</style>")),
              Contains("style rule g + rect"));
  EXPECT_THAT(unsupportedIn(inSvg("<rect width='9' height='9' fill='url(#dots)'/>")),
              Contains("pattern"));
}

TEST(ForeignFigure, CountsAFeatureAndSaysTheFirstLine) {
  const auto figure = readForeignFigure(inSvg("\n<rect width='9' height='9' filter='url(#f)'/>\n"
                                              "<rect width='9' height='9' filter='url(#f)'/>"))
                          .value();

  ASSERT_EQ(figure.unsupported.size(), 1U);
  EXPECT_EQ(figure.unsupported[0].count, 2);
  EXPECT_EQ(figure.unsupported[0].line, 2);
}

TEST(ForeignFigure, CallsAPartWithPartsInsideAGroup) {
  const auto figure = readForeignFigure(inSvg("<g id='outer'><title>Outer</title><g id='inner'>"
                                              "<title>Inner</title></g></g>"))
                          .value();

  EXPECT_EQ(figure.parts[0].kind, content::PartKind::Group);
  EXPECT_EQ(figure.parts[1].kind, content::PartKind::Node);
}

TEST(ForeignFigure, TakesTheTypeThatTheRootSets) {
  const ForeignFigure figure =
      readForeignFigure(
          R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30" font-size="11" font-family="monospace">)"
          R"(<text x="5" y="20">rows</text></svg>)")
          .value();

  EXPECT_THAT(figure.svg, HasSubstr("font-size=\"11\""));
  EXPECT_TRUE(readForeignFigure(figure.svg)) << "what was written is not well-formed";
}

TEST(ForeignFigure, WritesOneTextForEachLine) {
  const auto figure =
      readForeignFigure(inSvg("<text x='5' y='10'>one<tspan x='5' dy='12'>two</tspan></text>"))
          .value();

  EXPECT_THAT(figure.svg, HasSubstr("x=\"5\" y=\"10\">one</text>"));
  EXPECT_THAT(figure.svg, HasSubstr("x=\"5\" y=\"22\">two</text>"));
}

TEST(ForeignFigure, WritesOutUse) {
  const auto figure = readForeignFigure(inSvg("<defs><rect id='r' width='7' height='7'/></defs>"
                                              "<use href='#r' x='20'/><use href='#r' x='40'/>"))
                          .value();

  EXPECT_THAT(figure.svg, Not(HasSubstr("<use")));
  EXPECT_THAT(figure.svg, HasSubstr("matrix(1 0 0 1 40 0)"));
}

TEST(ForeignFigure, WritesOutArrowHeadsAlongTheirLines) {
  const auto figure =
      readForeignFigure(
          inSvg("<defs><marker id='m' orient='auto' refX='10' refY='5' viewBox='0 0 10 10' "
                "markerWidth='6' markerHeight='6'><path fill='context-stroke' "
                "d='M0 0L10 5L0 10z'/></marker></defs>"
                "<path d='M20 10V60' style='stroke:#123456;stroke-width:2;fill:none;"
                "marker-end:url(#m)'/>"))
          .value();

  // Turned down, 1.2 times as large, its tip on the end of the line.
  EXPECT_THAT(figure.svg, HasSubstr("matrix(0 1.2 -1.2 0 26 48)"));
  EXPECT_THAT(figure.svg, HasSubstr("<g fill=\"#123456\"><path d=\"M0 0 L10 5 L0 10"));
  EXPECT_THAT(figure.unsupported, IsEmpty());
}

TEST(ForeignFigure, EndsMarkersThatStandAtThemselves) {
  const auto figure =
      readForeignFigure(inSvg("<marker id='m'><path d='M0 0H9' marker-end='url(#m)' "
                              "stroke='red'/></marker><path d='M0 0H9' marker-end='url(#m)'/>"))
          .value();

  EXPECT_THAT(figure.unsupported, Contains(Field(&Unsupported::feature, "marker-end")));
}

TEST(ForeignFigure, LeavesOutWhatIsNotDisplayed) {
  const auto figure =
      readForeignFigure(inSvg("<g style='display:none'><text>hidden</text></g><text>shown</text>"))
          .value();

  EXPECT_THAT(figure.svg, Not(HasSubstr("hidden")));
  EXPECT_THAT(figure.svg, HasSubstr("shown"));
}

TEST(ForeignFigure, LetsRulesWinOverAttributesAndStylesOverRules) {
  const auto figure =
      readForeignFigure(inSvg("<style>.a{fill:#00ff00;stroke:#0000ff}</style><rect class='a' "
                              "fill='#ff0000' style='stroke:#ffff00' width='9' height='9'/>"))
          .value();

  EXPECT_THAT(figure.svg, HasSubstr("fill=\"#00ff00\""));
  EXPECT_THAT(figure.svg, HasSubstr("stroke=\"#ffff00\""));
  EXPECT_THAT(figure.svg, Not(HasSubstr("#ff0000")));
}

}  // namespace
}  // namespace phaseboard::foreign
