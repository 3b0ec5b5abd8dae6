// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/ops/progress_report.h"
#include "app/ports/settings.h"
#include "ui/charts/forecast_chart.h"

namespace phaseboard::ui {

/// The forecast of a report as bars, the backlog on that of today.
[[nodiscard]] std::vector<DayBar> dayBars(const ops::ProgressReport& report,
                                          const ports::Settings& settings);

}  // namespace phaseboard::ui
