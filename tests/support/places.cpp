// SPDX-License-Identifier: Apache-2.0
#include "tests/support/places.h"

namespace phaseboard::test {

std::filesystem::path inSources(std::string_view path) {
  return std::filesystem::path(PHASEBOARD_SOURCE_DIR) / path;
}

std::filesystem::path inBuild(std::string_view path) {
  return std::filesystem::path(PHASEBOARD_BINARY_DIR) / path;
}

}  // namespace phaseboard::test
