// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/clock.h"

namespace phaseboard {

/// The offset that study days are counted with at `moment`: the one in force, except while clocks
/// that were set back over the day start have not caught up with it. Until then local time stands
/// still at the day start, so that in one zone no study day ends twice. A handful of zones does so,
/// a few hours a year. O(1) in zones whose clocks were not set back within a day.
[[nodiscard]] UtcOffset studyOffsetAt(const Clock& clock, Instant moment, DayStart dayStart);

/// The study day at `moment`; never less than that of an earlier moment in the same zone.
[[nodiscard]] StudyDay studyDayAt(const Clock& clock, Instant moment, DayStart dayStart);

}  // namespace phaseboard
