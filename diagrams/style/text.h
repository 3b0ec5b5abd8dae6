// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <QGlyphRun>
#include <QList>
#include <QRawFont>
#include <QString>

#include "diagrams/style/theme.h"

/// Measuring and shaping. All lengths are units; text is UTF-8 on one line unless said otherwise.
/// Everything is measured at 100 pixels and scaled, which is what both SVG renderers and `shape`
/// paint, so a measured width is a painted width. Fonts register themselves on first use.
namespace phaseboard::style {

/// Width of `text` without inline maths.
[[nodiscard]] double textWidth(std::string_view text, const TextStyle& style);

struct FontMetrics {
  double ascent = 0;
  double descent = 0;
  double xHeight = 0;
  double capHeight = 0;
};

[[nodiscard]] FontMetrics metrics(const TextStyle& style);

/// One shaped line: glyphs at the true fractional size, origin on the baseline at the left end.
struct ShapedText {
  QList<QGlyphRun> runs;
  double width = 0;
};

[[nodiscard]] ShapedText shape(const QString& text, const TextStyle& style);

/// The face that paints `style` where it has the letters, at the true fractional size. Kept for the
/// thread that asks.
[[nodiscard]] QRawFont face(const TextStyle& style);

/// `face` at about `size` pixels, for painting glyphs straight onto pixels. Sizes are rounded to an
/// eighth of a pixel, which nobody sees, so that figures and scales share their pictures of glyphs.
/// Kept for the thread that asks, up to a limit.
[[nodiscard]] QRawFont faceForPixels(const QRawFont& face, double size);

/// How many glyphs that face has.
[[nodiscard]] std::size_t glyphCount(const TextStyle& style);

enum class Script { Base, Sub, Super };

/// A stretch of a label in one style.
struct InlineRun {
  std::string text;
  bool italic = false;
  Script script = Script::Base;

  friend bool operator==(const InlineRun&, const InlineRun&) = default;
};

/// Splits light inline maths, `$x_i^2$` or `$\alpha_{ij}$`, into runs. Letters between dollars are
/// italic; `_` and `^` take one character or a group in braces; `\name` is a Greek letter or a sign
/// (`\cdot \times \le \ge \ne \to \in \sum \infty \approx \hat{x}`). `\$` is a dollar. An unclosed
/// dollar is printed as it is.
[[nodiscard]] std::vector<InlineRun> parseInline(std::string_view label);

/// `label` as a reader says it, without dollars and scripts: "x_i^2" is "xi2".
[[nodiscard]] std::string plainText(std::string_view label);

/// A run at its place. `classes` are those to add to the class of the line: "it small".
struct PlacedRun {
  std::string text;
  TextStyle style;
  std::string classes;
  double x = 0;  ///< from the beginning of the line
  double y = 0;  ///< from its baseline, down
};

struct InlineLine {
  std::vector<PlacedRun> runs;
  double width = 0;
};

/// Places the runs of `label` one after another; a superscript right after a subscript stands above
/// it.
[[nodiscard]] InlineLine layoutInline(std::string_view label, const TextStyle& style);

/// Width of `label` with its inline maths.
[[nodiscard]] double labelWidth(std::string_view label, const TextStyle& style);

/// Breaks `label` at spaces so that no line is wider than `width`, filling each line as far as it
/// goes. Inline maths is never broken; "\n" always breaks. A word wider than `width` stands alone
/// and overflows: compare `labelWidth` to find it.
[[nodiscard]] std::vector<std::string> wrapGreedy(std::string_view label, const TextStyle& style,
                                                  double width);

/// As `wrapGreedy`, with no more lines but of lengths as equal as they can be.
[[nodiscard]] std::vector<std::string> wrapBalanced(std::string_view label, const TextStyle& style,
                                                    double width);

}  // namespace phaseboard::style
