// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>

#include <QImage>
#include <QPainter>

#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/fonts.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::compiler {
namespace {

namespace fs = std::filesystem;

constexpr double kScale = 0.5;
constexpr int kVisible = 40;            // difference of one channel that an eye would notice
constexpr double kMostVisible = 0.004;  // of all pixels
constexpr double kMostOnAverage = 1.0;  // of 255

/// One figure of each kind.
const std::vector<std::string> kFigures{
    "figures/ads-serving.dot",         "charts/plot/drift-psi.yaml",
    "charts/funnel/ad-funnel.yaml",    "charts/matrix/click-confusion.yaml",
    "charts/matrix/ctr-position.yaml", "charts/timeline/label-timeline.yaml",
    "charts/sequence/ad-request.yaml", "charts/table/which-objective.yaml",
    "charts/tree/which-loss.yaml",     "charts/stack/dcn-v2.yaml",
    "charts/bars/latency-budget.yaml", "charts/sample/negative-downsampling.yaml"};

QImage drawn(const std::string& name, style::ThemeName theme, double scale) {
  const std::string text = test::contentsOf(test::inSources("tests/data/" + name));
  const auto result = SvgFigureCompiler().compile(
      {DiagramId("q/" + fs::path(name).stem().string()), fs::path(name).filename().string(), text},
      {});
  for (const Diagnostic& problem : result.problems)
    ADD_FAILURE() << problem;
  if (!result.figure)
    return {};
  const auto scene = scene::Scene::read(result.figure->svg);
  // Whole pixels only: half of one at the rim would show what was there before.
  QImage image(static_cast<int>(scene->size().width() * scale),
               static_cast<int>(scene->size().height() * scale), QImage::Format_RGB32);
  QPainter painter(&image);
  painter.scale(scale, scale);
  scene->paint(painter, theme, {});
  return image;
}

struct Difference {
  double visible = 0;
  double average = 0;
};

Difference difference(const QImage& a, const QImage& b) {
  Difference found;
  for (int y = 0; y < a.height(); ++y) {
    for (int x = 0; x < a.width(); ++x) {
      const QRgb p = a.pixel(x, y);
      const QRgb q = b.pixel(x, y);
      const int most = std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                 std::abs(qBlue(p) - qBlue(q))});
      found.visible += most > kVisible ? 1 : 0;
      found.average += most;
    }
  }
  const double pixels = static_cast<double>(a.width()) * a.height();
  return {found.visible / pixels, found.average / pixels};
}

class GoldenFigure : public testing::TestWithParam<std::tuple<std::string, style::ThemeName>> {};

/// With UPDATE_GOLDEN=1 the pictures are written anew: look at them before they are committed.
TEST_P(GoldenFigure, LooksAsItDid) {
  ASSERT_TRUE(style::registerFonts());
  const auto& [name, theme] = GetParam();
  const std::string word = theme == style::ThemeName::Light ? ".light.png" : ".dark.png";
  const QString file = QString::fromStdString(
      (test::inSources("tests/data/golden-figures") / (fs::path(name).stem().string() + word))
          .string());
  const QImage image = drawn(name, theme, kScale);
  ASSERT_FALSE(image.isNull());
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    ASSERT_TRUE(image.save(file));
    GTEST_SKIP() << "written: " << file.toStdString();
  }
  const QImage golden = QImage(file).convertToFormat(QImage::Format_RGB32);

  ASSERT_EQ(image.size(), golden.size()) << file.toStdString();
  const Difference found = difference(image, golden);
  EXPECT_LT(found.visible, kMostVisible);
  EXPECT_LT(found.average, kMostOnAverage);
}

INSTANTIATE_TEST_SUITE_P(
    Figures, GoldenFigure,
    testing::Combine(testing::ValuesIn(kFigures),
                     testing::Values(style::ThemeName::Light, style::ThemeName::Dark)),
    [](const auto& each) {
      std::string name = fs::path(std::get<0>(each.param)).stem().string();
      std::erase(name, '-');
      return name + (std::get<1>(each.param) == style::ThemeName::Light ? "Light" : "Dark");
    });

TEST(GoldenFigure, WouldNoticeAWordThatMoved) {
  ASSERT_TRUE(style::registerFonts());
  const QImage image = drawn(kFigures.front(), style::ThemeName::Light, kScale);
  QImage moved = image;
  QPainter painter(&moved);
  const QRect title(image.width() / 8, image.height() / 8, image.width() / 2, image.height() / 2);
  painter.drawImage(title.topLeft() + QPoint(3, 2), image.copy(title));
  painter.end();

  EXPECT_GT(difference(image, moved).visible, kMostVisible);
}

}  // namespace
}  // namespace phaseboard::compiler
