// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include "diagrams/compiler/charts/chart_compiler.h"
#include "diagrams/compiler/svg_subset.h"
#include "diagrams/style/fonts.h"
#include "diagrams/style/theme.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::compiler {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> samples() {
  std::vector<fs::path> files;
  for (const auto& file : fs::recursive_directory_iterator(test::inSources("tests/data/charts")))
    if (file.path().extension() == ".yaml")
      files.push_back(file.path());
  std::sort(files.begin(), files.end());
  return files;
}

ports::FigureResult compiled(const fs::path& file) {
  return compileChart({DiagramId("ad-click-prediction/" + file.stem().string()),
                       file.filename().string(), test::contentsOf(file)},
                      {});
}

/// The figure with the style sheet of `theme` in place of its own.
QByteArray themed(const std::string& svg, style::ThemeName theme) {
  std::string sheet;
  for (const style::StyleRule& rule : style::rules(theme))
    sheet += rule.selector + "{" + style::cssDeclarations(rule.set) + "}\n";
  const std::size_t begin = svg.find("<style>") + 7;
  std::string out = svg;
  out.replace(begin, svg.find("</style>") - begin, sheet);
  return QByteArray::fromStdString(out);
}

QImage painted(const content::Diagram& figure, style::ThemeName theme) {
  constexpr double kScale = 1.5;
  QImage image(static_cast<int>(figure.width * kScale), static_cast<int>(figure.height * kScale),
               QImage::Format_RGB32);
  image.fill(Qt::magenta);
  QPainter painter(&image);
  QSvgRenderer(themed(figure.svg, theme)).render(&painter);
  return image;
}

class ChartSample : public testing::TestWithParam<fs::path> {};

TEST_P(ChartSample, CompilesWithoutProblems) {
  const ports::FigureResult result = compiled(GetParam());

  EXPECT_THAT(result.problems, testing::IsEmpty());
  ASSERT_TRUE(result.figure.has_value());
  EXPECT_GE(result.figure->parts.size(), 3U);
  EXPECT_LE(result.figure->width, 1480);
  EXPECT_LE(result.figure->height, 1000);
}

TEST_P(ChartSample, StaysInsideTheSvgSubset) {
  const ports::FigureResult result = compiled(GetParam());

  ASSERT_TRUE(result.figure);
  EXPECT_THAT(checkSvgSubset(result.figure->svg, "figure.svg"), testing::IsEmpty());
}

TEST_P(ChartSample, GivesTheSameBytesAgain) {
  const ports::FigureResult once = compiled(GetParam());
  const ports::FigureResult again = compiled(GetParam());

  ASSERT_TRUE(once.figure && again.figure);
  EXPECT_EQ(once.figure->svg, again.figure->svg);
  EXPECT_EQ(once.figure->hash, again.figure->hash);
}

TEST_P(ChartSample, GivesEveryPartAGroupWithTitleAndDescription) {
  const ports::FigureResult result = compiled(GetParam());

  ASSERT_TRUE(result.figure);
  std::set<std::string> ids;
  for (const content::Part& part : result.figure->parts) {
    EXPECT_TRUE(ids.insert(part.id.value()).second) << part.id;
    EXPECT_NE(result.figure->svg.find("<g id=\"" + part.id.value() + "\""), std::string::npos)
        << part.id;
    EXPECT_FALSE(part.title.empty()) << part.id;
    EXPECT_GE(part.explanation.size(), 40U) << part.id;
    if (part.kind == content::PartKind::Edge) {
      EXPECT_TRUE(part.from && part.to) << part.id;
    }
  }
  for (const content::Part& part : result.figure->parts)
    for (const auto& end : {part.from, part.to, part.parent})
      EXPECT_TRUE(!end || ids.contains(end->value())) << part.id;
}

TEST_P(ChartSample, UsesOnlyClassesOfTheTable) {
  const ports::FigureResult result = compiled(GetParam());

  ASSERT_TRUE(result.figure);
  const std::set<std::string> structure{
      "part", "node",    "edge",  "group", "series",  "band",       "mark", "axes",
      "icon", "turned",  "stage", "heat",  "legend",  "frame",      "row",  "column",
      "bar",  "segment", "tower", "dots",  "layered", "actor-line", "item"};
  const std::string& svg = result.figure->svg;
  for (std::size_t at = svg.find("class=\""); at != std::string::npos;
       at = svg.find("class=\"", at + 1)) {
    std::istringstream words(svg.substr(at + 7, svg.find('"', at + 7) - at - 7));
    for (std::string word; words >> word;)
      EXPECT_TRUE(style::isKnownClass(word) || structure.contains(word)) << word;
  }
}

TEST_P(ChartSample, EndsWithAFigureOrAComplaintWhicheverLineIsLost) {
  const std::string text = test::contentsOf(GetParam());
  const std::string file = GetParam().stem().string();

  int line = 1;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    for (const std::string& damaged :
         {text.substr(0, begin) + text.substr(end), text.substr(0, (begin + end) / 2)}) {
      const ports::FigureResult result = compileChart({DiagramId("q/" + file), file, damaged}, {});
      EXPECT_NE(result.figure.has_value(), !result.problems.empty()) << "line " << line;
    }
    begin = end;
  }
}

TEST_P(ChartSample, PaintsInBothThemes) {
  style::registerFonts();
  const ports::FigureResult result = compiled(GetParam());
  ASSERT_TRUE(result.figure);
  const QString folder = QString::fromStdString(test::inBuild("charts").string());
  QDir().mkpath(folder);

  for (const style::ThemeName theme : style::kThemes) {
    const QImage image = painted(*result.figure, theme);
    const bool light = theme == style::ThemeName::Light;
    image.save(folder + QLatin1Char('/') + QString::fromStdString(GetParam().stem().string()) +
               (light ? QStringLiteral(".light.png") : QStringLiteral(".dark.png")));

    const QColor canvas = style::colour(theme, style::Neutral::Canvas);
    EXPECT_EQ(image.pixelColor(2, 2), canvas);
    EXPECT_EQ(image.pixelColor(image.width() - 3, image.height() - 3), canvas);
  }
}

INSTANTIATE_TEST_SUITE_P(Samples, ChartSample, testing::ValuesIn(samples()),
                         [](const testing::TestParamInfo<fs::path>& sample) {
                           std::string name = sample.param.stem().string();
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace phaseboard::compiler
