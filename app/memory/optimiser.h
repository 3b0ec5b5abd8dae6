// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "app/memory/parameters.h"
#include "app/memory/training_log.h"

namespace phaseboard::memory {

/// With fewer predictions nothing can be learnt: the current parameters are returned.
inline constexpr std::size_t kFewestItems = 8;

/// With fewer, or with none beyond each prompt's first, only the first stabilities are fitted.
inline constexpr std::size_t kFewestItemsForAll = 64;

/// How far a fit has come.
struct FitProgress {
  int passes = 0;    ///< made over the log, from 1
  double share = 0;  ///< of the work, guessed, in [0, 1]; never falls
  double loss = 0;   ///< mean weighted loss of the best parameters so far
};

/// How to fit. The defaults are those of fsrs-rs and Anki.
struct FitSettings {
  Parameters current;       ///< the parameters in use, which the found ones are measured against
  int threads = 1;          ///< 1 to 16; the result does not depend on it
  int relearningSteps = 1;  ///< more than one lowers the bounds of the same-day weights
  int mostPasses = 100;     ///< over the log, at least 1

  bool dropOutliers = true;  ///< leave out prompts whose first interval is a rare one
  bool favourRecent = true;  ///< the oldest prediction counts a quarter of the newest
  bool sameDay = true;       ///< false: same-day reviews change no stability (w17 to w19 are 0, and
                             ///< the first stabilities stay as their own fit found them)

  /// Asked after each step, on the thread that called `fit`. False cancels.
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
/// log says little: the objective of fsrs-rs 6.6 (`training.rs`), that is the sum over all
/// predictions of weight times binary cross entropy, and the squared distance of each parameter
/// from its centre in units of its spread among people. The centre are the published parameters,
/// with the first stabilities that a fit of their own finds.
///
/// Searched by quasi-Newton steps over the whole log inside the published bounds, with derivatives
/// written out by hand, and with the covariance of the prompts' gradients for the curvature as long
/// as the search is far from its end; fsrs-rs takes 5 to 8 rounds of Adam. No chance: the same
/// log gives the same numbers on the same kind of processor, on any number of threads. (With and
/// without AVX2 the last digits differ.)
///
/// @return nothing when cancelled; the current parameters when nothing better was found
/// @cost 8 to 20 passes of 15 to 25 ns a review and thread (AVX2), and 12 bytes a review
[[nodiscard]] std::optional<Fit> fit(const TrainingLog& log, const FitSettings& settings = {});

}  // namespace phaseboard::memory
