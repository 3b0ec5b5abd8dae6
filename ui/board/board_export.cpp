// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_export.h"

#include <algorithm>

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSaveFile>

#include "app/board/board_graph.h"
#include "diagrams/compiler/board_svg.h"
#include "diagrams/compiler/theme_css.h"
#include "diagrams/scene/scene.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

constexpr double kPixelsPerUnit = 2;
constexpr double kMostPixels = 16'000;  // of one side

Result<QByteArray> pngOf(const std::string& svg, style::ThemeName theme) {
  auto scene = scene::Scene::read(svg);
  if (!scene)
    return passOn(scene);
  const QSizeF size = scene->size();
  const double scale =
      std::min(kPixelsPerUnit, kMostPixels / std::max(size.width(), size.height()));
  QImage image((size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
  QPainter painter(&image);
  painter.scale(scale, scale);
  scene->paint(painter, theme, scene::Look());
  painter.end();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!image.save(&buffer, "PNG"))
    return fail(ErrorKind::Internal, "png", "the picture could not be packed");
  return bytes;
}

Result<QByteArray> contentsFor(const board::Document& document, const std::string& title,
                               const QString& path, style::ThemeName theme) {
  const QString ending = QFileInfo(path).suffix().toLower();
  const auto bytes = [](const std::string& text) {
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
  };
  if (ending == QLatin1String("svg"))
    return bytes(compiler::withTheme(compiler::boardSvg(document, title), theme));
  if (ending == QLatin1String("dot")) {
    // A figure is called as its file: the compiler wants one name.
    std::string id;
    for (const char letter : fromQt(QFileInfo(path).completeBaseName().toLower()))
      id += (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ? letter : '-';
    return bytes(board::dotOf(document, id, title));
  }
  if (ending == QLatin1String("png"))
    return pngOf(compiler::boardSvg(document, title), theme);
  return fail(ErrorKind::InvalidInput, "ending", fromQt(ending));
}

}  // namespace

Status exportBoard(const board::Document& document, const std::string& title, const QString& path,
                   style::ThemeName theme) {
  PHASEBOARD_TRY_ASSIGN(const QByteArray contents, contentsFor(document, title, path, theme));
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly))
    return fail(ErrorKind::ReadOnly, fromQt(path), fromQt(file.errorString()));
  if (file.write(contents) != contents.size() || !file.commit())
    return fail(ErrorKind::InputOutput, fromQt(path), fromQt(file.errorString()));
  return {};
}

}  // namespace phaseboard::ui
