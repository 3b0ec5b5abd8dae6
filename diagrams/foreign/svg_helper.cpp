// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/svg_helper.h"

#include <array>
#include <cstdlib>
#include <string_view>

#include <unistd.h>

#include <QGuiApplication>
#include <QPainter>
#include <QSvgRenderer>

#include "diagrams/foreign/foreign_limits.h"
#include "diagrams/foreign/foreign_picture.h"
#include "diagrams/foreign/helper_protocol.h"
#include "diagrams/foreign/sandbox.h"
#include "diagrams/style/fonts.h"

namespace phaseboard::foreign {
namespace {

QByteArray readAll() {
  QByteArray bytes;
  std::array<char, 65'536> block{};
  for (;;) {
    const ssize_t got = read(STDIN_FILENO, block.data(), block.size());
    if (got <= 0 || bytes.size() > static_cast<qsizetype>(16 * limit::kBytes))
      return bytes;
    bytes.append(block.data(), static_cast<qsizetype>(got));
  }
}

bool writeAll(const QByteArray& bytes) {
  qsizetype done = 0;
  while (done < bytes.size()) {
    const ssize_t put = write(STDOUT_FILENO, bytes.constData() + done,
                              static_cast<std::size_t>(bytes.size() - done));
    if (put <= 0)
      return false;
    done += put;
  }
  return true;
}

/// Text in every face that a figure can ask for, with signs that only other faces have.
QByteArray wordsInEveryFace() {
  QByteArray words;
  for (const char* family : {"Inter", "JetBrains Mono"}) {
    for (const char* weight : {"400", "500", "600"}) {
      for (const char* style : {"normal", "italic"})
        words += QByteArrayLiteral("<text y=\"9\" font-family=\"") + family + "\" font-weight=\"" +
                 weight + "\" font-style=\"" + style + "\">a&#945;&#8594;&#8721;</text>";
    }
  }
  return words;
}

/// Everything that opens files or begins a thread is done once, so that nothing needs to later:
/// faces, the tables of the SVG and PNG readers, the thread on which gradients are blended.
void warmUp() {
  style::registerFonts();
  QSvgRenderer renderer(QByteArrayLiteral(R"svg(<svg xmlns="http://www.w3.org/2000/svg" )svg"
                                          R"svg(viewBox="0 0 600 600"><defs><linearGradient )svg"
                                          R"svg(id="g"><stop stop-color="#ff0000"/>)svg"
                                          R"svg(</linearGradient></defs><path fill="url(#g)" )svg"
                                          R"svg(d="M300 0L600 300L300 600L0 300Z"/>)svg") +
                        wordsInEveryFace() + "</svg>");
  QImage image(600, 600, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  renderer.render(&painter);
  static_cast<void>(QImage::fromData(QByteArrayLiteral("\x89PNG\r\n\x1a\n")));
}

int answerOne() {
  const auto request = unpackRequest(readAll());
  if (!request)
    return NoRequest;
  QSvgRenderer renderer(request->svg);
  if (!renderer.isValid())
    return NotRead;
  HelperAnswer answer;
  answer.image = QImage(request->pixels, QImage::Format_ARGB32_Premultiplied);
  answer.image.fill(Qt::transparent);
  QPainter painter(&answer.image);
  renderer.render(&painter);
  painter.end();
  for (int i = 0; i < request->parts; ++i) {
    const QString id = QStringLiteral("p%1").arg(i);
    answer.boxes.push_back(renderer.elementExists(id) ? renderer.transformForElement(id).mapRect(
                                                            renderer.boundsOnElement(id))
                                                      : QRectF());
  }
  return writeAll(packAnswer(answer)) ? Painted : NotWritten;
}

}  // namespace

bool isSvgHelperWanted(int argc, const char* const* argv) {
  return argc == 2 && std::string_view(argv[1]) == kHelperOption;
}

int runSvgHelper() {
  static_cast<void>(chdir("/"));
  limitResources();
  qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
  std::array<char, 20> program{"phaseboard-svg"};
  std::array<char, 20> option{"-platform"};
  std::array<char, 20> platform{"offscreen"};
  std::array<char*, 4> arguments{program.data(), option.data(), platform.data(), nullptr};
  int count = 3;
  // Never taken down: tidying up would ask for what is forbidden by then.
  static_cast<void>(new QGuiApplication(count, arguments.data()));
  warmUp();
  if (!forbidFilesAndNetwork())
    _exit(NotFenced);
  _exit(answerOne());
}

}  // namespace phaseboard::foreign
