// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// How much a test of endurance does, and with which chance: little in a usual run, as much as the
/// environment says in `packaging/torture`.
namespace phaseboard::test {

/// The number in an environment variable; `otherwise` without it.
[[nodiscard]] std::uint64_t numberFrom(const char* variable, std::uint64_t otherwise);

/// `PHASEBOARD_SEED`, or another one in each process. Printed, so that a failure can be repeated.
[[nodiscard]] std::uint64_t announcedSeed();

}  // namespace phaseboard::test
