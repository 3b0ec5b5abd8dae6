// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/router.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <optional>

#include "diagrams/compiler/flow/path_search.h"
#include "diagrams/compiler/flow/ports.h"
#include "diagrams/compiler/flow/router_grid.h"

namespace phaseboard::compiler {
namespace {

constexpr double kAcrossSide = 50;    ///< cost of a side that does not face the other card
constexpr double kAcrossBundle = 90;  ///< the same in a bundle
constexpr double kFreeEnds = 60;      ///< in the first pass, where all ports are in the middle
constexpr double kUsedSide = 8;       ///< cost of a side that other wires use already

bool isLevel(Side side) {
  return side == Side::East || side == Side::West;
}

class Router {
 public:
  Router(const std::string& file, const FlowGraph& graph, const FlowLayout& layout,
         Diagnostics& problems)
      : m_file(file), m_graph(graph), m_layout(layout), m_problems(problems) {
    m_routes.resize(graph.edges.size());
  }

  std::vector<Route> run() {
    decideOrder();
    chooseSides();
    for (int sweep = 0; sweep < 2; ++sweep)
      followPorts(sweep == 0);
    return std::move(m_routes);
  }

 private:
  /// Near pairs first: they have the fewest ways to go. Detours last.
  void decideOrder() {
    m_order.resize(m_graph.edges.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    const auto distance = [&](std::size_t edge) {
      const FlowEdge& e = m_graph.edges[edge];
      const QPointF apart = m_layout.bodies[e.from].center() - m_layout.bodies[e.to].center();
      return std::abs(apart.x()) + std::abs(apart.y()) + (e.via ? 1e6 : 0);
    };
    std::stable_sort(m_order.begin(), m_order.end(),
                     [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
  }

  void startGrid(std::span<const double> columns, std::span<const double> rows, double freeEnds) {
    m_grid = std::make_unique<RouterGrid>(m_layout, columns, rows, freeEnds);
    m_search = std::make_unique<PathSearch>(*m_grid);
    m_laid.assign(m_graph.edges.size(), {});
  }

  /// First pass: every side is open and its port is in the middle.
  void chooseSides() {
    std::vector<double> columns;
    std::vector<double> rows;
    for (const auto& body : m_layout.bodies) {
      columns.push_back(body.center().x());
      rows.push_back(body.center().y());
    }
    startGrid(columns, rows, kFreeEnds);
    for (const std::size_t edge : m_order) {
      const FlowEdge& e = m_graph.edges[edge];
      route(edge, openSides(edge, true, e.tailSide), openSides(edge, false, e.headSide));
      if (m_routes[edge].isEmpty())
        m_problems.push_back({m_file, e.line,
                              "edge '" + m_graph.nodes[e.from].id + " -> " +
                                  m_graph.nodes[e.to].id +
                                  "' finds no way between the cards; move one of them"});
    }
  }

  std::vector<Terminal> openSides(std::size_t edge, bool isTail, std::optional<Side> wanted) {
    const std::size_t node = isTail ? m_graph.edges[edge].from : m_graph.edges[edge].to;
    if (!wanted)
      wanted = sideOfBundle(edge, isTail);
    std::vector<Terminal> open;
    for (const Side side : kSides) {
      if (wanted && side != *wanted)
        continue;
      open.push_back(terminal(node, side, middleOf(m_layout.bodies[node], side)));
      open.back().cost = kUsedSide * usersOf(edge, node, side) + reluctance(edge, isTail, side);
    }
    return open;
  }

  [[nodiscard]] std::optional<Side> sideOfBundle(std::size_t edge, bool isTail) const {
    const FlowEdge& e = m_graph.edges[edge];
    for (std::size_t mate = 0; mate < m_graph.edges.size(); ++mate) {
      const FlowEdge& m = m_graph.edges[mate];
      if (mate == edge || m_routes[mate].isEmpty())
        continue;
      if (isTail && !e.sameTail.empty() && m.from == e.from && m.sameTail == e.sameTail)
        return m_routes[mate].tailSide;
      if (!isTail && !e.sameHead.empty() && m.to == e.to && m.sameHead == e.sameHead)
        return m_routes[mate].headSide;
    }
    return std::nullopt;
  }

  /// Wires leave and enter through the sides that face each other; what reads from left to right
  /// keeps to left and right sides even where an upper or lower one would save a bend.
  [[nodiscard]] double reluctance(std::size_t edge, bool isTail, Side side) const {
    const FlowEdge& e = m_graph.edges[edge];
    const std::size_t node = isTail ? e.from : e.to;
    const QRectF& here = m_layout.bodies[node];
    const QRectF& there = m_layout.bodies[isTail ? e.to : e.from];
    const bool isBeside = here.right() < there.left() || there.right() < here.left();
    double cost = 0;
    if (e.via)
      return side == *e.via ? 0 : kAcrossSide + 15;
    if (isLevel(side) != isBeside)
      cost += e.sameTail.empty() && e.sameHead.empty() ? kAcrossSide : kAcrossBundle;
    if (m_graph.nodes[node].shape == CardShape::Tensor && !isLevel(side))
      cost += kAcrossBundle;
    return cost;
  }

  [[nodiscard]] double usersOf(std::size_t edge, std::size_t node, Side side) const {
    double users = 0;
    for (std::size_t other = 0; other < m_graph.edges.size(); ++other) {
      const FlowEdge& o = m_graph.edges[other];
      if (other == edge || m_routes[other].isEmpty() || areBundled(o, m_graph.edges[edge]))
        continue;
      const bool isUsed = (o.from == node && m_routes[other].tailSide == side) ||
                          (o.to == node && m_routes[other].headSide == side);
      users += isUsed ? 1 : 0;
    }
    return users;
  }

  [[nodiscard]] Terminal terminal(std::size_t node, Side side, QPointF port) const {
    return {m_grid->firstPoint(port, side, m_layout.boxes[node]), side, port, 0};
  }

  /// Later passes: ports have their places; everything is laid again around everything else.
  void followPorts(bool isFirst) {
    if (isFirst) {
      m_ports = distributePorts(m_graph, m_layout, m_routes);
      std::vector<double> columns;
      std::vector<double> rows;
      for (std::size_t i = 0; i < m_routes.size(); ++i) {
        if (m_routes[i].isEmpty())
          continue;
        addLine(m_routes[i].tailSide, m_ports[i].tail, columns, rows);
        addLine(m_routes[i].headSide, m_ports[i].head, columns, rows);
      }
      startGrid(columns, rows, 0);
    }
    for (const std::size_t edge : m_order) {
      const Route known = m_routes[edge];
      if (known.isEmpty())
        continue;
      const FlowEdge& e = m_graph.edges[edge];
      m_grid->lift(m_laid[edge]);
      m_laid[edge] = {};
      route(edge, {terminal(e.from, known.tailSide, m_ports[edge].tail)},
            {terminal(e.to, known.headSide, m_ports[edge].head)});
      if (m_routes[edge].isEmpty())
        m_routes[edge] = known;
    }
  }

  static void addLine(Side side, QPointF port, std::vector<double>& columns,
                      std::vector<double>& rows) {
    if (isLevel(side))
      rows.push_back(port.y());
    else
      columns.push_back(port.x());
  }

  void route(std::size_t edge, const std::vector<Terminal>& starts,
             const std::vector<Terminal>& goals) {
    const std::vector<std::size_t> mates = matesOf(edge);
    for (const std::size_t mate : mates) {
      m_grid->lift(m_laid[mate]);
      m_grid->offer(m_laid[mate].corners);
    }
    const auto found = m_search->find(starts, goals, wishesOf(edge, starts, goals));
    for (const std::size_t mate : mates) {
      m_grid->withdraw(m_laid[mate].corners);
      m_grid->lay(m_laid[mate]);
    }
    m_routes[edge] = {};
    if (!found)
      return;
    const ChipSize chip = chipSize(m_graph.edges[edge]);
    m_laid[edge] = {found->corners, isLevel(found->start.side) ? chip.width : chip.height};
    m_grid->lay(m_laid[edge]);
    m_routes[edge].tailSide = found->start.side;
    m_routes[edge].headSide = found->goal.side;
    m_routes[edge].points = polyline(*found);
  }

  /// Where the wires run across the direction of their common end.
  [[nodiscard]] std::vector<double> crossLinesOf(const std::vector<std::size_t>& edges,
                                                 bool level) const {
    std::vector<double> lines;
    for (const std::size_t edge : edges) {
      const auto& points = m_routes[edge].points;
      for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const QPointF way = points[i + 1] - points[i];
        if (std::abs(level ? way.x() : way.y()) < 0.01)
          lines.push_back(level ? points[i].x() : points[i].y());
      }
    }
    return lines;
  }

  /// A bundle turns near its common end, so that each wire has a stretch of its own.
  [[nodiscard]] Wishes wishesOf(std::size_t edge, const std::vector<Terminal>& starts,
                                const std::vector<Terminal>& goals) const {
    const FlowEdge& e = m_graph.edges[edge];
    Wishes wishes;
    wishes.via = e.via;
    if (!e.sameHead.empty())
      wishes.near = goals.front();
    else if (!e.sameTail.empty())
      wishes.near = starts.front();
    if (wishes.near)
      wishes.crossLines = crossLinesOf(matesOf(edge), isLevel(wishes.near->side));
    return wishes;
  }

  [[nodiscard]] std::vector<std::size_t> matesOf(std::size_t edge) const {
    std::vector<std::size_t> mates;
    for (std::size_t other = 0; other < m_graph.edges.size(); ++other) {
      if (other != edge && !m_laid[other].corners.empty() &&
          areBundled(m_graph.edges[edge], m_graph.edges[other]))
        mates.push_back(other);
    }
    return mates;
  }

  [[nodiscard]] std::vector<QPointF> polyline(const FoundPath& path) const {
    std::vector<QPointF> points{path.start.port};
    for (const auto& corner : path.corners)
      points.push_back(m_grid->at(corner));
    points.push_back(path.goal.port);
    std::vector<QPointF> bends;
    for (const auto& point : points) {
      const auto isBetween = [&](QPointF a, QPointF b) {
        return (std::abs(a.x() - b.x()) < 0.01 && std::abs(a.x() - point.x()) < 0.01) ||
               (std::abs(a.y() - b.y()) < 0.01 && std::abs(a.y() - point.y()) < 0.01);
      };
      if (!bends.empty() && std::abs(bends.back().x() - point.x()) < 0.01 &&
          std::abs(bends.back().y() - point.y()) < 0.01)
        continue;
      if (bends.size() >= 2 && isBetween(bends[bends.size() - 2], bends.back()))
        bends.pop_back();
      bends.push_back(point);
    }
    return bends;
  }

  const std::string& m_file;
  const FlowGraph& m_graph;
  const FlowLayout& m_layout;
  Diagnostics& m_problems;
  std::vector<std::size_t> m_order;
  std::vector<Route> m_routes;
  std::vector<EdgePorts> m_ports;
  std::vector<LaidWire> m_laid;  ///< of each edge
  std::unique_ptr<RouterGrid> m_grid;
  std::unique_ptr<PathSearch> m_search;
};

}  // namespace

bool areBundled(const FlowEdge& a, const FlowEdge& b) {
  const bool sharesTail = !a.sameTail.empty() && a.sameTail == b.sameTail && a.from == b.from;
  const bool sharesHead = !a.sameHead.empty() && a.sameHead == b.sameHead && a.to == b.to;
  return sharesTail || sharesHead;
}

std::vector<Route> routeEdges(const std::string& file, const FlowGraph& graph,
                              const FlowLayout& layout, Diagnostics& problems) {
  return Router(file, graph, layout, problems).run();
}

}  // namespace phaseboard::compiler
