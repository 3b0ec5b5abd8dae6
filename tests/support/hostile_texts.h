// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace phaseboard::test {

struct HostileText {
  std::string name;
  std::string text;
};

/// More than two hundred texts that try to lead Markdown or HTML out of the program or to hold it
/// up, made of few recipes. Files that they name are called after `bait`.
[[nodiscard]] std::vector<HostileText> hostileTexts(const std::string& bait);

/// Tables that no program writes.
[[nodiscard]] std::vector<HostileText> hostileTables();

}  // namespace phaseboard::test
