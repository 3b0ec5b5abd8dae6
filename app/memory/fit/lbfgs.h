// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <deque>
#include <optional>

/// Limited-memory quasi-Newton search within bounds (Nocedal 1980; the bounds by projection, as in
/// Bertsekas 1982). No chance in it: the same objective gives the same numbers.
namespace phaseboard::memory {

template <std::size_t N>
using SearchVector = std::array<double, N>;

/// A point of a search with what is known there.
template <std::size_t N>
struct SearchPlace {
  SearchVector<N> point{};
  SearchVector<N> gradient{};
  double objective = 0;
  double loss = 0;  ///< the part of the objective that people are told
};

template <std::size_t N>
double dot(const SearchVector<N>& a, const SearchVector<N>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < N; ++i)
    sum += a[i] * b[i];
  return sum;
}

template <std::size_t N>
SearchVector<N> combined(const SearchVector<N>& a, double factor, const SearchVector<N>& b) {
  SearchVector<N> sum = a;
  for (std::size_t i = 0; i < N; ++i)
    sum[i] += factor * b[i];
  return sum;
}

/// The last steps and how they changed the gradient: what is known of the curvature.
template <std::size_t N>
class Curvature {
 public:
  void add(const SearchPlace<N>& from, const SearchPlace<N>& to) {
    const SearchVector<N> step = combined(to.point, -1, from.point);
    const SearchVector<N> change = combined(to.gradient, -1, from.gradient);
    const double product = dot(step, change);
    if (product <= 1e-12 * dot(change, change))
      return;
    m_pairs.push_back({step, change, 1 / product});
    if (m_pairs.size() > kRemembered)
      m_pairs.pop_front();
  }

  void forget() { m_pairs.clear(); }
  [[nodiscard]] bool isEmpty() const { return m_pairs.empty(); }

  /// Minus the gradient, stretched by the inverse curvature (two-loop recursion).
  [[nodiscard]] SearchVector<N> direction(const SearchVector<N>& gradient) const {
    SearchVector<N> q = gradient;
    std::array<double, kRemembered> alphas{};
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
  static constexpr std::size_t kRemembered = 12;

  struct Pair {
    SearchVector<N> step;
    SearchVector<N> change;
    double inverse;
  };
  std::deque<Pair> m_pairs;
};

/// The gradient, but 0 where going down it would break a bound.
template <std::size_t N, class Objective>
SearchVector<N> freeGradient(const Objective& objective, const SearchPlace<N>& place) {
  constexpr double kProbe = 1e-6;
  SearchVector<N> probe = place.point;
  for (std::size_t i = 0; i < N; ++i)
    probe[i] -= place.gradient[i] > 0 ? kProbe : -kProbe;
  const SearchVector<N> kept = objective.within(probe);
  SearchVector<N> free = place.gradient;
  for (std::size_t i = 0; i < N; ++i)
    if (std::abs(kept[i] - place.point[i]) < kProbe / 2)
      free[i] = 0;
  return free;
}

/// Shortens the step until it goes down far enough; nothing when no step does.
template <std::size_t N, class Objective>
std::optional<SearchPlace<N>> lineSearch(Objective& objective, const SearchPlace<N>& from,
                                         const SearchVector<N>& direction) {
  constexpr double kSufficientDecrease = 1e-4;
  constexpr double kSmallestStep = 1e-6;
  for (double length = 1; length > kSmallestStep && !objective.isExhausted(); length /= 3) {
    const SearchPlace<N> to = objective.at(combined(from.point, length, direction));
    const double slope = dot(combined(to.point, -1, from.point), from.gradient);
    if (std::isfinite(to.objective) && slope < 0 &&
        to.objective <= from.objective + kSufficientDecrease * slope)
      return to;
  }
  return std::nullopt;
}

/// Goes down from `start` until a step gains less than `gainEnough` of the objective.
///
/// `Objective` has `at(point)` (the place at the nearest point within the bounds), `within(point)`
/// (that point), `isExhausted()` and `mayGoOn(place)`.
/// @return nothing when it may not go on
template <std::size_t N, class Objective>
std::optional<SearchPlace<N>> minimise(Objective& objective, const SearchPlace<N>& start,
                                       double gainEnough) {
  SearchPlace<N> place = start;
  Curvature<N> curvature;
  while (!objective.isExhausted()) {
    if (!objective.mayGoOn(place))
      return std::nullopt;
    const SearchVector<N> free = freeGradient(objective, place);
    SearchVector<N> direction = curvature.direction(free);
    for (std::size_t i = 0; i < N; ++i)
      if (free[i] == 0)
        direction[i] = 0;
    if (dot(direction, free) >= 0)
      break;
    const std::optional<SearchPlace<N>> next = lineSearch(objective, place, direction);
    if (!next && curvature.isEmpty())
      break;
    if (!next) {
      curvature.forget();
      continue;
    }
    const double gain = place.objective - next->objective;
    curvature.add(place, *next);
    place = *next;
    if (gain <= gainEnough * std::abs(place.objective))
      break;
  }
  return place;
}

}  // namespace phaseboard::memory
