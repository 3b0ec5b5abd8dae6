// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/ops/progress_report.h"
#include "app/ports/pack_library.h"
#include "ui/charts/readiness_matrix.h"

namespace phaseboard::ui {

/// The phases as columns of a readiness matrix.
[[nodiscard]] std::vector<ReadinessMatrix::Column> readinessColumns(const ports::PackLibrary& pack);

/// The questions as its rows; a phase without prompts is an empty cell.
[[nodiscard]] std::vector<ReadinessMatrix::Row> readinessRows(const ports::PackLibrary& pack,
                                                              const ops::ReadinessMap& readiness);

}  // namespace phaseboard::ui
