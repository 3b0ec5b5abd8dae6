// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/wire_path.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace phaseboard::compiler {
namespace {

constexpr double kCornerRadius = 10;
constexpr double kHeadLength = 8;
constexpr double kHeadWidth = 8.4;
constexpr double kHeadGap = 2.5;
constexpr double kBridge = 5;        // to either side of a crossing
constexpr double kBridgeRise = 5.5;  // of the points that pull its curves
constexpr double kLeastRadius = 2;   // of a bend beside a bridge
constexpr double kHeadRoom = kHeadGap + kHeadLength;

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

/// Whether `point` lies on the stretch, more than `clear` away from both of its ends.
bool liesOn(QPointF from, QPointF to, QPointF point, double clear) {
  return distance(from, point) + distance(point, to) < distance(from, to) + 0.01 &&
         distance(from, point) > clear && distance(point, to) > clear;
}

/// What of `crossings` lies on a stretch, in the order in which it is passed.
std::vector<QPointF> crossingsOn(QPointF from, QPointF to, const std::vector<QPointF>& crossings) {
  std::vector<QPointF> here;
  std::copy_if(crossings.begin(), crossings.end(), std::back_inserter(here),
               [&](QPointF crossing) { return liesOn(from, to, crossing, kBridge - 0.01); });
  std::sort(here.begin(), here.end(),
            [from](QPointF a, QPointF b) { return distance(from, a) < distance(from, b); });
  return here;
}

/// Draws along one stretch with its bridges, from the current point to `to`. Bridges of level
/// stretches rise, those of upright ones go to the left; one bridge spans crossings that are close.
void lineWithBridges(PathData& path, QPointF from, QPointF to,
                     const std::vector<QPointF>& crossings) {
  const QPointF ahead = unit(from, to);
  const QPointF aside = isLevel(from, to) ? QPointF(0, -kBridgeRise) : QPointF(-kBridgeRise, 0);
  const std::vector<QPointF> here = crossingsOn(from, to, crossings);
  QPointF last = from;
  for (std::size_t i = 0; i < here.size(); ++i) {
    const QPointF first = here[i];
    while (i + 1 < here.size() && distance(here[i], here[i + 1]) < 2 * kBridge)
      ++i;
    const QPointF begin = first - ahead * kBridge;
    const QPointF end = here[i] + ahead * kBridge;
    path.line(begin).quad(begin + aside, first + aside);
    if (here[i] != first)
      path.line(here[i] + aside);
    path.quad(end + aside, end);
    last = end;
  }
  if (here.empty() || distance(last, to) > 0.01)
    path.line(to);
}

/// One stretch of one wire.
struct Stretch {
  std::size_t edge;
  QPointF from;
  QPointF to;
  bool isFirst;
  bool isLast;

  /// How far `crossing` is from where the stretch begins to bend or meets a card.
  [[nodiscard]] double room(QPointF crossing) const {
    return std::min(distance(from, crossing) - (isFirst ? kHeadRoom : 0),
                    distance(crossing, to) - (isLast ? kHeadRoom : 0));
  }
};

std::vector<Stretch> stretchesOf(const std::vector<Route>& routes, bool level) {
  std::vector<Stretch> stretches;
  for (std::size_t edge = 0; edge < routes.size(); ++edge) {
    const auto& points = routes[edge].points;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      if (isLevel(points[i], points[i + 1]) == level)
        stretches.push_back({edge, points[i], points[i + 1], i == 0, i + 2 == points.size()});
    }
  }
  return stretches;
}

/// The radius of the bend at `corner`: smaller where a bridge stands just before or after it.
double cornerRadius(QPointF before, QPointF corner, QPointF after,
                    const std::vector<QPointF>& crossings) {
  double radius = kCornerRadius;
  for (const QPointF crossing : crossings) {
    if (liesOn(before, corner, crossing, 0) || liesOn(corner, after, crossing, 0))
      radius = std::min(radius, std::max(distance(corner, crossing) - kBridge, kLeastRadius));
  }
  return radius;
}

}  // namespace

std::vector<std::vector<QPointF>> findCrossings(const FlowGraph& graph,
                                                const std::vector<Route>& routes) {
  std::vector<std::vector<QPointF>> crossings(routes.size());
  const std::vector<Stretch> upright = stretchesOf(routes, false);
  for (const Stretch& level : stretchesOf(routes, true)) {
    for (const Stretch& other : upright) {
      const QPointF at(other.from.x(), level.from.y());
      if (level.edge == other.edge ||
          areBundled(graph.edges[level.edge], graph.edges[other.edge]) ||
          !liesOn(level.from, level.to, at, 1) || !liesOn(other.from, other.to, at, 1))
        continue;
      const bool levelHasRoom = level.room(at) >= kBridge + kLeastRadius;
      const bool isLifted = levelHasRoom || level.room(at) >= other.room(at);
      crossings[isLifted ? level.edge : other.edge].push_back(at);
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
        std::min({cornerRadius(points[i - 1], points[i], points[i + 1], crossings),
                  distance(points[i - 1], points[i]) / (i == 1 ? 1 : 2),
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
