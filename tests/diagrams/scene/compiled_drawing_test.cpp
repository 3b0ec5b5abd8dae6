// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/compiled_drawing.h"

#include <cstdlib>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include "app/base/assert.h"
#include "diagrams/scene/scene.h"
#include "tests/support/run_numbers.h"
#include "tests/support/sample_figure.h"

namespace phaseboard::scene {
namespace {

template <class T>
T valueOf(Result<T> result) {
  PHASEBOARD_ASSERT(result.has_value());
  return std::move(*result);
}

QImage paintedLight(const Scene& scene) {
  QImage image(scene.size().toSize(), QImage::Format_RGB32);
  QPainter painter(&image);
  scene.paint(painter, style::ThemeName::Light, {});
  return image;
}

/// Pixels of which a channel differs by more than rounding a coordinate can change it.
int differingPixels(const QImage& one, const QImage& other) {
  constexpr int kTolerance = 3;
  int count = 0;
  for (int y = 0; y < one.height(); ++y)
    for (int x = 0; x < one.width(); ++x) {
      const QColor a = one.pixelColor(x, y);
      const QColor b = other.pixelColor(x, y);
      if (std::abs(a.red() - b.red()) > kTolerance ||
          std::abs(a.green() - b.green()) > kTolerance ||
          std::abs(a.blue() - b.blue()) > kTolerance)
        ++count;
    }
  return count;
}

TEST(CompiledDrawing, IsTheFigureThatItWasMadeOf) {
  const std::string svg = test::sampleFigure();
  const Scene source = valueOf(Scene::read(svg));
  const std::string compiled = valueOf(Scene::compile(svg));
  ASSERT_TRUE(readCompiled(compiled, svg).has_value());

  const Scene scene = valueOf(Scene::read(svg, compiled));

  EXPECT_EQ(scene.size(), source.size());
  EXPECT_EQ(scene.title(), source.title());
  EXPECT_EQ(scene.description(), source.description());
  EXPECT_EQ(scene.readingOrder(), source.readingOrder());
  ASSERT_EQ(scene.items().size(), source.items().size());
  for (std::size_t i = 0; i < scene.items().size(); ++i) {
    const Item& item = scene.items()[i];
    const Item& was = source.items()[i];
    EXPECT_EQ(item.id, was.id);
    EXPECT_EQ(item.kind, was.kind);
    EXPECT_EQ(item.title, was.title);
    EXPECT_EQ(item.description, was.description);
    EXPECT_EQ(item.text, was.text);
    EXPECT_EQ(item.from, was.from);
    EXPECT_EQ(item.to, was.to);
    EXPECT_EQ(item.step, was.step);
    EXPECT_EQ(scene.partAt(was.box.center()), source.partAt(was.box.center()));
  }
  EXPECT_EQ(differingPixels(paintedLight(scene), paintedLight(source)), 0);
}

TEST(CompiledDrawing, IsTheSameBytesEachTime) {
  const std::string svg = test::sampleFigure();

  EXPECT_EQ(valueOf(Scene::compile(svg)), valueOf(Scene::compile(svg)));
}

TEST(CompiledDrawing, ShapesLettersThatOurFontsLackWhereItIsShown) {
  test::FigureSketch sketch;
  sketch.card("one", "service", "\xE6\xBC\xA2\xE5\xAD\x97 ads", "and \xE2\x99\x9E",
              {40, 40, 190, 60});
  const std::string svg = sketch.finish(270, 140);

  const Scene scene = valueOf(Scene::read(svg, valueOf(Scene::compile(svg))));

  EXPECT_EQ(differingPixels(paintedLight(scene), paintedLight(valueOf(Scene::read(svg)))), 0);
}

TEST(CompiledDrawing, GivesWayToTheSourceOfAnotherFigure) {
  const std::string compiled = valueOf(Scene::compile(test::gridFigure(2, 2)));
  const std::string svg = test::sampleFigure();

  EXPECT_FALSE(readCompiled(compiled, svg).has_value());
  EXPECT_EQ(valueOf(Scene::read(svg, compiled)).title(), valueOf(Scene::read(svg)).title());
}

TEST(CompiledDrawing, GivesWayToTheSourceAfterAnotherVersionOrOtherFonts) {
  const std::string svg = test::sampleFigure();
  const std::string compiled = valueOf(Scene::compile(svg));
  constexpr std::size_t kVersionAt = 4;
  constexpr std::size_t kPrintAt = 6;

  for (const std::size_t at : {kVersionAt, kPrintAt}) {
    std::string other = compiled;
    other[at] = static_cast<char>(other[at] + 1);
    EXPECT_FALSE(readCompiled(other, svg).has_value());
    EXPECT_TRUE(Scene::read(svg, other).has_value());
  }
}

TEST(CompiledDrawing, RefusesEveryShorterAndAnyLongerText) {
  const std::string svg = test::sampleFigure();
  const std::string compiled = valueOf(Scene::compile(svg));

  for (std::size_t size = 0; size < compiled.size(); size += size < 200 ? 1 : 37)
    ASSERT_FALSE(readCompiled(std::string_view(compiled).substr(0, size), svg).has_value()) << size;
  EXPECT_FALSE(readCompiled(compiled + '\0', svg).has_value());
}

TEST(CompiledDrawing, SurvivesAnyDamage) {
  const std::string svg = test::sampleFigure();
  const std::string compiled = valueOf(Scene::compile(svg));
  constexpr std::size_t kAfterHashes = 22;
  std::mt19937 chance(20261130);
  int stillRead = 0;

  // The fuzz target of compiled drawings goes on where this ends.
  const auto rounds = static_cast<int>(test::numberFrom("PHASEBOARD_ROUNDS", 800));
  for (int round = 0; round < rounds; ++round) {
    std::string damaged = compiled;
    for (int i = 0; i <= round % 4; ++i)
      damaged[kAfterHashes + chance() % (damaged.size() - kAfterHashes)] =
          static_cast<char>(chance() % 5 == 0 ? 0xff : chance());
    if (readCompiled(damaged, svg))
      ++stillRead;
    const Result<Scene> scene = Scene::read(svg, damaged);
    ASSERT_TRUE(scene.has_value());
    if (round % 40 == 0)
      paintedLight(*scene);
  }

  EXPECT_GT(stillRead, 0) << "a letter of a title may change unnoticed";
}

TEST(CompiledDrawing, RefusesWhatTheReaderOfSvgRefuses) {
  EXPECT_FALSE(Scene::compile("<svg").has_value());
  EXPECT_FALSE(Scene::read("<svg", "PBFG").has_value());
}

}  // namespace
}  // namespace phaseboard::scene
