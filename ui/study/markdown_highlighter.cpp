// SPDX-License-Identifier: Apache-2.0
#include "ui/study/markdown_highlighter.h"

#include <QRegularExpression>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kInFence = 1;

}  // namespace

MarkdownHighlighter::MarkdownHighlighter(QTextDocument* document)
    : QSyntaxHighlighter(document), m_colours(style::applicationColours(style::ThemeName::Light)) {}

void MarkdownHighlighter::setColours(const style::ApplicationColours& colours) {
  m_colours = colours;
  rehighlight();
}

void MarkdownHighlighter::mark(const QString& text, const QRegularExpression& pattern,
                               const QTextCharFormat& format) {
  auto matches = pattern.globalMatch(text);
  while (matches.hasNext()) {
    const QRegularExpressionMatch match = matches.next();
    setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
              format);
  }
}

void MarkdownHighlighter::highlightBlock(const QString& text) {
  // Qt lays a line out anew for each of its colours, and nobody writes lines that are so long.
  constexpr qsizetype kLongestColoured = 4'000;
  if (text.size() > kLongestColoured)
    return;
  static const QRegularExpression heading(u"^#{1,4} .*$"_s);
  static const QRegularExpression strong(uR"(\*\*[^*]+\*\*)"_s);
  static const QRegularExpression emphasis(uR"((?<![*\w])\*[^*\s][^*]*\*)"_s);
  static const QRegularExpression code(u"`[^`]+`"_s);
  static const QRegularExpression maths(uR"(\$[^$\s][^$]*\$)"_s);
  static const QRegularExpression bullet(uR"(^\s*([-*+]|\d+\.)\s)"_s);
  static const QRegularExpression link(uR"(\[[^\]\n]*\](?=\())"_s);
  static const QRegularExpression target(uR"((?<=\])\([^)\s]*\))"_s);
  QTextCharFormat quiet;
  quiet.setForeground(m_colours.disabledText);
  QTextCharFormat bold;
  bold.setFontWeight(QFont::DemiBold);
  QTextCharFormat slanted;
  slanted.setFontItalic(true);
  QTextCharFormat mono;
  mono.setFontFamilies({u"JetBrains Mono"_s});
  mono.setFontStyleStrategy(QFont::PreferNoShaping);
  mono.setForeground(m_colours.mutedText);
  QTextCharFormat accent;
  accent.setForeground(m_colours.accent);

  const bool fence = text.startsWith("```"_L1);
  const bool inside = previousBlockState() == kInFence;
  setCurrentBlockState(inside != fence ? kInFence : 0);
  if (inside || fence) {
    setFormat(0, static_cast<int>(text.size()), mono);
    return;
  }
  mark(text, heading, bold);
  mark(text, bullet, accent);
  mark(text, emphasis, slanted);
  mark(text, strong, bold);
  mark(text, maths, accent);
  mark(text, code, mono);
  mark(text, link, accent);
  mark(text, target, quiet);
}

}  // namespace phaseboard::ui
