// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace phaseboard::foreign {

/// A file that means harm, or that chance has damaged.
struct HostileFile {
  std::string name;
  std::string svg;
  bool mustBeRefused = false;  ///< else it may also open, within the limits
};

/// More than 200 of them, always the same.
[[nodiscard]] std::vector<HostileFile> hostileFiles();

/// 447 bytes that cost Qt SVG seven seconds: fifty lines and a tiny dash.
[[nodiscard]] std::string tinyDashes();
/// 117 KB that cost it ten gigabytes.
[[nodiscard]] std::string manyTinyDashes();

}  // namespace phaseboard::foreign
