// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cmath>

#include "app/memory/fsrs7.h"

/// The formulas of FSRS-7 for any kind of number, so that the model (double) and the derivative of
/// its loss (`fit/dual.h`) cannot part. The numbers of the weights are those of the published
/// vector.
namespace phaseboard::memory::fsrs7 {

template <class Number>
using Weights = std::array<Number, kFsrs7WeightCount>;

template <class Number>
struct State {
  Number slow{};
  Number fast{};
  Number difficulty{};
};

constexpr double kFastShare = 0.8;  ///< of the slow stability, at first and after Again

template <class Number>
Number bounded(const Number& value, double least, double greatest) {
  if (value < least)
    return Number(least);
  return value > greatest ? Number(greatest) : value;
}

template <class Number>
Number boundedStability(const Number& stability) {
  return bounded(stability, kFsrs7LeastStabilityDays, 36'500);
}

template <class Number>
Number power(const Number& base, const Number& exponent) {
  using std::exp;
  using std::log;
  return exp(exponent * log(base));
}

/// What the fast trace alone would recall.
template <class Number>
Number fastRecall(const Weights<Number>& w, double days, const Number& fast) {
  using std::exp;
  using std::log;
  const Number decay = bounded(w[23] * power(fast, w[33] - 0.3), 0.01, 0.95);
  const Number growth = log(w[25]) / -decay;
  const Number factor = exp(growth > 60 ? Number(60) : growth) - 1;
  return power(1 + factor * (days / fast), -decay);
}

template <class Number>
Number slowRecall(const Weights<Number>& w, double days, const State<Number>& state) {
  using std::exp;
  using std::log;
  const Number decay = bounded(w[24], 0.01, 0.95);
  const Number factor =
      (exp(log(w[26]) / -decay) - 1) * exp((state.difficulty - 5) * (w[32] - 0.3));
  return power(1 + factor * (days / state.slow), -decay);
}

/// Both traces, weighed.
template <class Number>
Number recall(const Weights<Number>& w, const State<Number>& state, const Number& fast,
              const Number& slow) {
  using std::exp;
  const Number fastWeight = w[27] * power(state.fast, -w[29]);
  const Number slowWeight =
      w[28] * power(state.slow, w[30]) * exp((state.difficulty - 5) * (w[31] - 0.5));
  return (fastWeight * fast + slowWeight * slow) / (fastWeight + slowWeight) * (1 - 2e-5) + 1e-5;
}

template <class Number>
State<Number> firstState(const Weights<Number>& w, Rating rating) {
  using std::exp;
  const auto steps = static_cast<std::size_t>(number(rating) - 1);
  const Number slow = boundedStability(w[steps]);
  return {slow, boundedStability(slow * kFastShare),
          bounded(w[4] - exp(w[5] * double(steps)) + 1, 1, 10)};
}

/// One trace's stability after an answer; its eight weights begin at `first`.
template <class Number>
Number nextStability(const Weights<Number>& w, std::size_t first, const Number& stability,
                     const Number& difficulty, const Number& recall, Rating rating) {
  using std::exp;
  Number lapsed =
      w[first + 3] * (power(stability + 1, w[first + 4]) - 1) * exp((1 - recall) * w[first + 5]);
  if (stability < lapsed)
    lapsed = stability;
  if (rating == Rating::Again)
    return boundedStability(lapsed);
  Number growth = exp(w[first] - 1.5) * (11 - difficulty) * power(stability, -w[first + 1]) *
                  (exp((1 - recall) * w[first + 2]) - 1);
  if (rating == Rating::Hard)
    growth = growth * w[first + 6];
  if (rating == Rating::Easy)
    growth = growth * w[first + 7];
  const Number grown = stability * (1 + growth);
  return boundedStability(grown < lapsed ? lapsed : grown);
}

template <class Number>
Number nextDifficulty(const Weights<Number>& w, const Number& difficulty, const Number& recall,
                      Rating rating) {
  using std::exp;
  Number change = w[6] * double(number(Rating::Good) - number(rating));
  if (rating == Rating::Again)
    change = change * (recall + 0.1);
  const Number moved = difficulty + (10 - difficulty) * change / 9;
  return bounded((w[4] - exp(w[5] * 3.0) + 1) * 0.01 + moved * 0.99, 1, 10);
}

/// What an answer sees and what it leaves.
template <class Number>
struct Step {
  Number recall{};  ///< predicted before the answer
  State<Number> after;
};

template <class Number>
Step<Number> nextStep(const Weights<Number>& w, const State<Number>& state, double days,
                      Rating rating) {
  const Number fast = fastRecall(w, days, state.fast);
  const Number all = recall(w, state, fast, slowRecall(w, days, state));
  State<Number> after{nextStability(w, 7, state.slow, state.difficulty, all, rating),
                      nextStability(w, 15, state.fast, state.difficulty, fast, rating),
                      nextDifficulty(w, state.difficulty, all, rating)};
  if (rating == Rating::Again && after.slow * kFastShare < after.fast)
    after.fast = boundedStability(after.slow * kFastShare);
  return {all, after};
}

}  // namespace phaseboard::memory::fsrs7
