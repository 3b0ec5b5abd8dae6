// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QPainterPath>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include "diagrams/style/theme.h"

namespace phaseboard::compiler {

/// One painted element of a finished figure, where it stands on the canvas.
struct DrawnMark {
  std::string part;                ///< empty for what belongs to no part
  std::vector<std::string> chain;  ///< class lists, outermost group first, its own last
  QPainterPath path;               ///< of a shape
  QString text;                    ///< of a line of text
  QRectF box;  ///< a shape's bounds; of a text the room of its letters, capital height
  style::Paint light;
  style::Paint dark;

  [[nodiscard]] bool isText() const { return !text.isEmpty(); }
  [[nodiscard]] bool has(std::string_view className) const;
};

struct DrawnPart {
  std::string id;
  bool isNode = false;
  std::size_t marks = 0;
};

struct DrawnFigure {
  QSizeF size;
  std::vector<DrawnMark> marks;  ///< in paint order
  std::vector<DrawnPart> parts;
};

/// Reads what `checkSvgSubset` found nothing against. Nothing when it is not even that.
[[nodiscard]] std::optional<DrawnFigure> readDrawnFigure(std::string_view svg);

}  // namespace phaseboard::compiler
