// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QPainterPath>
#include <QRectF>

namespace phaseboard::scene {

/// An upright rectangle whose four corners are equally round; a disc when they meet.
struct RoundBox {
  QRectF box;
  double radius = 0;

  friend bool operator==(const RoundBox&, const RoundBox&) = default;
};

/// The box whose border lies `distance` outside of this one's, or inside when it is negative. Sharp
/// corners stay sharp.
[[nodiscard]] RoundBox grown(const RoundBox& box, double distance);

/// The box that `path` is, if it is one and nothing else: what `addRect`, `addRoundedRect` with one
/// radius and `addEllipse` with one radius make.
[[nodiscard]] std::optional<RoundBox> roundBoxOf(const QPainterPath& path);

}  // namespace phaseboard::scene
