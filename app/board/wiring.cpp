// SPDX-License-Identifier: Apache-2.0
#include "app/board/wiring.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace phaseboard::board {
namespace {

enum class Border { North, East, South, West };

constexpr double kLeastGap = 24;     ///< between two parts for a wire between facing sides
constexpr double kDetour = 28;       ///< from a part to a way round it
constexpr double kClearance = 5;     ///< kept to foreign parts
constexpr double kPortGap = 22;      ///< between wires at one side, if there is room
constexpr double kPortMargin = 14;   ///< from a corner to the first wire
constexpr double kStraightRoom = 8;  ///< a straight wire keeps this from the corners

bool isLevel(Border border) {
  return border == Border::East || border == Border::West;
}

struct Plan {
  Border tail = Border::East;
  Border head = Border::West;
  double bend = 0.5;  ///< where a Z turns, as a share of the gap
};

Point portAt(const Box& box, Border border, double offset) {
  const Point middle = box.centre();
  switch (border) {
    case Border::North:
      return {middle.x + offset, box.y};
    case Border::South:
      return {middle.x + offset, box.bottom()};
    case Border::East:
      return {box.right(), middle.y + offset};
    case Border::West:
      return {box.x, middle.y + offset};
  }
  return middle;
}

void addPoint(std::vector<Point>& points, Point point) {
  if (!points.empty() && points.back() == point)
    return;
  const std::size_t count = points.size();
  if (count >= 2) {
    const Point& a = points[count - 2];
    const Point& b = points[count - 1];
    if ((a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y)) {
      points.back() = point;
      return;
    }
  }
  points.push_back(point);
}

/// From port to port; U, Z or L as the two sides ask.
std::vector<Point> wayOf(const Plan& plan, Point tail, Point head, const Box& from, const Box& to) {
  std::vector<Point> points{tail};
  if (plan.tail == plan.head) {
    if (isLevel(plan.tail)) {
      const double x = plan.tail == Border::East ? std::max(from.right(), to.right()) + kDetour
                                                 : std::min(from.x, to.x) - kDetour;
      addPoint(points, {x, tail.y});
      addPoint(points, {x, head.y});
    } else {
      const double y = plan.tail == Border::South ? std::max(from.bottom(), to.bottom()) + kDetour
                                                  : std::min(from.y, to.y) - kDetour;
      addPoint(points, {tail.x, y});
      addPoint(points, {head.x, y});
    }
  } else if (isLevel(plan.tail) != isLevel(plan.head)) {
    addPoint(points, isLevel(plan.tail) ? Point{head.x, tail.y} : Point{tail.x, head.y});
  } else if (isLevel(plan.tail)) {
    const double x = std::round(tail.x + (head.x - tail.x) * plan.bend);
    addPoint(points, {x, tail.y});
    addPoint(points, {x, head.y});
  } else {
    const double y = std::round(tail.y + (head.y - tail.y) * plan.bend);
    addPoint(points, {tail.x, y});
    addPoint(points, {head.x, y});
  }
  addPoint(points, head);
  return points;
}

/// Sides and bends worth trying, the most natural first.
std::vector<Plan> plansFor(const Box& from, const Box& to) {
  std::vector<Plan> plans;
  const auto facing = [&plans](Border tail, Border head) {
    for (const double bend : {0.5, 0.3, 0.7, 0.15, 0.85})
      plans.push_back({tail, head, bend});
  };
  const double right = to.x - from.right();
  const double left = from.x - to.right();
  const double down = to.y - from.bottom();
  const double up = from.y - to.bottom();
  const bool isWide = std::max(right, left) >= kLeastGap;
  const bool isHigh = std::max(down, up) >= kLeastGap;
  // Parts above each other are joined upright, all others along the row.
  const bool isStacked =
      isHigh && std::abs(from.centre().x - to.centre().x) < 0.6 * std::min(from.width, to.width);
  const Border levelTail = right >= left ? Border::East : Border::West;
  const Border levelHead = right >= left ? Border::West : Border::East;
  const Border uprightTail = down >= up ? Border::South : Border::North;
  const Border uprightHead = down >= up ? Border::North : Border::South;
  if (isWide && !isStacked)
    facing(levelTail, levelHead);
  if (isHigh)
    facing(uprightTail, uprightHead);
  if (isWide && isHigh) {
    plans.push_back({levelTail, uprightHead, 0.5});
    plans.push_back({uprightTail, levelHead, 0.5});
  }
  if (isWide && isStacked)
    facing(levelTail, levelHead);
  for (const Border border : {Border::South, Border::North, Border::East, Border::West})
    plans.push_back({border, border, 0.5});
  return plans;
}

bool isBlocked(Point a, Point b, const Box& box) {
  const Box grown = box.grown(kClearance);
  return std::min(a.x, b.x) < grown.right() && std::max(a.x, b.x) > grown.x &&
         std::min(a.y, b.y) < grown.bottom() && std::max(a.y, b.y) > grown.y;
}

class WireLayout {
 public:
  explicit WireLayout(const Document& document) : m_edges(document.all<Edge>()) {
    for (const Part* part : document.all<Part>())
      m_boxes.emplace(part->id, part->box);
    m_plans.resize(m_edges.size());
  }

