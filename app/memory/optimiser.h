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

/// How far a fit has come.
struct FitProgress {
  int passes = 0;    ///< made over the log, from 1
  double share = 0;  ///< of the work, guessed, in [0, 1]; never falls
  double loss = 0;   ///< mean weighted loss of the best parameters so far
};

/// How to fit.
struct FitSettings {
  Parameters current;       ///< the parameters in use, which the found ones are measured against
  int threads = 1;          ///< 1 to 16; the result does not depend on it
  int relearningSteps = 1;  ///< more than one lowers the bounds of the same-day weights
  int mostPasses = 100;     ///< over the log, at least 1

  /// Asked after each pass, on the thread that called `fit`. False cancels.
  std::function<bool(const FitProgress&)> goOn;
};

/// What a fit found.
struct Fit {
  Parameters parameters;
  double lossBefore = 0;  ///< mean weighted loss with the current parameters
  double lossAfter = 0;   ///< with `parameters`; never more
  int passes = 0;         ///< over the log
};

/// The parameters under which a log is most likely, drawn towards the published ones as far as the
/// log says little (the prior of fsrs-rs).
///
/// Limited-memory quasi-Newton steps inside the published bounds, from the published parameters;
/// no chance: the same log gives the same numbers.
///
/// @return nothing when cancelled; the current parameters when nothing better was found
[[nodiscard]] std::optional<Fit> fit(const TrainingLog& log, const FitSettings& settings = {});

}  // namespace phaseboard::memory
