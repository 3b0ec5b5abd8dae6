// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace phaseboard::ui {

void loadLanguage(QCoreApplication& application) {
  const QString folder = QStringLiteral(":/phaseboard/translations");
  auto* english = new QTranslator(&application);
  if (english->load(QStringLiteral("phaseboard_en"), folder))
    QCoreApplication::installTranslator(english);
  auto* own = new QTranslator(&application);
  if (own->load(QLocale(), QStringLiteral("phaseboard"), QStringLiteral("_"), folder))
    QCoreApplication::installTranslator(own);
}

}  // namespace phaseboard::ui
