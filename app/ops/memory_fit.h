// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "app/base/result.h"
#include "app/memory/evaluation.h"
#include "app/memory/optimiser.h"
#include "app/ops/prompt_table.h"
#include "app/ports/notebook.h"
#include "app/review/memory_settings.h"

namespace phaseboard::ops {

/// A vector of parameters and how well it predicts the user's own answers.
struct JudgedModel {
  std::vector<double> parameters;  ///< as the settings hold them; empty for the published ones
  memory::Judgement judgement;
};

/// How well `model` predicts `log`. Pure; may run on any thread, and takes two.
[[nodiscard]] JudgedModel judged(const review::MemorySettings& model,
                                 const memory::TrainingLog& log);

/// The model in use and one fitted to the log.
struct FittedMemory {
  JudgedModel before;
  JudgedModel after;
  bool isBetter = false;  ///< `after` has the lower log loss
};

/// Fits the model to the user's answers and judges both. Pure; made for a thread of its own.
///
/// @param goOn  asked now and then with the share of the work done; false cancels
/// @return nothing when cancelled
[[nodiscard]] std::optional<FittedMemory> fitMemory(const review::MemorySettings& model,
                                                    const memory::TrainingLog& log,
                                                    const std::function<bool(double)>& goOn);

}  // namespace phaseboard::ops
