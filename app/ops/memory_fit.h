// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "app/base/result.h"
#include "app/memory/evaluation.h"
#include "app/memory/optimiser.h"
#include "app/ports/notebook.h"
#include "app/review/memory_settings.h"

namespace phaseboard::ops {

/// How well established a memory was when it was asked, for true retention.
enum class Maturity {
  Learning,  ///< new, or in its steps
  Young,     ///< in review with an interval of less than `kMatureDays`
  Mature
};
inline constexpr int kMatureDays = 21;

/// One answer as true retention counts it.
struct JudgedAnswer {
  StudyDay day;
  Maturity maturity = Maturity::Learning;
  bool isRecalled = false;
};

/// Every answer that counts, for judging and fitting the model.
struct AnswerHistory {
  std::vector<memory::ReviewRow> rows;  ///< prompt by prompt, oldest first
  std::vector<JudgedAnswer> answers;    ///< the same ones
};

/// O(events).
[[nodiscard]] Result<AnswerHistory> readHistory(const ports::Notebook& notebook);

/// A vector of parameters and how well it predicts the user's own answers.
struct JudgedModel {
  std::vector<double> parameters;  ///< as the settings hold them; empty for the published ones
  memory::Evaluation evaluation;
  std::vector<memory::CalibrationBin> calibration;
};

/// How well `model` predicts `rows`. Pure; may run on any thread.
[[nodiscard]] JudgedModel judged(const review::MemorySettings& model,
                                 const std::vector<memory::ReviewRow>& rows);

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
                                                    const std::vector<memory::ReviewRow>& rows,
                                                    const std::function<bool(double)>& goOn);

}  // namespace phaseboard::ops
