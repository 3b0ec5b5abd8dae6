// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_numbers.h"

#include <cstdlib>
#include <iostream>

#include <unistd.h>

namespace phaseboard::test {

std::uint64_t numberFrom(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::uint64_t announcedSeed() {
  const std::uint64_t seed = numberFrom("PHASEBOARD_SEED", static_cast<std::uint64_t>(getpid()));
  std::cout << "PHASEBOARD_SEED=" << seed << "\n";
  return seed;
}

}  // namespace phaseboard::test
