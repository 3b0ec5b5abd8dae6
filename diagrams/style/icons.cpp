// SPDX-License-Identifier: Apache-2.0
#include "diagrams/style/icons.h"

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QString>
#include <QXmlStreamReader>

// Q_INIT_RESOURCE does not work inside a namespace.
static void initialiseIcons() {
  Q_INIT_RESOURCE(style_icons);
}

namespace phaseboard::style {
namespace {

QString folder() {
  initialiseIcons();
  return QStringLiteral(":/phaseboard/icons");
}

}  // namespace

std::optional<Icon> icon(std::string_view name) {
  const QString word =
      QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) + QStringLiteral(".svg");
  QFile file(folder() + QLatin1Char('/') + word);
  if (name.find('/') != std::string_view::npos || !file.open(QIODevice::ReadOnly))
    return std::nullopt;
  Icon icon;
  QXmlStreamReader xml(&file);
  while (!xml.atEnd())
    if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("path"))
      icon.paths.push_back(xml.attributes().value(QLatin1String("d")).toString().toStdString());
  return icon;
}

std::vector<std::string> iconNames() {
  std::vector<std::string> names;
  const QStringList files = QDir(folder()).entryList({QStringLiteral("*.svg")}, QDir::Files);
  for (const QString& file : files)
    names.push_back(file.chopped(4).toStdString());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace phaseboard::style
