// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "tests/content/printed_value.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

/// Curves that follow from a formula and bars that share out a whole, computed anew point by point
/// from the figures of visual search, harmful content and video recommendation.
namespace phaseboard {
namespace {

struct CurvePoint {
  double x;
  double y;
};

std::string sourceOfFigure(const std::string& figure) {
  return test::contentsOf(test::inSources(test::figureFile(figure)));
}

/// The points of one series of a plot, as its source lists them.
std::vector<CurvePoint> pointsOf(const std::string& figure, const std::string& series) {
  const std::string source = sourceOfFigure(figure);
  const std::size_t entry = source.find("{id: " + series + ",");
  const std::size_t list = source.find("points: [[", entry);
  if (entry == std::string::npos || list == std::string::npos) {
    ADD_FAILURE() << figure << " draws no series " << series;
    return {};
  }
  std::vector<double> numbers;
  const std::size_t end = source.find("]]", list);
  for (std::size_t at = list + 8; at < end;) {
    const std::size_t digit = source.find_first_of("-0123456789", at);
    if (digit == std::string::npos || digit >= end)
      break;
    char* rest = nullptr;
    numbers.push_back(std::strtod(source.c_str() + digit, &rest));
    at = static_cast<std::size_t>(rest - source.c_str());
  }
  std::vector<CurvePoint> points;
  points.reserve(numbers.size() / 2);
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
    points.push_back({numbers[i], numbers[i + 1]});
  return points;
}

/// Every point lies within `tolerance` of the curve.
void expectOnCurve(const std::string& figure, const std::string& series, double tolerance,
                   const std::function<double(double)>& curve) {
  const std::vector<CurvePoint> points = pointsOf(figure, series);
  EXPECT_GE(points.size(), 2U) << figure;
  for (const CurvePoint& point : points)
    EXPECT_NEAR(point.y, curve(point.x), tolerance) << figure << " " << series << " at " << point.x;
}

/// The sum of the segments of one bar.
double sumOfBar(const std::string& figure, const std::string& bar) {
  const std::string source = sourceOfFigure(figure);
  const std::size_t from = source.find("  - id: " + bar + "\n");
  const std::size_t to =
      std::min(source.find("\n  - id: ", from + 1), source.find("\nlimits:", from));
  EXPECT_NE(from, std::string::npos) << figure << " has no bar " << bar;
  double sum = 0;
  for (std::size_t at = source.find(" value: ", from); at < to;
       at = source.find(" value: ", at + 1))
    sum += std::strtod(source.c_str() + at + 8, nullptr);
  return sum;
}

TEST(WorkedCurves, FocalLossFollowsItsFormula) {
  const std::string figure = "harmful-content-detection/focal-loss";

  expectOnCurve(figure, "gamma0", 0.0006, [](double p) { return -std::log(p); });
  expectOnCurve(figure, "gamma2", 0.0021,
                [](double p) { return -std::pow(1 - p, 2) * std::log(p); });
}

TEST(WorkedCurves, UtilitiesAreStraightLinesInTheProbability) {
  const std::string figure = "harmful-content-detection/action-utility";

  expectOnCurve(figure, "reduce", 1e-9, [](double p) { return 0.6 * p - 0.2 * (1 - p); });
  expectOnCurve(figure, "delete", 0.005, [](double p) { return p - 9 * (1 - p); });
  expectOnCurve(figure, "review", 0.0001, [](double p) { return 0.95 * p - 0.27 * (1 - p); });
}

TEST(WorkedCurves, RawScoresAreTheTruthShiftedByTheShareOfPositives) {
  const double shift = std::log(0.2 / 0.8) - std::log(0.005 / 0.995);

  expectOnCurve("harmful-content-detection/calibration-heads", "raw", 0.0011,
                [&](double p) { return 1 / (1 + std::exp(-(std::log(p / (1 - p)) - shift))); });
}

TEST(WorkedCurves, IntervalsShrinkWithTheRootOfTheLabels) {
  const std::string figure = "harmful-content-detection/prevalence-interval";

  expectOnCurve(figure, "simple", 0.0006,
                [](double n) { return 196 * std::sqrt(0.001 * 0.999 / n); });
  expectOnCurve(figure, "stratified", 0.00006,
                [](double n) { return 196 * 0.017012 / std::sqrt(n); });
}

TEST(WorkedCurves, PrecisionRisesWithTheBaseRateOfTheGroup) {
  const auto precisionAt = [](double recall) {
    return [recall](double inAMillion) {
      const double base = inAMillion / 1e6;
      return base * recall / (base * recall + (1 - base) * 2e-4);
    };
  };
  const std::string figure = "harmful-content-detection/base-rate-promise";

  expectOnCurve(figure, "precision", 0.00051, precisionAt(0.80));
  expectOnCurve(figure, "lower-recall", 0.00051, precisionAt(0.40));
}

TEST(WorkedCurves, EachNegativeTakesItsShareOfTheSoftmax) {
  const auto shareOf = [](double cosine) {
    return [cosine](double temperature) {
      double sum = 0;
      for (const double other : {0.7, 0.5, 0.2, 0.0})
        sum += std::exp((other - cosine) / temperature);
      return 100 / sum;
    };
  };
  const std::string figure = "visual-search/temperature";

  expectOnCurve(figure, "hardest", 0.06, shareOf(0.7));
  expectOnCurve(figure, "middle", 0.06, shareOf(0.5));
  expectOnCurve(figure, "far", 0.06, shareOf(0.2));
  expectOnCurve(figure, "unrelated", 0.06, shareOf(0.0));
}

TEST(WorkedCurves, HashesOfStrangersDifferInHalfOfTheirBits) {
  expectOnCurve("visual-search/hash-distance", "strangers", 0.1, [](double bits) {
    const double ways = std::lgamma(65) - std::lgamma(bits + 1) - std::lgamma(65 - bits);
    return 100 * std::exp(ways - 64 * std::log(2.0));
  });
}

TEST(WorkedCurves, MemoryGrowsByTheBytesOfAVector) {
  const std::string figure = "visual-search/index-growth";

  expectOnCurve(figure, "hnsw", 1e-9, [](double n) { return n * (256 * 2 + 64 * 4 + 8); });
  expectOnCurve(figure, "ivf8", 1e-9, [](double n) { return n * (256 + 8); });
  expectOnCurve(figure, "pq64", 1e-9, [](double n) { return n * (64 + 8); });
  expectOnCurve(figure, "pq32", 1e-9, [](double n) { return n * (32 + 8); });
}

TEST(WorkedCurves, TheCorrectionFallsWithTheLogarithmOfThePlays) {
  expectOnCurve("video-recommendation/log-q", "correction", 0.02,
                [](double plays) { return -std::log(plays / 4e9); });
}

TEST(WorkedCurves, PeopleAnArmRiseWithTheInverseSquareOfTheEffect) {
  const auto relativeError = [](const std::string& series, double mean, double deviation,
                                double left) {
    double worst = 0;
    for (const CurvePoint& point : pointsOf("video-recommendation/power-curve", series)) {
      const double people = left * 16 * std::pow(deviation / (mean * point.x / 100), 2) / 1e6;
      worst = std::max(worst, std::abs(point.y / people - 1));
    }
    return worst;
  };

  EXPECT_LT(relativeError("minutes", 14.4, 26, 1), 0.01);
  EXPECT_LT(relativeError("cuped", 14.4, 26, 1 - 0.7 * 0.7), 0.02);
  EXPECT_LT(relativeError("days", 20, 9, 1), 0.02);
}

TEST(WorkedCurves, BeliefsAreBetaDensitiesOfOneHeight) {
  const auto belief = [](double a, double b) {
    return [a, b](double percent) {
      const double x = std::max(percent / 100, 1e-12);
      const double mode = (a - 1) / (a + b - 2);
      return std::exp((a - 1) * std::log(x / mode) + (b - 1) * std::log((1 - x) / (1 - mode)));
    };
  };
  const std::string figure = "video-recommendation/thompson-posterior";

  expectOnCurve(figure, "prior", 0.002, belief(2.5, 47.5));
  expectOnCurve(figure, "hundred", 0.002, belief(12.5, 137.5));
  expectOnCurve(figure, "thousand", 0.002, belief(82.5, 967.5));
}

TEST(WorkedCurves, SegmentsOfABarAddUpToTheWhole) {
  EXPECT_NEAR(sumOfBar("visual-search/latency-budget", "camera-path"), 600, 1e-9);
  EXPECT_NEAR(sumOfBar("visual-search/server-budget", "photo"), 200, 1e-9);
  EXPECT_NEAR(sumOfBar("visual-search/server-budget", "tap"), 120, 1e-9);
  EXPECT_NEAR(sumOfBar("video-recommendation/latency-budget", "allowance"), 180, 1e-9);
  EXPECT_NEAR(sumOfBar("video-recommendation/latency-budget", "median"), 84, 1e-9);
  EXPECT_NEAR(sumOfBar("video-recommendation/ranking-cost", "cpu"), 2597 * 1.3, 0.5);
  EXPECT_NEAR(sumOfBar("harmful-content-detection/violating-views", "posts"), 100, 1e-9);
  EXPECT_NEAR(sumOfBar("harmful-content-detection/violating-views", "views"), 100, 1e-9);
  EXPECT_NEAR(sumOfBar("harmful-content-detection/reviewer-budget", "decisions"), 100, 1e-9);
  EXPECT_NEAR(sumOfBar("harmful-content-detection/compute-mix", "frames32"), 207.2, 0.05);
}

}  // namespace
}  // namespace phaseboard
