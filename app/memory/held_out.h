// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "app/memory/evaluation.h"
#include "app/memory/optimiser.h"
#include "app/memory/training_log.h"

namespace phaseboard::memory {

/// How well parameters fitted to the past predict what came after: the items in the order of time
/// are cut into `splits` + 1 parts of the same size; for each part but the first, parameters are
/// fitted to all that came before it and judged on it (fsrs-rs, `TimeSeriesSplit`). The predictions
/// of all parts are judged together.
///
/// @param splits  1 or more
/// @return nothing when cancelled by `settings.goOn`, or with fewer items than parts
[[nodiscard]] std::optional<Evaluation> evaluateHeldOut(const TrainingLog& log,
                                                        const FitSettings& settings,
                                                        int splits = 5);

/// What was known before the item with number `items` in the order of time: of each prompt, all
/// reviews up to its last item before that.
[[nodiscard]] TrainingLog earlierPart(const TrainingLog& log, std::size_t items);

/// The predictions of every part but the first, each by the parameters given for it: what
/// `evaluateHeldOut` judges. One set of parameters for each split, the earliest first.
[[nodiscard]] std::vector<Prediction> heldOutPredictions(const TrainingLog& log,
                                                         std::span<const Parameters> fitted);

}  // namespace phaseboard::memory
