// SPDX-License-Identifier: Apache-2.0
#include "ui/cli/pack_rendering.h"

#include <cmath>
#include <filesystem>
#include <system_error>
#include <vector>

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSaveFile>

#include "db/pack/pack_reader.h"
#include "diagrams/compiler/theme_css.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/fonts.h"
#include "ui/cli/offscreen.h"

namespace phaseboard::cli {
namespace {

namespace fs = std::filesystem;

constexpr double kMostPixels = 10'000;  ///< of one side of a picture

/// The figures that `only` asks for.
std::vector<DiagramId> chosenFigures(const db::PackReader& pack, const std::string& only) {
  std::vector<DiagramId> chosen;
  for (const ports::QuestionCard& question : pack.questions())
    for (const ports::DiagramCard& figure : question.diagrams)
      if (only.empty() || only == figure.id.value() || only == question.id.value())
        chosen.push_back(figure.id);
  return chosen;
}

Result<QByteArray> pngOf(const content::Diagram& diagram, style::ThemeName theme, double scale) {
  PHASEBOARD_TRY_ASSIGN(const scene::Scene figure,
                        scene::Scene::read(diagram.svg, diagram.drawing));
  const QSizeF size = figure.size() * scale;
  if (size.isEmpty() || size.width() > kMostPixels || size.height() > kMostPixels)
    return fail(ErrorKind::InvalidInput, diagram.id.value(),
                "a picture has at most 10000 pixels a side");
  QImage image(static_cast<int>(std::ceil(size.width())),
               static_cast<int>(std::ceil(size.height())), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  painter.scale(scale, scale);
  figure.paint(painter, theme, {});
  painter.end();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
    return fail(ErrorKind::Internal, diagram.id.value(), "cannot be encoded as PNG");
  return bytes;
}

Status writeFile(const fs::path& path, const QByteArray& bytes) {
  std::error_code failure;
  fs::create_directories(path.parent_path(), failure);
  if (failure)
    return fail(ErrorKind::ReadOnly, path.parent_path().string(), failure.message());
  QSaveFile file(QString::fromStdString(path.string()));
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
    return fail(ErrorKind::InputOutput, path.string(), file.errorString().toStdString());
  return {};
}

/// Writes one figure and returns where.
Result<std::string> render(const db::PackReader& pack, const DiagramId& id,
                           const RenderOptions& options) {
  PHASEBOARD_TRY_ASSIGN(const content::Diagram diagram, pack.diagram(id));
  const style::ThemeName theme =
      options.theme == "dark" ? style::ThemeName::Dark : style::ThemeName::Light;
  QByteArray bytes;
  if (options.format == "svg") {
    bytes = QByteArray::fromStdString(compiler::withTheme(diagram.svg, theme));
  } else {
    PHASEBOARD_TRY_ASSIGN(bytes, pngOf(diagram, theme, options.scale));
  }
  const fs::path path =
      fs::path(options.folder) / (id.value() + "." + options.theme + "." + options.format);
  PHASEBOARD_TRY(writeFile(path, bytes));
  return path.string();
}

/// Ids become file names; a pack from elsewhere must not choose where we write.
bool isSafeName(const std::string& id) {
  return id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == std::string::npos &&
         !id.starts_with('/') && id.find("//") == std::string::npos && !id.ends_with('/');
}

}  // namespace

int renderPack(const RenderOptions& options, Console& console) {
  const Offscreen offscreen;
  if (!style::registerFonts())
    return console.failed(Error{ErrorKind::Internal, "fonts", "a face could not be loaded"});
  const auto opened = db::PackReader::open(options.file);
  if (!opened)
    return console.failed(opened.error());
  const std::vector<DiagramId> figures = chosenFigures(**opened, options.only);
  if (figures.empty() && !options.only.empty())
    return console.failed(
        Error{ErrorKind::NotFound, options.only, "no figure and no question has this id"});
  Json files = Json::array();
  std::string text;
  for (const DiagramId& id : figures) {
    if (!isSafeName(id.value()))
      return console.failed(Error{ErrorKind::Damaged, options.file, "an id is not a file name"});
    const Result<std::string> written = render(**opened, id, options);
    if (!written)
      return console.failed(written.error());
    files.push_back(*written);
    text += *written + "\n";
  }
  return console.print(text,
                       {{"theme", options.theme}, {"format", options.format}, {"files", files}});
}

}  // namespace phaseboard::cli
