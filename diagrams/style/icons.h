// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phaseboard::style {

/// A picture of strokes on a 24 by 24 grid, drawn 2 units wide with round ends and joins.
struct Icon {
  std::vector<std::string> paths;  ///< SVG path data, M L H V C Q A Z

  friend bool operator==(const Icon&, const Icon&) = default;
};

/// The icon of that name, or nothing. Reads the program's own resources: keep the result.
[[nodiscard]] std::optional<Icon> icon(std::string_view name);

/// Every name, sorted.
[[nodiscard]] std::vector<std::string> iconNames();

}  // namespace phaseboard::style
