// SPDX-License-Identifier: Apache-2.0
#include "ui/figures/figure_export.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QImage>
#include <QPrinter>

#include "tests/support/result_matchers.h"
#include "tests/support/sample_figure.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using style::ThemeName;
using test::FailsWith;
using test::IsOk;

class FigureExportTest : public testing::Test {
 protected:
  FigureExportTest() {
    m_figure.id = DiagramId("ads/serving");
    m_figure.svg = test::sampleFigure();
    m_figure.width = 760;
    m_figure.height = 360;
  }
  [[nodiscard]] QByteArray made(const FigureExport& how) const {
    auto bytes = exportFigure(m_figure, how);
    EXPECT_THAT(bytes, IsOk());
    return bytes.value_or(QByteArray());
  }

  test::TemporaryFolder m_folder;
  content::Diagram m_figure;
};

TEST_F(FigureExportTest, DrawsAPictureInTheSizeAndThemeAskedFor) {
  for (const ThemeName theme : style::kThemes) {
    const QImage picture = QImage::fromData(made({FigureFormat::Png, theme, 3}), "PNG");

    EXPECT_EQ(picture.size(), QSize(2280, 1080));
    EXPECT_EQ(picture.pixelColor(2, 2), style::colour(theme, style::Neutral::Canvas));
  }
}

TEST_F(FigureExportTest, RefusesAPictureOfNoSense) {
  for (const double scale : {0.0, -1.0, 1000.0})
    EXPECT_THAT(exportFigure(m_figure, {FigureFormat::Png, ThemeName::Light, scale}),
                FailsWith(ErrorKind::InvalidInput));
}

TEST_F(FigureExportTest, WritesADrawingWithTheColoursOfTheTheme) {
  const std::string dark = made({FigureFormat::Svg, ThemeName::Dark, 1}).toStdString();

  const std::string canvas =
      fromQt(style::colour(ThemeName::Dark, style::Neutral::Canvas).name().toUpper());
  EXPECT_NE(dark.find(canvas), std::string::npos);
  EXPECT_TRUE(scene::Scene::read(dark).has_value());
}

TEST_F(FigureExportTest, WritesAPageOfLinesAndLettersNotOfPixels) {
  const QByteArray page = made({FigureFormat::Pdf, ThemeName::Dark, 1});

  EXPECT_TRUE(page.startsWith("%PDF-"));
  EXPECT_TRUE(page.contains("/MediaBox [0 0 570 270]") ||
              page.contains("/MediaBox [0 0 570.000000 270.000000]"))
      << page.mid(page.indexOf("/MediaBox"), 60).toStdString();
  EXPECT_FALSE(page.contains("/Subtype /Image"));
  EXPECT_LT(page.size(), 200'000);
}

TEST_F(FigureExportTest, NamesTheFileByFigureThemeAndKind) {
  EXPECT_EQ(fileNameFor(m_figure.id, {FigureFormat::Pdf, ThemeName::Dark, 1}),
            QStringLiteral("ads-serving.dark.pdf"));
}

TEST_F(FigureExportTest, WritesTheWholeFileOrNone) {
  const QString file = toQt((m_folder / "figure.svg").string());
  const QByteArray bytes = made({FigureFormat::Svg, ThemeName::Light, 1});

  ASSERT_THAT(writeWhole(file, bytes), IsOk());

  QFile written(file);
  ASSERT_TRUE(written.open(QIODevice::ReadOnly));
  EXPECT_EQ(written.readAll(), bytes);
  EXPECT_THAT(writeWhole(toQt((m_folder / "none" / "figure.svg").string()), bytes),
              FailsWith(ErrorKind::InputOutput));
}

TEST_F(FigureExportTest, PrintsOnOnePage) {
  const QString file = toQt((m_folder / "printed.pdf").string());
  QPrinter printer(QPrinter::HighResolution);
  printer.setOutputFormat(QPrinter::PdfFormat);
  printer.setOutputFileName(file);
  const auto figure = scene::Scene::read(m_figure.svg);
  ASSERT_TRUE(figure.has_value());

  ASSERT_THAT(printFigure(*figure, ThemeName::Light, printer), IsOk());

  QFile written(file);
  ASSERT_TRUE(written.open(QIODevice::ReadOnly));
  const QByteArray page = written.readAll();
  EXPECT_TRUE(page.contains("/Count 1"));
  EXPECT_GT(page.size(), 2000);
}

TEST_F(FigureExportTest, RefusesAFigureThatCannotBeRead) {
  m_figure.svg = "<svg";

  EXPECT_THAT(exportFigure(m_figure, {}), FailsWith(ErrorKind::Damaged));
}

}  // namespace
}  // namespace phaseboard::ui
