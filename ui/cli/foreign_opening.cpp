// SPDX-License-Identifier: Apache-2.0
#include "ui/cli/foreign_opening.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <QCoreApplication>
#include <QSaveFile>

#include "diagrams/foreign/foreign_limits.h"
#include "diagrams/foreign/foreign_picture.h"
#include "ui/cli/offscreen.h"

namespace phaseboard::cli {
namespace {

namespace fs = std::filesystem;

Result<std::string> contentsOf(const std::string& file) {
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored))
    return fail(ErrorKind::NotFound, file, "is no file");
  if (fs::file_size(file, ignored) > foreign::limit::kBytes)
    return fail(ErrorKind::InvalidInput, file, "is larger than 4 MB");
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (!(text << in.rdbuf()))
    return fail(ErrorKind::InputOutput, file, "cannot be read");
  return text.str();
}

std::string_view kindName(content::PartKind kind) {
  return kind == content::PartKind::Edge    ? "edge"
         : kind == content::PartKind::Group ? "group"
                                            : "node";
}

double rounded(double value) {
  return std::round(value * 10) / 10;
}

Json partsOf(const foreign::ForeignFigure& figure, const foreign::ForeignPicture& picture) {
  Json parts = Json::array();
  for (std::size_t i = 0; i < figure.parts.size(); ++i) {
    const foreign::ForeignPart& part = figure.parts[i];
    const QRectF& box = picture.boxes[i];
    Json one{
        {"id", part.id},
        {"kind", kindName(part.kind)},
        {"title", part.title},
        {"description", part.description},
        {"box", {rounded(box.x()), rounded(box.y()), rounded(box.width()), rounded(box.height())}}};
    if (!part.from.empty()) {
      one["from"] = part.from;
      one["to"] = part.to;
    }
    parts.push_back(std::move(one));
  }
  return parts;
}

Status savePicture(const QImage& image, const std::string& name) {
  QSaveFile file(QString::fromStdString(name));
  if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
    return fail(ErrorKind::InputOutput, name, "the picture could not be written");
  return {};
}

std::string linesOf(const foreign::ForeignFigure& figure) {
  std::string lines = (figure.title.empty() ? "Without a title" : figure.title) + ", " +
                      std::to_string(figure.parts.size()) + " parts\n";
  for (const foreign::ForeignPart& part : figure.parts)
    lines += std::string(kindName(part.kind)) + "  " + part.id + "  " + part.title + "\n";
  for (const foreign::Unsupported& each : figure.unsupported)
    lines += "not shown  " + each.feature + "  (" + std::to_string(each.count) + ", line " +
             std::to_string(each.line) + ")\n";
  return lines;
}

}  // namespace

int openForeign(const OpenOptions& options, Console& console) {
  const auto text = contentsOf(options.file);
  if (!text)
    return console.failed(text.error());
  const auto figure = foreign::readForeignFigure(*text);
  if (!figure)
    return console.failed(Error{figure.error().kind, options.file, figure.error().detail});
  const Offscreen offscreen;
  const auto picture = foreign::paintForeignFigure(*figure, foreign::ownHelper());
  if (!picture)
    return console.failed(Error{picture.error().kind, options.file, picture.error().detail});
  if (!options.picture.empty()) {
    if (const Status saved = savePicture(picture->image, options.picture); !saved)
      return console.failed(saved.error());
  }
  Json unsupported = Json::array();
  for (const foreign::Unsupported& each : figure->unsupported)
    unsupported.push_back({{"feature", each.feature}, {"count", each.count}, {"line", each.line}});
  return console.print(linesOf(*figure), {{"file", options.file},
                                          {"title", figure->title},
                                          {"description", figure->description},
                                          {"width", rounded(figure->size.width())},
                                          {"height", rounded(figure->size.height())},
                                          {"parts", partsOf(*figure, *picture)},
                                          {"unsupported", unsupported}});
}

}  // namespace phaseboard::cli
