// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

/// Quasi-Newton search within bounds. The whole matrix of second derivatives is guessed: far from
/// the least value by the objective itself, near to it by how the gradient changes (Broyden,
/// Fletcher, Goldfarb and Shanno 1970). Bounds by an active set (Nocedal and Wright 2006, chapter
/// 16). No chance in it: the same objective gives the same numbers.
namespace phaseboard::memory {

template <std::size_t N>
using SearchVector = std::array<double, N>;

/// Symmetric; both triangles are kept.
template <std::size_t N>
using SearchMatrix = std::array<std::array<double, N>, N>;

/// A point of a search with what is known there.
template <std::size_t N>
struct SearchPlace {
  SearchVector<N> point{};
  SearchVector<N> gradient{};
  double objective = 0;
  double loss = 0;              ///< the part of the objective that people are told
  SearchMatrix<N> curvature{};  ///< the objective's guess, where it was asked for
};

/// Whether a place is to say how the objective curves there.
enum class Curvature { Unasked, Asked };

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

template <std::size_t N>
SearchVector<N> product(const SearchMatrix<N>& matrix, const SearchVector<N>& vector) {
  SearchVector<N> found{};
  for (std::size_t i = 0; i < N; ++i)
    found[i] = dot(matrix[i], vector);
  return found;
}

/// Makes `curvature` agree with how the gradient changed over a step. A change that shows less than
/// a fifth of the expected curvature is mixed with the expected one (Powell 1978), so that the
/// matrix stays positive definite.
template <std::size_t N>
void learn(SearchMatrix<N>& curvature, const SearchPlace<N>& from, const SearchPlace<N>& to) {
  constexpr double kLeastShare = 0.2;
  const SearchVector<N> step = combined(to.point, -1, from.point);
  const SearchVector<N> expected = product(curvature, step);
  const double expectedAlong = dot(step, expected);
  if (!(expectedAlong > 0))
    return;
  SearchVector<N> change = combined(to.gradient, -1, from.gradient);
  const double along = dot(step, change);
  if (along < kLeastShare * expectedAlong) {
    const double kept = (1 - kLeastShare) * expectedAlong / (expectedAlong - along);
    for (std::size_t i = 0; i < N; ++i)
      change[i] = kept * change[i] + (1 - kept) * expected[i];
  }
  const double changedAlong = dot(step, change);
  for (std::size_t i = 0; i < N; ++i)
    for (std::size_t j = 0; j < N; ++j)
      curvature[i][j] +=
          change[i] * change[j] / changedAlong - expected[i] * expected[j] / expectedAlong;
}

/// Solves matrix * x = right for the free components, by Cholesky; the others are 0.
template <std::size_t N>
SearchVector<N> solved(const SearchMatrix<N>& matrix, const SearchVector<N>& right,
                       const std::array<bool, N>& isFree) {
  constexpr double kLeastPivot = 1e-10;  // of the diagonal: what rounding leaves of a singular one
  constexpr double kTiny = 1e-300;
  SearchMatrix<N> factor{};
  SearchVector<N> solution{};
  for (std::size_t i = 0; i < N; ++i) {
    if (!isFree[i])
      continue;
    double rest = right[i];
    for (std::size_t j = 0; j <= i; ++j) {
      if (!isFree[j])
        continue;
      double entry = matrix[i][j];
      for (std::size_t k = 0; k < j; ++k)
        entry -= factor[i][k] * factor[j][k];
      factor[i][j] = i == j ? std::sqrt(std::max(entry, kLeastPivot * matrix[i][i] + kTiny))
                            : entry / factor[j][j];
      if (j < i)
        rest -= factor[i][j] * solution[j];
    }
    solution[i] = rest / factor[i][i];
  }
  for (std::size_t i = N; i-- > 0;) {
    if (!isFree[i])
      continue;
    double rest = solution[i];
    for (std::size_t k = i + 1; k < N; ++k)
      rest -= factor[k][i] * solution[k];
    solution[i] = rest / factor[i][i];
  }
  return solution;
}

/// Where going down the gradient breaks no bound.
template <std::size_t N, class Objective>
std::array<bool, N> freeAt(const Objective& objective, const SearchPlace<N>& place) {
  constexpr double kProbe = 1e-6;
  SearchVector<N> probe = place.point;
  for (std::size_t i = 0; i < N; ++i)
    probe[i] -= place.gradient[i] > 0 ? kProbe : -kProbe;
  const SearchVector<N> kept = objective.within(probe);
  std::array<bool, N> isFree{};
  for (std::size_t i = 0; i < N; ++i)
    isFree[i] = std::abs(kept[i] - place.point[i]) >= kProbe / 2;
  return isFree;
}

/// The free component that breaks its bound first on the way to `wanted`; N when none does.
template <std::size_t N>
std::size_t firstStopped(const SearchVector<N>& from, const SearchVector<N>& wanted,
                         const SearchVector<N>& kept, const std::array<bool, N>& isFree) {
  constexpr double kTouching = 1e-12;
  std::size_t first = N;
  double shortest = 1;
  for (std::size_t i = 0; i < N; ++i) {
    if (!isFree[i] || std::abs(kept[i] - wanted[i]) <= kTouching)
      continue;
    const double share = (kept[i] - from[i]) / (wanted[i] - from[i]);
    if (first == N || share < shortest) {
      first = i;
      shortest = share;
    }
  }
  return first;
}

/// The step to the least value of the quadratic through `place` within the bounds: one after the
/// other, components that would break a bound stop there, and the rest is sought again.
template <std::size_t N, class Objective>
SearchVector<N> stepWithin(const Objective& objective, const SearchPlace<N>& place,
                           const SearchMatrix<N>& curvature) {
  std::array<bool, N> isFree = freeAt(objective, place);
  SearchVector<N> stopped{};
  for (;;) {
    SearchVector<N> right = combined(place.gradient, 1, product(curvature, stopped));
    for (double& component : right)
      component = -component;
    const SearchVector<N> step = combined(stopped, 1, solved(curvature, right, isFree));
    const SearchVector<N> wanted = combined(place.point, 1, step);
    const SearchVector<N> kept = objective.within(wanted);
    const std::size_t first = firstStopped(place.point, wanted, kept, isFree);
    if (first == N)
      return combined(kept, -1, place.point);
    isFree[first] = false;
    stopped[first] = kept[first] - place.point[first];
  }
}

/// Shortens the step until it goes down far enough, each time to the least value of the parabola
/// through what is known; nothing when no step does.
template <std::size_t N, class Objective>
std::optional<SearchPlace<N>> lineSearch(Objective& objective, const SearchPlace<N>& from,
                                         const SearchVector<N>& step, Curvature curvature) {
  constexpr double kSufficientDecrease = 1e-4;
  constexpr double kSmallestStep = 1e-6;
  const double slope = dot(step, from.gradient);
  for (double length = 1; slope < 0 && length > kSmallestStep && !objective.isExhausted();) {
    const SearchPlace<N> to = objective.at(combined(from.point, length, step), curvature);
    const double change = to.objective - from.objective;
    if (change <= kSufficientDecrease * length * slope)
      return to;
    const double lowest =
        std::isfinite(change) ? -slope * length * length / (2 * (change - slope * length)) : 0;
    length = std::clamp(lowest, length / 10, length / 2);
  }
  return std::nullopt;
}

/// Goes down from `start`, which knows its curvature, until a step gains less than `gainEnough` of
/// the objective.
///
/// `Objective` has `at(point, curvature)` (the place at the nearest point within the bounds),
/// `within(point)` (that point), `isExhausted()` and `mayGoOn(place)`.
/// @return nothing when it may not go on
template <std::size_t N, class Objective>
std::optional<SearchPlace<N>> minimise(Objective& objective, const SearchPlace<N>& start,
                                       double gainEnough) {
  constexpr double kStillFar = 1e-4;  // gains more than this share: the curvature is asked for anew
  SearchPlace<N> place = start;
  SearchMatrix<N> curvature = start.curvature;
  Curvature asked = Curvature::Asked;
  while (!objective.isExhausted()) {
    if (!objective.mayGoOn(place))
      return std::nullopt;
    const SearchVector<N> step = stepWithin(objective, place, curvature);
    const std::optional<SearchPlace<N>> next = lineSearch(objective, place, step, asked);
    if (!next && asked == Curvature::Asked)
      break;
    if (!next) {
      asked = Curvature::Asked;
      curvature = objective.at(place.point, asked).curvature;
      continue;
    }
    const double share = (place.objective - next->objective) / std::abs(next->objective);
    if (asked == Curvature::Asked && share > kStillFar) {
      curvature = next->curvature;
    } else {
      asked = Curvature::Unasked;
      learn(curvature, place, *next);
    }
    place = *next;
    if (share <= gainEnough)
      break;
  }
  return place;
}

}  // namespace phaseboard::memory
