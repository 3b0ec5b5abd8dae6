// SPDX-License-Identifier: Apache-2.0
#include "app/memory/model.h"

#include <algorithm>
#include <cmath>

namespace phaseboard::memory {
namespace {

constexpr double kRecallAtStability = 0.9;

/// Faster than std::pow, and as exact as needed for positive bases.
double power(double base, double exponent) {
  return std::exp(exponent * std::log(base));
}

/// What is not a number becomes the least: a damaged state gives a short interval, not none.
double clampStability(double stability) {
  return stability >= kLeastStabilityDays ? std::min(stability, kGreatestStabilityDays)
                                          : kLeastStabilityDays;
}

double clampDifficulty(double difficulty) {
  return difficulty >= kLeastDifficulty ? std::min(difficulty, kGreatestDifficulty)
                                        : kLeastDifficulty;
}

/// Steps away from Good, -2 to 1.
double distanceFromGood(Rating rating) {
  return number(rating) - number(Rating::Good);
}

double firstStability(const Model& model, Rating rating) {
  return model.parameters().weights()[static_cast<std::size_t>(number(rating) - 1)];
}

/// The share by which a Good on a later day makes stability grow.
double recallGrowth(const Model& model, const MemoryState& state, double recall) {
  return model.recallGain() * (11 - state.difficulty) *
         power(state.stability, -model[Weight::RecallSaturation]) *
         (std::exp(model[Weight::RecallSpacing] * (1 - recall)) - 1);
}

double ratingFactor(const Model& model, Rating rating) {
  if (rating == Rating::Hard)
    return model[Weight::HardPenalty];
  return rating == Rating::Easy ? model[Weight::EasyBonus] : 1;
}

double sameDayFactor(const Model& model, double saturation, Rating rating) {
  const double factor =
      saturation * std::exp(model[Weight::SameDayGain] *
                            (distanceFromGood(rating) + model[Weight::SameDayOffset]));
  return rating == Rating::Again ? factor : std::max(factor, 1.0);
}

double sameDaySaturation(const Model& model, double stability) {
  return power(stability, -model[Weight::SameDaySaturation]);
}

MemoryState firstState(const Model& model, Rating rating) {
  return {initialStability(model, rating), clampDifficulty(initialDifficulty(model, rating))};
}

MemoryState clamped(const MemoryState& state) {
  return {clampStability(state.stability), clampDifficulty(state.difficulty)};
}

}  // namespace

Model::Model(const Parameters& parameters)
    : m_parameters(parameters),
      m_decay(-parameters[Weight::Decay]),
      m_factor(std::exp(std::log(kRecallAtStability) / m_decay) - 1),
      m_recallGain(std::exp(parameters[Weight::RecallGain])),
      m_lapseCeiling(
          std::exp(-parameters[Weight::SameDayGain] * parameters[Weight::SameDayOffset])),
      m_easyDifficulty(initialDifficulty(*this, Rating::Easy)) {}

double retrievability(const Model& model, double elapsedDays, double stability) {
  return power(1 + model.factor() * elapsedDays / stability, model.decay());
}

double intervalScale(const Model& model, double retention) {
  return (std::pow(retention, 1 / model.decay()) - 1) / model.factor();
}

double interval(const Model& model, double stability, double retention) {
  return stability * intervalScale(model, retention);
}

double initialStability(const Model& model, Rating rating) {
  return clampStability(firstStability(model, rating));
}

double initialDifficulty(const Model& model, Rating rating) {
  return model[Weight::FirstDifficulty] -
         std::exp(model[Weight::FirstDifficultySlope] * (number(rating) - 1)) + 1;
}

double nextDifficulty(const Model& model, double difficulty, Rating rating) {
  const double change = -model[Weight::DifficultyChange] * distanceFromGood(rating);
  // Damped, so that it approaches the end of the scale without reaching it.
  const double moved = difficulty + (10 - difficulty) * change / 9;
  return clampDifficulty(moved +
                         model[Weight::DifficultyReversion] * (model.easyDifficulty() - moved));
}

double stabilityAfterRecall(const Model& model, const MemoryState& state, double recall,
                            Rating rating) {
  return state.stability * (1 + recallGrowth(model, state, recall) * ratingFactor(model, rating));
}

double stabilityAfterLapse(const Model& model, const MemoryState& state, double recall) {
  // The powers of difficulty and of forgetting share one exponential.
  const double forgotten = model[Weight::LapseScale] *
                           std::exp(model[Weight::LapseSpacing] * (1 - recall) -
                                    model[Weight::LapseDifficulty] * std::log(state.difficulty)) *
                           (power(state.stability + 1, model[Weight::LapseStability]) - 1);
  return std::min(forgotten, state.stability * model.lapseCeiling());
}

double stabilityAfterSameDay(const Model& model, double stability, Rating rating) {
  return stability * sameDayFactor(model, sameDaySaturation(model, stability), rating);
}

MemoryState step(const Model& model, const std::optional<MemoryState>& state, int elapsedDays,
                 Rating rating) {
  if (!state)
    return firstState(model, rating);
  const MemoryState last = clamped(*state);
  double stability = 0;
  if (elapsedDays <= 0) {
    stability = stabilityAfterSameDay(model, last.stability, rating);
  } else {
    const double recall = retrievability(model, elapsedDays, last.stability);
    stability = rating == Rating::Again ? stabilityAfterLapse(model, last, recall)
                                        : stabilityAfterRecall(model, last, recall, rating);
  }
  return {clampStability(stability), nextDifficulty(model, last.difficulty, rating)};
}

FourStates nextStates(const Model& model, const std::optional<MemoryState>& state,
                      int elapsedDays) {
  if (!state)
    return {firstState(model, Rating::Again), firstState(model, Rating::Hard),
            firstState(model, Rating::Good), firstState(model, Rating::Easy)};
  const MemoryState last = clamped(*state);
  double lapsed = 0;
  double factor = 0;
  const bool sameDay = elapsedDays <= 0;
  if (sameDay) {
    factor = sameDaySaturation(model, last.stability);
    lapsed = last.stability * sameDayFactor(model, factor, Rating::Again);
  } else {
    const double recall = retrievability(model, elapsedDays, last.stability);
    factor = recallGrowth(model, last, recall);
    lapsed = stabilityAfterLapse(model, last, recall);
  }
  const auto recalled = [&](Rating rating) {
    const double growth =
        sameDay ? sameDayFactor(model, factor, rating) : 1 + factor * ratingFactor(model, rating);
    return MemoryState{clampStability(last.stability * growth),
                       nextDifficulty(model, last.difficulty, rating)};
  };
  return {{clampStability(lapsed), nextDifficulty(model, last.difficulty, Rating::Again)},
          recalled(Rating::Hard),
          recalled(Rating::Good),
          recalled(Rating::Easy)};
}

std::optional<MemoryState> memoryFromSm2(const Model& model, double easeFactor, double intervalDays,
                                         double retention) {
  if (!std::isfinite(easeFactor) || !std::isfinite(intervalDays) || intervalDays <= 0 ||
      !(retention > 0 && retention < 1))
    return std::nullopt;
  const double stability = clampStability(intervalDays / intervalScale(model, retention));
  const double growth = model.recallGain() * power(stability, -model[Weight::RecallSaturation]) *
                        (std::exp((1 - retention) * model[Weight::RecallSpacing]) - 1);
  const double difficulty = 11 - (easeFactor - 1) / growth;
  if (!std::isfinite(difficulty))
    return std::nullopt;
  return MemoryState{stability, clampDifficulty(difficulty)};
}

}  // namespace phaseboard::memory
