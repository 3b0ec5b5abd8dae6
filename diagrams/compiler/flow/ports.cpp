// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/ports.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace phaseboard::compiler {
namespace {

constexpr double kLevelSpacing = 22;    ///< between ports on left and right sides
constexpr double kUprightSpacing = 34;  ///< on upper and lower sides
constexpr double kLeastSpacing = 14;
constexpr double kCornerInset = 15;  ///< ports keep this far from a card's corners
constexpr double kAlmostStraight = 44;

bool isLevel(Side side) {
  return side == Side::East || side == Side::West;
}

double along(QPointF point, Side side) {
  return isLevel(side) ? point.y() : point.x();
}

/// One place on one side: a wire or a bundle.
struct Port {
  double wanted = 0;  ///< order along the side
  double coordinate = 0;
  std::vector<std::size_t> edges;
  bool isSettled = false;  ///< its wire is straight
};

struct SideKey {
  std::size_t node = 0;
  Side side = Side::East;

  friend bool operator<(const SideKey& a, const SideKey& b) {
    return std::tie(a.node, a.side) < std::tie(b.node, b.side);
  }
};

class PortDistributor {
 public:
  PortDistributor(const FlowGraph& graph, const FlowLayout& layout,
                  const std::vector<Route>& routes)
      : m_graph(graph), m_layout(layout), m_routes(routes) {}

  std::vector<EdgePorts> run() {
    for (std::size_t i = 0; i < m_graph.edges.size(); ++i) {
      if (m_routes[i].isEmpty())
        continue;
      addEnd(i, true);
      addEnd(i, false);
    }
    for (auto& [key, ports] : m_sides)
      spread(key, ports);
    for (std::size_t i = 0; i < m_graph.edges.size(); ++i)
      straighten(i);
    std::vector<EdgePorts> ends(m_graph.edges.size());
    for (const auto& [key, ports] : m_sides) {
      for (const auto& port : ports) {
        for (const std::size_t edge : port.edges)
          (isTailAt(edge, key) ? ends[edge].tail : ends[edge].head) = pointAt(key, port.coordinate);
      }
    }
    return ends;
  }

 private:
  [[nodiscard]] bool isTailAt(std::size_t edge, const SideKey& key) const {
    return m_graph.edges[edge].from == key.node && m_routes[edge].tailSide == key.side;
  }

  [[nodiscard]] SideKey keyOf(std::size_t edge, bool isTail) const {
    const FlowEdge& e = m_graph.edges[edge];
    return isTail ? SideKey{e.from, m_routes[edge].tailSide}
                  : SideKey{e.to, m_routes[edge].headSide};
  }

  void addEnd(std::size_t edge, bool isTail) {
    const SideKey key = keyOf(edge, isTail);
    const std::string& bundle =
        isTail ? m_graph.edges[edge].sameTail : m_graph.edges[edge].sameHead;
    auto& ports = m_sides[key];
    if (!bundle.empty()) {
      for (auto& port : ports) {
        const std::size_t mate = port.edges.front();
        const bool mateIsTail = isTailAt(mate, key);
        if (mateIsTail == isTail &&
            bundle == (isTail ? m_graph.edges[mate].sameTail : m_graph.edges[mate].sameHead)) {
          const double count = static_cast<double>(port.edges.size());
          port.wanted = (port.wanted * count + order(edge, isTail)) / (count + 1);
          port.edges.push_back(edge);
          return;
        }
      }
    }
    ports.push_back({order(edge, isTail), 0, {edge}, false});
  }

  /// Where the wire wants to be along its side: wires that turn back early stand outermost,
  /// straight ones in the middle.
  [[nodiscard]] double order(std::size_t edge, bool isTail) const {
    std::vector<QPointF> points = m_routes[edge].points;
    if (!isTail)
      std::reverse(points.begin(), points.end());
    const Side side = isTail ? m_routes[edge].tailSide : m_routes[edge].headSide;
    const double here = along(points.front(), side);
    const double other = along(points.back(), side);
    if (points.size() < 3)
      return (other - here) * 1e-3;
    const double turn = along(points[2], side) - along(points[1], side);
    const double reach =
        std::abs(points[1].x() - points[0].x()) + std::abs(points[1].y() - points[0].y());
    const double outermost = 1e5 - 10 * reach + std::abs(other - here) * 1e-3;
    return turn < 0 ? -outermost : outermost;
  }

  [[nodiscard]] std::pair<double, double> range(const SideKey& key) const {
    const QRectF& body = m_layout.bodies[key.node];
    const double low = isLevel(key.side) ? body.top() : body.left();
    const double high = isLevel(key.side) ? body.bottom() : body.right();
    double inset = std::min(kCornerInset, (high - low) / 4);
    if (m_graph.nodes[key.node].shape == CardShape::Actor && !isLevel(key.side))
      inset = std::min(body.height() / 2, (high - low) / 2);
    return {low + inset, high - inset};
  }

