// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/labels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace phaseboard::compiler {
namespace {

constexpr double kTooBad = 450;  ///< a label that costs more touches something
constexpr double kOnCard = 1000;
constexpr double kOnLabel = 1000;
constexpr double kOnWire = 500;
constexpr double kOnBundle = 140;  ///< the common stretch of a bundle says less
constexpr double kOnTitle = 600;
constexpr double kOnBorder = 460;
constexpr double kPerUnitShort = 12;  ///< the wire shows too little beside the label
constexpr double kStep = 4;           ///< between candidates
constexpr double kTailRoom = 8;       ///< wire that stays visible
constexpr double kCornerRoom = 13;
constexpr double kHeadRoom = 17;
constexpr double kOffOwnStretch = 40;  ///< a bundled wire is told apart best before the bundle
constexpr double kNearBorder = 6;      ///< a label this near to a lane border looks cramped

struct Stretch {
  QPointF from;
  QPointF to;

  [[nodiscard]] bool isLevel() const { return std::abs(from.y() - to.y()) < 0.01; }
  [[nodiscard]] double length() const {
    return std::abs(from.x() - to.x()) + std::abs(from.y() - to.y());
  }
  [[nodiscard]] QRectF box() const { return QRectF(from, to).normalized(); }
  [[nodiscard]] QPointF at(double share) const { return from + (to - from) * share; }
};

std::vector<Stretch> stretchesOf(const Route& route) {
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i + 1 < route.points.size(); ++i)
    stretches.push_back({route.points[i], route.points[i + 1]});
  return stretches;
}

/// Like QRectF::intersects, but lines (boxes without width or height) count too.
bool touches(const QRectF& a, const QRectF& b) {
  return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() &&
         b.top() < a.bottom();
}

/// Whether `box`, grown by `margin`, lies across the border of `frame`.
bool isAcross(const QRectF& box, const QRectF& frame, double margin) {
  const QRectF grown = box.adjusted(-margin, -margin, margin, margin);
  return touches(grown, frame) && !frame.contains(grown);
}

bool touchesStretch(const QRectF& box, const Stretch& stretch, double clearance) {
  return touches(box, stretch.box().adjusted(-clearance, -clearance, clearance, clearance));
}

class LabelPlacer {
 public:
  LabelPlacer(const FlowGraph& graph, const FlowLayout& layout, const std::vector<Route>& routes)
      : m_graph(graph), m_layout(layout) {
    for (const auto& route : routes)
      m_stretches.push_back(stretchesOf(route));
    m_chips.resize(graph.edges.size());
    m_costs.assign(graph.edges.size(), 0);
  }

