// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_export.h"

#include <gmock/gmock.h>

#include <QImage>

#include "app/board/arranging.h"
#include "app/board/board_graph.h"
#include "app/graphs/graph_difference.h"
#include "diagrams/compiler/board_svg.h"
#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/compiler/graph_reader.h"
#include "diagrams/compiler/svg_subset.h"
#include "diagrams/scene/scene.h"
#include "tests/app/board/board_builder.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"
#include "ui/board/card_pictures.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using board::ElementId;

/// A drawing of every sort of thing, tidied up.
board::Document aDrawing() {
  CardPictures cards;
  const auto extent = [&cards](const std::string& name, board::PartKind kind) {
    return cards.extent(name, kind);
  };
  board::Document document;
  double x = 0;
  for (const auto& [name, kind] : {std::pair{"User \"one\"", board::PartKind::Actor},
                                   std::pair{"Gateway", board::PartKind::Service},
                                   std::pair{"Ranker $5", board::PartKind::Model},
                                   std::pair{"Feature store", board::PartKind::Store}})
    test::mustDraw(document, board::placePart(document, name, kind, {x += 250, 0}, extent));
  for (const auto& [from, to] : {std::pair{1, 2}, std::pair{2, 3}, std::pair{4, 3}})
    test::mustDraw(document, board::connectParts(document, ElementId{from}, ElementId{to}));
  test::mustDraw(document, board::relabel(document, ElementId{5}, "a <request> & more"));
  test::mustDraw(document, board::groupSelection(document, {ElementId{2}, ElementId{3}}, "Online"));
  test::mustDraw(document, board::tidy(document));
  test::mustDraw(document, board::drawStroke(document, {{0, 200}, {30, 240}, {90, 210}}));
  test::mustDraw(document, board::writeText(document, "p99 < 100 ms\nsecond", {0, 260, 90, 36}));
  return document;
}

TEST(BoardExport, WritesASvgInOurOwnSubset) {
  const test::TemporaryFolder folder;
  const auto file = folder / "drawing.svg";

  ASSERT_THAT(exportBoard(aDrawing(), "Serving", toQt(file.string()), style::ThemeName::Light),
              test::IsOk());

  const std::string svg = test::contentsOf(file);
  EXPECT_TRUE(
      compiler::checkSvgSubset(svg, "drawing.svg", compiler::kShortestAnyDescription).empty());
  EXPECT_THAT(scene::Scene::read(svg), test::IsOk());
}

TEST(BoardExport, WritesADotSourceThatOurCompilerAccepts) {
  const test::TemporaryFolder folder;
  const auto file = folder / "my-drawing.dot";
  ASSERT_THAT(exportBoard(aDrawing(), "Serving", toQt(file.string()), style::ThemeName::Light),
              test::IsOk());

  const auto compiled = compiler::SvgFigureCompiler().compile(
      {DiagramId("board/my-drawing"), "my-drawing.dot", test::contentsOf(file)}, {});

  EXPECT_THAT(compiled.problems, testing::IsEmpty());
  ASSERT_TRUE(compiled.figure);
  EXPECT_EQ(compiled.figure->parts.size(), 8U);
}

TEST(BoardExport, WritesADotSourceOfTheSameGraph) {
  const board::Document document = aDrawing();
  Diagnostics problems;

  const auto read = compiler::readGraph(
      {DiagramId("board/x"), "x.dot", board::dotOf(document, "x", "X")}, problems);

  ASSERT_TRUE(read) << testing::PrintToString(problems);
  const auto found = graphs::compareGraphs(board::graphOf(document), *read);
  EXPECT_EQ(found.score, 1);
  EXPECT_TRUE(found.misplaced.empty());
}

TEST(BoardExport, WritesADotSourceOfALargeBoardThatCanBeRead) {
  const board::Document document = test::aLargeBoard(200);
  Diagnostics problems;

  const auto read = compiler::readGraph(
      {DiagramId("board/x"), "x.dot", board::dotOf(document, "x", "X")}, problems);

  ASSERT_TRUE(read) << testing::PrintToString(problems);
  EXPECT_EQ(graphs::compareGraphs(board::graphOf(document), *read).score, 1);
}

TEST(BoardExport, WritesAPng) {
  const test::TemporaryFolder folder;
  const auto file = folder / "drawing.png";

  ASSERT_THAT(exportBoard(aDrawing(), "Serving", toQt(file.string()), style::ThemeName::Light),
              test::IsOk());

  const QImage image(toQt(file.string()));
  EXPECT_GT(image.width(), 800);
}

TEST(BoardExport, WritesPicturesInTheThemeThatIsAskedFor) {
  const test::TemporaryFolder folder;
  const QString png = toQt((folder / "drawing.png").string());
  const auto svg = folder / "drawing.svg";
  for (const style::ThemeName theme : style::kThemes) {
    ASSERT_THAT(exportBoard(aDrawing(), "Serving", png, theme), test::IsOk());
    ASSERT_THAT(exportBoard(aDrawing(), "Serving", toQt(svg.string()), theme), test::IsOk());

    const QColor canvas = style::colour(theme, style::Neutral::Canvas);
    EXPECT_EQ(QImage(png).pixelColor(3, 3), canvas);
    EXPECT_THAT(test::contentsOf(svg),
                testing::HasSubstr(".canvas{fill:" + canvas.name().toUpper().toStdString() + "}"));
  }
}

TEST(BoardExport, WritesNothingForAnUnknownEndingOrIntoNoFolder) {
  const test::TemporaryFolder folder;

  EXPECT_THAT(exportBoard({}, "X", toQt((folder / "x.bmp").string()), style::ThemeName::Light),
              test::FailsWith(ErrorKind::InvalidInput));
  EXPECT_FALSE(
      exportBoard({}, "X", toQt((folder / "none" / "x.svg").string()), style::ThemeName::Light)
          .has_value());
  EXPECT_FALSE(std::filesystem::exists(folder / "x.bmp"));
}

}  // namespace
}  // namespace phaseboard::ui
