// SPDX-License-Identifier: Apache-2.0
#include "ui/figures/figure_export.h"

#include <cmath>

#include <QBuffer>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>

#include "diagrams/compiler/theme_css.h"
#include "diagrams/style/fonts.h"
#include "diagrams/style/theme.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr double kMostPixels = 20'000;  // of one side
constexpr double kPointsPerUnit = 0.75;
constexpr int kDotsPerInch = 1200;
constexpr double kPointsPerInch = 72;
constexpr double kTitleSpace = 34;  // below a printed figure, units

Result<QByteArray> pngOf(const scene::Scene& figure, const FigureExport& how) {
  const QSizeF size = figure.size() * how.scale;
  if (!(size.width() >= 1 && size.height() >= 1 && size.width() <= kMostPixels &&
        size.height() <= kMostPixels))
    return fail(ErrorKind::InvalidInput, "scale", "a picture has 1 to 20000 pixels a side");
  QImage image(static_cast<int>(std::ceil(size.width())),
               static_cast<int>(std::ceil(size.height())), QImage::Format_RGB32);
  image.fill(style::colour(how.theme, style::Neutral::Canvas));
  QPainter painter(&image);
  painter.scale(how.scale, how.scale);
  figure.paint(painter, how.theme, {});
  painter.end();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
    return fail(ErrorKind::Internal, "figure", "cannot be encoded as PNG");
  return bytes;
}

Result<QByteArray> pdfOf(const scene::Scene& figure, const FigureExport& how) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!buffer.open(QIODevice::WriteOnly))
    return fail(ErrorKind::Internal, "figure", "no memory for the page");
  QPdfWriter writer(&buffer);
  writer.setTitle(figure.title());
  writer.setCreator(u"Phaseboard"_s);
  writer.setResolution(kDotsPerInch);
  writer.setPageSize(QPageSize(figure.size() * kPointsPerUnit, QPageSize::Point, figure.title(),
                               QPageSize::ExactMatch));
  writer.setPageMargins(QMarginsF());
  QPainter painter(&writer);
  const double scale = kPointsPerUnit * kDotsPerInch / kPointsPerInch;
  painter.scale(scale, scale);
  figure.paint(painter, how.theme, {});
  if (!painter.end())
    return fail(ErrorKind::Internal, "figure", "cannot be written as PDF");
  return bytes;
}

}  // namespace

QString endingOf(FigureFormat format) {
  switch (format) {
    case FigureFormat::Png:
      return u"png"_s;
    case FigureFormat::Svg:
      return u"svg"_s;
    case FigureFormat::Pdf:
      return u"pdf"_s;
  }
  return {};
}

QString fileNameFor(const DiagramId& figure, const FigureExport& how) {
  const QString theme = how.theme == style::ThemeName::Dark ? u"dark"_s : u"light"_s;
  return toQt(figure.value()).replace(u'/', u'-') + u'.' + theme + u'.' + endingOf(how.format);
}

Result<QByteArray> exportFigure(const content::Diagram& figure, const FigureExport& how) {
  PHASEBOARD_TRY_ASSIGN(const scene::Scene scene, scene::Scene::read(figure.svg, figure.drawing));
  switch (how.format) {
    case FigureFormat::Png:
      return pngOf(scene, how);
    case FigureFormat::Pdf:
      return pdfOf(scene, how);
    case FigureFormat::Svg:
      return QByteArray::fromStdString(compiler::withTheme(figure.svg, how.theme));
  }
  return fail(ErrorKind::Internal, "format");
}

Status writeWhole(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
    return {};
  return fail(ErrorKind::InputOutput, fromQt(path), fromQt(file.errorString()));
}

Status printFigure(const scene::Scene& figure, style::ThemeName theme, QPrinter& printer) {
  QPainter painter;
  if (!painter.begin(&printer))
    return fail(ErrorKind::InputOutput, "printer", "cannot be printed on");
  const QRectF page(QPointF(), printer.pageRect(QPrinter::DevicePixel).size());
  const QSizeF whole = figure.size() + QSizeF(0, kTitleSpace);
  const double scale = std::min(page.width() / whole.width(), page.height() / whole.height());
  painter.translate((page.width() - whole.width() * scale) / 2, 0);
  painter.scale(scale, scale);
  figure.paint(painter, theme, {});
  // Below the figure is paper, whatever the theme.
  painter.setPen(style::colour(style::ThemeName::Light, style::Neutral::Muted));
  painter.setFont(style::font(style::textStyle("te"), 12));
  painter.drawText(QRectF(0, figure.size().height(), figure.size().width(), kTitleSpace),
                   Qt::AlignCenter, figure.title());
  if (!painter.end())
    return fail(ErrorKind::InputOutput, "printer", "the page was not finished");
  return {};
}

}  // namespace phaseboard::ui
