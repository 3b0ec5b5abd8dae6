// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fit/quasi_newton.h"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

namespace phaseboard::memory {
namespace {

using Vector2 = SearchVector<2>;
using Place2 = SearchPlace<2>;

/// Rosenbrock's valley, (1 - x)^2 + 100 (y - x^2)^2, within a box: curved, and flat along its
/// floor.
class Valley {
 public:
  explicit Valley(double greatestX, int mostPasses = 200)
      : m_greatestX(greatestX), m_mostPasses(mostPasses) {}

  [[nodiscard]] Place2 at(const Vector2& wanted, Curvature curvature) {
    ++m_passes;
    const Vector2 p = within(wanted);
    const double off = p[1] - p[0] * p[0];
    Place2 place;
    place.point = p;
    place.objective = (1 - p[0]) * (1 - p[0]) + 100 * off * off + 1;
    place.gradient = {-2 * (1 - p[0]) - 400 * p[0] * off, 200 * off};
    if (curvature == Curvature::Asked)
      place.curvature = {{{2 + 800 * p[0] * p[0], -400 * p[0]}, {-400 * p[0], 200}}};
    return place;
  }
  [[nodiscard]] Vector2 within(const Vector2& p) const {
    return {std::clamp(p[0], -2.0, m_greatestX), std::clamp(p[1], -1.0, 3.0)};
  }
  [[nodiscard]] bool isExhausted() const { return m_passes >= m_mostPasses; }
  [[nodiscard]] bool mayGoOn(const Place2& place) const { return place.objective >= m_cancelAt; }
  [[nodiscard]] int passes() const { return m_passes; }
  void cancelBelow(double objective) { m_cancelAt = objective; }

 private:
  double m_greatestX;
  int m_mostPasses;
  int m_passes = 0;
  double m_cancelAt = -std::numeric_limits<double>::infinity();
};

std::optional<Place2> lowestFrom(Valley& valley, const Vector2& start) {
  const Place2 first = valley.at(start, Curvature::Asked);
  return minimise(valley, first, 1e-14);
}

TEST(QuasiNewton, FollowsABentValleyToItsLowestPoint) {
  Valley valley(2);

  const Place2 lowest = lowestFrom(valley, {-1.2, 1}).value();

  EXPECT_NEAR(lowest.point[0], 1, 1e-6);
  EXPECT_NEAR(lowest.point[1], 1, 1e-6);
  EXPECT_LT(valley.passes(), 80);
}

TEST(QuasiNewton, EndsOnABoundThatKeepsItFromTheLowestPoint) {
  Valley valley(0.5);

  const Place2 lowest = lowestFrom(valley, {-1.2, 1}).value();

  EXPECT_EQ(lowest.point[0], 0.5);
  EXPECT_NEAR(lowest.point[1], 0.25, 1e-7);
}

TEST(QuasiNewton, LeavesABoundThatItBeginsOn) {
  Valley valley(2);

  const Place2 lowest = lowestFrom(valley, {-2, -1}).value();

  EXPECT_NEAR(lowest.point[0], 1, 1e-6);
}

TEST(QuasiNewton, NeverGoesUp) {
  for (int most = 1; most < 30; ++most) {
    Valley less(2, most);
    Valley more(2, most + 1);
    EXPECT_LE(lowestFrom(more, {-1.2, 1})->objective, lowestFrom(less, {-1.2, 1})->objective);
  }
}

TEST(QuasiNewton, StopsWhenItMayNotGoOn) {
  Valley valley(2);
  valley.cancelBelow(2);

  EXPECT_FALSE(lowestFrom(valley, {-1.2, 1}).has_value());
}

TEST(QuasiNewton, KeepsItsGuessPositiveWhereTheObjectiveBendsDown) {
  SearchMatrix<2> curvature{{{1, 0}, {0, 1}}};
  Place2 from;
  Place2 to;
  to.point = {1, 0};
  to.gradient = {-3, 0};

  learn(curvature, from, to);

  EXPECT_GT(curvature[0][0], 0);
  EXPECT_EQ(curvature[1][1], 1);
}

}  // namespace
}  // namespace phaseboard::memory
