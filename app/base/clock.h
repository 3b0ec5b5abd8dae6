// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "app/base/study_day.h"

namespace phaseboard {

/// Where time comes from. One implementation asks the machine (`ui/bridge/system_clock.h`); tests
/// move their own. Algorithms never take a clock: they take the moment.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;

  /// The offset of local time in force at `moment`.
  [[nodiscard]] virtual UtcOffset offsetAt(Instant moment) const = 0;
};

/// Where chance comes from. Only for ids that must be unlike all others; nothing that is stored
/// otherwise depends on it.
class Chance {
 public:
  virtual ~Chance() = default;
  [[nodiscard]] virtual std::uint64_t next() = 0;
};

}  // namespace phaseboard
