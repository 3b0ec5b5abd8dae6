// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "app/board/board_graph.h"

namespace phaseboard::board {
namespace {

constexpr double kSameLine = 34;  ///< centres nearer than this stand in one column or row
constexpr double kMostCells = 12;

/// In double quotes, as DOT reads it back. A dollar would begin light maths in our labels.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\' || letter == '$')
      out += '\\';
    out += letter == '\n' ? ' ' : letter;
  }
  return out + '"';
}

/// Numbers of columns (or rows) for some places on one axis: near ones share a line.
std::vector<int> linesOf(const std::vector<double>& places) {
  std::vector<std::size_t> order(places.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
  std::vector<int> lines(places.size());
  int line = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && places[order[i]] - places[order[i - 1]] > kSameLine)
      ++line;
    lines[order[i]] = line;
  }
  return lines;
}

class DotWriter {
 public:
  explicit DotWriter(const Document& document)
      : m_document(document), m_ids(partIds(document)), m_parts(document.all<Part>()) {
    placeCells();
  }

  std::string write(const std::string& id, const std::string& title) {
    m_out = "digraph " + quoted(id) + " {\n  graph [title=" + quoted(title) +
            ", tooltip=\"Drawn on the board from memory, without explanations.\"];\n";
    for (const Part* part : m_parts)
      if (!m_document.groupOf(part->id))
        writePart(*part, "  ");
    for (const Group* group : m_document.all<Group>())
      if (!m_document.groupOf(group->id))
        writeGroup(*group, "  ", 0);
    for (const Edge* edge : m_document.all<Edge>())
      writeEdge(*edge);
    return m_out + "}\n";
  }

 private:
  /// No two parts share a cell: the later one moves down to the next free row.
  void placeCells() {
    std::vector<double> across;
    std::vector<double> down;
    for (const Part* part : m_parts) {
      across.push_back(part->box.centre().x);
      down.push_back(part->box.centre().y);
    }
    const auto columns = linesOf(across);
    const auto rows = linesOf(down);
    std::set<std::pair<int, int>> taken;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
      int row = rows[i];
      while (!taken.insert({columns[i], row}).second)
        ++row;
      m_cells.emplace(m_parts[i]->id, std::pair(columns[i], row));
      m_fits = m_fits && columns[i] <= kMostCells && row <= kMostCells;
    }
  }

  [[nodiscard]] static std::string named(const std::string& name, const char* otherwise) {
    return name.empty() ? otherwise : name;
  }

  void writePart(const Part& part, const std::string& indent) {
    const std::string name = named(part.name, "?");
    m_out += indent + quoted(m_ids.at(part.id).value()) + " [";
    // A figure has at most 13 columns and rows; beyond that the compiler drafts its own cells.
    if (m_fits) {
      const auto& [column, row] = m_cells.at(part.id);
      m_out += "at=\"" + std::to_string(column) + "," + std::to_string(row) + "\", ";
    }
    m_out +=
        "class=" + std::string(nameOf(part.kind)) + ", wrap=220, label=" + quoted(name) +
        ", tooltip=" + quoted("Drawn on the board as a part, not explained there: " + name + ".") +
        "];\n";
  }

  /// A group without parts has nothing to stand around and is left out.
  [[nodiscard]] bool holdsParts(const Group& group) const {
    const auto inside = m_document.inside(group);
    return std::any_of(inside.begin(), inside.end(),
                       [this](ElementId id) { return m_document.find<Part>(id) != nullptr; });
  }

  void writeGroup(const Group& group, const std::string& indent, int depth) {
    constexpr int kDeepest = 20;
    if (!holdsParts(group) || depth > kDeepest)
      return;
    const std::string name = named(group.name, "Group");
    m_out +=
        indent + "subgraph " + quoted("cluster_" + m_ids.at(group.id).value()) +
        " { label=" + quoted(name) + "; class=" + std::string(nameOf(group.kind)) +
        "; tooltip=" + quoted("Drawn on the board as a group, not explained there: " + name + ".") +
        ";\n";
    for (const Part* part : m_parts)
      if (m_document.groupOf(part->id) == group.id)
        writePart(*part, indent + "  ");
    for (const Group* inner : m_document.all<Group>())
      if (m_document.groupOf(inner->id) == group.id)
        writeGroup(*inner, indent + "  ", depth + 1);
    m_out += indent + "}\n";
  }

  void writeEdge(const Edge& edge) {
    const std::string from = m_ids.at(edge.from).value();
    const std::string to = m_ids.at(edge.to).value();
    m_out += "  " + quoted(from) + " -> " + quoted(to) + " [";
    if (m_ids.at(edge.id).value() != from + "--" + to)
      m_out += "id=" + quoted(m_ids.at(edge.id).value()) + ", ";
    m_out += "class=" + std::string(nameOf(edge.kind)) + ", ";
    if (!edge.label.empty())
      m_out += "label=" + quoted(edge.label) + ", ";
    m_out += "tooltip=\"Drawn on the board as a connection, not explained there.\"];\n";
  }

  const Document& m_document;
  std::map<ElementId, PartId> m_ids;
  std::vector<const Part*> m_parts;
  std::map<ElementId, std::pair<int, int>> m_cells;
  bool m_fits = true;
  std::string m_out;
};

}  // namespace

std::string dotOf(const Document& document, const std::string& id, const std::string& title) {
  return DotWriter(document).write(id, title);
}

}  // namespace phaseboard::board