  void run() {
    std::vector<std::size_t> order(m_graph.edges.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lengthOf(a) < lengthOf(b); });
    // The second round knows where the others stand.
    for (int round = 0; round < 2; ++round) {
      for (const std::size_t edge : order) {
        if (!m_stretches[edge].empty() && chipSize(m_graph.edges[edge]).width > 0 &&
            !isShownByMate(edge))
          place(edge);
      }
    }
  }

  PlacedLabels take() {
    PlacedLabels placed;
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
      if (m_chips[i] && m_costs[i] >= kTooBad)
        placed.colliding.push_back(i);
    }
    placed.chips = std::move(m_chips);
    return placed;
  }

 private:
  [[nodiscard]] double lengthOf(std::size_t edge) const {
    double length = 0;
    for (const auto& stretch : m_stretches[edge])
      length += stretch.length();
    return length;
  }

  /// Bundled edges with one step and no label show it once, on the first of them.
  [[nodiscard]] bool isShownByMate(std::size_t edge) const {
    for (std::size_t mate = 0; mate < edge; ++mate) {
      if (sharesStep(edge, mate))
        return true;
    }
    return false;
  }

  [[nodiscard]] bool sharesStep(std::size_t a, std::size_t b) const {
    const FlowEdge& first = m_graph.edges[a];
    const FlowEdge& second = m_graph.edges[b];
    return a != b && first.step && first.step == second.step && first.label.empty() &&
           second.label.empty() && areBundled(first, second);
  }

  [[nodiscard]] bool standsForBundle(std::size_t edge) const {
    for (std::size_t mate = 0; mate < m_graph.edges.size(); ++mate) {
      if (sharesStep(edge, mate))
        return true;
    }
    return false;
  }

  void place(std::size_t edge) {
    m_chips[edge].reset();
    const FlowEdge& e = m_graph.edges[edge];
    const ChipSize size = chipSize(e);
    const auto& stretches = m_stretches[edge];
    const bool isOnTrunk = standsForBundle(edge);
    const double total = lengthOf(edge);
    double best = std::numeric_limits<double>::infinity();
    QPointF bestCentre;
    double before = 0;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      const Stretch& stretch = stretches[i];
      const bool isTrunk = e.sameTail.empty() ? i + 1 == stretches.size() : i == 0;
      const double length = stretch.length();
      if (!isOnTrunk || isTrunk) {
        const int count = std::max(1, static_cast<int>(length / kStep));
        for (int k = 0; k <= count; ++k) {
          const double share = static_cast<double>(k) / count;
          const QPointF centre = stretch.at(share);
          double cost = costAt(edge, i, share, size, isOnTrunk);
          if (e.labelAt)
            cost += 3 * std::abs((before + share * length) - *e.labelAt * total);
          if (cost < best - 1e-9) {
            best = cost;
            bestCentre = centre;
          }
        }
      }
      before += length;
    }
    m_costs[edge] = best;
    m_chips[edge] = chipAt(bestCentre, size, e);
  }

  [[nodiscard]] double costAt(std::size_t edge, std::size_t index, double share,
                              const ChipSize& size, bool isOnTrunk) const {
    const Stretch& stretch = m_stretches[edge][index];
    const QPointF centre = stretch.at(share);
    const QRectF box = boxAt(centre, size);
    const double half = (stretch.isLevel() ? size.width : size.height) / 2;
    const double toTail = share * stretch.length() - half;
    const double toHead = (1 - share) * stretch.length() - half;
    const bool isLast = index + 1 == m_stretches[edge].size();
    const double shortTail = std::max(0.0, (index == 0 ? kTailRoom : kCornerRoom) - toTail);
    const double shortHead = std::max(0.0, (isLast ? kHeadRoom : kCornerRoom) - toHead);
    double cost = kPerUnitShort * (shortTail + shortHead);
    cost += std::abs(share - 0.5) * stretch.length() * 0.15;  // rather in the middle
    cost += std::max(0.0, 120 - stretch.length()) * 0.1;      // rather on a long stretch
    cost += stretch.isLevel() ? 0 : 6;
    const FlowEdge& e = m_graph.edges[edge];
    if (!isOnTrunk && ((!e.sameHead.empty() && index > 0) || (!e.sameTail.empty() && !isLast)))
      cost += kOffOwnStretch;
    return cost + surroundingsCost(edge, index, box, isOnTrunk);
  }

  [[nodiscard]] double surroundingsCost(std::size_t edge, std::size_t index, const QRectF& box,
                                        bool isOnTrunk) const {
    double cost = 0;
    const QRectF roomy = box.adjusted(-3, -2, 3, 2);
    for (const auto& card : m_layout.boxes)
      cost += touches(roomy, card) ? kOnCard : 0;
    for (std::size_t other = 0; other < m_chips.size(); ++other)
      cost += other != edge && m_chips[other] && touches(roomy, m_chips[other]->box) ? kOnLabel : 0;
    for (const auto& lane : m_layout.lanes) {
      if (lane.frame.isEmpty())
        continue;
      cost += touches(roomy, lane.title) ? kOnTitle : 0;
      cost += isAcross(box, lane.frame, 2) ? kOnBorder : 0;
      cost += isAcross(box, lane.frame, kNearBorder) ? kOnBorder / 15 : 0;
    }
    for (std::size_t other = 0; other < m_stretches.size(); ++other) {
      for (std::size_t i = 0; i < m_stretches[other].size(); ++i) {
        if (other == edge && i == index)
          continue;
        if (!touchesStretch(other == edge ? box : roomy, m_stretches[other][i], 1))
          continue;
        if (other == edge)
          cost += kOnWire / 5;
        else if (!areBundled(m_graph.edges[edge], m_graph.edges[other]))
          cost += kOnWire;
        else
          cost += isOnTrunk ? 0 : kOnBundle;
      }
    }
    return cost;
  }

  static QRectF boxAt(QPointF centre, const ChipSize& size) {
    return {centre.x() - size.width / 2, centre.y() - size.height / 2, size.width, size.height};
  }

  [[nodiscard]] PlacedChip chipAt(QPointF centre, const ChipSize& size,
                                  const FlowEdge& edge) const {
    PlacedChip placed;
    placed.box = boxAt(centre, size);
    double x = placed.box.left() + (edge.label.empty() ? 0 : chip::kPadX);
    if (edge.step) {
      placed.badge = QPointF(x + chip::kBadgeRadius, centre.y());
      x += 2 * chip::kBadgeRadius + chip::kBadgeGap;
    }
    placed.text = {x, centre.y() + 4.1};
    for (std::size_t lane = 0; lane < m_layout.lanes.size(); ++lane) {
      if (m_layout.lanes[lane].frame.contains(centre))
        placed.lane = lane;  // children stand after their parents
    }
    return placed;
  }

  const FlowGraph& m_graph;
  const FlowLayout& m_layout;
  std::vector<std::vector<Stretch>> m_stretches;
  std::vector<std::optional<PlacedChip>> m_chips;
  std::vector<double> m_costs;
};

}  // namespace

