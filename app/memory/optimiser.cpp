// SPDX-License-Identifier: Apache-2.0
#include "app/memory/optimiser.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>

namespace phaseboard::memory {
namespace {

using Vector = std::array<double, kWeightCount>;

/// How far each weight strays from the published one between people (fsrs-rs).
constexpr Vector kSpread{6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6,  0.12, 0.39, 0.18, 0.33,
                         0.3,  0.09, 0.16,  0.57,  0.25, 1.03, 0.31, 0.32, 0.14, 0.27};

/// The first stabilities span five decades; steps are taken in their logarithm.
constexpr std::size_t kLogarithmic = 4;
constexpr std::size_t kMemory = 8;
constexpr double kSufficientDecrease = 1e-4;
constexpr double kSmallestStep = 1e-8;
/// Of the objective; far below what a log can tell apart.
constexpr double kConverged = 2e-6;

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += a[i] * b[i];
  return sum;
}

Vector combined(const Vector& a, double factor, const Vector& b) {
  Vector sum = a;
  for (std::size_t i = 0; i < sum.size(); ++i)
    sum[i] += factor * b[i];
  return sum;
}

Vector toSearch(const Parameters& parameters) {
  Vector point = parameters.weights();
  for (std::size_t i = 0; i < point.size(); ++i)
    point[i] = i < kLogarithmic ? std::log(point[i]) : point[i] / kSpread[i];
  return point;
}

Parameters fromSearch(const Vector& point) {
  Vector weights = point;
  for (std::size_t i = 0; i < weights.size(); ++i)
    weights[i] = i < kLogarithmic ? std::exp(point[i]) : point[i] * kSpread[i];
  return Parameters{weights};
}

/// Most fits end after 20 to 40 passes; the share comes near to 1 without reaching it.
double shareOf(int passes) {
  constexpr double kUsualPasses = 12;
  return 1 - std::exp(-passes / kUsualPasses);
}

/// A point of the search with what is known there.
struct Place {
  Parameters parameters;
  Vector point{};
  Vector gradient{};
  double objective = 0;
  double loss = 0;  ///< without the prior
};

/// The objective in search coordinates: loss and prior.
class Objective {
 public:
  Objective(const TrainingLog& log, const FitSettings& settings)
      : m_log(log), m_settings(settings) {}

  [[nodiscard]] Place at(const Vector& wanted) {
    ++m_passes;
    const Parameters parameters = clipped(fromSearch(wanted), m_settings.relearningSteps);
    const LossGradient found = lossGradient(parameters, m_log, m_settings.threads);
    Place place{parameters, toSearch(parameters), found.gradient, found.loss, found.loss};
    for (std::size_t i = 0; i < kWeightCount; ++i) {
      const double weight = parameters.weights()[i];
      const double away = (weight - m_centre.weights()[i]) / kSpread[i];
      place.objective += away * away;
      place.gradient[i] += 2 * away / kSpread[i];
      place.gradient[i] *= i < kLogarithmic ? weight : kSpread[i];
    }
    return place;
  }

  [[nodiscard]] bool mayGoOn(double loss) const {
    return !m_settings.goOn || m_settings.goOn({m_passes, shareOf(m_passes), loss});
  }
  [[nodiscard]] bool isExhausted() const { return m_passes >= m_settings.mostPasses; }
  [[nodiscard]] int passes() const { return m_passes; }

 private:
  const TrainingLog& m_log;
  const FitSettings& m_settings;
  Parameters m_centre;
  int m_passes = 0;
};

/// The last steps and how they changed the gradient: what is known of the curvature.
class Curvature {
 public:
  void add(const Place& from, const Place& to) {
    const Vector step = combined(to.point, -1, from.point);
    const Vector change = combined(to.gradient, -1, from.gradient);
    const double product = dot(step, change);
    if (product <= 1e-12 * dot(change, change))
      return;
    m_pairs.push_back({step, change, 1 / product});
    if (m_pairs.size() > kMemory)
      m_pairs.pop_front();
  }

