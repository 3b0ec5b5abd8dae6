// SPDX-License-Identifier: Apache-2.0
#include "app/board/document.h"

#include <algorithm>

namespace phaseboard::board {

Edit inverseOf(const Edit& edit) {
  Edit inverse;
  for (auto change = edit.rbegin(); change != edit.rend(); ++change)
    inverse.push_back({change->after, change->before});
  return inverse;
}

const Element* Document::find(ElementId id) const {
  const auto found = m_elements.find(id);
  return found == m_elements.end() ? nullptr : &found->second;
}

Box Document::bounds() const {
  Box bounds;
  for (const auto& [id, element] : m_elements)
    bounds = united(bounds, boxOf(element));
  return bounds;
}

bool Document::isSound(const Change& change) const {
  if (!change.before && !change.after)
    return false;
  if (change.before && change.after && idOf(*change.before) != idOf(*change.after))
    return false;
  const ElementId id = idOf(change.before ? *change.before : *change.after);
  const Element* there = find(id);
  const bool isAsBefore = change.before ? there && *there == *change.before : there == nullptr;
  return isAsBefore && (!change.after || checkElement(*change.after).has_value());
}

void Document::put(const std::optional<Element>& from, const std::optional<Element>& to) {
  const ElementId id = idOf(from ? *from : *to);
  if (to)
    m_elements.insert_or_assign(id, *to);
  else
    m_elements.erase(id);
}

bool Document::hasLooseEdge() const {
  return std::any_of(m_elements.begin(), m_elements.end(), [this](const auto& each) {
    const auto* edge = std::get_if<Edge>(&each.second);
    return edge && (!find<Part>(edge->from) || !find<Part>(edge->to));
  });
}

Status Document::apply(const Edit& edit) {
  const auto takeBack = [&](std::size_t made) {
    while (made-- > 0)
      put(edit[made].after, edit[made].before);
  };
  bool mayLoosen = false;
  std::int64_t last = m_lastId;
  for (std::size_t i = 0; i < edit.size(); ++i) {
    const Change& change = edit[i];
    if (!isSound(change)) {
      takeBack(i);
      return fail(ErrorKind::InvalidInput, "edit", "a change does not fit what is there");
    }
    put(change.before, change.after);
    last = std::max(last, idOf(change.before ? *change.before : *change.after).value());
    mayLoosen = mayLoosen || (change.after && std::holds_alternative<Edge>(*change.after)) ||
                (!change.after && std::holds_alternative<Part>(*change.before));
  }
  if (mayLoosen && hasLooseEdge()) {
    takeBack(edit.size());
    return fail(ErrorKind::InvalidInput, "edit", "an edge would end at nothing");
  }
  m_lastId = last;
  return {};
}

std::optional<ElementId> Document::groupOf(ElementId id) const {
  const Element* element = find(id);
  if (!element || std::holds_alternative<Edge>(*element))
    return std::nullopt;
  const Box box = boxOf(*element);
  const Group* innermost = nullptr;
  for (const Group* group : all<Group>()) {
    if (group->id == id || !group->box.holds(box) || (group->box == box && group->id > id))
      continue;
    const auto area = [](const Group& one) { return one.box.width * one.box.height; };
    if (!innermost || area(*group) < area(*innermost))
      innermost = group;
  }
  return innermost ? std::optional(innermost->id) : std::nullopt;
}

std::vector<ElementId> Document::inside(const Group& group) const {
  std::vector<ElementId> found;
  for (const auto& [id, element] : m_elements)
    if (id != group.id && !std::holds_alternative<Edge>(element) &&
        group.box.holds(boxOf(element)) && (boxOf(element) != group.box || id > group.id))
      found.push_back(id);
  return found;
}

}  // namespace phaseboard::board
