// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "app/base/result.h"
#include "app/ops/mock_report.h"

namespace phaseboard::ui {

class Session;

/// The debrief as Markdown: times, what was asked, what was written, points, board, follow-ups.
[[nodiscard]] QString markdownOf(const ops::MockReport& report, const Session& session);

/// Writes the debrief as Markdown or PDF, by the ending of the name, under a temporary name first;
/// the PDF shows the board too. `InvalidInput` for another ending; `ReadOnly` or `InputOutput` when
/// it could not be written.
[[nodiscard]] Status exportMock(const ops::MockReport& report, const Session& session,
                                const QString& path);

}  // namespace phaseboard::ui
