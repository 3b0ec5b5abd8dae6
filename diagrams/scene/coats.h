// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include <QColor>

#include "diagrams/scene/round_box.h"

class QPainter;

namespace phaseboard::scene {

/// One colour on all of `outer` that is not `inner`.
struct Coat {
  RoundBox outer;
  std::optional<RoundBox> inner;  ///< within `outer`, or beside it as far as it matters
  QColor colour;
};

/// Paints coats one over the other, with soft edges, as QPainter paints the same shapes as paths.
/// Only the rim is worked out pixel by pixel, which is several times faster.
///
/// `painter` counts pixels; lengths are pixels. Nothing outside of `visible` is painted.
void paintCoats(QPainter& painter, std::span<const Coat> coats, const QRect& visible);

/// Fills pixels with a colour. Qt shares the lines of a tall translucent area out to its threads
/// and waits for them, which takes longer than filling it: so it is given to Qt in lower ones.
void fillPixels(QPainter& painter, const QRect& area, const QColor& colour);

}  // namespace phaseboard::scene
