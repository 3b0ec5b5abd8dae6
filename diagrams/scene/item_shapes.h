// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagrams/scene/drawing.h"

namespace phaseboard::scene {

/// How far beside a wire it can still be touched, in all, units.
inline constexpr double kWireTouchWidth = 14;

/// See `Scene::inkOf`; `item` is an index.
[[nodiscard]] QPainterPath inkOf(const Drawing& drawing, std::size_t item);

/// See `Scene::paintBoxesOf`, without the halo; `item` is an index.
[[nodiscard]] std::vector<QRectF> paintBoxesOf(const Drawing& drawing, std::size_t item);

/// Completes the items of a drawing from their marks: bounds, box, outline, route, hit shape.
void shapeItems(Drawing& drawing);

}  // namespace phaseboard::scene
