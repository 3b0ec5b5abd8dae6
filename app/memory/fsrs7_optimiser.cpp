// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fsrs7_optimiser.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/memory/fit/crew.h"
#include "app/memory/fit/dual.h"
#include "app/memory/fit/quasi_newton.h"
#include "app/memory/fit/training_weights.h"
#include "app/memory/fsrs7_formulas.h"

namespace phaseboard::memory {
namespace {

using Slopes = SearchVector<kFsrs7WeightCount>;
using Fsrs7Place = SearchPlace<kFsrs7WeightCount>;
using Number = Dual<kFsrs7WeightCount>;

/// fsrs-rs, `PARAMS_STDDEV`; the first stabilities are free.
constexpr Slopes kFsrs7Spread{
    9999,   9999,   9999,   9999,   0.523,  0.2528, 0.4329, 0.2966, 0.2139, 0.2889, 0.1862, 0.175,
    0.3812, 0.3013, 0.9104, 0.3234, 0.2448, 0.3273, 0.1842, 0.1735, 0.4608, 0.311,  0.864,  0.0418,
    0.2596, 0.0798, 0.0682, 0.1282, 0.1397, 0.1407, 0.1489, 0.2,    0.15,   0.15};
constexpr double kPriorWeight = 0.3333;
constexpr std::size_t kFirstCount = 4;  ///< searched in their logarithm
constexpr double kFsrs7GainEnough = 1e-6;
constexpr std::size_t kFsrs7Groups = 64;
constexpr double kFsrs7LeastDoubt = 1e-7;

struct Fsrs7Loss {
  double loss = 0;
  Slopes slopes{};
  SearchMatrix<kFsrs7WeightCount> products{};  ///< of the prompts' slopes, summed: [i][j], i <= j
};

/// Adds one prompt's loss and slopes to those of others; for the curvature the products too.
void addTo(Fsrs7Loss& sum, const Fsrs7Loss& prompt, Curvature curvature) {
  sum.loss += prompt.loss;
  sum.slopes = combined(sum.slopes, 1, prompt.slopes);
  if (curvature == Curvature::Unasked)
    return;
  for (std::size_t i = 0; i < kFsrs7WeightCount; ++i)
    for (std::size_t j = i; j < kFsrs7WeightCount; ++j)
      sum.products[i][j] += prompt.slopes[i] * prompt.slopes[j];
}

Fsrs7Loss lossOfPrompt(const fsrs7::Weights<Number>& w, const TrainingLog& log, std::size_t prompt,
                       const std::vector<float>& weights) {
  Fsrs7Loss sum;
  std::size_t end = log.begin(prompt + 1);
  while (end > log.begin(prompt) && weights[end - 1] == 0)
    --end;
  if (end < log.begin(prompt) + 2)
    return sum;
  fsrs7::State<Number> state = fsrs7::firstState(w, log.rating(log.begin(prompt)));
  for (std::size_t i = log.begin(prompt) + 1; i < end; ++i) {
    const auto seen = fsrs7::nextStep(w, state, log.exactDays(i), log.rating(i));
    state = seen.after;
    if (weights[i] == 0)
      continue;
    const bool recalled = log.rating(i) != Rating::Again;
    const double right = recalled ? seen.recall.value() : 1 - seen.recall.value();
    sum.loss -= double(weights[i]) * std::log(std::max(right, kFsrs7LeastDoubt));
    if (right < kFsrs7LeastDoubt)
      continue;
    const double perRecall = double(weights[i]) * (recalled ? -1 / right : 1 / right);
    for (std::size_t k = 0; k < kFsrs7WeightCount; ++k)
      sum.slopes[k] += perRecall * seen.recall.slopes()[k];
  }
  return sum;
}

/// The objective in search coordinates: loss and prior.
class Fsrs7Objective {
 public:
  Fsrs7Objective(const TrainingLog& log, const Fsrs7FitSettings& settings)
      : m_log(log),
        m_settings(settings),
        m_weights(trainingWeights(log, {false, settings.favourRecent})),
        m_crew(settings.threads) {}

  [[nodiscard]] std::size_t items() const { return m_weights.items; }

  [[nodiscard]] Fsrs7Place at(const Slopes& wanted, Curvature curvature) {
    const Slopes weights = clipped(fromSearch(wanted)).weights();
    const Fsrs7Loss found = pass(weights, curvature);
    Fsrs7Place place{toSearch(weights), found.slopes, found.loss, found.loss, {}};
    const Slopes scale = scaleAt(weights);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const double away = (weights[i] - m_centre[i]) / kFsrs7Spread[i];
      place.objective += kPriorWeight * away * away;
      place.gradient[i] += kPriorWeight * 2 * away / kFsrs7Spread[i];
      place.gradient[i] *= scale[i];
    }
    if (curvature == Curvature::Asked)
      place.curvature = curvatureOf(found, scale);
    return place;
  }

