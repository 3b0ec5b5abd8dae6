// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <vector>

#include <QBrush>
#include <QColor>
#include <QPen>

#include "diagrams/scene/drawing.h"
#include "diagrams/style/palette.h"

namespace phaseboard::scene {

/// Pen and brush of one style, ready for a painter. Text is painted with `ink`.
struct ResolvedStyle {
  QPen pen;
  QBrush brush;
  QColor ink;
};

using ResolvedStyles = std::vector<ResolvedStyle>;

/// The styles of one drawing, resolved once for each theme and kept.
class PaintCache {
 public:
  explicit PaintCache(const std::vector<ClassChain>& styles) : m_chains(styles) {}

  [[nodiscard]] const ResolvedStyles& plain(style::ThemeName theme);

  /// Every colour mixed with the canvas; `share` 1 is the canvas itself. Kept for the last share.
  [[nodiscard]] const ResolvedStyles& dimmed(style::ThemeName theme, double share);

  /// Every colour as a grey of the same lightness, a little towards the canvas.
  [[nodiscard]] const ResolvedStyles& grey(style::ThemeName theme);

 private:
  struct PerTheme {
    std::optional<ResolvedStyles> plain;
    std::optional<ResolvedStyles> dimmed;
    std::optional<ResolvedStyles> grey;
    double share = -1;
  };

  PerTheme& of(style::ThemeName theme) { return m_themes[static_cast<std::size_t>(theme)]; }

  std::vector<ClassChain> m_chains;
  std::array<PerTheme, style::kThemes.size()> m_themes;
};

}  // namespace phaseboard::scene
