// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace phaseboard::content {

/// Where an outline goes: scaled first, then moved.
struct OutlinePlace {
  double x = 0;
  double y = 0;
  double scale = 1;
};

/// Appends path data of absolute M, L, Q, C and Z, placed, with at most one decimal.
/// @return false when `data` holds anything else; `path` is then of no use
[[nodiscard]] bool appendOutline(std::string& path, std::string_view data,
                                 const OutlinePlace& place);

void appendRectangle(std::string& path, double x, double y, double width, double height);

}  // namespace phaseboard::content
