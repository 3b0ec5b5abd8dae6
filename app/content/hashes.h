// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "app/content/model.h"

namespace phaseboard::content {

/// A number that changes with anything that a reader of the note sees: texts, items and their
/// order, concepts, parts, sources and listed figures. Not with what `hash` held before.
[[nodiscard]] std::uint64_t hashOf(const Note& note);

}  // namespace phaseboard::content
