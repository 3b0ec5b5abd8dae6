// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/path_search.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace phaseboard::compiler {
namespace {

constexpr float kBend = 38;
constexpr float kCrossing = 55;
constexpr float kAgainstVia = 8;        ///< times the cost
constexpr float kAwayFromEnd = 0.004F;  ///< dearer per unit from the end of a bundle
constexpr float kOffMates = 1.3F;       ///< dearer beside the line where the bundle turns
constexpr double kWayOut = 90;
constexpr double kTrunk = 40;       ///< a bundle's common stretch need not be shorter
constexpr double kHeadRoom = 17;    ///< an arrow head and a round corner need this much
constexpr float kCrampedBend = 45;  ///< added for a bend nearer to a card than that
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

std::size_t stateOf(std::size_t vertex, Side direction) {
  return vertex * 4 + static_cast<std::size_t>(direction);
}

Side opposite(Side side) {
  return static_cast<Side>((static_cast<int>(side) + 2) % 4);
}

bool isLevel(Side side) {
  return side == Side::East || side == Side::West;
}

}  // namespace

PathSearch::PathSearch(const RouterGrid& grid)
    : m_grid(grid),
      m_cost(static_cast<std::size_t>(grid.columns() * grid.rows()) * 4),
      m_parent(m_cost.size()),
      m_seen(m_cost.size()),
      m_done(m_cost.size()) {}

float PathSearch::leastToCome(GridPoint from) const {
  double least = std::numeric_limits<double>::infinity();
  const QPointF here = m_grid.at(from);
  for (const auto& goal : *m_goals) {
    const QPointF there = m_grid.at(goal.point);
    least = std::min(least, std::abs(here.x() - there.x()) + std::abs(here.y() - there.y()));
  }
  return static_cast<float>(least * 0.35);  // shared stretches cost that much at least
}

float PathSearch::stretchCost(std::size_t vertex, Side direction) const {
  const GridPoint point = m_grid.pointOf(vertex);
  const bool level = isLevel(direction);
  float cost = std::numeric_limits<float>::infinity();
  switch (direction) {
    case Side::East:
      if (point.column + 1 < m_grid.columns())
        cost = m_grid.costRight(vertex);
      break;
    case Side::West:
      if (point.column > 0)
        cost = m_grid.costRight(vertex - 1);
      break;
    case Side::South:
      if (point.row + 1 < m_grid.rows())
        cost = m_grid.costDown(vertex);
      break;
    case Side::North:
      if (point.row > 0)
        cost = m_grid.costDown(vertex - static_cast<std::size_t>(m_grid.columns()));
      break;
  }
  return std::isfinite(cost) ? cost * reluctance(m_grid.at(point), level) : cost;
}

/// Whether a wire that goes round everything may still be on its way out or already on its way in.
bool PathSearch::isNearEnd(QPointF here) const {
  const auto isNear = [here](const Terminal& terminal) {
    const QPointF away = here - terminal.port;
    return std::abs(away.x()) + std::abs(away.y()) < kWayOut;
  };
  return std::any_of(m_starts->begin(), m_starts->end(), isNear) ||
         std::any_of(m_goals->begin(), m_goals->end(), isNear);
}

/// How many times dearer a stretch is than its length because of the wishes.
float PathSearch::reluctance(QPointF here, bool level) const {
  float factor = 1;
  if (m_wishes.via && isLevel(*m_wishes.via) != level) {
    const QRectF& bounds = m_grid.bounds();
    const Side via = *m_wishes.via;
    const bool isOutside = (via == Side::North && here.y() < bounds.top()) ||
                           (via == Side::South && here.y() > bounds.bottom()) ||
                           (via == Side::West && here.x() < bounds.left()) ||
                           (via == Side::East && here.x() > bounds.right());
    if (!isOutside && !isNearEnd(here))
      factor *= kAgainstVia;
  }
  if (m_wishes.near && isLevel(m_wishes.near->side) != level) {
    const QPointF port = m_wishes.near->port;
    const double away = level ? std::abs(here.y() - port.y()) : std::abs(here.x() - port.x());
    factor *= 1 + static_cast<float>(std::max(0.0, away - kTrunk)) * kAwayFromEnd;
    const double line = level ? here.y() : here.x();
    const auto& mates = m_wishes.crossLines;
    const bool isWithMates = std::any_of(
        mates.begin(), mates.end(), [line](double mate) { return std::abs(mate - line) < 0.01; });
    factor *= mates.empty() || isWithMates ? 1 : kOffMates;
  }
  return factor;
}

