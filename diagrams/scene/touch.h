// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainterPath>
#include <QPointF>

#include "diagrams/scene/scene.h"

namespace phaseboard::scene {

/// Whether some point of `line` is at most `reach` away from `point`. Curves are followed in short
/// straight pieces; nothing is stroked, so asking is cheap and needs no preparation.
[[nodiscard]] bool liesNear(const QPainterPath& line, QPointF point, double reach);

/// Whether a part is touched at `point`: inside one of its areas, or near its line.
[[nodiscard]] bool isTouched(const Item& item, QPointF point);

}  // namespace phaseboard::scene
