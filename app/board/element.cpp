// SPDX-License-Identifier: Apache-2.0
#include "app/board/element.h"

#include <cmath>
#include <utility>

#include "app/base/bytes.h"

namespace phaseboard::board {
namespace {

constexpr std::array<std::string_view, kPartKinds.size()> kPartNames{
    "service", "process", "store",  "model", "queue",    "data",
    "metric",  "policy",  "tensor", "actor", "external", "note"};
constexpr std::array<std::string_view, kWireKinds.size()> kWireNames{
    "flow", "async", "batch", "train", "feedback", "control", "ref"};
constexpr std::array<std::string_view, kGroupKinds.size()> kGroupNames{
    "offline", "online", "training", "monitor", "neutral", "risk"};

template <class Kind, std::size_t Count>
std::optional<Kind> kindNamed(const std::array<std::string_view, Count>& names,
                              std::string_view name) {
  for (std::size_t i = 0; i < Count; ++i)
    if (names[i] == name)
      return static_cast<Kind>(i);
  return std::nullopt;
}

bool isNear(double value) {
  return std::isfinite(value) && std::abs(value) <= kFarthest;
}

bool isNear(const Box& box) {
  return isNear(box.x) && isNear(box.y) && isNear(box.width) && isNear(box.height) &&
         box.width >= 0 && box.height >= 0;
}

bool isWithin(const std::string& text, std::size_t longest) {
  return text.size() <= longest && isUtf8(text);
}

struct IsSound {
  bool operator()(const Part& part) const {
    return isWithin(part.name, kLongestName) && isNear(part.box);
  }
  bool operator()(const Edge& edge) const {
    return isWithin(edge.label, kLongestName) && edge.from != edge.to;
  }
  bool operator()(const Group& group) const {
    return isWithin(group.name, kLongestName) && isNear(group.box);
  }
  bool operator()(const Stroke& stroke) const {
    if (stroke.points.empty() || stroke.points.size() > kMostPoints)
      return false;
    return std::all_of(stroke.points.begin(), stroke.points.end(),
                       [](const Point& point) { return isNear(point.x) && isNear(point.y); });
  }
  bool operator()(const Text& text) const {
    return isWithin(text.text, kLongestText) && isNear(text.box);
  }
};

Box boxAroundPoints(const std::vector<Point>& points) {
  if (points.empty())
    return {};
  const auto [left, right] = std::minmax_element(
      points.begin(), points.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
  const auto [top, bottom] = std::minmax_element(
      points.begin(), points.end(), [](const Point& a, const Point& b) { return a.y < b.y; });
  constexpr double kThin = 1;  // a dot or a straight line is a box too
  return Box{left->x, top->y, right->x - left->x, bottom->y - top->y}.grown(kThin);
}

}  // namespace

ElementId idOf(const Element& element) {
  return std::visit([](const auto& one) { return one.id; }, element);
}

Element withId(Element element, ElementId id) {
  std::visit([id](auto& one) { one.id = id; }, element);
  return element;
}

Box boxOf(const Element& element) {
  if (const auto* stroke = std::get_if<Stroke>(&element))
    return boxAroundPoints(stroke->points);
  if (const auto* part = std::get_if<Part>(&element))
    return part->box;
  if (const auto* group = std::get_if<Group>(&element))
    return group->box;
  if (const auto* text = std::get_if<Text>(&element))
    return text->box;
  return {};
}

Element movedBy(Element element, Point by) {
  if (auto* stroke = std::get_if<Stroke>(&element))
    for (Point& point : stroke->points)
      point = point + by;
  if (auto* part = std::get_if<Part>(&element))
    part->box = part->box.movedBy(by);
  if (auto* group = std::get_if<Group>(&element))
    group->box = group->box.movedBy(by);
  if (auto* text = std::get_if<Text>(&element))
    text->box = text->box.movedBy(by);
  return element;
}

std::string_view nameOf(PartKind kind) {
  return kPartNames[static_cast<std::size_t>(kind)];
}

std::string_view nameOf(WireKind kind) {
  return kWireNames[static_cast<std::size_t>(kind)];
}

std::string_view nameOf(GroupKind kind) {
  return kGroupNames[static_cast<std::size_t>(kind)];
}

std::optional<PartKind> partKindNamed(std::string_view name) {
  return kindNamed<PartKind>(kPartNames, name);
}

std::optional<WireKind> wireKindNamed(std::string_view name) {
  return kindNamed<WireKind>(kWireNames, name);
}

std::optional<GroupKind> groupKindNamed(std::string_view name) {
  return kindNamed<GroupKind>(kGroupNames, name);
}

Status checkElement(const Element& element) {
  if (idOf(element).value() < 1 || !std::visit(IsSound{}, element))
    return fail(ErrorKind::InvalidInput, "element", std::to_string(idOf(element).value()));
  return {};
}

}  // namespace phaseboard::board