  [[nodiscard]] Slopes within(const Slopes& point) const {
    return toSearch(clipped(fromSearch(point)).weights());
  }
  [[nodiscard]] double meanLoss(const Fsrs7Parameters& parameters) {
    return pass(parameters.weights(), Curvature::Unasked).loss / m_weights.sum;
  }
  [[nodiscard]] double meanOf(const Fsrs7Place& place) const { return place.loss / m_weights.sum; }
  [[nodiscard]] bool mayGoOn(const Fsrs7Place& place) const {
    constexpr double kUsualPasses = 20;
    const double share = 1 - std::exp(-m_passes / kUsualPasses);
    return !m_settings.goOn || m_settings.goOn({m_passes, share, meanOf(place)});
  }
  [[nodiscard]] bool isExhausted() const { return m_passes >= m_settings.mostPasses; }
  [[nodiscard]] int passes() const { return m_passes; }

  [[nodiscard]] static Slopes toSearch(const Slopes& weights) {
    Slopes point = weights;
    for (std::size_t i = 0; i < point.size(); ++i)
      point[i] = i < kFirstCount ? std::log(weights[i]) : weights[i] / kFsrs7Spread[i];
    return point;
  }
  [[nodiscard]] static Fsrs7Parameters fromSearch(const Slopes& point) {
    Slopes weights = point;
    for (std::size_t i = 0; i < weights.size(); ++i)
      weights[i] = i < kFirstCount ? std::exp(point[i]) : point[i] * kFsrs7Spread[i];
    return Fsrs7Parameters{weights};
  }

 private:
  /// How far a weight moves for a step of 1 in search coordinates.
  [[nodiscard]] static Slopes scaleAt(const Slopes& weights) {
    Slopes scale = kFsrs7Spread;
    std::copy_n(weights.begin(), kFirstCount, scale.begin());
    return scale;
  }

  /// The covariance of the prompts' slopes stands for the curvature of the loss (Berndt, Hall, Hall
  /// and Hausman 1974).
  [[nodiscard]] SearchMatrix<kFsrs7WeightCount> curvatureOf(const Fsrs7Loss& found,
                                                            const Slopes& scale) const {
    SearchMatrix<kFsrs7WeightCount> curvature{};
    for (std::size_t i = 0; i < kFsrs7WeightCount; ++i) {
      for (std::size_t j = i; j < kFsrs7WeightCount; ++j) {
        const double spread =
            found.products[i][j] - found.slopes[i] * found.slopes[j] / double(m_log.prompts());
        curvature[i][j] = curvature[j][i] = spread * scale[i] * scale[j];
      }
      const double perStep = scale[i] / kFsrs7Spread[i];
      curvature[i][i] += 2 * kPriorWeight * perStep * perStep;
    }
    return curvature;
  }

  Fsrs7Loss pass(const Slopes& weights, Curvature curvature) {
    ++m_passes;
    fsrs7::Weights<Number> w;
    for (std::size_t i = 0; i < w.size(); ++i)
      w[i] = Number::weight(weights[i], i);
    std::array<Fsrs7Loss, kFsrs7Groups> groups;
    m_crew.each(kFsrs7Groups, [&](std::size_t group) {
      const std::size_t end = (group + 1) * m_log.prompts() / kFsrs7Groups;
      for (std::size_t i = group * m_log.prompts() / kFsrs7Groups; i < end; ++i)
        addTo(groups[group], lossOfPrompt(w, m_log, i, m_weights.weights), curvature);
    });
    Fsrs7Loss sum;
    for (const Fsrs7Loss& group : groups) {
      sum.loss += group.loss;
      sum.slopes = combined(sum.slopes, 1, group.slopes);
      for (std::size_t i = 0; i < kFsrs7WeightCount; ++i)
        for (std::size_t j = i; j < kFsrs7WeightCount; ++j)
          sum.products[i][j] += group.products[i][j];
    }
    return sum;
  }

  const TrainingLog& m_log;
  const Fsrs7FitSettings& m_settings;
  TrainingWeights m_weights;
  Crew m_crew;
  Slopes m_centre = Fsrs7Parameters{}.weights();
  int m_passes = 0;
};

}  // namespace

std::optional<Fsrs7Fit> fit(const TrainingLog& log, const Fsrs7FitSettings& settings) {
  Fsrs7Objective objective(log, settings);
  if (objective.items() < kFewestItems)
    return Fsrs7Fit{settings.current, 0, 0, 0};
  const double lossBefore = objective.meanLoss(settings.current);
  const Fsrs7Place start = objective.at(
      Fsrs7Objective::toSearch(clipped(Fsrs7Parameters{}).weights()), Curvature::Asked);
  const auto found = minimise(objective, start, kFsrs7GainEnough);
  if (!found)
    return std::nullopt;
  const double lossAfter = objective.meanOf(*found);
  if (!(lossAfter < lossBefore))
    return Fsrs7Fit{settings.current, lossBefore, lossBefore, objective.passes()};
  return Fsrs7Fit{clipped(Fsrs7Objective::fromSearch(found->point)), lossBefore, lossAfter,
                  objective.passes()};
}

}  // namespace phaseboard::memory
