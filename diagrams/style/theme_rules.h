// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagrams/style/theme.h"

namespace phaseboard::style {

/// Writes the table that `rules` keeps. To add a class, add its rule here.
[[nodiscard]] std::vector<StyleRule> buildRules(ThemeName theme);

}  // namespace phaseboard::style
