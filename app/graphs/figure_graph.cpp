// SPDX-License-Identifier: Apache-2.0
#include "app/graphs/figure_graph.h"

#include <unordered_map>

namespace phaseboard::graphs {

FigureGraph graphOf(const std::vector<content::Part>& parts) {
  FigureGraph graph;
  std::unordered_map<PartId, std::size_t> places;
  for (const content::Part& part : parts) {
    if (part.kind == content::PartKind::Edge)
      continue;
    places.emplace(part.id, graph.nodes.size());
    graph.nodes.push_back({part.id,
                           part.kind == content::PartKind::Group,
                           part.shape,
                           part.title,
                           {},
                           part.conceptId,
                           std::nullopt});
  }
  for (const content::Part& part : parts) {
    const auto own = places.find(part.id);
    const auto group = part.parent ? places.find(*part.parent) : places.end();
    if (part.kind != content::PartKind::Edge && own != places.end() && group != places.end() &&
        group->second != own->second)
      graph.nodes[own->second].group = group->second;
  }
  for (const content::Part& part : parts) {
    if (part.kind != content::PartKind::Edge || !part.from || !part.to)
      continue;
    const auto from = places.find(*part.from);
    const auto to = places.find(*part.to);
    if (from != places.end() && to != places.end())
      graph.edges.push_back({part.id, from->second, to->second, part.label});
  }
  return graph;
}

FigureGraph graphOf(const std::vector<content::Part>& parts,
                    const std::vector<content::Concept>& concepts) {
  FigureGraph graph = graphOf(parts);
  for (GraphNode& node : graph.nodes)
    for (const content::Concept& idea : concepts)
      if (node.conceptId == idea.id) {
        node.synonyms = idea.synonyms;
        node.synonyms.push_back(idea.title);
      }
  return graph;
}

}  // namespace phaseboard::graphs
