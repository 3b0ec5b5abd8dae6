// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

#include "app/base/clock.h"

namespace phaseboard::ui {

[[nodiscard]] QDate toQt(StudyDay day);
[[nodiscard]] StudyDay fromQt(QDate date);

/// "today 14:05", "yesterday 09:12" or "3 Mar 2026 09:12", by the clock on the wall.
[[nodiscard]] QString momentText(Instant moment, const Clock& clock);

/// "12 min", "1 h 5 min"; "under 1 min" for less.
[[nodiscard]] QString durationText(Millis length);

}  // namespace phaseboard::ui
