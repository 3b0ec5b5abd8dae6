// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <QRect>
#include <QSize>

#include "diagrams/style/palette.h"

/// Figures measured by what they paint: every element of an SVG is painted by itself, and its
/// pixels are compared with those of the others. Nothing here asks the compiler where it put
/// something.
namespace phaseboard::geometry {

enum class InkKind {
  Words,  ///< a line of text
  Wire,   ///< line or head of an edge
  Body,   ///< ground of a node
  Frame,  ///< ground of a group
  Chip,   ///< ground of a label
  Other,  ///< lines, dots, icons, cells ...
};

/// The pixels of one element.
struct Ink {
  InkKind kind = InkKind::Other;
  std::string part;  ///< empty for what belongs to no part
  std::string from;  ///< of an edge
  std::string to;
  std::string classes;  ///< its own
  std::string text;
  bool inNode = false;
  bool isSegment = false;  ///< of a bar, which counts as one
  bool isColumn = false;   ///< of a table, where rows and columns cross
  bool isTurned = false;
  QRect box;                        ///< pixels
  std::vector<std::uint8_t> cover;  ///< 0 to 255, row by row of `box`

  [[nodiscard]] int at(int x, int y) const;
  [[nodiscard]] bool has(std::string_view className) const;
};

struct InkedFigure {
  QSize size;              ///< pixels
  double scale = 1;        ///< pixels per unit
  std::vector<Ink> marks;  ///< in paint order
};

/// Paints every element of `svg` by itself through the scene.
[[nodiscard]] InkedFigure inkOf(const std::string& svg, double scale);

}  // namespace phaseboard::geometry
