// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diagram_navigation.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace phaseboard::ui {
namespace {

using content::PartKind;
using scene::Emphasis;
using scene::Item;
using scene::Look;
using scene::Scene;

constexpr double kSameDirection = 0.5;  // cosine of 60 degrees

QPointF unit(Direction direction) {
  switch (direction) {
    case Direction::Left:
      return {-1, 0};
    case Direction::Right:
      return {1, 0};
    case Direction::Up:
      return {0, -1};
    case Direction::Down:
      return {0, 1};
  }
  return {};
}

/// Which side of `box` a point is on: 1 at the border of the right side, -1 at the left, and so on.
QPointF side(const QRectF& box, QPointF point) {
  const QPointF away = point - box.center();
  return {away.x() / std::max(1.0, box.width() / 2), away.y() / std::max(1.0, box.height() / 2)};
}

std::optional<PartId> edgeTowards(const Scene& scene, const Item& node, QPointF towards) {
  std::optional<PartId> best;
  double bestFit = 0.8;
  for (const PartId& id : scene.neighbours(node.id)) {
    const Item& edge = *scene.item(id);
    if (edge.kind != PartKind::Edge || edge.route.isEmpty())
      continue;
    const QPointF at = edge.route.pointAtPercent(edge.from == node.id ? 0 : 1);
    const QPointF on = side(node.box, at);
    const double fit = QPointF::dotProduct(on, towards) -
                       0.1 * std::abs(QPointF::dotProduct(on, QPointF(towards.y(), towards.x())));
    if (fit > bestFit) {
      bestFit = fit;
      best = id;
    }
  }
  return best;
}

std::optional<PartId> endTowards(const Scene& scene, const Item& edge, QPointF towards) {
  const QPointF from = scene.item(*edge.from)->box.center();
  const QPointF to = scene.item(*edge.to)->box.center();
  const double along = QPointF::dotProduct(to - from, towards);
  if (std::abs(along) < 1)
    return std::nullopt;
  return along > 0 ? edge.to : edge.from;
}

std::optional<PartId> nodeTowards(const Scene& scene, const Item& from, QPointF towards) {
  std::optional<PartId> best;
  double nearest = 0;
  for (const Item& item : scene.items()) {
    const QPointF away = item.box.center() - from.box.center();
    const double length = std::hypot(away.x(), away.y());
    const double along = QPointF::dotProduct(away, towards);
    if (item.kind != PartKind::Node || item.id == from.id || along < length * kSameDirection)
      continue;
    if (!best || length < nearest) {
      nearest = length;
      best = item.id;
    }
  }
  return best;
}

/// Brings `part` out unless it is hidden.
void bringOut(Look& look, const PartId& part, Emphasis emphasis) {
  const Emphasis now = look.of(part);
  if (now != Emphasis::Masked && now != Emphasis::Revealed)
    look.set(part, emphasis);
}

}  // namespace

std::optional<PartId> partTowards(const Scene& scene, const PartId& from, Direction direction) {
  const Item* item = scene.item(from);
  if (item == nullptr)
    return std::nullopt;
  const QPointF towards = unit(direction);
  std::optional<PartId> next;
  if (item->kind == PartKind::Edge)
    next = endTowards(scene, *item, towards);
  else if (item->kind == PartKind::Node)
    next = edgeTowards(scene, *item, towards);
  return next ? next : nodeTowards(scene, *item, towards);
}

std::optional<PartId> partAfter(const Scene& scene, const std::optional<PartId>& from,
                                bool forward) {
  const std::vector<PartId>& order = scene.readingOrder();
  if (order.empty())
    return std::nullopt;
  const auto at = from ? std::find(order.begin(), order.end(), *from) : order.end();
  if (at == order.end())
    return forward ? order.front() : order.back();
  if (forward)
    return at + 1 == order.end() ? std::nullopt : std::optional(*(at + 1));
  return at == order.begin() ? std::nullopt : std::optional(*(at - 1));
}

Look hovered(const Scene& scene, Look base, const PartId& part) {
  const Item* item = scene.item(part);
  if (item == nullptr)
    return base;
  bringOut(base, part, Emphasis::Highlighted);
  if (item->kind == PartKind::Group)
    return base;
  const auto bringOutAll = [&](const std::vector<PartId>& parts, Emphasis emphasis, bool tails) {
    for (const PartId& other : parts) {
      bringOut(base, other, emphasis);
      const Item& joined = *scene.item(other);
      const auto& end = tails ? joined.from : joined.to;
      if (end && *end != part)
        bringOut(base, *end, emphasis);
    }
  };
  bringOutAll(scene.upstream(part), Emphasis::Feeding, true);
  bringOutAll(scene.downstream(part), Emphasis::Fed, false);
  return base;
}

Look chosen(const Scene& scene, Look base, const PartId& part) {
  const Item* item = scene.item(part);
  if (item == nullptr)
    return base;
  bringOut(base, part, Emphasis::Selected);
  if (item->kind == PartKind::Node) {
    for (const PartId& other : scene.neighbours(part)) {
      if (scene.item(other)->kind == PartKind::Edge)
        bringOut(base, other, Emphasis::Highlighted);
    }
  }
  return base;
}

}  // namespace phaseboard::ui
