// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/result.h"
#include "app/ports/settings.h"

namespace phaseboard::ops {

/// `InvalidInput` with the field as subject for the first value out of its range. Retention and
/// parameters are checked where they are used (`memorySettings`).
[[nodiscard]] Status checkSettings(const ports::Settings& settings);

}  // namespace phaseboard::ops
