// SPDX-License-Identifier: Apache-2.0
#include "diagrams/style/text.h"

#include <gmock/gmock.h>

#include <QImage>
#include <QPainter>
#include <QRawFont>
#include <QSvgRenderer>

#include "diagrams/style/fonts.h"

namespace phaseboard::style {
namespace {

using testing::ElementsAre;

const TextStyle kTitle{Family::Inter, 13.5, 600, false};
const TextStyle kSub{Family::Inter, 11.5, 400, false};

/// The right-most column with ink, in units, of `image` painted at `scale`.
double inkEnd(const QImage& image, double scale) {
  for (int x = image.width() - 1; x >= 0; --x)
    for (int y = 0; y < image.height(); ++y)
      if (qGray(image.pixel(x, y)) < 128)
        return (x + 1) / scale;
  return 0;
}

QImage blank(double scale) {
  QImage image(static_cast<int>(400 * scale), static_cast<int>(30 * scale), QImage::Format_RGB32);
  image.fill(Qt::white);
  return image;
}

QImage paintedBySvg(const char* text, const TextStyle& style, double scale) {
  const QString svg = QStringLiteral(
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 30\"><style>"
                          ".t{font-family:%1;font-size:%2px;font-weight:%3}</style>"
                          "<text class=\"t\" x=\"0\" y=\"20\">%4</text></svg>")
                          .arg(style.family == Family::Inter ? QStringLiteral("Inter")
                                                             : QStringLiteral("\"JetBrains Mono\""))
                          .arg(style.size)
                          .arg(style.weight)
                          .arg(QString::fromUtf8(text));
  QImage image = blank(scale);
  QPainter painter(&image);
  QSvgRenderer(svg.toUtf8()).render(&painter);
  return image;
}

QImage paintedByGlyphs(const char* text, const TextStyle& style, double scale) {
  QImage image = blank(scale);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(scale, scale);
  for (const QGlyphRun& run : shape(QString::fromUtf8(text), style).runs)
    painter.drawGlyphRun(QPointF(0, 20), run);
  return image;
}

TEST(Fonts, ArePartOfTheProgram) {
  ASSERT_TRUE(registerFonts());
  EXPECT_TRUE(registerFonts());

  for (const int weight : {400, 500, 600, 700}) {
    const QRawFont face = QRawFont::fromFont(font({Family::Inter, 12, weight, false}, 12));
    EXPECT_EQ(face.familyName(), QStringLiteral("Inter"));
    EXPECT_EQ(face.weight(), weight);
  }
  EXPECT_EQ(QRawFont::fromFont(font({Family::Mono, 12, 400, false}, 12)).familyName(),
            QStringLiteral("JetBrains Mono"));
  EXPECT_EQ(QRawFont::fromFont(font({Family::Inter, 12, 400, true}, 12)).style(),
            QFont::StyleItalic);
}

TEST(TextWidth, IsWhatIsPainted) {
  registerFonts();
  constexpr double kScale = 8;
  for (const TextStyle& style :
       {kTitle, kSub, TextStyle{Family::Inter, 11, 700, false}, TextStyle{Family::Mono, 11}})
    for (const char* text : {"Candidate selectioH", "p99 under 50 ms, 400 adH", "AVATAR ToyH"}) {
      SCOPED_TRACE(text);
      // "H" ends a fixed bearing before its advance; measure that bearing on a single letter.
      const double bearing =
          textWidth("H", style) - inkEnd(paintedByGlyphs("H", style, kScale), kScale);
      const double expected = textWidth(text, style) - bearing;
      EXPECT_NEAR(inkEnd(paintedByGlyphs(text, style, kScale), kScale), expected, 0.4);
      EXPECT_NEAR(inkEnd(paintedBySvg(text, style, kScale), kScale), expected, 0.4);
      EXPECT_DOUBLE_EQ(shape(QString::fromUtf8(text), style).width, textWidth(text, style));
    }
}

TEST(TextWidth, GrowsWithTheSizeExactly) {
  TextStyle twice = kSub;
  twice.size *= 2;

  EXPECT_DOUBLE_EQ(textWidth("fractional", twice), 2 * textWidth("fractional", kSub));
}

TEST(Shape, KeepsFractionalSizes) {
  const ShapedText shaped = shape(QStringLiteral("Trainer"), kSub);

  ASSERT_EQ(shaped.runs.size(), 1);
  EXPECT_DOUBLE_EQ(shaped.runs.front().rawFont().pixelSize(), 11.5);
  EXPECT_NEAR(shaped.runs.front().positions().front().y(), 0, 1e-9);
}

TEST(ParseInline, ReadsScriptsGreekAndSigns) {
  EXPECT_THAT(parseInline("score $x_i^2$"),
              ElementsAre(InlineRun{"score ", false, Script::Base}, InlineRun{"x", true},
                          InlineRun{"i", true, Script::Sub}, InlineRun{"2", false, Script::Super}));
  EXPECT_THAT(
      parseInline("$\\alpha_{ij} \\le 3$"),
      ElementsAre(InlineRun{"α", true}, InlineRun{"ij", true, Script::Sub}, InlineRun{" ≤ 3"}));
  EXPECT_EQ(plainText("$\\hat{p}$ after $w-1$"), "p\u0302 after w−1");
}

TEST(InlineMaths, WritesAFractionOnOneLine) {
  EXPECT_EQ(plainText("$\\frac{p}{p + (1 - p)/w_{ij}}$"), "p/(p + (1 − p)/wij)");
}

TEST(InlineMaths, KnowsTheLettersOfNumberSets) {
  EXPECT_EQ(plainText("$x \\in \\mathbb{R}^{64}$"), "x ∈ ℝ64");
}

TEST(ParseInline, PrintsLoneAndEscapedDollars) {
  EXPECT_EQ(plainText("costs 5 $ a day"), "costs 5 $ a day");
  EXPECT_EQ(plainText("\\$4 and \\$5"), "$4 and $5");
}

TEST(LayoutInline, StacksScriptsAndSumsWidths) {
  const InlineLine line = layoutInline("a $x_i^2$ b", kSub);

  ASSERT_EQ(line.runs.size(), 5U);
  EXPECT_EQ(line.runs[2].classes, "it small");
  EXPECT_DOUBLE_EQ(line.runs[2].x, line.runs[3].x);
  EXPECT_GT(line.runs[2].y, 0);
  EXPECT_LT(line.runs[3].y, 0);
  EXPECT_GT(line.width, textWidth("a x b", kSub));
  EXPECT_DOUBLE_EQ(labelWidth("plain words", kSub), textWidth("plain words", kSub));
}

TEST(Wrap, FillsLinesGreedilyAndBreaksWhereTold) {
  const double width = textWidth("one two three", kSub) + 1;

  EXPECT_THAT(wrapGreedy("one two three four", kSub, width), ElementsAre("one two three", "four"));
  EXPECT_THAT(wrapGreedy("one\ntwo", kSub, width), ElementsAre("one", "two"));
  EXPECT_THAT(wrapGreedy("", kSub, width), ElementsAre());
}

TEST(Wrap, BalancesTheSameNumberOfLines) {
  const double width = textWidth("one two three", kSub) + 1;

  EXPECT_THAT(wrapBalanced("one two three four", kSub, width),
              ElementsAre("one two", "three four"));
}

TEST(Wrap, NeverBreaksMathsAndLetsLongWordsStandAlone) {
  EXPECT_THAT(wrapGreedy("a $x + y = z$ b", kSub, 20), ElementsAre("a", "$x + y = z$", "b"));
  EXPECT_THAT(wrapBalanced("incomprehensibilities yes", kSub, 30),
              ElementsAre("incomprehensibilities", "yes"));
}

}  // namespace
}  // namespace phaseboard::style
