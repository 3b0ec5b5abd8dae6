// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace phaseboard::ui {

/// The most of one text that a view sets: a thousand words and more. Whatever stands in them,
/// reading, setting and painting them takes less than a tenth of a second.
inline constexpr qsizetype kMostShown = 7'000;

/// And the most lines, because a reader of lists takes a time that grows with their square.
inline constexpr qsizetype kMostLinesShown = 1'500;

/// As much of a text as a view shows. The text itself stays as it is.
struct ShownText {
  QString markdown;
  qsizetype left = 0;  ///< characters that are not shown
};

/// All of `markdown`, or its beginning: up to the end of a paragraph, a line or a word if there is
/// one not far before the limit.
[[nodiscard]] ShownText shownText(const QString& markdown);

}  // namespace phaseboard::ui
