// SPDX-License-Identifier: Apache-2.0
#include "app/board/drawing.h"

#include <algorithm>
#include <map>
#include <utility>

namespace phaseboard::board {
namespace {

/// The changed copies of the elements of one type among `selection`.
template <class Type, class Alter>
Edit alterEach(const Document& document, const Selection& selection, const Alter& alter) {
  Edit edit;
  for (const ElementId id : selection) {
    const auto* before = document.find<Type>(id);
    if (!before)
      continue;
    Type after = *before;
    alter(after);
    if (after != *before)
      edit.push_back({Element(*before), Element(std::move(after))});
  }
  return edit;
}

void fit(Part& part, const PartExtent& extent) {
  const Extent size = extent(part.name, part.kind);
  part.box = boxAround(part.box.centre(), size.width, size.height);
}

Change made(Element element) {
  return {std::nullopt, std::move(element)};
}

ElementId after(ElementId id, std::int64_t by) {
  return ElementId{id.value() + by};
}

/// Cuts at the limit, at the beginning of a character.
std::string shortened(std::string text, std::size_t longest) {
  if (text.size() <= longest)
    return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  text.resize(end);
  return text;
}

}  // namespace

Edit placePart(const Document& document, std::string name, PartKind kind, Point centre,
               const PartExtent& extent) {
  Part part{document.nextId(), kind, false, shortened(std::move(name), kLongestName), {}};
  part.box = boxAround(centre, 0, 0);
  fit(part, extent);
  return {made(std::move(part))};
}

Edit renamePart(const Document& document, ElementId part, const std::string& name, PartKind guess,
                const PartExtent& extent) {
  return alterEach<Part>(document, {part}, [&](Part& one) {
    one.name = shortened(name, kLongestName);
    if (!one.isKindChosen)
      one.kind = guess;
    fit(one, extent);
  });
}

Edit changePartKind(const Document& document, const Selection& selection, PartKind kind,
                    const PartExtent& extent) {
  return alterEach<Part>(document, selection, [&](Part& part) {
    part.kind = kind;
    part.isKindChosen = true;
    fit(part, extent);
  });
}

Edit changeWireKind(const Document& document, const Selection& selection, WireKind kind) {
  return alterEach<Edge>(document, selection, [&](Edge& edge) { edge.kind = kind; });
}

Edit changeGroupKind(const Document& document, const Selection& selection, GroupKind kind) {
  return alterEach<Group>(document, selection, [&](Group& group) { group.kind = kind; });
}

Edit connectParts(const Document& document, ElementId from, ElementId to, WireKind kind) {
  if (from == to || !document.find<Part>(from) || !document.find<Part>(to))
    return {};
  for (const Edge* edge : document.all<Edge>())
    if (edge->from == from && edge->to == to && edge->label.empty())
      return {};
  return {made(Edge{document.nextId(), from, to, kind, {}})};
}

Edit placeConnectedPart(const Document& document, ElementId from, std::string name, PartKind kind,
                        Point centre, const PartExtent& extent) {
  Edit edit = placePart(document, std::move(name), kind, centre, extent);
  const ElementId id = document.nextId();
  if (document.find<Part>(from))
    edit.push_back(made(Edge{after(id, 1), from, id, WireKind::Flow, {}}));
  return edit;
}

Edit relabel(const Document& document, ElementId id, const std::string& words) {
  Edit edit = alterEach<Edge>(document, {id},
                              [&](Edge& edge) { edge.label = shortened(words, kLongestName); });
  if (edit.empty())
    edit = alterEach<Group>(document, {id},
                            [&](Group& group) { group.name = shortened(words, kLongestName); });
  if (edit.empty())
    edit = alterEach<Text>(document, {id},
                           [&](Text& text) { text.text = shortened(words, kLongestText); });
  return edit;
}

Edit reverseEdges(const Document& document, const Selection& selection) {
  return alterEach<Edge>(document, selection, [](Edge& edge) { std::swap(edge.from, edge.to); });
}

Selection withContents(const Document& document, const Selection& selection) {
  Selection all = selection;
  for (const ElementId id : selection)
    if (const auto* group = document.find<Group>(id))
      for (const ElementId inner : document.inside(*group))
        all.insert(inner);
  return all;
}

Edit moveSelection(const Document& document, const Selection& selection, Point by) {
  Edit edit;
  if (by == Point{})
    return edit;
  for (const ElementId id : withContents(document, selection)) {
    const Element* before = document.find(id);
    if (before && !std::holds_alternative<Edge>(*before))
      edit.push_back({*before, movedBy(*before, by)});
  }
  return edit;
}

Edit removeSelection(const Document& document, const Selection& selection) {
  Edit edit;
  for (const Edge* edge : document.all<Edge>())
    if (selection.contains(edge->id) || selection.contains(edge->from) ||
        selection.contains(edge->to))
      edit.push_back({Element(*edge), std::nullopt});
  for (const ElementId id : selection) {
    const Element* element = document.find(id);
    if (element && !std::holds_alternative<Edge>(*element))
      edit.push_back({*element, std::nullopt});
  }
  return edit;
}

Edit groupSelection(const Document& document, const Selection& selection, std::string name) {
  Box around;
  for (const ElementId id : selection)
    if (const Element* element = document.find(id))
      around = united(around, boxOf(*element));
  if (around.isEmpty())
    return {};
  around = around.grown(kGroupPadding);
  around.y -= kGroupTitle - kGroupPadding / 2;
  around.height += kGroupTitle - kGroupPadding / 2;
  return {made(Group{document.nextId(), GroupKind::Neutral,
                     shortened(std::move(name), kLongestName), around})};
}

Edit reshapeGroup(const Document& document, ElementId group, const Box& box) {
  return alterEach<Group>(document, {group}, [&](Group& one) { one.box = box; });
}

Edit drawStroke(const Document& document, std::vector<Point> points) {
  if (points.empty())
    return {};
  if (points.size() > kMostPoints)
    points.resize(kMostPoints);
  // Ink is kept in short reals: what is drawn is what comes back.
  for (Point& point : points)
    point = {static_cast<double>(static_cast<float>(point.x)),
             static_cast<double>(static_cast<float>(point.y))};
  return {made(Stroke{document.nextId(), std::move(points)})};
}

Edit writeText(const Document& document, std::string text, const Box& box) {
  if (text.empty())
    return {};
  return {made(Text{document.nextId(), shortened(std::move(text), kLongestText), box})};
}

std::vector<Element> copied(const Document& document, const Selection& selection) {
  const Selection all = withContents(document, selection);
  std::vector<Element> elements;
  for (const auto& [id, element] : document.elements()) {
    const auto* edge = std::get_if<Edge>(&element);
    if (edge ? all.contains(edge->from) && all.contains(edge->to) : all.contains(id))
      elements.push_back(element);
  }
  return elements;
}

Edit paste(const Document& document, const std::vector<Element>& elements, Point by) {
  Edit edit;
  std::map<ElementId, ElementId> renamed;
  ElementId next = document.nextId();
  for (const bool edges : {false, true}) {
    for (const Element& element : elements) {
      const auto* edge = std::get_if<Edge>(&element);
      if ((edge != nullptr) != edges)
        continue;
      Element copy = movedBy(withId(element, next), by);
      if (auto* pasted = std::get_if<Edge>(&copy)) {
        const auto from = renamed.find(edge->from);
        const auto to = renamed.find(edge->to);
        if (from == renamed.end() || to == renamed.end())
          continue;
        pasted->from = from->second;
        pasted->to = to->second;
      }
      if (!checkElement(copy))
        continue;
      if (std::holds_alternative<Part>(copy))
        renamed.emplace(idOf(element), next);
      edit.push_back(made(std::move(copy)));
      next = after(next, 1);
    }
  }
  return edit;
}

Selection madeBy(const Edit& edit) {
  Selection made;
  for (const Change& change : edit)
    if (!change.before && change.after)
      made.insert(idOf(*change.after));
  return made;
}

}  // namespace phaseboard::board
