// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "app/base/result.h"
#include "diagrams/scene/drawing.h"

namespace phaseboard::scene {

/// Reads a figure in the strict subset into marks and bare items; `shapeItems` completes them.
/// Text is shaped here, once. Refuses what `Scene::read` refuses.
[[nodiscard]] Result<Drawing> readFigure(std::string_view svg);

}  // namespace phaseboard::scene
