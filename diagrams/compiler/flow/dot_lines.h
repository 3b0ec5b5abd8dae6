// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace phaseboard::compiler {

/// Where the statements of a DOT source stand. Graphviz forgets the lines when it has read a graph,
/// so a light scan of the same text finds them again. Lines are 1-based; an id that is not found
/// has line 0.
class DotLines {
 public:
  /// Never fails: what Graphviz would refuse is simply not found here.
  [[nodiscard]] static DotLines scan(std::string_view source);

  [[nodiscard]] int ofGraph() const { return m_graph; }
  /// Of what stands behind the graph, where Graphviz no longer reads; 0 when nothing does.
  [[nodiscard]] int beyondGraph() const { return m_beyond; }
  /// The statement that declares the node (with attributes if there is one, else the first
  /// mention).
  [[nodiscard]] int ofNode(const std::string& id) const;
  [[nodiscard]] int ofCluster(const std::string& name) const;
  /// How many clusters begin before this one.
  [[nodiscard]] std::size_t orderOfCluster(const std::string& name) const;
  /// The statement that makes the edge for the `occurrence`th time (0-based).
  [[nodiscard]] int ofEdge(const std::string& from, const std::string& to,
                           std::size_t occurrence) const;
  [[nodiscard]] bool declares(const std::string& id) const { return m_declared.contains(id); }
  /// Lines of all statements that declare the node; more than one is a mistake.
  [[nodiscard]] std::vector<int> declarations(const std::string& id) const;

 private:
  friend class DotLineScanner;

  int m_graph = 0;
  int m_beyond = 0;
  std::map<std::string, std::vector<int>> m_declared;
  std::map<std::string, int> m_mentioned;
  std::vector<std::pair<std::string, int>> m_clusters;  ///< in source order
  std::map<std::pair<std::string, std::string>, std::vector<int>> m_edges;
};

}  // namespace phaseboard::compiler
