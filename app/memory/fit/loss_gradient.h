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

/// Sums of the products of every two components of the prompts' own gradients: [i][j] with i <= j.
using GradientProducts = std::array<std::array<double, kWeightCount>, kWeightCount>;

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

/// The same with `products` as well: near the best parameters and for weights of 1 they are what is
/// known of the curvature of the loss without second derivatives (Berndt, Hall, Hall and Hausman
/// 1974: the covariance of the score is the information).
/// @cost about a quarter more than a pass without
[[nodiscard]] LossGradient lossGradient(const Parameters& parameters, const PackedLog& log,
                                        Crew& crew, GradientProducts& products);

}  // namespace phaseboard::memory
