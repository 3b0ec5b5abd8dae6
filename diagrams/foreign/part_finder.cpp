// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/part_finder.h"

#include <algorithm>

#include <QString>

#include "diagrams/foreign/foreign_limits.h"
#include "diagrams/foreign/style_sheet.h"
#include "diagrams/foreign/style_values.h"

namespace phaseboard::foreign {
namespace {

std::string oneLine(const std::string& text) {
  return QString::fromStdString(text)
      .simplified()
      .left(static_cast<qsizetype>(limit::kWords))
      .toStdString();
}

/// What is printed in a cell of draw.io, without that of the cells inside it.
std::string printedInCell(const XmlTree& tree, const XmlNode& cell) {
  std::string text;
  for (const std::size_t child : cell.children) {
    const XmlNode& node = tree.nodes[child];
    if (node.has("data-cell-id") || node.name == "title" || node.name == "desc")
      continue;
    text += node.name == "g" || node.name == "switch" || node.name == "a"
                ? printedInCell(tree, node)
                : textInside(tree, child) + " ";
  }
  return text;
}

/// "#id" or "id".
std::string plainId(const std::string& reference) {
  return reference.starts_with('#') ? reference.substr(1) : reference;
}

std::string titleOf(const XmlTree& tree, const XmlNode& node) {
  if (std::string title = childText(tree, node, "title"); !title.empty())
    return title;
  const bool isLayer = node.attribute("inkscape:groupmode") == "layer";
  if (const std::string label = node.attribute("inkscape:label"); !label.empty() && !isLayer)
    return oneLine(label);
  if (const std::string label = node.attribute("aria-label"); !label.empty())
    return oneLine(label);
  return node.has("data-cell-id") ? oneLine(printedInCell(tree, node)) : std::string();
}

/// A figure that we exported writes what is in a group beside it, not inside it.
bool isGroupOfOurs(const XmlNode& node) {
  const std::string text = node.attribute("class");
  const auto classes = pieces(text);
  const auto has = [&classes](std::string_view word) {
    return std::find(classes.begin(), classes.end(), word) != classes.end();
  };
  return has("part") && has("group");
}

}  // namespace

std::string childText(const XmlTree& tree, const XmlNode& node, std::string_view name) {
  for (const std::size_t child : node.children) {
    if (tree.nodes[child].name != name)
      continue;
    std::string text;
    for (const std::size_t piece : tree.nodes[child].children)
      text += tree.nodes[piece].text;
    return oneLine(text);
  }
  return {};
}

std::optional<ForeignPart> partOf(const XmlTree& tree, std::size_t index) {
  const XmlNode& node = tree.nodes[index];
  ForeignPart part;
  part.id = node.attribute("id");
  if (part.id.empty())
    part.id = node.attribute("data-cell-id");
  if (part.id.empty() || part.id.size() > 200 || index == 0)
    return std::nullopt;
  part.title = titleOf(tree, node);
  if (part.title.empty())
    return std::nullopt;
  part.description = childText(tree, node, "desc");
  part.from = plainId(node.attribute("data-from"));
  part.to = plainId(node.attribute("data-to"));
  if (part.from.empty() && part.to.empty()) {
    part.from = plainId(node.attribute("inkscape:connection-start"));
    part.to = plainId(node.attribute("inkscape:connection-end"));
  }
  if (!part.from.empty() || !part.to.empty())
    part.kind = content::PartKind::Edge;
  else if (isGroupOfOurs(node))
    part.kind = content::PartKind::Group;
  return part;
}

}  // namespace phaseboard::foreign
