// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/shown_text.h"

#include <algorithm>

namespace phaseboard::ui {
namespace {

using namespace Qt::StringLiterals;

/// Where the line after so many begins, or the end.
qsizetype endOfLines(const QString& text, qsizetype lines) {
  qsizetype at = 0;
  for (; lines > 0 && at < text.size(); --lines) {
    const qsizetype end = text.indexOf(u'\n', at);
    at = end < 0 ? text.size() : end + 1;
  }
  return at;
}

}  // namespace

ShownText shownText(const QString& markdown) {
  const qsizetype most = std::min(kMostShown, endOfLines(markdown, kMostLinesShown));
  if (markdown.size() <= most)
    return {markdown, 0};
  qsizetype end = most;
  for (const QString& gap : {u"\n\n"_s, u"\n"_s, u" "_s}) {
    const qsizetype before = markdown.lastIndexOf(gap, most - gap.size());
    if (before >= most / 2) {
      end = before + gap.size();
      break;
    }
  }
  if (markdown[end - 1].isHighSurrogate())
    --end;
  return {markdown.left(end), markdown.size() - end};
}

}  // namespace phaseboard::ui