void slideLaneTitles(const std::string& file, const FlowGraph& graph,
                     const std::vector<Route>& routes, FlowLayout& layout, Diagnostics& problems) {
  constexpr double kSlide = 4;
  constexpr double kClearance = 7;
  const auto isFree = [&](const QRectF& title) {
    return std::all_of(routes.begin(), routes.end(), [&](const Route& route) {
      const auto stretches = stretchesOf(route);
      return std::none_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
        return touchesStretch(title, stretch, kClearance);
      });
    });
  };
  for (std::size_t i = 0; i < layout.lanes.size(); ++i) {
    LaneBox& lane = layout.lanes[i];
    const double last = lane.frame.right() - 18 - lane.title.width();
    QRectF title = lane.title;
    while (!isFree(title) && title.left() < last)
      title.moveLeft(std::min(last, title.left() + kSlide));
    if (lane.frame.isEmpty())
      continue;
    if (isFree(title) && title.right() <= lane.frame.right() - 12)
      lane.title = title;
    else
      problems.push_back({file, graph.lanes[i].line,
                          "lane '" + graph.lanes[i].id +
                              "': the title finds no free place; shorten it or move a wire"});
  }
}

PlacedLabels placeLabels(const FlowGraph& graph, const FlowLayout& layout,
                         const std::vector<Route>& routes) {
  LabelPlacer placer(graph, layout, routes);
  placer.run();
  return placer.take();
}

void reportLabels(const std::string& file, const FlowGraph& graph, const PlacedLabels& labels,
                  Diagnostics& problems) {
  for (const std::size_t colliding : labels.colliding) {
    const FlowEdge& edge = graph.edges[colliding];
    const std::string what =
        edge.label.empty() ? "step " + std::to_string(*edge.step) : "label '" + edge.label + "'";
    problems.push_back({file, edge.line,
                        "edge '" + edge.id + "': the " + what +
                            " finds no free place on its wire; shorten it, widen colgap or "
                            "rowgap, or give the edge other ports"});
  }
}

}  // namespace phaseboard::compiler
