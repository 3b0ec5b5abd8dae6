// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "app/base/clock.h"

namespace phaseboard::test {

/// A clock that stands still until a test moves it.
class FakeClock : public Clock {
 public:
  explicit FakeClock(std::string_view iso = "2026-03-02T08:00:00Z",
                     UtcOffset offset = UtcOffset{0});

  [[nodiscard]] Instant now() const override { return m_now; }
  [[nodiscard]] UtcOffset offsetAt(Instant) const override { return m_offset; }

  void advanceSeconds(std::int64_t seconds);
  void advanceMinutes(std::int64_t minutes) { advanceSeconds(minutes * 60); }
  void advanceDays(std::int64_t days) { advanceSeconds(days * 86'400); }
  void set(std::string_view iso);
  void travelTo(UtcOffset offset) { m_offset = offset; }

 private:
  Instant m_now;
  UtcOffset m_offset;
};

/// SplitMix64 (Steele, Lea, Flood 2014) from a seed: the same numbers in every run.
class SeededChance : public Chance {
 public:
  explicit SeededChance(std::uint64_t seed) : m_state(seed) {}
  [[nodiscard]] std::uint64_t next() override;

 private:
  std::uint64_t m_state;
};

}  // namespace phaseboard::test
