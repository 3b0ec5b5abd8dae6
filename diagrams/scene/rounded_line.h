// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QPainterPath>
#include <QRect>

#include "diagrams/scene/round_box.h"

namespace phaseboard::scene {

/// What of a line one box, or the ring between two, covers; only `within` whole pixels. Pieces of a
/// line share no pixel.
struct LinePiece {
  RoundBox outer;
  std::optional<RoundBox> inner;
  QRect within;
};

/// The area of a line that runs upright or across and turns by quarters only, as the wires of
/// figures do: a box for each straight run and a quarter of a ring for each turn. Lengths are
/// pixels. A turn may be drawn as a quarter of a circle or as a parabola; the arc that stands in
/// for a parabola lies at most 0.013 of its arms beside it.
///
/// Nothing for every other line, one without turns, one that turns tighter than it is wide, and
/// ends that are square.
[[nodiscard]] std::optional<std::vector<LinePiece>> piecesOfRoundedLine(const QPainterPath& line,
                                                                        double width,
                                                                        Qt::PenCapStyle cap);

}  // namespace phaseboard::scene