  std::map<ElementId, Wire> run(const std::set<ElementId>* wanted) {
    markNeeded(wanted);
    for (std::size_t i = 0; i < m_edges.size(); ++i)
      if (m_isNeeded[i])
        m_plans[i] = bestPlan(*m_edges[i]);
    spreadPorts();
    std::map<ElementId, Wire> wires;
    for (std::size_t i = 0; i < m_edges.size(); ++i)
      if (!wanted || wanted->contains(m_edges[i]->id))
        wires.emplace(m_edges[i]->id, wireOf(i));
    return wires;
  }

 private:
  struct Port {
    std::size_t edge = 0;
    bool isTail = false;
    double order = 0;
  };

  /// The wires at one part share its sides: a wire needs those beside it to be planned too.
  void markNeeded(const std::set<ElementId>* wanted) {
    m_isNeeded.assign(m_edges.size(), wanted == nullptr);
    if (!wanted)
      return;
    std::set<ElementId> touched;
    for (const Edge* edge : m_edges)
      if (wanted->contains(edge->id))
        touched.insert({edge->from, edge->to});
    for (std::size_t i = 0; i < m_edges.size(); ++i)
      m_isNeeded[i] = touched.contains(m_edges[i]->from) || touched.contains(m_edges[i]->to);
  }

  [[nodiscard]] Plan bestPlan(const Edge& edge) const {
    const Box& from = m_boxes.at(edge.from);
    const Box& to = m_boxes.at(edge.to);
    const auto plans = plansFor(from, to);
    std::optional<Plan> best;
    int least = 0;
    for (const Plan& plan : plans) {
      const auto points =
          wayOf(plan, portAt(from, plan.tail, 0), portAt(to, plan.head, 0), from, to);
      const int blocks = blocksOn(points, edge, best ? least : 1'000'000);
      if (!best || blocks < least) {
        best = plan;
        least = blocks;
      }
      if (least == 0)
        break;
    }
    return *best;
  }

  /// How many parts lie in the way; counting stops at `enough`.
  [[nodiscard]] int blocksOn(const std::vector<Point>& points, const Edge& edge, int enough) const {
    Box around{points.front().x, points.front().y, 0, 0};
    for (const Point& point : points) {
      const double x = std::min(around.x, point.x);
      const double y = std::min(around.y, point.y);
      around = {x, y, std::max(around.right(), point.x) - x,
                std::max(around.bottom(), point.y) - y};
    }
    around = around.grown(kClearance + 1);
    int blocks = 0;
    for (const auto& [id, box] : m_boxes) {
      if (id == edge.from || id == edge.to || !around.touches(box))
        continue;
      for (std::size_t i = 0; i + 1 < points.size(); ++i)
        if (isBlocked(points[i], points[i + 1], box)) {
          ++blocks;
          break;
        }
      if (blocks >= enough)
        break;
    }
    return blocks;
  }

