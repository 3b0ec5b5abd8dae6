// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/graph_reader.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/compiler/flow/dot_reader.h"
#include "diagrams/style/text.h"

namespace phaseboard::compiler {
namespace {

std::string attribute(const RawAttributes& attributes, const char* name,
                      const std::string& otherwise = {}) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? otherwise : found->second;
}

/// A node or a cluster, without its place.
content::Part standing(const std::string& id, content::PartKind kind,
                       const RawAttributes& attributes) {
  content::Part part;
  part.id = PartId(id);
  part.kind = kind;
  const bool isGroup = kind == content::PartKind::Group;
  part.shape = attribute(attributes, "class", isGroup ? "neutral" : "process");
  part.label = style::plainText(attribute(attributes, "label", id));
  part.title = attribute(attributes, "title", part.label);
  if (const std::string about = attribute(attributes, "concept"); !about.empty())
    part.conceptId = ConceptId(about);
  return part;
}

std::vector<content::Part> partsOf(const RawGraph& raw) {
  std::vector<content::Part> parts;
  std::map<std::string, int> depths;  // a parent stands before its children
  for (const RawCluster& cluster : raw.clusters) {
    depths[cluster.id] = depths[cluster.parent] + 1;
    parts.push_back(standing(cluster.id, content::PartKind::Group, cluster.attributes));
    if (!cluster.parent.empty())
      parts.back().parent = PartId(cluster.parent);
  }
  for (const RawNode& node : raw.nodes) {
    parts.push_back(standing(node.id, content::PartKind::Node, node.attributes));
    const auto innermost = std::max_element(
        node.clusters.begin(), node.clusters.end(),
        [&](const auto& one, const auto& other) { return depths[one] < depths[other]; });
    if (innermost != node.clusters.end())
      parts.back().parent = PartId(*innermost);
  }
  for (const RawEdge& edge : raw.edges) {
    content::Part part;
    part.id = PartId(attribute(edge.attributes, "id", edge.from + "--" + edge.to));
    part.kind = content::PartKind::Edge;
    part.label = style::plainText(attribute(edge.attributes, "label"));
    part.from = PartId(edge.from);
    part.to = PartId(edge.to);
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace

std::optional<graphs::FigureGraph> readGraph(const ports::FigureSource& source,
                                             Diagnostics& problems) {
  if (source.file.ends_with(".dot")) {
    const auto raw = readDot(source.file, source.text, problems);
    return raw ? std::optional(graphs::graphOf(partsOf(*raw))) : std::nullopt;
  }
  const ports::FigureResult compiled = SvgFigureCompiler().compile(source, {});
  problems.insert(problems.end(), compiled.problems.begin(), compiled.problems.end());
  return compiled.figure ? std::optional(graphs::graphOf(compiled.figure->parts)) : std::nullopt;
}

}  // namespace phaseboard::compiler
