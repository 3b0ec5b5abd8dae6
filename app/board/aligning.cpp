// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "app/board/arranging.h"

namespace phaseboard::board {
namespace {

struct Standing {
  ElementId id;
  Box box;
};

std::vector<Standing> standingAmong(const Document& document, const Selection& selection) {
  std::vector<Standing> standing;
  for (const ElementId id : selection) {
    const Element* element = document.find(id);
    if (element && !std::holds_alternative<Edge>(*element))
      standing.push_back({id, boxOf(*element)});
  }
  return standing;
}

Point towards(const Box& box, const Box& all, Alignment alignment) {
  switch (alignment) {
    case Alignment::Left:
      return {all.x - box.x, 0};
    case Alignment::Centre:
      return {all.centre().x - box.centre().x, 0};
    case Alignment::Right:
      return {all.right() - box.right(), 0};
    case Alignment::Top:
      return {0, all.y - box.y};
    case Alignment::Middle:
      return {0, all.centre().y - box.centre().y};
    case Alignment::Bottom:
      return {0, all.bottom() - box.bottom()};
  }
  return {};
}

void moveOne(const Document& document, ElementId id, Point by, Edit& edit) {
  if (by == Point{})
    return;
  const Element& element = *document.find(id);
  edit.push_back({element, movedBy(element, by)});
}

}  // namespace

Edit align(const Document& document, const Selection& selection, Alignment alignment) {
  const auto standing = standingAmong(document, selection);
  if (standing.size() < 2)
    return {};
  Box all;
  for (const Standing& one : standing)
    all = united(all, one.box);
  Edit edit;
  for (const Standing& one : standing)
    moveOne(document, one.id, towards(one.box, all, alignment), edit);
  return edit;
}

Edit distribute(const Document& document, const Selection& selection, Direction direction) {
  auto standing = standingAmong(document, selection);
  if (standing.size() < 3)
    return {};
  const bool across = direction == Direction::Across;
  const auto begin = [across](const Box& box) { return across ? box.x : box.y; };
  const auto length = [across](const Box& box) { return across ? box.width : box.height; };
  std::stable_sort(standing.begin(), standing.end(), [&](const Standing& a, const Standing& b) {
    return begin(a.box) + length(a.box) / 2 < begin(b.box) + length(b.box) / 2;
  });
  double taken = 0;
  for (const Standing& one : standing)
    taken += length(one.box);
  const double whole =
      begin(standing.back().box) + length(standing.back().box) - begin(standing.front().box);
  const double gap = (whole - taken) / static_cast<double>(standing.size() - 1);
  Edit edit;
  double at = begin(standing.front().box);
  for (const Standing& one : standing) {
    const double by = at - begin(one.box);
    // The outermost stay exactly where they are, whatever the sums round to.
    if (one.id != standing.front().id && one.id != standing.back().id)
      moveOne(document, one.id, across ? Point{by, 0} : Point{0, by}, edit);
    at += length(one.box) + gap;
  }
  return edit;
}

SnappedMove snapMove(const Document& document, const Selection& selection, Point by, double reach) {
  const Selection moved = withContents(document, selection);
  std::vector<Point> moving;
  std::vector<Point> staying;
  for (const Part* part : document.all<Part>())
    (moved.contains(part->id) ? moving : staying).push_back(part->box.centre());
  SnappedMove snapped{by, std::nullopt, std::nullopt};
  double nearestX = reach;
  double nearestY = reach;
  for (const Point& from : moving)
    for (const Point& to : staying) {
      const Point off = to - (from + by);
      if (std::abs(off.x) <= nearestX) {
        nearestX = std::abs(off.x);
        snapped.by.x = by.x + off.x;
        snapped.upright = to.x;
      }
      if (std::abs(off.y) <= nearestY) {
        nearestY = std::abs(off.y);
        snapped.by.y = by.y + off.y;
        snapped.level = to.y;
      }
    }
  return snapped;
}

}  // namespace phaseboard::board
