// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimeZone>

#include "app/base/clock.h"

namespace phaseboard::ui {

/// The machine's clock and its time zone. Nobody else asks what time it is.
class SystemClock : public Clock {
 public:
  SystemClock();
  [[nodiscard]] Instant now() const override;
  [[nodiscard]] UtcOffset offsetAt(Instant moment) const override;

 private:
  QTimeZone m_zone;
};

/// The machine's source of random numbers.
class SystemChance : public Chance {
 public:
  [[nodiscard]] std::uint64_t next() override;
};

}  // namespace phaseboard::ui