  [[nodiscard]] QPointF pointAt(const SideKey& key, double coordinate) const {
    QPointF point = middleOf(m_layout.bodies[key.node], key.side);
    isLevel(key.side) ? point.setY(coordinate) : point.setX(coordinate);
    if (m_graph.nodes[key.node].shape == CardShape::Tensor && key.side == Side::South)
      point.setY(m_layout.boxes[key.node].bottom());
    return point;
  }

  void spread(const SideKey& key, std::vector<Port>& ports) {
    std::stable_sort(ports.begin(), ports.end(),
                     [](const Port& a, const Port& b) { return a.wanted < b.wanted; });
    const auto [low, high] = range(key);
    const double preferred = isLevel(key.side) ? kLevelSpacing : kUprightSpacing;
    const double gaps = static_cast<double>(ports.size() - 1);
    const double spacing = gaps > 0 ? std::min(preferred, (high - low) / gaps) : 0;
    double at = along(middleOf(m_layout.bodies[key.node], key.side), key.side) - spacing * gaps / 2;
    for (auto& port : ports) {
      port.coordinate = at;
      at += spacing;
    }
  }

  Port& portOf(std::size_t edge, const SideKey& key) {
    auto& ports = m_sides[key];
    return *std::find_if(ports.begin(), ports.end(), [&](const Port& port) {
      return std::find(port.edges.begin(), port.edges.end(), edge) != port.edges.end();
    });
  }

  /// Moves a port and, where they would come too near, its neighbours. Nothing moves when one of
  /// them would leave the side or is already on one line with its other end.
  bool tryMove(const SideKey& key, const Port& moved, double coordinate) {
    auto& ports = m_sides[key];
    const auto [low, high] = range(key);
    const auto index = static_cast<std::size_t>(&moved - ports.data());
    std::vector<double> places;
    for (const auto& port : ports)
      places.push_back(port.coordinate);
    places[index] = coordinate;
    for (std::size_t i = index + 1; i < places.size(); ++i)
      places[i] = std::max(places[i], places[i - 1] + kLeastSpacing);
    for (std::size_t i = index; i-- > 0;)
      places[i] = std::min(places[i], places[i + 1] - kLeastSpacing);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const bool isMoved = std::abs(places[i] - ports[i].coordinate) > 0.01;
      if (isMoved && (ports[i].isSettled || places[i] < low - 0.01 || places[i] > high + 0.01))
        return false;
    }
    for (std::size_t i = 0; i < places.size(); ++i)
      ports[i].coordinate = places[i];
    return true;
  }

  void straighten(std::size_t edge) {
    const Route& route = m_routes[edge];
    if (route.isEmpty() ||
        (static_cast<int>(route.tailSide) + 2) % 4 != static_cast<int>(route.headSide) ||
        route.points.size() > 6)
      return;
    const SideKey tailKey = keyOf(edge, true);
    const SideKey headKey = keyOf(edge, false);
    Port& tail = portOf(edge, tailKey);
    Port& head = portOf(edge, headKey);
    const double apart = std::abs(tail.coordinate - head.coordinate);
    if (apart > kAlmostStraight)
      return;
    bool isStraight = apart < 0.01;
    // The side with fewer wires gives way; bundles stay.
    const bool tailFirst = m_sides[tailKey].size() <= m_sides[headKey].size();
    for (const bool movesTail : {tailFirst, !tailFirst}) {
      Port& moved = movesTail ? tail : head;
      const double target = movesTail ? head.coordinate : tail.coordinate;
      if (!isStraight && moved.edges.size() == 1)
        isStraight = tryMove(movesTail ? tailKey : headKey, moved, target);
    }
    tail.isSettled = tail.isSettled || isStraight;
    head.isSettled = head.isSettled || isStraight;
  }

  const FlowGraph& m_graph;
  const FlowLayout& m_layout;
  const std::vector<Route>& m_routes;
  std::map<SideKey, std::vector<Port>> m_sides;
};

}  // namespace

QPointF middleOf(const QRectF& body, Side side) {
  switch (side) {
    case Side::North:
      return {body.center().x(), body.top()};
    case Side::East:
      return {body.right(), body.center().y()};
    case Side::South:
      return {body.center().x(), body.bottom()};
    case Side::West:
      break;
  }
  return {body.left(), body.center().y()};
}

std::vector<EdgePorts> distributePorts(const FlowGraph& graph, const FlowLayout& layout,
                                       const std::vector<Route>& routes) {
  return PortDistributor(graph, layout, routes).run();
}

}  // namespace phaseboard::compiler
