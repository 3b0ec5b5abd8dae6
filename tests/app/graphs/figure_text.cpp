// SPDX-License-Identifier: Apache-2.0
#include "tests/app/graphs/figure_text.h"

#include <map>
#include <sstream>
#include <utility>
#include <vector>

namespace phaseboard::test {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? std::string()
                                    : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> parted(const std::string& text, const std::string& mark) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, begin)) {
    pieces.push_back(trimmed(text.substr(begin, at - begin)));
    begin = at + mark.size();
  }
  pieces.push_back(trimmed(text.substr(begin)));
  return pieces;
}

class FigureText {
 public:
  explicit FigureText(std::string side) : m_side(std::move(side)) {}

  graphs::FigureGraph read(const std::string& text) {
    for (const std::string& statement : parted(text, ";")) {
      if (statement.find('{') != std::string::npos)
        readGroup(statement);
      else if (!statement.empty())
        readChain(statement);
    }
    return std::move(m_graph);
  }

 private:
  std::size_t node(const std::string& word, bool isGroup = false) {
    const std::string name = trimmed(word.substr(0, word.find_first_of("#=")));
    const auto known = m_places.find(name);
    if (known != m_places.end())
      return known->second;
    graphs::GraphNode made;
    made.id = PartId(m_side + std::to_string(m_graph.nodes.size() + 1));
    made.isGroup = isGroup;
    made.title = name;
    made.role = "process";
    if (const std::size_t at = word.find('#'); at != std::string::npos)
      made.role = trimmed(word.substr(at + 1, word.find('=', at) - at - 1));
    if (const std::size_t at = word.find('='); at != std::string::npos)
      made.synonyms = parted(word.substr(at + 1), "/");
    m_graph.nodes.push_back(made);
    m_places.emplace(name, m_graph.nodes.size() - 1);
    return m_graph.nodes.size() - 1;
  }

  void readGroup(const std::string& statement) {
    const std::size_t open = statement.find('{');
    const std::size_t group = node(statement.substr(0, open), true);
    for (const std::string& member :
         parted(statement.substr(open + 1, statement.find('}') - open - 1), ","))
      if (!member.empty())
        m_graph.nodes[node(member)].group = group;
  }

  void readChain(const std::string& statement) {
    const auto halves = parted(statement, ":");
    const auto names = parted(halves.front(), "->");
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::size_t to = node(names[i]);
      if (i == 0)
        continue;
      graphs::GraphEdge edge;
      edge.from = node(names[i - 1]);
      edge.to = to;
      edge.id = PartId(m_side + "e" + std::to_string(m_graph.edges.size() + 1));
      if (i + 1 == names.size() && halves.size() > 1)
        edge.label = halves[1];
      m_graph.edges.push_back(edge);
    }
  }

  std::string m_side;
  graphs::FigureGraph m_graph;
  std::map<std::string, std::size_t> m_places;
};

std::string nameOf(const graphs::FigureGraph& graph, const PartId& id) {
  for (const graphs::GraphNode& node : graph.nodes)
    if (node.id == id)
      return node.title;
  for (const graphs::GraphEdge& edge : graph.edges)
    if (edge.id == id)
      return graph.nodes[edge.from].title + ">" + graph.nodes[edge.to].title;
  return "?" + id.value();
}

}  // namespace

graphs::FigureGraph figureFrom(const std::string& text, const std::string& side) {
  return FigureText(side).read(text);
}

std::string wordsFor(const graphs::GraphDifference& found, const graphs::FigureGraph& reference,
                     const graphs::FigureGraph& other) {
  std::string words;
  const auto add = [&](const char* what, const std::vector<PartId>& ids,
                       const graphs::FigureGraph& graph) {
    for (std::size_t i = 0; i < ids.size(); ++i)
      words += (i > 0 ? ", " : std::string(words.empty() ? "" : "; ") + what + " ") +
               nameOf(graph, ids[i]);
  };
  add("missing", found.missing, reference);
  add("extra", found.extra, other);
  add("misplaced", found.misplaced, reference);
  add("no edge", found.edges.missing, reference);
  add("extra edge", found.edges.extra, other);
  add("reversed", found.edges.reversed, reference);
  add("relabelled", found.edges.relabelled, reference);
  return words;
}

}  // namespace phaseboard::test
