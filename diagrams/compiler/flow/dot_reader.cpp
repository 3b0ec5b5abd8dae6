// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/dot_reader.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <string_view>
#include <type_traits>

#include <graphviz/cgraph.h>

#include "diagrams/compiler/flow/dot_lines.h"
#include "diagrams/compiler/flow/graphviz_lock.h"

namespace phaseboard::compiler {
namespace {

constexpr std::string_view kClusterPrefix = "cluster_";

/// What Graphviz said while reading; filled by `collectComplaint` under the lock.
std::string& complaint() {
  static std::string text;
  return text;
}

int collectComplaint(char* text) {
  complaint() += text;
  return 0;
}

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphPointer = std::unique_ptr<Agraph_t, CloseGraph>;

int lineIn(std::string_view message) {
  const auto found = message.find("in line ");
  int line = 0;
  if (found != std::string_view::npos)
    std::from_chars(message.data() + found + 8, message.data() + message.size(), line);
  return line;
}

/// The line that the message means: Graphviz may already have read past the word it stumbled over.
int lineMeant(std::string_view message, std::string_view source) {
  const int reported = lineIn(message);
  const auto quote = message.find("near '");
  if (quote == std::string_view::npos)
    return reported;
  const auto word = message.substr(quote + 6, message.find('\'', quote + 6) - quote - 6);
  std::size_t begin = 0;
  int last = reported;
  for (int line = 1; line <= reported && begin <= source.size(); ++line) {
    const auto end = std::min(source.find('\n', begin), source.size());
    if (source.substr(begin, end - begin).find(word) != std::string_view::npos)
      last = line;
    begin = end + 1;
  }
  return last;
}

/// Graphviz's words without its prefix and newline: "syntax error near 'x'".
std::string reworded(std::string message) {
  message = message.substr(0, message.find('\n'));
  if (const auto colon = message.find(": "); colon != std::string::npos)
    message.erase(0, colon + 2);
  if (const auto line = message.find(" in line "); line != std::string::npos) {
    auto end = line + 9;
    while (end < message.size() && message[end] >= '0' && message[end] <= '9')
      ++end;
    message.erase(line, end - line);
  }
  return message.empty() ? "not a DOT source" : message;
}

class Reader {
 public:
  Reader(Agraph_t* graph, const DotLines& lines) : m_graph(graph), m_lines(lines) {}

  RawGraph read() {
    m_raw.name = agnameof(m_graph);
    m_raw.line = m_lines.ofGraph();
    m_raw.attributes = attributes(m_graph, AGRAPH, nullptr);
    readNodes();
    readEdges();
    readClusters(m_graph, "");
    sortClusters();
    return std::move(m_raw);
  }

 private:
  /// The attributes set on `object`. A subgraph answers with what it inherits, and the strings of
  /// one graph are shared, so a value that is its `parent`'s is taken as inherited.
  RawAttributes attributes(void* object, int kind, Agraph_t* parent) {
    RawAttributes set;
    for (Agsym_t* symbol = agnxtattr(m_graph, kind, nullptr); symbol != nullptr;
         symbol = agnxtattr(m_graph, kind, symbol)) {
      const char* value = agxget(object, symbol);
      const bool isInherited = parent != nullptr && agxget(parent, symbol) == value;
      if (value != nullptr && *value != '\0' && !isInherited)
        set.emplace(symbol->name, value);
    }
    return set;
  }

  void readNodes() {
    for (Agnode_t* node = agfstnode(m_graph); node != nullptr; node = agnxtnode(m_graph, node)) {
      const std::string id = agnameof(node);
      m_raw.nodes.push_back({.id = id,
                             .attributes = attributes(node, AGNODE, nullptr),
                             .line = m_lines.ofNode(id),
                             .isDeclared = m_lines.declares(id),
                             .clusters = {}});
    }
  }

  void readEdges() {
    std::vector<Agedge_t*> edges;
    for (Agnode_t* node = agfstnode(m_graph); node != nullptr; node = agnxtnode(m_graph, node)) {
      for (Agedge_t* edge = agfstout(m_graph, node); edge != nullptr;
           edge = agnxtout(m_graph, edge))
        edges.push_back(edge);
    }
    std::sort(edges.begin(), edges.end(),
              [](Agedge_t* a, Agedge_t* b) { return AGSEQ(a) < AGSEQ(b); });
    std::map<std::pair<std::string, std::string>, std::size_t> seen;
    for (Agedge_t* edge : edges) {
      const std::string from = agnameof(agtail(edge));
      const std::string to = agnameof(aghead(edge));
      m_raw.edges.push_back({.from = from,
                             .to = to,
                             .attributes = attributes(edge, AGEDGE, nullptr),
                             .line = m_lines.ofEdge(from, to, seen[{from, to}]++)});
      m_raw.edges.back().attributes.erase("key");
    }
  }

