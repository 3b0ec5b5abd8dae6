// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_clock.h"

#include "app/base/assert.h"

namespace phaseboard::test {

FakeClock::FakeClock(std::string_view iso, UtcOffset offset) : m_offset(offset) {
  set(iso);
}

void FakeClock::advanceSeconds(std::int64_t seconds) {
  m_now = Instant{m_now.value() + seconds * kMillisPerSecond};
}

void FakeClock::set(std::string_view iso) {
  const auto moment = instantFromIso(iso);
  PHASEBOARD_ASSERT(moment.has_value());
  m_now = *moment;
}

std::uint64_t SeededChance::next() {
  m_state += 0x9e3779b97f4a7c15ULL;
  std::uint64_t mixed = m_state;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
  return mixed ^ (mixed >> 31);
}

}  // namespace phaseboard::test
