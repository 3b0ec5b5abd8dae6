// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/system_clock.h"

#include <chrono>

#include <QDateTime>
#include <QRandomGenerator>

namespace phaseboard::ui {

SystemClock::SystemClock() : m_zone(QTimeZone::systemTimeZone()) {}

Instant SystemClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return Instant(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

UtcOffset SystemClock::offsetAt(Instant moment) const {
  return UtcOffset(m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(moment.value(), Qt::UTC)));
}

std::uint64_t SystemChance::next() {
  return QRandomGenerator::system()->generate64();
}

}  // namespace phaseboard::ui
