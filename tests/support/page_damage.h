// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/base/clock.h"

namespace phaseboard::test {

/// What became of a file on the disk, in words for a failing test.
struct Damage {
  std::string bytes;
  std::string what;
};

/// One flipped bit (in most cases), a cut anywhere, a sector of zeros or of noise, or a sector that
/// holds what belongs elsewhere.
[[nodiscard]] Damage damaged(const std::string& whole, Chance& chance);

/// A database file with the checksums that fit its pages, as an enemy would write it.
[[nodiscard]] std::string withFittingChecksums(std::string file);

}  // namespace phaseboard::test
