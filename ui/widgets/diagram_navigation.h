// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "app/base/ids.h"
#include "diagrams/scene/look.h"
#include "diagrams/scene/scene.h"

namespace phaseboard::ui {

enum class Direction { Left, Right, Up, Down };

/// Where an arrow key leads: from a node along the edge that leaves or enters it on that side, from
/// an edge to its end on that side, and where there is none to the nearest node on that side.
[[nodiscard]] std::optional<PartId> partTowards(const scene::Scene& scene, const PartId& from,
                                                Direction direction);

/// The part after (or before) `from` in reading order; the first (or last) one after none.
[[nodiscard]] std::optional<PartId> partAfter(const scene::Scene& scene,
                                              const std::optional<PartId>& from, bool forward);

/// `base` with the part under the pointer brought out, and in two other colours what feeds it and
/// what it feeds: the edges on either side with the nodes at their far ends. Masks stay masks.
[[nodiscard]] scene::Look hovered(const scene::Scene& scene, scene::Look base, const PartId& part);

/// `base` with a chosen part and its edges brought out; nothing recedes.
[[nodiscard]] scene::Look chosen(const scene::Scene& scene, scene::Look base, const PartId& part);

}  // namespace phaseboard::ui
