// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/style_sheet.h"

#include <array>
#include <cmath>
#include <utility>

#include <QFile>

static void initialiseThemes() {
  Q_INIT_RESOURCE(themes);
}

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

QString sheetTemplate() {
  initialiseThemes();
  QFile file(u":/phaseboard/themes/phaseboard.qss"_s);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// `@text(13)` becomes the pixels of 13 at the user's text size.
void replaceSizes(QString& sheet, double textScale) {
  const QString mark = u"@text("_s;
  for (qsizetype at = sheet.indexOf(mark); at >= 0; at = sheet.indexOf(mark, at)) {
    const qsizetype end = sheet.indexOf(u')', at);
    const int pixels = QStringView(sheet).mid(at + mark.size(), end - at - mark.size()).toInt();
    sheet.replace(at, end - at + 1, QString::number(std::lround(pixels * textScale)) + u"px"_s);
  }
}

}  // namespace

QString styleSheet(const style::ApplicationColours& c, double textScale) {
  // Longer names stand before their beginnings: "@accentHover" before "@accent".
  const std::array<std::pair<QLatin1StringView, QColor>, 22> table{{
      {"@window"_L1, c.window},
      {"@sidebar"_L1, c.sidebar},
      {"@cardBorder"_L1, c.cardBorder},
      {"@card"_L1, c.card},
      {"@hover"_L1, c.hover},
      {"@pressed"_L1, c.pressed},
      {"@selection"_L1, c.selection},
      {"@onSelection"_L1, c.onSelection},
      {"@text"_L1, c.text},
      {"@mutedText"_L1, c.mutedText},
      {"@disabledText"_L1, c.disabledText},
      {"@accentHover"_L1, c.accentHover},
      {"@accentSoft"_L1, c.accentSoft},
      {"@accent"_L1, c.accent},
      {"@onAccent"_L1, c.onAccent},
      {"@focusRing"_L1, c.focusRing},
      {"@goodSoft"_L1, c.goodSoft},
      {"@good"_L1, c.good},
      {"@warnSoft"_L1, c.warnSoft},
      {"@warn"_L1, c.warn},
      {"@badSoft"_L1, c.badSoft},
      {"@bad"_L1, c.bad},
  }};
  QString sheet = sheetTemplate();
  replaceSizes(sheet, textScale);
  for (const auto& [name, colour] : table)
    sheet.replace(name, colour.name());
  return sheet;
}

}  // namespace phaseboard::ui
