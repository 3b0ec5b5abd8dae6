// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fsrs7.h"

#include <algorithm>
#include <cmath>

#include "app/memory/fsrs7_formulas.h"

namespace phaseboard::memory {
namespace {

constexpr Fsrs7Parameters::Weights kFsrs7Published{
    0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0,      1.3826, 0.7024, 0.5999,
    0.8146, 0.6398, 1,      1.3207,  0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869, 0.1567,
    0.0801, 0.2421, 0.9464, 0.1433,  0.7145, 0,      0.5667, 0.3734, 0.5333, 0.3048};

struct Fsrs7Bounds {
  double lowest;
  double highest;
};

/// Of w4 to w33; those of w0 to w3 and the lower one of w26 depend on others.
constexpr std::array<Fsrs7Bounds, 30> kFsrs7Bounds{{
    {1, 10},     {0.001, 4},   {0.1, 4},     {0, 4},      {0, 1.2},    {0.3, 3},
    {0.01, 1.5}, {0.1, 1},     {0, 3.5},     {0, 1},      {1, 7},      {0, 4},
    {0, 2},      {0.5, 6},     {0.001, 1.5}, {0.001, 1},  {0, 5},      {0, 1},
    {1, 7},      {0.01, 0.25}, {0.01, 0.95}, {0.2, 0.85}, {0.5, 0.99}, {0.01, 1},
    {0.1, 1},    {0, 0.9},     {0.1, 1.1},   {0, 1},      {0, 0.6},    {0, 0.6},
}};

constexpr double kSecondInDays = 1.0 / 86'400;
constexpr double kLongestDays = 36'500;

double clippedTo(double value, double lowest, double highest) {
  return std::isnan(value) ? lowest : std::clamp(value, lowest, highest);
}

/// Brings whatever a caller has into the range of the model.
fsrs7::State<double> usable(const Fsrs7State& state) {
  return {clippedTo(state.slow, kFsrs7LeastStabilityDays, kLongestDays),
          clippedTo(state.fast, kFsrs7LeastStabilityDays, kLongestDays),
          clippedTo(state.difficulty, 1, 10)};
}

double recallAt(const Fsrs7Parameters::Weights& w, const fsrs7::State<double>& state, double days) {
  return fsrs7::recall(w, state, fsrs7::fastRecall(w, days, state.fast),
                       fsrs7::slowRecall(w, days, state));
}

/// How fast recall falls with the logarithm of time, by a central difference.
double fallAt(const Fsrs7Parameters::Weights& w, const fsrs7::State<double>& state,
              double logDays) {
  constexpr double kWidth = 1e-4;
  return (recallAt(w, state, std::exp(logDays + kWidth)) -
          recallAt(w, state, std::exp(logDays - kWidth))) /
         (2 * kWidth);
}

double bisected(const Fsrs7Parameters::Weights& w, const fsrs7::State<double>& state,
                double retention) {
  constexpr int kHalvings = 60;
  double low = std::log(kSecondInDays);
  double high = std::log(kLongestDays);
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    (recallAt(w, state, std::exp(middle)) > retention ? low : high) = middle;
  }
  return std::exp((low + high) / 2);
}

Fsrs7State given(const fsrs7::State<double>& state) {
  return {state.slow, state.fast, state.difficulty};
}

}  // namespace

Fsrs7Parameters::Fsrs7Parameters() : m_weights(kFsrs7Published) {}

Fsrs7Parameters clipped(const Fsrs7Parameters& parameters) {
  constexpr double kShortestFirst = kFsrs7LeastStabilityDays;
  constexpr double kLongestFirst = 100;
  Fsrs7Parameters::Weights w = parameters.weights();
  w[0] = clippedTo(w[0], kShortestFirst, kLongestFirst / 2);
  for (std::size_t i = 1; i < 4; ++i)
    w[i] = clippedTo(w[i], w[i - 1], kLongestFirst);
  for (std::size_t i = 4; i < w.size(); ++i)
    w[i] = clippedTo(w[i], kFsrs7Bounds[i - 4].lowest, kFsrs7Bounds[i - 4].highest);
  w[26] = std::max(w[26], w[25]);
  return Fsrs7Parameters{w};
}

double retrievability(const Fsrs7Model& model, double elapsedDays, const Fsrs7State& state) {
  return recallAt(model.parameters().weights(), usable(state), std::max(0.0, elapsedDays));
}

double interval(const Fsrs7Model& model, const Fsrs7State& state, double retention) {
  constexpr int kNewtonSteps = 7;
  constexpr double kLongestStep = 4;
  constexpr double kNearEnough = 1e-3;
  const double wanted = std::clamp(retention, 0.0001, 0.9999);
  if (wanted >= 0.9999)
    return 0;
  const auto& w = model.parameters().weights();
  const fsrs7::State<double> from = usable(state);
  const double shortest = std::log(kSecondInDays);
  const double longest = std::log(kLongestDays);
  double logDays = std::log(std::max({from.slow, from.fast, kSecondInDays}));
  for (int i = 0; i < kNewtonSteps; ++i) {
    const double missed = recallAt(w, from, std::exp(logDays)) - wanted;
    const double fall = std::min(fallAt(w, from, logDays), -1e-12);
    logDays -= std::clamp(missed / fall, -kLongestStep, kLongestStep);
    logDays = std::clamp(logDays, shortest, longest);
  }
  const double days = std::exp(logDays);
  return std::abs(recallAt(w, from, days) - wanted) <= kNearEnough ? days
                                                                   : bisected(w, from, wanted);
}

Fsrs7State step(const Fsrs7Model& model, const std::optional<Fsrs7State>& state, double elapsedDays,
                Rating rating) {
  const auto& w = model.parameters().weights();
  if (!state)
    return given(fsrs7::firstState(w, rating));
  return given(fsrs7::nextStep(w, usable(*state), std::max(0.0, elapsedDays), rating).after);
}

ForEachRating<Fsrs7State> nextStates(const Fsrs7Model& model,
                                     const std::optional<Fsrs7State>& state, double elapsedDays) {
  return {
      step(model, state, elapsedDays, Rating::Again), step(model, state, elapsedDays, Rating::Hard),
      step(model, state, elapsedDays, Rating::Good), step(model, state, elapsedDays, Rating::Easy)};
}

std::optional<Fsrs7State> memoryFromSm2(const Fsrs7Model& model, double easeFactor,
                                        double intervalDays, double retention) {
  if (!std::isfinite(easeFactor) || !std::isfinite(intervalDays) || intervalDays <= 0 ||
      !(retention > 0 && retention < 1))
    return std::nullopt;
  constexpr double kMiddleDifficulty = 5;
  constexpr int kHalvings = 60;
  const auto stateAt = [](double logStability) {
    const double slow = std::exp(logStability);
    return Fsrs7State{slow, slow * fsrs7::kFastShare, kMiddleDifficulty};
  };
  double low = std::log(kFsrs7LeastStabilityDays);
  double high = std::log(kLongestDays);
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    const bool isEnough = retrievability(model, intervalDays, stateAt(middle)) > retention;
    (isEnough ? high : low) = middle;
  }
  return given(usable(stateAt((low + high) / 2)));
}

}  // namespace phaseboard::memory
