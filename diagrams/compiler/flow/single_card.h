// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include "diagrams/style/palette.h"

namespace phaseboard::compiler {

class SvgWriter;

/// One card alone, exactly as it stands in a flow figure, for whiteboards.
struct SingleCard {
  QSizeF size;      ///< of the card, captions included
  QPointF corner;   ///< where its upper left corner stands in the figure, with room for its shadow
  std::string svg;  ///< a figure in the strict subset that holds the card as the part "card"
};

/// `label` is plain text and may be empty; long words make the card wider. Any icon is the kind's
/// own. About a millisecond.
[[nodiscard]] SingleCard singleCard(style::Role role, const std::string& label);

/// Writes such a card as the part `id` into a figure; `box` has the size of the card.
void writeSingleCard(SvgWriter& svg, style::Role role, const std::string& label,
                     const std::string& id, const QRectF& box);

/// `singleCard(...).size` without the figure.
[[nodiscard]] QSizeF singleCardSize(style::Role role, const std::string& label);

}  // namespace phaseboard::compiler