  void readClusters(Agraph_t* parent, const std::string& parentId) {
    for (Agraph_t* cluster = agfstsubg(parent); cluster != nullptr; cluster = agnxtsubg(cluster)) {
      const std::string name = agnameof(cluster);
      if (!std::string_view(name).starts_with(kClusterPrefix)) {
        readClusters(cluster, parentId);
        continue;
      }
      const std::string id = name.substr(kClusterPrefix.size());
      m_raw.clusters.push_back({.id = id,
                                .parent = parentId,
                                .attributes = attributes(cluster, AGRAPH, parent),
                                .line = m_lines.ofCluster(name)});
      for (Agnode_t* node = agfstnode(cluster); node != nullptr; node = agnxtnode(cluster, node))
        nodeNamed(agnameof(node)).clusters.push_back(id);
      readClusters(cluster, id);
    }
  }

  /// Graphviz orders clusters by the addresses of their names, which differ from run to run.
  void sortClusters() {
    const auto order = [&](const std::string& id) {
      return m_lines.orderOfCluster(std::string(kClusterPrefix) + id);
    };
    std::stable_sort(m_raw.clusters.begin(), m_raw.clusters.end(),
                     [&](const auto& a, const auto& b) { return order(a.id) < order(b.id); });
    for (auto& node : m_raw.nodes)
      std::sort(node.clusters.begin(), node.clusters.end(),
                [&](const auto& a, const auto& b) { return order(a) < order(b); });
  }

  RawNode& nodeNamed(const std::string& id) {
    return *std::find_if(m_raw.nodes.begin(), m_raw.nodes.end(),
                         [&](const RawNode& node) { return node.id == id; });
  }

  Agraph_t* m_graph;
  const DotLines& m_lines;
  RawGraph m_raw;
};

/// What stands behind a graph stays with Graphviz's scanner and would come before the next source;
/// and so would a string, a comment or an HTML text that is still open.
void forgetTheRest(const std::string& source) {
  const auto mostOpen = static_cast<std::size_t>(std::count(source.begin(), source.end(), '<'));
  // Closes all but a string, and is no graph.
  const std::string closing = "*/" + std::string(mostOpen + 1, '>');
  const auto read = [](const std::string& text) {
    return GraphPointer(agmemread(text.c_str())) != nullptr;
  };
  while (read(closing)) {
  }
  complaint().clear();
  read(closing);
  if (complaint().empty())
    read("\"");
}

}  // namespace

std::optional<RawGraph> readDot(const std::string& file, const std::string& source,
                                Diagnostics& problems) {
  if (const auto nul = source.find('\0'); nul != std::string::npos) {
    problems.push_back({file, 0, "the source holds a NUL byte"});
    return std::nullopt;
  }
  const std::lock_guard lock(graphvizMutex());
  complaint().clear();
  agseterr(AGWARN);
  const auto before = agseterrf(collectComplaint);
  agreadline(1);  // Graphviz goes on counting from the graph it read before
  const GraphPointer graph(agmemread(source.c_str()));
  const std::string refusal = complaint();
  forgetTheRest(source);
  agseterrf(before);
  if (!graph || !refusal.empty()) {
    problems.push_back({file, lineMeant(refusal, source), reworded(refusal)});
    return std::nullopt;
  }
  const DotLines lines = DotLines::scan(source);
  if (!agisdirected(graph.get())) {
    problems.push_back({file, lines.ofGraph(), "a flow figure is a digraph"});
    return std::nullopt;
  }
  if (const int line = lines.beyondGraph(); line != 0)
    problems.push_back({file, line, "nothing may stand behind the '}' that ends the figure"});
  RawGraph raw = Reader(graph.get(), lines).read();
  for (const auto& node : raw.nodes) {
    const auto declarations = lines.declarations(node.id);
    for (std::size_t i = 1; i < declarations.size(); ++i)
      problems.push_back({file, declarations[i],
                          "node '" + node.id + "' is declared a second time (first in line " +
                              std::to_string(declarations[0]) + ")"});
  }
  return raw;
}

}  // namespace phaseboard::compiler
