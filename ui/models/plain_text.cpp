// SPDX-License-Identifier: Apache-2.0
#include "ui/models/plain_text.h"

#include <QRegularExpression>

#include "diagrams/style/text.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {

QString plainText(const QString& markdown) {
  static const QRegularExpression display(QStringLiteral(R"(\$\$.*?\$\$)"),
                                          QRegularExpression::DotMatchesEverythingOption);
  static const QRegularExpression link(QStringLiteral(R"(!?\[([^\]]*)\]\([^)]*\))"));
  static const QRegularExpression marks(QStringLiteral(R"([*`]|(?<!\w)_|_(?!\w))"));
  QString text = QString(markdown).replace(display, QStringLiteral("…"));
  text = toQt(style::plainText(fromQt(text)));
  text.replace(link, QStringLiteral("\\1"));
  text.remove(marks);
  return text.simplified();
}

QString readablePiece(const QString& markdown) {
  static const QRegularExpression endOfTarget(QStringLiteral(R"(^…[^\s()\[\]]*\)\s*)"));
  static const QRegularExpression wholeLink(QStringLiteral(R"(!?\[([^\[\]]*)\]\([^)\s]*\)?)"));
  static const QRegularExpression restOfLink(QStringLiteral(R"(\]\([^)\s]*\)?)"));
  QString piece = markdown;
  piece.replace(endOfTarget, QStringLiteral("…"));
  piece.replace(wholeLink, QStringLiteral("\\1")).remove(restOfLink).remove(u'[');
  return plainText(piece);
}

}  // namespace phaseboard::ui
