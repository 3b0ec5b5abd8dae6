// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/result.h"
#include "app/content/model.h"

namespace phaseboard::scene {

/// Fills in `drawing` of every figure of a pack by `Scene::compile`, on `workers` threads. Fails
/// with the first figure, in the order of the pack, that cannot be read.
[[nodiscard]] Status compileDrawings(content::Pack& pack, int workers);

}  // namespace phaseboard::scene
