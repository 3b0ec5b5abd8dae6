// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "diagrams/scene/scene.h"

namespace phaseboard::scene {

/// The smallest group whose frame holds the whole body of `inner`, if there is one.
[[nodiscard]] std::optional<PartId> groupAround(const std::vector<Item>& items, const Item& inner);

/// The order described at `Scene::readingOrder`; every item occurs exactly once.
[[nodiscard]] std::vector<PartId> orderForReading(const std::vector<Item>& items);

}  // namespace phaseboard::scene
