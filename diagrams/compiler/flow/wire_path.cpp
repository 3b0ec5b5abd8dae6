// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/wire_path.h"

#include <algorithm>
#include <cmath>

namespace phaseboard::compiler {
namespace {

constexpr double kCornerRadius = 10;
constexpr double kHeadLength = 8;
constexpr double kHeadWidth = 8.4;
constexpr double kHeadGap = 2.5;
constexpr double kBridge = 5;

QPointF unit(QPointF from, QPointF to) {
  const QPointF way = to - from;
  const double length = std::abs(way.x()) + std::abs(way.y());  // level or upright
  return length > 0 ? way / length : QPointF{};
}

double distance(QPointF a, QPointF b) {
  return std::abs(a.x() - b.x()) + std::abs(a.y() - b.y());
}

bool isLevel(QPointF a, QPointF b) {
  return std::abs(a.y() - b.y()) < 0.01;
}

/// Draws along one level stretch with its bridges, from the current point to `to`.
void lineWithBridges(PathData& path, QPointF from, QPointF to,
                     const std::vector<QPointF>& crossings) {
  if (isLevel(from, to)) {
    const QPointF ahead = unit(from, to);
    std::vector<QPointF> here;
    for (const auto& crossing : crossings) {
      const bool isInside =
          distance(from, crossing) + distance(crossing, to) < distance(from, to) + 0.01;
      if (isInside && distance(from, crossing) > kBridge && distance(crossing, to) > kBridge)
        here.push_back(crossing);
    }
    std::sort(here.begin(), here.end(),
              [from](QPointF a, QPointF b) { return distance(from, a) < distance(from, b); });
    const QPointF up(0, -kBridge - 0.5);
    double last = -2 * kBridge;
    for (const auto& crossing : here) {
      const double at = distance(from, crossing);
      if (at - last < 2 * kBridge)
        continue;  // one bridge spans both
      last = at;
      const QPointF begin = crossing - ahead * kBridge;
      const QPointF end = crossing + ahead * kBridge;
      path.line(begin).quad(begin + up, crossing + up).quad(end + up, end);
    }
  }
  path.line(to);
}

}  // namespace

std::vector<std::vector<QPointF>> findCrossings(const FlowGraph& graph,
                                                const std::vector<Route>& routes) {
  std::vector<std::vector<QPointF>> crossings(routes.size());
  const auto eachStretch = [&](std::size_t edge, bool level, auto visit) {
    const auto& points = routes[edge].points;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      if (isLevel(points[i], points[i + 1]) == level)
        visit(points[i], points[i + 1]);
    }
  };
  for (std::size_t a = 0; a < routes.size(); ++a) {
    for (std::size_t b = 0; b < routes.size(); ++b) {
      if (a == b || areBundled(graph.edges[a], graph.edges[b]))
        continue;
      eachStretch(a, true, [&](QPointF left, QPointF right) {
        eachStretch(b, false, [&](QPointF top, QPointF bottom) {
          const double x = top.x();
          const double y = left.y();
          const bool isCrossed =
              x > std::min(left.x(), right.x()) + 1 && x < std::max(left.x(), right.x()) - 1 &&
              y > std::min(top.y(), bottom.y()) + 1 && y < std::max(top.y(), bottom.y()) - 1;
          if (isCrossed)
            crossings[a].push_back({x, y});
        });
      });
    }
  }
  return crossings;
}

PathData wireLine(const Route& route, const std::vector<QPointF>& crossings, Arrows arrows) {
  std::vector<QPointF> points = route.points;
  const double cut = kHeadGap + kHeadLength - 1;
  if (arrows != Arrows::None)
    points.back() -= unit(points[points.size() - 2], points.back()) * cut;
  if (arrows == Arrows::Both)
    points.front() += unit(points[0], points[1]) * cut;
  PathData path;
  path.move(points.front());
  QPointF from = points.front();
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const double radius =
        std::min({kCornerRadius, distance(points[i - 1], points[i]) / (i == 1 ? 1 : 2),
                  distance(points[i], points[i + 1]) / (i + 2 == points.size() ? 1 : 2)});
    const QPointF begin = points[i] - unit(points[i - 1], points[i]) * radius;
    const QPointF end = points[i] + unit(points[i], points[i + 1]) * radius;
    lineWithBridges(path, from, begin, crossings);
    path.quad(points[i], end);
    from = end;
  }
  lineWithBridges(path, from, points.back(), crossings);
  return path;
}

PathData arrowHead(QPointF from, QPointF to) {
  const QPointF ahead = unit(from, to);
  const QPointF aside(-ahead.y(), ahead.x());
  const QPointF tip = to - ahead * kHeadGap;
  const QPointF base = tip - ahead * kHeadLength;
  return PathData{}
      .move(tip)
      .line(base + aside * (kHeadWidth / 2))
      .line(base - aside * (kHeadWidth / 2))
      .close();
}

}  // namespace phaseboard::compiler
