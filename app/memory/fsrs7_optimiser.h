// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "app/memory/fsrs7.h"
#include "app/memory/optimiser.h"
#include "app/memory/training_log.h"

namespace phaseboard::memory {

/// How to fit FSRS-7.
struct Fsrs7FitSettings {
  Fsrs7Parameters current;   ///< in use, which the found ones are measured against
  int threads = 1;           ///< 1 to 16; the result does not depend on it
  int mostPasses = 100;      ///< over the log, at least 1
  bool favourRecent = true;  ///< the oldest prediction counts a quarter of the newest

  /// Asked after each step, on the thread that called `fit`. False cancels.
  std::function<bool(const FitProgress&)> goOn;
};

struct Fsrs7Fit {
  Fsrs7Parameters parameters;
  double lossBefore = 0;  ///< mean weighted loss with the current parameters
  double lossAfter = 0;   ///< with `parameters`; never more
  int passes = 0;         ///< over the log
};

/// As `fit` for FSRS-6: the objective of fsrs-rs (`training_v7.rs`: weighted cross entropy and a
/// third of the squared distance from the published parameters in units of their spread), the same
/// search, exact derivatives. There is no fit of the first stabilities and no outlier filter.
/// Predicted are the reviews on a later day; what happened within a day shapes the memory. The two
/// penalties on the schedule that upstream offers are not part of it.
///
/// @return nothing when cancelled; the current parameters when nothing better was found, or with
///         fewer than `kFewestItems` predictions
/// @cost some 60 passes of 2 microseconds a review and thread
[[nodiscard]] std::optional<Fsrs7Fit> fit(const TrainingLog& log, const Fsrs7FitSettings& settings);

}  // namespace phaseboard::memory
