// SPDX-License-Identifier: Apache-2.0
#include "diagrams/handout/figure_files.h"

#include <algorithm>
#include <cmath>

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include "diagrams/compiler/theme_css.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/theme.h"

namespace phaseboard::handout {
namespace {

constexpr double kMostPixelsASide = 8'000;
constexpr double kPngScale = 2;

}  // namespace

std::string endingOf(FigureFile kind) {
  return kind == FigureFile::Svg ? ".svg" : ".png";
}

Result<std::string> pngBytes(const content::Diagram& figure, const scene::Look& look,
                             double scale) {
  PHASEBOARD_TRY_ASSIGN(const scene::Scene scene, scene::Scene::read(figure.svg, figure.drawing));
  const QSizeF size = scene.size();
  if (!(size.width() >= 1 && size.height() >= 1))
    return fail(ErrorKind::Damaged, figure.id.value(), "a figure without a size");
  const double used = std::min(scale, kMostPixelsASide / std::max(size.width(), size.height()));
  QImage image(static_cast<int>(std::ceil(size.width() * used)),
               static_cast<int>(std::ceil(size.height() * used)), QImage::Format_RGB32);
  image.fill(style::colour(style::ThemeName::Light, style::Neutral::Canvas));
  QPainter painter(&image);
  painter.scale(used, used);
  scene.paint(painter, style::ThemeName::Light, look);
  painter.end();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
    return fail(ErrorKind::Internal, figure.id.value(), "cannot be encoded as PNG");
  return bytes.toStdString();
}

Result<std::string> figureBytes(const content::Diagram& figure, FigureFile kind) {
  if (kind == FigureFile::Png)
    return pngBytes(figure, {}, kPngScale);
  return compiler::withTheme(figure.svg, style::ThemeName::Light);
}

}  // namespace phaseboard::handout
