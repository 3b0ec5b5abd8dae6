// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/foreign_picture.h"

#include <gmock/gmock.h>

#include "diagrams/compiler/theme_css.h"
#include "diagrams/foreign/helper_protocol.h"
#include "diagrams/style/fonts.h"
#include "diagrams/style/palette.h"
#include "tests/diagrams/foreign/foreign_samples.h"
#include "tests/support/sample_figure.h"

namespace phaseboard::foreign {
namespace {

using testing::IsEmpty;

/// The colour of the canvas at a place in units.
QColor colourAt(const ForeignPicture& picture, double x, double y) {
  return picture.image.pixelColor(static_cast<int>(x * picture.scale),
                                  static_cast<int>(y * picture.scale));
}

TEST(ForeignPicture, ShowsWhatWasDrawnWhereItWasDrawn) {
  const auto figure = readForeignFigure(foreignSample("drawio")).value();

  const auto picture = paintForeignFigure(figure, testHelper());

  ASSERT_TRUE(picture) << picture.error();
  EXPECT_EQ(colourAt(*picture, 10, 60), QColor(0xda, 0xe8, 0xfc));
  EXPECT_EQ(colourAt(*picture, 400, 50), QColor(225, 213, 231));
  EXPECT_EQ(colourAt(*picture, 200, 20).alpha(), 0);
}

TEST(ForeignPicture, ShowsAFigureOfOursInItsColours) {
  ASSERT_TRUE(style::registerFonts());
  const std::string svg = test::sampleFigure();
  for (const style::ThemeName theme : {style::ThemeName::Light, style::ThemeName::Dark}) {
    const auto figure = readForeignFigure(compiler::withTheme(svg, theme)).value();
    EXPECT_THAT(figure.unsupported, IsEmpty());
    EXPECT_EQ(figure.parts.size(), 10U);
    EXPECT_EQ(figure.parts.front().id, "serving");
    EXPECT_EQ(figure.parts.front().kind, content::PartKind::Group);

    const auto picture = paintForeignFigure(figure, testHelper());

    ASSERT_TRUE(picture) << picture.error();
    EXPECT_EQ(colourAt(*picture, 700, 130), style::colours(theme, style::Role::Model).body);
    EXPECT_EQ(colourAt(*picture, 240, 130), style::colour(theme, style::Neutral::Card));
  }
}

/// How many pixels are mostly ink.
int inkOf(const ForeignPicture& picture) {
  int ink = 0;
  for (int y = 0; y < picture.image.height(); ++y)
    for (int x = 0; x < picture.image.width(); ++x)
      ink += picture.image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
  return ink;
}

TEST(ForeignPicture, HasEveryFaceAtHandWhereNoFileCanBeOpened) {
  const auto pictureOf = [](const std::string& face) {
    const auto figure =
        readForeignFigure(inSvg("<text y='50' font-size='40' " + face + ">lill</text>")).value();
    return paintForeignFigure(figure, testHelper()).value();
  };
  const int plain = inkOf(pictureOf("font-weight='400'"));

  for (const char* face :
       {"font-weight='500'", "font-weight='600'", "font-style='italic'",
        "font-weight='500' font-style='italic'", "font-weight='600' font-style='italic'"}) {
    const int ink = inkOf(pictureOf(face));
    EXPECT_GT(ink, plain / 2) << face;
    EXPECT_LT(ink, 2 * plain) << face << ": a box instead of each letter";
  }
}

TEST(ForeignPicture, KnowsTheBoxOfEachPart) {
  for (const char* name : {"inkscape", "drawio", "excalidraw"}) {
    const auto figure = readForeignFigure(foreignSample(name)).value();
    const auto picture = paintForeignFigure(figure, testHelper());

    ASSERT_TRUE(picture) << name << picture.error();
    ASSERT_EQ(picture->boxes.size(), figure.parts.size()) << name;
    for (const QRectF& box : picture->boxes) {
      EXPECT_FALSE(box.isEmpty()) << name;
      EXPECT_TRUE(QRectF(QPointF(0, 0), figure.size).contains(box)) << name;
    }
  }
}

TEST(ForeignPicture, PlacesABoxThroughMovesAndScales) {
  const auto figure =
      readForeignFigure(inSvg("<g transform='translate(10 20) scale(2)'><g id='a'><title>A</title>"
                              "<rect x='5' y='5' width='10' height='4'/></g></g>"))
          .value();
  const auto picture = paintForeignFigure(figure, testHelper());

  ASSERT_TRUE(picture) << picture.error();
  EXPECT_EQ(picture->boxes.front().toRect(), QRect(20, 30, 20, 8));
}

TEST(ForeignPicture, ShowsAnEmbeddedPng) {
  // One red pixel.
  const auto figure =
      readForeignFigure(
          inSvg("<image x='0' y='0' width='100' height='100' "
                "href='data:image/"
                "png;base64,"
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8j"
                "x0gAAAABJRU5ErkJggg=='/>"))
          .value();
  const auto picture = paintForeignFigure(figure, testHelper());

  ASSERT_TRUE(picture) << picture.error();
  EXPECT_GT(colourAt(*picture, 50, 50).alpha(), 200);
}

TEST(ForeignPicture, SaysThatTheHelperIsMissing) {
  const auto figure = readForeignFigure(inSvg("<rect width='9' height='9'/>")).value();

  const auto picture = paintForeignFigure(figure, {QStringLiteral("/no/such/program"), {}});

  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.error().kind, ErrorKind::Internal);
}

TEST(ForeignPicture, BelievesNoAnswerOfAnotherSize) {
  const HelperRequest request{QSize(10, 10), 1, {}};
  HelperAnswer answer{QImage(10, 10, QImage::Format_ARGB32_Premultiplied), {QRectF(0, 0, 1, 1)}};
  answer.image.fill(Qt::red);
  const QByteArray good = packAnswer(answer);

  EXPECT_TRUE(unpackAnswer(good, request));
  EXPECT_FALSE(unpackAnswer(good.chopped(1), request));
  EXPECT_FALSE(unpackAnswer(good + "x", request));
  EXPECT_FALSE(unpackAnswer(good, {QSize(10, 11), 1, {}}));
  EXPECT_FALSE(unpackAnswer(good, {QSize(10, 10), 2, {}}));
  EXPECT_FALSE(unpackAnswer({}, request));
}

TEST(ForeignPicture, IsSharpAtTwiceItsSizeAndNeverTooLarge) {
  EXPECT_DOUBLE_EQ(pictureScale(QSizeF(800, 500)), 2);
  EXPECT_GT(pictureScale(QSizeF(100, 100)), 10);
  EXPECT_LE(pictureSize(QSizeF(20'000, 1)).width(), 4096);
  const QSize large = pictureSize(QSizeF(20'000, 20'000));
  EXPECT_LE(static_cast<double>(large.width()) * large.height(), 6.1e6);
}

}  // namespace
}  // namespace phaseboard::foreign
