// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/board/drawing.h"

/// Putting what is there into order.
namespace phaseboard::board {

enum class Alignment { Left, Centre, Right, Top, Middle, Bottom };
enum class Direction { Across, Down };

/// Lines up what can stand (not edges) among `selection` at the outermost of them, or at the middle
/// of all. Fewer than two change nothing.
[[nodiscard]] Edit align(const Document& document, const Selection& selection, Alignment alignment);

/// Makes the gaps between three or more equal; the outermost two stay.
[[nodiscard]] Edit distribute(const Document& document, const Selection& selection,
                              Direction direction);

/// A movement that ends in line with something that stays.
struct SnappedMove {
  Point by;
  std::optional<double> upright;  ///< x of the line on which middles then stand
  std::optional<double> level;    ///< y of the other

  friend bool operator==(const SnappedMove&, const SnappedMove&) = default;
};

/// Changes a movement of the selection by `reach` at most, each way by itself, so that the middle
/// of a part in it comes to stand above, below or beside the middle of one that stays.
[[nodiscard]] SnappedMove snapMove(const Document& document, const Selection& selection, Point by,
                                   double reach);

/// Lays all parts out anew, in one edit: columns from left to right along the arrows, few
/// crossings, the parts of a group together and the frames around them. The upper left corner of
/// all parts stays; texts and ink stay where they are. The same document always gives the same
/// layout.
[[nodiscard]] Edit tidy(const Document& document);

}  // namespace phaseboard::board
