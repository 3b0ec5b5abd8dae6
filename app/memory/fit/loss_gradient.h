// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "app/memory/fit/crew.h"
#include "app/memory/fit/packed_log.h"
#include "app/memory/parameters.h"

namespace phaseboard::memory {

/// The weighted sum of the losses of all predictions, and how it changes with each weight.
struct LossGradient {
  double loss = 0;
  std::array<double, kWeightCount> gradient{};
};

/// Which code walks the log. All give the same but for the last digits.
enum class Lanes {
  Fastest,   ///< the best that this processor has
  Portable,  ///< four doubles at once, without instructions beyond the compiler's baseline
  Single     ///< one after the other
};

/// One pass over the log, in double precision. The result does not depend on the number of threads.
/// Where a bound of the model holds (stability, difficulty, certainty) the change is 0, on the
/// bound itself it is not.
[[nodiscard]] LossGradient lossGradient(const Parameters& parameters, const PackedLog& log,
                                        Crew& crew, Lanes lanes = Lanes::Fastest);

}  // namespace phaseboard::memory