  /// Wires at one side stand in the order of where they lead to.
  void spreadPorts() {
    std::map<std::pair<ElementId, Border>, std::vector<Port>> sides;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
      if (!m_isNeeded[i])
        continue;
      const Edge& edge = *m_edges[i];
      const Point tail = m_boxes.at(edge.from).centre();
      const Point head = m_boxes.at(edge.to).centre();
      const Plan& plan = m_plans[i];
      sides[{edge.from, plan.tail}].push_back({i, true, isLevel(plan.tail) ? head.y : head.x});
      sides[{edge.to, plan.head}].push_back({i, false, isLevel(plan.head) ? tail.y : tail.x});
    }
    m_offsets.assign(m_edges.size(), {0, 0});
    m_isAlone.assign(m_edges.size(), {true, true});
    for (auto& [side, ports] : sides) {
      std::stable_sort(ports.begin(), ports.end(),
                       [](const Port& a, const Port& b) { return a.order < b.order; });
      const Box& box = m_boxes.at(side.first);
      const double length = isLevel(side.second) ? box.height : box.width;
      const auto count = static_cast<double>(ports.size());
      const double gap =
          ports.size() < 2 ? 0 : std::min(kPortGap, (length - 2 * kPortMargin) / (count - 1));
      for (std::size_t i = 0; i < ports.size(); ++i) {
        const auto end = static_cast<std::size_t>(ports[i].isTail ? 0 : 1);
        m_offsets[ports[i].edge][end] =
            std::round((static_cast<double>(i) - (count - 1) / 2) * gap);
        m_isAlone[ports[i].edge][end] = ports.size() == 1;
      }
    }
  }

  [[nodiscard]] Wire wireOf(std::size_t index) const {
    const Edge& edge = *m_edges[index];
    const Plan& plan = m_plans[index];
    const Box& from = m_boxes.at(edge.from);
    const Box& to = m_boxes.at(edge.to);
    Point tail = portAt(from, plan.tail, m_offsets[index][0]);
    Point head = portAt(to, plan.head, m_offsets[index][1]);
    if (plan.tail != plan.head && isLevel(plan.tail) == isLevel(plan.head))
      straighten(index, from, to, tail, head);
    Wire wire;
    wire.points = wayOf(plan, tail, head, from, to);
    if (wire.points.size() < 2)
      wire.points = {tail, head};
    wire.labelAt = middleOfLongest(wire.points);
    return wire;
  }

  /// Moves a lone port so that the wire needs no bend, where the two sides face each other.
  void straighten(std::size_t index, const Box& from, const Box& to, Point& tail,
                  Point& head) const {
    const bool level = isLevel(m_plans[index].tail);
    const auto fits = [level](double at, const Box& box) {
      const double begin = level ? box.y : box.x;
      const double end = level ? box.bottom() : box.right();
      return at >= begin + kStraightRoom && at <= end - kStraightRoom;
    };
    double& tailAt = level ? tail.y : tail.x;
    double& headAt = level ? head.y : head.x;
    if (m_isAlone[index][1] && fits(tailAt, to))
      headAt = tailAt;
    else if (m_isAlone[index][0] && fits(headAt, from))
      tailAt = headAt;
  }

  static Point middleOfLongest(const std::vector<Point>& points) {
    double longest = -1;
    Point middle = points.front();
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      const Point& a = points[i];
      const Point& b = points[i + 1];
      const bool level = a.y == b.y;
      // Words lie better on a level stretch.
      const double length = (std::abs(a.x - b.x) + std::abs(a.y - b.y)) * (level ? 1.5 : 1);
      if (length > longest) {
        longest = length;
        middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
      }
    }
    return middle;
  }

  std::vector<const Edge*> m_edges;
  std::map<ElementId, Box> m_boxes;
  std::vector<Plan> m_plans;
  std::vector<bool> m_isNeeded;
  std::vector<std::array<double, 2>> m_offsets;  ///< from the middle of a side: tail, head
  std::vector<std::array<bool, 2>> m_isAlone;    ///< at its side: tail, head
};

}  // namespace

std::map<ElementId, Wire> routeWires(const Document& document) {
  return WireLayout(document).run(nullptr);
}

std::map<ElementId, Wire> routeWires(const Document& document, const std::set<ElementId>& edges) {
  return WireLayout(document).run(&edges);
}

}  // namespace phaseboard::board
