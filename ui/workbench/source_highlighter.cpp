// SPDX-License-Identifier: Apache-2.0
#include "ui/workbench/source_highlighter.h"

#include <QRegularExpression>

namespace phaseboard::ui {

using namespace Qt::StringLiterals;

SourceHighlighter::SourceHighlighter(QObject* parent)
    : QSyntaxHighlighter(parent), m_colours(style::applicationColours(style::ThemeName::Light)) {}

void SourceHighlighter::setColours(const style::ApplicationColours& colours) {
  m_colours = colours;
  rehighlight();
}

void SourceHighlighter::highlightBlock(const QString& text) {
  static const QRegularExpression key(uR"((?<![\w"])[A-Za-z_]+(?=\s*(=|:(\s|$))))"_s);
  static const QRegularExpression quoted(uR"("(\\.|[^"\\])*")"_s);
  static const QRegularExpression formula(uR"(\$[^$]+\$)"_s);
  static const QRegularExpression comment(uR"((^|\s)(#|//).*$)"_s);
  const auto mark = [&](const QRegularExpression& pattern, const QColor& colour) {
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
      const QRegularExpressionMatch match = matches.next();
      setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                colour);
    }
  };
  mark(key, m_colours.accent);
  mark(quoted, m_colours.good);
  mark(formula, m_colours.warn);
  mark(comment, m_colours.disabledText);
}

}  // namespace phaseboard::ui
