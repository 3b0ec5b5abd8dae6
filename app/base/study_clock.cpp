// SPDX-License-Identifier: Apache-2.0
#include "app/base/study_clock.h"

namespace phaseboard {
namespace {

/// The last moment before `moment`, within a day, at which clocks showed a later time than by the
/// offset of `moment`.
Instant lastBeforeSettingBack(const Clock& clock, Instant moment) {
  const UtcOffset offset = clock.offsetAt(moment);
  std::int64_t before = moment.value() - kMillisPerDay;
  std::int64_t after = moment.value();
  while (after - before > 1) {
    const std::int64_t middle = before + (after - before) / 2;
    (clock.offsetAt(Instant{middle}) > offset ? before : after) = middle;
  }
  return Instant{before};
}

}  // namespace

UtcOffset studyOffsetAt(const Clock& clock, Instant moment, DayStart dayStart) {
  const UtcOffset offset = clock.offsetAt(moment);
  if (clock.offsetAt(Instant{moment.value() - kMillisPerDay}) <= offset)
    return offset;
  const Instant before = lastBeforeSettingBack(clock, moment);
  const StudyDay begun = studyDay(before, clock.offsetAt(before), dayStart);
  if (studyDay(moment, offset, dayStart) >= begun)
    return offset;
  const std::int64_t missing = beginOf(begun, UtcOffset{0}, dayStart).value() - moment.value();
  // Rounded up: the day has begun.
  const std::int64_t seconds =
      missing / kMillisPerSecond + (missing > 0 && missing % kMillisPerSecond != 0 ? 1 : 0);
  return UtcOffset{static_cast<std::int32_t>(seconds)};
}

StudyDay studyDayAt(const Clock& clock, Instant moment, DayStart dayStart) {
  return studyDay(moment, studyOffsetAt(clock, moment, dayStart), dayStart);
}

}  // namespace phaseboard
