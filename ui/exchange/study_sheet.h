// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include "app/exchange/progress.h"
#include "app/ports/exchange.h"

namespace phaseboard::ui {

/// One question to be printed: its opening, every note typeset with its formulas, the figures as
/// vectors, the user's answers and annotations; A4, dark on white, with page numbers.
///
/// Any thread; takes a second or so for a long question. `NotFound` for an unknown question.
[[nodiscard]] Result<QByteArray> studySheet(const ports::Reading& reading,
                                            const QuestionId& question,
                                            const exchange::Progress& progress);

}  // namespace phaseboard::ui
