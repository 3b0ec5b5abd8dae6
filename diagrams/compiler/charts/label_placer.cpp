// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/label_placer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <numeric>

namespace phaseboard::compiler {
namespace {

constexpr double kLineCost = 60;
constexpr double kBoxCost = 400;
constexpr double kOutsideCost = 1000;
constexpr double kFaintCost = 7;
constexpr double kLaterCost = 3;  // per place in the list of candidates
constexpr double kClearance = 2;

bool crosses(const QLineF& line, const QRectF& box) {
  if (box.contains(line.p1()) || box.contains(line.p2()))
    return true;
  const std::array sides{
      QLineF(box.topLeft(), box.topRight()), QLineF(box.topRight(), box.bottomRight()),
      QLineF(box.bottomRight(), box.bottomLeft()), QLineF(box.bottomLeft(), box.topLeft())};
  return std::any_of(sides.begin(), sides.end(), [&line](const QLineF& side) {
    return side.intersects(line, nullptr) == QLineF::BoundedIntersection;
  });
}

}  // namespace

void LabelPlacer::addLine(const std::vector<QPointF>& points) {
  for (std::size_t i = 1; i < points.size(); ++i)
    m_lines.emplace_back(points[i - 1], points[i]);
}

double LabelPlacer::cost(const QRectF& box) const {
  double sum = m_frame.contains(box) ? 0 : kOutsideCost;
  const QRectF near = box.adjusted(-kClearance, -kClearance, kClearance, kClearance);
  for (const QLineF& line : m_lines)
    if (crosses(line, near))
      sum += kLineCost;
  for (const QRectF& other : m_boxes)
    if (other.intersects(near))
      sum += kBoxCost;
  return sum;
}

double LabelPlacer::faintCost(const QRectF& box) const {
  const auto crossed = std::count_if(m_faint.begin(), m_faint.end(), [&box](double y) {
    return y > box.top() - kClearance && y < box.bottom() + kClearance;
  });
  return kFaintCost * static_cast<double>(crossed);
}

LabelPlacer::Choice LabelPlacer::place(const std::vector<QRectF>& candidates) {
  Choice best;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const double met = cost(candidates[i]);
    const double total = met + faintCost(candidates[i]) + kLaterCost * static_cast<double>(i);
    if (total < least) {
      least = total;
      best = {i, met == 0};
    }
  }
  m_boxes.push_back(candidates.at(best.index));
  return best;
}

std::vector<double> spread(const std::vector<double>& middles, const std::vector<double>& sizes,
                           double top, double bottom) {
  std::vector<std::size_t> order(middles.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return middles[a] < middles[b]; });
  // Neighbours that would overlap form a cluster, which is centred on its members' wishes.
  struct Cluster {
    std::vector<std::size_t> members;
    double wish = 0;  // sum of the tops at which the cluster would suit each member
    double size = 0;
    [[nodiscard]] double begin(double low, double high) const {
      return std::clamp(wish / static_cast<double>(members.size()), low,
                        std::max(low, high - size));
    }
  };
  std::vector<Cluster> clusters;
  for (const std::size_t i : order) {
    clusters.push_back({{i}, middles[i] - sizes[i] / 2, sizes[i]});
    while (clusters.size() > 1) {
      Cluster& before = clusters[clusters.size() - 2];
      const Cluster& last = clusters.back();
      if (before.begin(top, bottom) + before.size <= last.begin(top, bottom) + 1e-9)
        break;
      before.wish += last.wish - before.size * static_cast<double>(last.members.size());
      before.size += last.size;
      before.members.insert(before.members.end(), last.members.begin(), last.members.end());
      clusters.pop_back();
    }
  }
  std::vector<double> out(middles.size());
  for (const Cluster& cluster : clusters) {
    double y = cluster.begin(top, bottom);
    for (const std::size_t i : cluster.members) {
      out[i] = y + sizes[i] / 2;
      y += sizes[i];
    }
  }
  return out;
}

}  // namespace phaseboard::compiler