  void forget() { m_pairs.clear(); }
  [[nodiscard]] bool isEmpty() const { return m_pairs.empty(); }

  /// Minus the gradient, stretched by the inverse curvature (two-loop recursion).
  [[nodiscard]] Vector direction(const Vector& gradient) const {
    Vector q = gradient;
    std::array<double, kMemory> alphas{};
    for (std::size_t i = m_pairs.size(); i-- > 0;) {
      alphas[i] = m_pairs[i].inverse * dot(m_pairs[i].step, q);
      q = combined(q, -alphas[i], m_pairs[i].change);
    }
    const double scale =
        m_pairs.empty()
            ? 1 / std::max(1.0, std::sqrt(dot(gradient, gradient)))
            : 1 / (m_pairs.back().inverse * dot(m_pairs.back().change, m_pairs.back().change));
    for (double& component : q)
      component *= scale;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
      const double beta = m_pairs[i].inverse * dot(m_pairs[i].change, q);
      q = combined(q, alphas[i] - beta, m_pairs[i].step);
    }
    for (double& component : q)
      component = -component;
    return q;
  }

 private:
  struct Pair {
    Vector step;
    Vector change;
    double inverse;
  };
  std::deque<Pair> m_pairs;
};

/// Where a bound would be broken by going down the gradient, the gradient counts as 0.
Vector freeGradient(const Place& place, int relearningSteps) {
  constexpr double kProbe = 1e-6;
  Vector free = place.gradient;
  const Vector probe = combined(place.point, -kProbe, [&] {
    Vector sign{};
    for (std::size_t i = 0; i < sign.size(); ++i)
      sign[i] = place.gradient[i] > 0 ? 1 : -1;
    return sign;
  }());
  const Vector kept = toSearch(clipped(fromSearch(probe), relearningSteps));
  for (std::size_t i = 0; i < free.size(); ++i)
    if (std::abs(kept[i] - place.point[i]) < kProbe / 2)
      free[i] = 0;
  return free;
}

/// `direction` without the components that are held by a bound.
Vector maskedBy(const Vector& free, Vector direction) {
  for (std::size_t i = 0; i < direction.size(); ++i)
    if (free[i] == 0)
      direction[i] = 0;
  return direction;
}

/// Halves the step until it goes down far enough; nothing when no step does.
std::optional<Place> lineSearch(Objective& objective, const Place& from, const Vector& direction) {
  const double slope = dot(direction, from.gradient);
  for (double length = 1; length > kSmallestStep && !objective.isExhausted(); length /= 2) {
    const Place to = objective.at(combined(from.point, length, direction));
    if (std::isfinite(to.objective) &&
        to.objective <= from.objective + kSufficientDecrease * length * slope)
      return to;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Fit> fit(const TrainingLog& log, const FitSettings& settings) {
  Objective objective(log, settings);
  Place place = objective.at(toSearch(Parameters{}));
  const double items = std::max<double>(1, static_cast<double>(log.items()));
  const double lossBefore =
      settings.current == Parameters{}
          ? place.loss / items
          : lossGradient(settings.current, log, settings.threads).loss / items;
  const Fit unchanged{settings.current, lossBefore, lossBefore, 1};
  if (log.items() < kFewestItems)
    return unchanged;

  Curvature curvature;
  while (!objective.isExhausted()) {
    if (!objective.mayGoOn(place.loss / items))
      return std::nullopt;
    const Vector free = freeGradient(place, settings.relearningSteps);
    const Vector direction = maskedBy(free, curvature.direction(free));
    if (dot(direction, free) >= 0)
      break;
    const std::optional<Place> next = lineSearch(objective, place, direction);
    if (!next && curvature.isEmpty())
      break;
    if (!next) {
      curvature.forget();
      continue;
    }
    const double gain = place.objective - next->objective;
    curvature.add(place, *next);
    place = *next;
    if (gain <= kConverged * std::abs(place.objective))
      break;
  }
  if (place.loss / items > lossBefore)
    return unchanged;
  return Fit{place.parameters, lossBefore, place.loss / items, objective.passes()};
}

}  // namespace phaseboard::memory
