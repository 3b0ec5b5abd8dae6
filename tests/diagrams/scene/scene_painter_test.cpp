// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/scene_painter.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include "app/base/assert.h"
#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/fonts.h"
#include "tests/support/places.h"
#include "tests/support/sample_figure.h"

namespace phaseboard::scene {
namespace {

using style::Neutral;
using style::Role;
using style::ThemeName;

Scene read(const std::string& svg) {
  auto scene = Scene::read(svg);
  PHASEBOARD_ASSERT(scene.has_value());
  return std::move(*scene);
}

QImage blank(const Scene& scene, double scale) {
  QImage image((scene.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  return image;
}

QImage painted(const Scene& scene, const Look& look = {}, ThemeName theme = ThemeName::Light,
               double scale = 1) {
  QImage image = blank(scene, scale);
  QPainter painter(&image);
  painter.scale(scale, scale);
  scene.paint(painter, theme, look);
  return image;
}

int difference(QRgb one, QRgb other) {
  return std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                   std::abs(qBlue(one) - qBlue(other))});
}

/// Share of pixels that a person could tell apart.
double differing(const QImage& one, const QImage& other) {
  constexpr int kVisible = 48;  // of 255, in one channel
  int count = 0;
  for (int y = 0; y < one.height(); ++y)
    for (int x = 0; x < one.width(); ++x)
      count += difference(one.pixel(x, y), other.pixel(x, y)) > kVisible ? 1 : 0;
  return static_cast<double>(count) / (one.width() * one.height());
}

/// Whether any pixel of `box` differs.
bool differsIn(const QImage& one, const QImage& other, const QRect& box) {
  return one.copy(box) != other.copy(box);
}

class ScenePainterTest : public ::testing::Test {
 protected:
  Scene m_scene = read(test::sampleFigure());
  QImage m_normal = painted(m_scene);
  QRect m_model{540, 80, 170, 60};
  QRect m_log{220, 290, 150, 60};
};

class ScenePainterOracle : public ::testing::TestWithParam<double> {};

/// A figure as the compiler makes it from one of the sample sources.
std::string compiled(const std::string& name) {
  std::ifstream in(test::inSources("tests/data/figures/" + name + ".dot"), std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto result = compiler::SvgFigureCompiler().compile(
      {DiagramId("q/" + name), name + ".dot", text.str()}, {});
  for (const Diagnostic& problem : result.problems)
    ADD_FAILURE() << problem;
  return result.figure ? result.figure->svg : test::sampleFigure();
}

TEST_P(ScenePainterOracle, PaintsWhatQtSvgPaints) {
  style::registerFonts();
  const std::vector<std::string> figures{test::sampleFigure(), test::gridFigure(5, 3),
                                         compiled("ads-serving"), compiled("learning-loop"),
                                         compiled("harm-heads")};
  for (const std::string& svg : figures) {
    SCOPED_TRACE(svg.substr(0, 120));
    const Scene scene = read(svg);
    QSvgRenderer oracle(QByteArray::fromStdString(svg));
    QImage expected = blank(scene, GetParam());
    QPainter painter(&expected);
    painter.setRenderHint(QPainter::Antialiasing);
    oracle.render(&painter, QRectF(QPointF(), scene.size() * GetParam()));
    painter.end();

    const QImage actual = painted(scene, {}, ThemeName::Light, GetParam());

    EXPECT_LT(differing(actual, expected), 0.01);
  }
}

INSTANTIATE_TEST_SUITE_P(Scales, ScenePainterOracle, ::testing::Values(1.0, 1.5, 2.0));

TEST_F(ScenePainterTest, PaintsTheCanvasOfEachTheme) {
  const QImage dark = painted(m_scene, {}, ThemeName::Dark);

  EXPECT_EQ(m_normal.pixelColor(2, 2), style::colour(ThemeName::Light, Neutral::Canvas));
  EXPECT_EQ(dark.pixelColor(2, 2), style::colour(ThemeName::Dark, Neutral::Canvas));
  EXPECT_EQ(dark.pixelColor(560, 84), style::colours(ThemeName::Dark, Role::Model).body);
}

TEST_F(ScenePainterTest, LeavesTheGroundAloneWhenAsked) {
  QImage image = blank(m_scene, 1);
  QPainter painter(&image);
  m_scene.paint(painter, ThemeName::Dark, {}, {}, Backdrop::None);
  painter.end();

  EXPECT_EQ(image.pixelColor(2, 2), QColor(Qt::white));
}

TEST_F(ScenePainterTest, PaintsOnlyWhatIsExposed) {
  QImage image = blank(m_scene, 1);
  image.fill(Qt::magenta);
  QPainter painter(&image);
  painter.setClipRect(m_model);
  m_scene.paint(painter, ThemeName::Light, {}, m_model);
  painter.end();

  EXPECT_FALSE(differsIn(image, m_normal, m_model));
  EXPECT_EQ(image.pixelColor(300, 100), QColor(Qt::magenta));
}

TEST_F(ScenePainterTest, DimsByMixingWithTheCanvas) {
  Look look;
  look.setOthers(Emphasis::Dimmed).set(PartId("log"), Emphasis::Normal);

  const QImage image = painted(m_scene, look);

  const QColor body = style::colours(ThemeName::Light, Role::Model).body;
  const QColor canvas = style::colour(ThemeName::Light, Neutral::Canvas);
  EXPECT_EQ(image.pixelColor(560, 84), style::mixed(body, canvas, look.dimming()));
  EXPECT_FALSE(differsIn(image, m_normal, m_log.adjusted(2, 8, -2, -2)));
  EXPECT_EQ(image.pixel(450, 200), m_normal.pixel(450, 200)) << "groups are the ground";
}

TEST_F(ScenePainterTest, LetsNoWireShowThroughADimmedCard) {
  Look look;
  look.setOthers(Emphasis::Dimmed).setDimming(0.9);
  QImage onBlack(m_normal.size(), m_normal.format());
  onBlack.fill(Qt::black);
  QPainter painter(&onBlack);
  m_scene.paint(painter, ThemeName::Light, look, {}, Backdrop::None);
  painter.end();

  EXPECT_EQ(onBlack.pixelColor(560, 84).alpha(), 255);
  EXPECT_EQ(onBlack.pixel(560, 84), painted(m_scene, look).pixel(560, 84));
}

TEST_F(ScenePainterTest, ShowsNothingOfAMaskedNode) {
  Look look;
  look.set(PartId("model"), Emphasis::Masked);
  std::string renamed = test::sampleFigure();
  const auto title = renamed.find(">CTR model</text>");
  renamed.replace(title, 17, ">Wholly other</text>");

  const QImage image = painted(m_scene, look);

  EXPECT_EQ(image, painted(read(renamed), look)) << "the mask must not depend on what it hides";
  EXPECT_TRUE(differsIn(image, m_normal, m_model));
  EXPECT_FALSE(differsIn(image, m_normal, m_log));
}

TEST_F(ScenePainterTest, HidesTheLabelOfAMaskedEdgeButNotItsWire) {
  Look look;
  look.set(PartId("server--log"), Emphasis::Masked);
  std::string relabelled = test::sampleFigure();
  const auto label = relabelled.find(">log events</text>");
  relabelled.replace(label, 17, ">golevents </text>");

  const QImage image = painted(m_scene, look);

  EXPECT_TRUE(differsIn(image, m_normal, {260, 200, 70, 30}));
  EXPECT_FALSE(differsIn(image, m_normal, m_model));
  const QRect head(290, 284, 10, 4);
  EXPECT_FALSE(differsIn(image.copy(head), m_normal.copy(head), QRect(4, 0, 2, 4)));
}

TEST_F(ScenePainterTest, KeepsLabelsBesideAMaskUnlessAsked) {
  Look look;
  look.set(PartId("model"), Emphasis::Masked);
  const QRect label(425, 100, 70, 20);

  const QImage kept = painted(m_scene, look);
  look.setMaskedEdgeLabels(true);
  const QImage hidden = painted(m_scene, look);

  EXPECT_FALSE(differsIn(kept, m_normal, label));
  EXPECT_TRUE(differsIn(hidden, m_normal, label));
}

TEST_F(ScenePainterTest, SurroundsWhatIsHighlightedSelectedOrRevealed) {
  for (const Emphasis emphasis : {Emphasis::Highlighted, Emphasis::Selected, Emphasis::Revealed}) {
    Look look;
    look.set(PartId("model"), emphasis);

    const QImage image = painted(m_scene, look);

    EXPECT_TRUE(differsIn(image, m_normal, m_model.adjusted(-6, -6, 6, 6)));
    EXPECT_FALSE(differsIn(image, m_normal, m_model.adjusted(12, 12, -12, -12)));
  }
}

TEST_F(ScenePainterTest, AddsOnlyAHaloToWhatIsThereAlready) {
  const std::set<PartId> parts{PartId("model"), PartId("features--model")};
  Look look;
  for (const PartId& part : parts)
    look.set(part, Emphasis::Feeding);
  const auto with = [&](const Look* below) {
    QImage image = m_normal;
    QPainter painter(&image);
    m_scene.paintParts(painter, ThemeName::Light, look, parts, below);
    return image;
  };
  const Look plain;

  const QImage added = with(&plain);

  EXPECT_LT(differing(added, with(nullptr)), 0.0005) << "as if the parts were painted again";
  EXPECT_TRUE(differsIn(added, m_normal, m_model.adjusted(-6, -6, 6, 6)));
  EXPECT_FALSE(differsIn(added, m_normal, m_model.adjusted(12, 12, -12, -12)));
}

TEST_F(ScenePainterTest, PaintsAPartAnewThatWasThereInAnotherLook) {
  Look grey;
  grey.setOthers(Emphasis::Grey);
  Look look = grey;
  look.set(PartId("model"), Emphasis::Highlighted);
  QImage image = painted(m_scene, grey);
  QPainter painter(&image);
  m_scene.paintParts(painter, ThemeName::Light, look, {PartId("model")}, &grey);
  painter.end();

  EXPECT_EQ(image.pixelColor(560, 84), style::colours(ThemeName::Light, Role::Model).body);
}

TEST_F(ScenePainterTest, TintsByRecallWithColourAndLength) {
  Look forgotten;
  forgotten.setRecall(PartId("model"), 0.1);
  Look known;
  known.setRecall(PartId("model"), 0.95);

  const QImage low = painted(m_scene, forgotten);
  const QImage high = painted(m_scene, known);

  EXPECT_TRUE(differsIn(low, high, m_model));
  EXPECT_NE(low.pixel(640, 135), high.pixel(640, 135)) << "the bar is longer";
  EXPECT_FALSE(differsIn(low, m_normal, m_log));
}

TEST_F(ScenePainterTest, PaintsASharedSkeletonWithoutColour) {
  Look look;
  look.setOthers(Emphasis::Grey);

  const QImage image = painted(m_scene, look);

  const QColor body = image.pixelColor(560, 84);
  EXPECT_NE(body, m_normal.pixelColor(560, 84));
  EXPECT_LE(std::abs(body.red() - body.blue()), 12);
}

TEST_F(ScenePainterTest, TellsWhatIsMissingFromWhatIsExtra) {
  std::vector<QImage> pictures;
  for (const Emphasis emphasis : {Emphasis::Missing, Emphasis::Extra, Emphasis::Changed}) {
    Look look;
    look.set(PartId("model"), emphasis).set(PartId("server--log"), emphasis);
    pictures.push_back(painted(m_scene, look));
    EXPECT_TRUE(differsIn(pictures.back(), m_normal, m_model));
    EXPECT_TRUE(differsIn(pictures.back(), m_normal, QRect(285, 240, 20, 40)));
    EXPECT_FALSE(differsIn(pictures.back(), m_normal, m_log.adjusted(12, 12, -12, -12)));
  }
  EXPECT_TRUE(differsIn(pictures[0], pictures[1], m_model));
  EXPECT_TRUE(differsIn(pictures[1], pictures[2], m_model));
}

TEST_F(ScenePainterTest, PaintsTheSameTwice) {
  EXPECT_EQ(painted(m_scene), m_normal);
}

}  // namespace
}  // namespace phaseboard::scene
