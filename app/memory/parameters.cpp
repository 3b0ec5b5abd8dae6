// SPDX-License-Identifier: Apache-2.0
#include "app/memory/parameters.h"

#include <algorithm>
#include <cmath>

namespace phaseboard::memory {
namespace {

constexpr Parameters::Weights kPublished{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                         0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                         1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

/// The decay that models before FSRS-6 had built in.
constexpr double kOldDecay = 0.5;

struct Bounds {
  double lowest;
  double highest;
};

constexpr double kSameDayCeiling = 2;

constexpr std::array<Bounds, kWeightCount> kBounds{{
    {0.001, 100},
    {0.001, 100},
    {0.001, 100},
    {0.001, 100},
    {1, 10},
    {0.001, 4},
    {0.001, 4},
    {0.001, 0.75},
    {0, 4.5},
    {0, 0.8},
    {0.001, 3.5},
    {0.001, 5},
    {0.001, 0.25},
    {0.001, 0.9},
    {0, 4},
    {0, 1},
    {1, 6},
    {0, kSameDayCeiling},
    {0, kSameDayCeiling},
    {0.01, 0.8},
    {0.1, 0.8},
}};

constexpr std::size_t index(Weight weight) {
  return static_cast<std::size_t>(weight);
}

/// The product of both same-day weights is what one Again of a relearning step takes away.
double sameDayCeiling(const Parameters::Weights& weights, int relearningSteps) {
  if (relearningSteps <= 1)
    return kSameDayCeiling;
  const double afterLapse = std::log(weights[index(Weight::LapseScale)]) +
                            std::log(std::exp2(weights[index(Weight::LapseStability)]) - 1) +
                            0.3 * weights[index(Weight::LapseSpacing)];
  return std::min(kSameDayCeiling, std::sqrt(std::max(0.01, -afterLapse / relearningSteps)));
}

}  // namespace

Parameters::Parameters() : m_weights(kPublished) {}

std::variant<Parameters, ParameterFault> readParameters(std::span<const double> given) {
  if (given.size() != 17 && given.size() != 19 && given.size() != kWeightCount)
    return ParameterFault::WrongCount;
  Parameters::Weights weights{};
  std::copy(given.begin(), given.end(), weights.begin());
  if (given.size() < kWeightCount)
    weights[index(Weight::Decay)] = kOldDecay;
  if (given.size() == 17) {
    double& slope = weights[index(Weight::FirstDifficultySlope)];
    weights[index(Weight::FirstDifficulty)] += 2 * slope;
    slope = std::log(3 * slope + 1) / 3;
    weights[index(Weight::DifficultyChange)] += 0.5;
  }
  if (!std::all_of(weights.begin(), weights.end(),
                   [](double weight) { return std::isfinite(weight); }))
    return ParameterFault::NotFinite;
  return Parameters{weights};
}

Parameters clipped(const Parameters& parameters, int relearningSteps) {
  Parameters::Weights weights = parameters.weights();
  for (std::size_t i = 0; i < weights.size(); ++i)
    weights[i] = std::clamp(weights[i], kBounds[i].lowest, kBounds[i].highest);
  const double ceiling = sameDayCeiling(weights, relearningSteps);
  for (const Weight weight : {Weight::SameDayGain, Weight::SameDayOffset})
    weights[index(weight)] = std::min(weights[index(weight)], ceiling);
  return Parameters{weights};
}

}  // namespace phaseboard::memory
