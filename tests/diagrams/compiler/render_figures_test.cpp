// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include <gmock/gmock.h>

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include "app/content/source/formula_source.h"
#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/compiler/flow/flow_compiler.h"
#include "diagrams/style/fonts.h"
#include "diagrams/style/theme.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::compiler {
namespace {

/// The light CSS of `svg` replaced by the dark one.
std::string inTheDark(const std::string& svg) {
  const auto begin = svg.find("<style>") + 7;
  const auto end = svg.find("</style>");
  std::string css;
  for (const auto& rule : style::rules(style::ThemeName::Dark))
    css += rule.selector + '{' + style::cssDeclarations(rule.set) + "}\n";
  return svg.substr(0, begin) + css + svg.substr(end);
}

void paint(const std::string& svg, const std::string& file) {
  QSvgRenderer renderer(QByteArray::fromStdString(svg));
  QImage image((renderer.viewBoxF().size() * 1.5).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  QPainter painter(&image);
  renderer.render(&painter);
  image.save(QString::fromStdString(file));
}

/// The formulas of our own pack.
std::map<std::string, content::Formula> packFormulas() {
  const std::string file = test::inSources("resources/pack/formulas.json").string();
  content::Ledger ledger;
  const auto root = content::readSourceTree(file, test::contentsOf(file), ledger.problems);
  return root ? content::readFormulas(*root, content::FileLog(ledger, file))
              : std::map<std::string, content::Formula>{};
}

/// A flow figure whose labels collide shows best what is wrong with it.
std::string despiteProblems(const ports::FigureSource& source,
                            const std::map<std::string, content::Formula>& formulas) {
  Diagnostics ignored;
  if (!source.file.ends_with(".dot"))
    return {};
  const auto figure = layOutFlow(source, formulas, ignored);
  return figure ? writeFlow(*figure, formulas) : std::string{};
}

/// Not a check: paints the sources of PHASEBOARD_RENDER (a folder or a file) into
/// PHASEBOARD_RENDER_TO, so that an author can look at them.
TEST(RenderFigures, PaintsWhatTheEnvironmentNames) {
  const char* sources = std::getenv("PHASEBOARD_RENDER");
  const char* to = std::getenv("PHASEBOARD_RENDER_TO");
  if (sources == nullptr || to == nullptr)
    GTEST_SKIP() << "set PHASEBOARD_RENDER and PHASEBOARD_RENDER_TO to see figures";
  ASSERT_TRUE(style::registerFonts());
  std::vector<std::filesystem::path> files{sources};
  if (std::filesystem::is_directory(sources))
    files.assign(std::filesystem::directory_iterator(sources), {});
  const auto formulas = packFormulas();
  for (const auto& file : files) {
    if (file.extension() != ".dot" && file.extension() != ".yaml")
      continue;
    const ports::FigureSource source{DiagramId("q/" + file.stem().string()),
                                     file.filename().string(), test::contentsOf(file)};
    const auto result = SvgFigureCompiler().compile(source, formulas);
    for (const auto& problem : result.problems)
      std::cout << problem << '\n';
    const std::string svg = result.figure ? result.figure->svg : despiteProblems(source, formulas);
    if (svg.empty())
      continue;
    const std::string stem = std::string(to) + "/" + file.stem().string();
    std::ofstream(stem + ".svg") << svg;
    paint(svg, stem + ".light.png");
    paint(inTheDark(svg), stem + ".dark.png");
  }
}

}  // namespace
}  // namespace phaseboard::compiler