float PathSearch::bendCost(std::size_t vertex) const {
  const QPointF here = m_grid.at(m_grid.pointOf(vertex));
  const auto isCramped = [here](const Terminal& terminal) {
    const QPointF away = here - terminal.port;
    const bool isOnPortLine =
        isLevel(terminal.side) ? std::abs(away.y()) < 0.1 : std::abs(away.x()) < 0.1;
    return isOnPortLine && std::abs(away.x()) + std::abs(away.y()) < kHeadRoom;
  };
  const bool isNearHead = std::any_of(m_goals->begin(), m_goals->end(), isCramped);
  const bool isNearTail = std::any_of(m_starts->begin(), m_starts->end(), isCramped);
  return kBend + (isNearHead ? kCrampedBend : 0) + (isNearTail ? kCrampedBend / 3 : 0);
}

void PathSearch::reach(std::size_t state, float cost, std::size_t parent) {
  if (!std::isfinite(cost) || (m_seen[state] == m_search && m_cost[state] <= cost))
    return;
  m_seen[state] = m_search;
  m_cost[state] = cost;
  m_parent[state] = parent;
  m_queue.push_back({cost + leastToCome(m_grid.pointOf(state / 4)), state});
  std::push_heap(m_queue.begin(), m_queue.end(), [](const Queued& a, const Queued& b) {
    return a.cost != b.cost ? a.cost > b.cost : a.state > b.state;
  });
}

void PathSearch::expand(std::size_t state) {
  const std::size_t vertex = state / 4;
  const Side direction = static_cast<Side>(state % 4);
  const auto columns = static_cast<std::size_t>(m_grid.columns());
  for (const Side next : kSides) {
    if (next == opposite(direction))
      continue;
    const float stretch = stretchCost(vertex, next);
    if (!std::isfinite(stretch))
      continue;
    float cost = m_cost[state] + stretch;
    const int across = isLevel(direction) ? m_grid.wiresDown(vertex) : m_grid.wiresAcross(vertex);
    if (next != direction)
      cost += bendCost(vertex);
    cost += kCrossing * static_cast<float>(across);
    const std::size_t to = next == Side::East    ? vertex + 1
                           : next == Side::West  ? vertex - 1
                           : next == Side::South ? vertex + columns
                                                 : vertex - columns;
    reach(stateOf(to, next), cost, state);
  }
}

std::optional<FoundPath> PathSearch::find(const std::vector<Terminal>& starts,
                                          const std::vector<Terminal>& goals,
                                          const Wishes& wishes) {
  ++m_search;
  m_queue.clear();
  m_goals = &goals;
  m_starts = &starts;
  m_wishes = wishes;
  for (const auto& start : starts)
    reach(stateOf(m_grid.vertex(start.point), start.side), static_cast<float>(start.cost), kNone);

  // A goal's own cost is added on arrival, so the first arrival need not be the cheapest.
  std::optional<std::size_t> best;
  const Terminal* bestGoal = nullptr;
  float bestCost = std::numeric_limits<float>::infinity();
  const auto later = [](const Queued& a, const Queued& b) {
    return a.cost != b.cost ? a.cost > b.cost : a.state > b.state;
  };
  while (!m_queue.empty() && m_queue.front().cost < bestCost) {
    std::pop_heap(m_queue.begin(), m_queue.end(), later);
    const std::size_t state = m_queue.back().state;
    m_queue.pop_back();
    if (m_done[state] == m_search)
      continue;
    m_done[state] = m_search;
    for (const auto& goal : goals) {
      if (m_grid.vertex(goal.point) != state / 4)
        continue;
      const bool bends = static_cast<Side>(state % 4) != opposite(goal.side);
      if (bends && static_cast<Side>(state % 4) == goal.side)
        continue;
      const float cost =
          m_cost[state] + static_cast<float>(goal.cost) + (bends ? bendCost(state / 4) : 0);
      if (cost < bestCost) {
        bestCost = cost;
        best = state;
        bestGoal = &goal;
      }
    }
    expand(state);
  }
  if (!best)
    return std::nullopt;
  return traced(*best, starts, *bestGoal);
}

FoundPath PathSearch::traced(std::size_t state, const std::vector<Terminal>& starts,
                             const Terminal& goal) const {
  FoundPath path;
  path.goal = goal;
  std::vector<GridPoint> points;
  for (std::size_t at = state; at != kNone; at = m_parent[at]) {
    points.push_back(m_grid.pointOf(at / 4));
    state = at;
  }
  std::reverse(points.begin(), points.end());
  for (const auto& start : starts) {
    if (stateOf(m_grid.vertex(start.point), start.side) == state)
      path.start = start;
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool isEnd = i == 0 || i + 1 == points.size();
    const bool isBend =
        !isEnd && (points[i - 1].row == points[i].row) != (points[i].row == points[i + 1].row);
    if (isEnd || isBend)
      path.corners.push_back(points[i]);
  }
  return path;
}

}  // namespace phaseboard::compiler
