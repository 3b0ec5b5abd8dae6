// SPDX-License-Identifier: Apache-2.0
#include "app/board/board_graph.h"

#include <cctype>
#include <set>
#include <utility>

#include "app/base/ascii.h"

namespace phaseboard::board {
namespace {

constexpr std::size_t kLongestSlug = 40;

/// "Feature store (online)" as "feature-store-online"; `otherwise` when nothing is left.
std::string slugOf(const std::string& name, const std::string& otherwise) {
  std::string slug;
  for (const char letter : name) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte < 0x80 && std::isalnum(byte) != 0)
      slug += lowered(letter);
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
    if (slug.size() == kLongestSlug)
      break;
  }
  while (!slug.empty() && slug.back() == '-')
    slug.pop_back();
  if (slug.empty())
    return otherwise;
  return std::isalpha(static_cast<unsigned char>(slug.front())) != 0 ? slug
                                                                     : otherwise + "-" + slug;
}

class IdGiver {
 public:
  PartId give(const std::string& wish) {
    std::string id = wish;
    for (int number = 2; !m_taken.insert(id).second; ++number)
      id = wish + "-" + std::to_string(number);
    return PartId(id);
  }

 private:
  std::set<std::string> m_taken;
};

content::Part standing(const PartId& id, content::PartKind kind, std::string_view shape,
                       const std::string& name) {
  content::Part part;
  part.id = id;
  part.kind = kind;
  part.shape = shape;
  part.title = part.label = name;
  return part;
}

}  // namespace

std::map<ElementId, PartId> partIds(const Document& document) {
  std::map<ElementId, PartId> ids;
  IdGiver giver;
  for (const Part* part : document.all<Part>())
    ids.emplace(part->id, giver.give(slugOf(part->name, "part")));
  for (const Group* group : document.all<Group>())
    ids.emplace(group->id, giver.give(slugOf(group->name, "group")));
  for (const Edge* edge : document.all<Edge>())
    ids.emplace(edge->id, giver.give(ids.at(edge->from).value() + "--" + ids.at(edge->to).value()));
  return ids;
}

std::vector<content::Part> partsOf(const Document& document) {
  const auto ids = partIds(document);
  std::vector<content::Part> parts;
  const auto withParent = [&](content::Part part, ElementId id) {
    if (const auto group = document.groupOf(id))
      part.parent = ids.at(*group);
    parts.push_back(std::move(part));
  };
  for (const Group* group : document.all<Group>())
    withParent(
        standing(ids.at(group->id), content::PartKind::Group, nameOf(group->kind), group->name),
        group->id);
  for (const Part* part : document.all<Part>())
    if (!part->name.empty())
      withParent(
          standing(ids.at(part->id), content::PartKind::Node, nameOf(part->kind), part->name),
          part->id);
  for (const Edge* edge : document.all<Edge>()) {
    if (document.find<Part>(edge->from)->name.empty() ||
        document.find<Part>(edge->to)->name.empty())
      continue;
    content::Part part =
        standing(ids.at(edge->id), content::PartKind::Edge, nameOf(edge->kind), edge->label);
    part.from = ids.at(edge->from);
    part.to = ids.at(edge->to);
    parts.push_back(std::move(part));
  }
  return parts;
}

graphs::FigureGraph graphOf(const Document& document) {
  return graphs::graphOf(partsOf(document));
}

}  // namespace phaseboard::board
