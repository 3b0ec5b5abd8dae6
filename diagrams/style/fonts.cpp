// SPDX-License-Identifier: Apache-2.0
#include "diagrams/style/fonts.h"

#include <array>

#include <QByteArray>
#include <QFontDatabase>
#include <QResource>
#include <QString>

// Q_INIT_RESOURCE does not work inside a namespace.
static void initialiseResources() {
  Q_INIT_RESOURCE(style_fonts);
}

namespace phaseboard::style {
namespace {

bool loadFaces() {
  initialiseResources();
  constexpr std::array kFaces{"inter-regular",  "inter-italic", "inter-medium",
                              "inter-semibold", "inter-bold",   "jetbrains-mono-regular"};
  bool good = true;
  for (const char* face : kFaces) {
    const QResource resource(QStringLiteral(":/phaseboard/fonts/") + QLatin1String(face));
    good = resource.isValid() &&
           QFontDatabase::addApplicationFontFromData(resource.uncompressedData()) >= 0 && good;
  }
  return good;
}

}  // namespace

bool registerFonts() {
  static const bool kLoaded = loadFaces();
  return kLoaded;
}

QFont font(const TextStyle& style, int pixelSize) {
  QFont font(style.family == Family::Inter ? QStringLiteral("Inter")
                                           : QStringLiteral("JetBrains Mono"));
  font.setPixelSize(pixelSize);
  font.setWeight(static_cast<QFont::Weight>(style.weight));
  font.setItalic(style.italic);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

}  // namespace phaseboard::style
