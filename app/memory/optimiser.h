// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "app/memory/parameters.h"
#include "app/memory/training_log.h"

namespace phaseboard::memory {

/// With fewer predictions nothing can be learnt: the published parameters are returned.
inline constexpr std::size_t kFewestItems = 8;

/// How to fit.
struct FitSettings {
  int threads = 1;          ///< 1 to 16; the result does not depend on it
  int relearningSteps = 1;  ///< more than one lowers the bounds of the same-day weights
  int mostPasses = 100;     ///< over the log, at least 1

  /// Asked now and then with the number of passes made, from 1. False cancels.
  std::function<bool(int)> goOn;
};

/// What a fit found.
struct Fit {
  Parameters parameters;
  double lossBefore = 0;  ///< mean weighted loss with the published parameters
  double lossAfter = 0;   ///< with `parameters`; never more
  int passes = 0;         ///< over the log
};

/// The parameters under which a log is most likely, drawn towards the published ones as far as the
/// log says little (the prior of fsrs-rs).
///
/// Limited-memory quasi-Newton steps inside the published bounds, from the published parameters;
/// no chance: the same log gives the same numbers.
///
/// @return nothing when cancelled. About 25 passes; each about 0.1 microseconds a review.
[[nodiscard]] std::optional<Fit> fit(const TrainingLog& log, const FitSettings& settings = {});

}  // namespace phaseboard::memory
