// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "diagrams/compiler/charts/plot.h"

namespace phaseboard::compiler {
namespace {

constexpr int kSamples = 8;  // of each piece of a smooth curve, for finding room around it

std::vector<QPointF> inUnits(const Plot& plot, const Plot::Series& series) {
  std::vector<QPointF> out;
  for (const QPointF& value : series.points)
    out.emplace_back(plot.x.at(value.x()), plot.y.at(value.y()));
  return out;
}

std::vector<QPointF> stepped(const std::vector<QPointF>& points) {
  std::vector<QPointF> out{points.front()};
  for (std::size_t i = 1; i < points.size(); ++i) {
    out.emplace_back(points[i].x(), points[i - 1].y());
    out.push_back(points[i]);
  }
  return out;
}

/// Slopes of the monotone cubic through `points` (Fritsch and Carlson, 1980).
std::vector<double> slopes(const std::vector<QPointF>& points) {
  const std::size_t count = points.size();
  std::vector<double> secant(count - 1);
  for (std::size_t i = 0; i + 1 < count; ++i)
    secant[i] =
        (points[i + 1].y() - points[i].y()) / std::max(points[i + 1].x() - points[i].x(), 1e-9);
  std::vector<double> slope(count);
  slope.front() = secant.front();
  slope.back() = secant.back();
  for (std::size_t i = 1; i + 1 < count; ++i)
    slope[i] = secant[i - 1] * secant[i] <= 0 ? 0 : (secant[i - 1] + secant[i]) / 2;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    if (secant[i] == 0) {
      slope[i] = slope[i + 1] = 0;
      continue;
    }
    const double a = slope[i] / secant[i];
    const double b = slope[i + 1] / secant[i];
    const double length = std::hypot(a, b);
    if (length > 3) {
      slope[i] = 3 * a / length * secant[i];
      slope[i + 1] = 3 * b / length * secant[i];
    }
  }
  return slope;
}

struct Piece {
  QPointF from;
  QPointF control1;
  QPointF control2;
  QPointF to;

  [[nodiscard]] QPointF at(double t) const {
    const double u = 1 - t;
    return u * u * u * from + 3 * u * u * t * control1 + 3 * u * t * t * control2 + t * t * t * to;
  }
};

std::vector<Piece> pieces(const std::vector<QPointF>& points) {
  const std::vector<double> slope = slopes(points);
  std::vector<Piece> out;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const double third = (points[i + 1].x() - points[i].x()) / 3;
    out.push_back({points[i], points[i] + QPointF(third, third * slope[i]),
                   points[i + 1] - QPointF(third, third * slope[i + 1]), points[i + 1]});
  }
  return out;
}

}  // namespace

std::vector<QPointF> followed(const Plot& plot, const Plot::Series& series) {
  std::vector<QPointF> points = inUnits(plot, series);
  if (series.draw == "steps")
    return stepped(points);
  if (!series.isSmooth || points.size() < 3)
    return points;
  std::vector<QPointF> out{points.front()};
  for (const Piece& piece : pieces(points))
    for (int i = 1; i <= kSamples; ++i)
      out.push_back(piece.at(static_cast<double>(i) / kSamples));
  return out;
}

PathData seriesPath(const Plot& plot, const Plot::Series& series) {
  PathData path;
  if (series.isSmooth && series.points.size() >= 3 && series.draw != "steps") {
    const std::vector<Piece> curve = pieces(inUnits(plot, series));
    path.move(curve.front().from);
    for (const Piece& piece : curve)
      path.cubic(piece.control1, piece.control2, piece.to);
    return path;
  }
  const std::vector<QPointF> points = followed(plot, series);
  path.move(points.front());
  for (std::size_t i = 1; i < points.size(); ++i)
    path.line(points[i]);
  return path;
}

}  // namespace phaseboard::compiler
