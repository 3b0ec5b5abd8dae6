// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/flow_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include "diagrams/compiler/flow/attribute_reader.h"
#include "diagrams/style/text.h"

namespace phaseboard::compiler {
namespace {

/// The words authors may write for `choices`.
template <class Choice, std::size_t Count>
std::array<std::string_view, Count> words(const std::array<Choice, Count>& choices) {
  std::array<std::string_view, Count> names;
  std::transform(choices.begin(), choices.end(), names.begin(),
                 [](Choice each) { return style::className(each); });
  return names;
}

constexpr std::array<std::string_view, 3> kKinds = {"card", "list", "tower"};
constexpr std::array<std::string_view, 4> kCompass = {"n", "e", "s", "w"};
constexpr std::array<std::string_view, 4> kDirections = {"top", "right", "bottom", "left"};
constexpr std::array<std::string_view, 3> kArrows = {"forward", "both", "none"};

CardShape shapeOf(style::Role role, const std::string& kind) {
  if (kind == "list")
    return CardShape::List;
  if (kind == "tower")
    return CardShape::Tower;
  return plainShapeOf(role);
}

class FlowReader {
 public:
  FlowReader(std::string file, const RawGraph& raw,
             const std::map<std::string, content::Formula>& formulas, Diagnostics& problems)
      : m_file(std::move(file)), m_raw(raw), m_formulas(formulas), m_problems(problems) {}

  FlowGraph read() {
    readGraph();
    for (const auto& cluster : m_raw.clusters)
      readLane(cluster);
    for (const auto& node : m_raw.nodes)
      readNode(node);
    for (const auto& edge : m_raw.edges)
      readEdge(edge);
    checkSteps();
    return std::move(m_graph);
  }

 private:
  AttributeReader reader(int line, const std::string& subject, const RawAttributes& attributes) {
    return {m_file, line, subject, attributes, m_problems};
  }

  void takeId(AttributeReader& reading, const std::string& id, bool isEdge) {
    if (!isPartId(id))
      reading.complain("the id must be lower case letters, digits and hyphens, a letter first");
    if (!m_ids.insert(id).second)
      reading.complain(isEdge ? "a second edge between the same nodes; give it an id=\"...\""
                              : "the id '" + id + "' is taken by another part");
  }

  void readGraph() {
    auto reading = reader(m_raw.line, "figure", m_raw.attributes);
    m_graph.title = reading.text("title");
    if (m_graph.title.empty())
      reading.complain("give the graph a title");
    m_graph.description = reading.explanation();
    m_graph.columnGap = reading.number("colgap", 32, 240).value_or(m_graph.columnGap);
    m_graph.rowGap = reading.number("rowgap", 32, 240).value_or(m_graph.rowGap);
    m_graph.hasLegend = reading.flag("legend", true);
    constexpr std::array<std::string_view, 2> kLanes = {"all", "none"};
    m_graph.paintsLanes = reading.choice("lanes", kLanes, "all") == "all";
    (void)reading.text("rankdir");  // only Graphviz's draft looks at it
    reading.finish();
  }

  void readLane(const RawCluster& raw) {
    auto reading = reader(raw.line, "lane '" + raw.id + "'", raw.attributes);
    takeId(reading, raw.id, false);
    FlowLane lane;
    lane.id = raw.id;
    lane.line = raw.line;
    lane.parent = laneNamed(raw.parent);
    lane.label = reading.text("label");
    if (lane.label.empty())
      reading.complain("give the lane a label");
    lane.role = lane.parent ? m_graph.lanes[*lane.parent].role : style::Lane::Neutral;
    lane.role = *style::laneNamed(
        reading.choice("class", words(style::kLanes), style::className(lane.role)));
    lane.explanation = reading.explanation();
    lane.conceptId = reading.text("concept");
    reading.finish();
    m_graph.lanes.push_back(std::move(lane));
  }

  [[nodiscard]] std::optional<std::size_t> laneNamed(const std::string& id) const {
    for (std::size_t i = 0; i < m_graph.lanes.size(); ++i) {
      if (m_graph.lanes[i].id == id)
        return i;
    }
    return std::nullopt;
  }

  void readNode(const RawNode& raw) {
    auto reading = reader(raw.line, "node '" + raw.id + "'", raw.attributes);
    if (!raw.isDeclared)
      reading.complain("is the end of an edge but is never declared with [...]");
    takeId(reading, raw.id, false);
    FlowNode node;
    node.id = raw.id;
    node.line = raw.line;
    node.role = *style::roleNamed(reading.choice("class", words(style::kRoles), "process"));
    node.shape = shapeOf(node.role, reading.choice("kind", kKinds, "card"));
    node.icon = reading.text("icon");
    readTexts(reading, node);
    readPlace(reading, node);
    node.explanation = reading.explanation();
    node.conceptId = reading.text("concept");
    node.phase = reading.text("phase");
    readLaneOf(reading, raw, node);
    if (raw.isDeclared)
      reading.finish();
    m_graph.nodes.push_back(std::move(node));
  }

  void readTexts(AttributeReader& reading, FlowNode& node) {
    node.label = reading.text("label");
    if (node.label.empty())
      reading.complain("give it a label");
    node.sub = reading.text("sub");
    node.items = reading.list("items");
    const bool hasItems = node.shape == CardShape::List || node.shape == CardShape::Tower;
    if (hasItems && node.items.empty())
      reading.complain("kind=list and kind=tower need items=\"a|b|c\"");
    if (!hasItems && !node.items.empty())
      reading.complain("items need kind=list or kind=tower");
    node.math = reading.text("math");
    if (!node.math.empty() && !m_formulas.contains(node.math))
      reading.complain("no outlines for the formula '" + node.math +
                       "'; add it to formulas.json with the formula script");
    node.title = reading.text("title");
    if (node.title.empty())
      node.title = style::plainText(node.label.empty() ? node.id : node.label);
    node.wrap = reading.number("wrap", 60, 400).value_or(0);
    node.minWidth = reading.number("minw", 40, 600).value_or(0);
    node.isStretched = reading.flag("stretch", true);
  }

  void readPlace(AttributeReader& reading, FlowNode& node) {
    if (const auto place = reading.pair("at", std::nullopt)) {
      node.isPlaced = true;
      std::tie(node.column, node.row) = *place;
      const auto isHalf = [](double cell) {
        return cell >= 0 && cell <= 12 && cell * 2 == std::floor(cell * 2);
      };
      if (!isHalf(node.column) || !isHalf(node.row))
        reading.complain("at=\"column,row\" counts cells from 0 in whole or half steps");
    }
    if (const auto span = reading.pair("span", 1)) {
      node.columnSpan = static_cast<int>(span->first);
      node.rowSpan = static_cast<int>(span->second);
      if (span->first < 1 || span->second < 1 || span->first > 12 || span->second > 12 ||
          span->first != node.columnSpan || span->second != node.rowSpan)
        reading.complain("span=\"columns,rows\" counts whole cells from 1");
      if (node.column != std::floor(node.column) || node.row != std::floor(node.row))
        reading.complain("a node with a span begins in a whole cell");
    }
  }

  /// The innermost lane; two lanes that are not nested cannot share a node.
  void readLaneOf(AttributeReader& reading, const RawNode& raw, FlowNode& node) {
    for (const auto& cluster : raw.clusters) {
      const auto lane = laneNamed(cluster);
      if (!lane)
        continue;
      if (!node.lane || isWithin(m_graph, lane, *node.lane))
        node.lane = lane;
      else if (!isWithin(m_graph, node.lane, *lane))
        reading.complain("stands in lane '" + m_graph.lanes[*node.lane].id + "' and in lane '" +
                         m_graph.lanes[*lane].id + "'; write edges between lanes outside both");
    }
  }

  void readEdge(const RawEdge& raw) {
    auto reading = reader(raw.line, "edge '" + raw.from + " -> " + raw.to + "'", raw.attributes);
    FlowEdge edge;
    edge.line = raw.line;
    edge.from = indexOf(raw.from);
    edge.to = indexOf(raw.to);
    edge.id = reading.text("id");
    if (edge.id.empty())
      edge.id = raw.from + "--" + raw.to;
    takeId(reading, edge.id, true);
    if (edge.from == edge.to)
      reading.complain("leads from a node to itself");
    edge.role = *style::wireNamed(reading.choice("class", words(style::kWires), "flow"));
    edge.label = reading.text("label");
    edge.step = reading.wholeNumber("step", 1, 12);
    edge.explanation = reading.explanation();
    edge.conceptId = reading.text("concept");
    edge.title = reading.text("title");
    if (edge.title.empty())
      edge.title = m_graph.nodes[edge.from].title + " \u2192 " + m_graph.nodes[edge.to].title;
    edge.tailSide = reading.side("tailport", kCompass);
    edge.headSide = reading.side("headport", kCompass);
    edge.via = reading.side("via", kDirections);
    edge.sameHead = reading.text("samehead");
    edge.sameTail = reading.text("sametail");
    edge.labelAt = reading.number("lpos", 0, 1);
    const std::string arrows = reading.choice("dir", kArrows, "forward");
    edge.arrows = arrows == "both"   ? Arrows::Both
                  : arrows == "none" ? Arrows::None
                                     : Arrows::Forward;
    reading.finish();
    m_graph.edges.push_back(std::move(edge));
  }

  [[nodiscard]] std::size_t indexOf(const std::string& node) const {
    const auto found = std::find_if(m_graph.nodes.begin(), m_graph.nodes.end(),
                                    [&](const FlowNode& each) { return each.id == node; });
    return static_cast<std::size_t>(found - m_graph.nodes.begin());
  }

  /// Steps count 1..n; several edges may share one.
  void checkSteps() {
    std::set<int> steps;
    for (const auto& edge : m_graph.edges) {
      if (edge.step)
        steps.insert(*edge.step);
    }
    int expected = 1;
    for (const int step : steps) {
      if (step != expected) {
        const auto edge = std::find_if(m_graph.edges.begin(), m_graph.edges.end(),
                                       [&](const FlowEdge& each) { return each.step == step; });
        m_problems.push_back({m_file, edge->line,
                              "step " + std::to_string(step) + " follows no step " +
                                  std::to_string(step - 1) + "; steps count 1, 2, 3, ..."});
      }
      expected = step + 1;
    }
  }

  std::string m_file;
  const RawGraph& m_raw;
  const std::map<std::string, content::Formula>& m_formulas;
  Diagnostics& m_problems;
  FlowGraph m_graph;
  std::set<std::string> m_ids;
};

}  // namespace

FlowGraph readFlow(const std::string& file, const RawGraph& raw,
                   const std::map<std::string, content::Formula>& formulas, Diagnostics& problems) {
  return FlowReader(file, raw, formulas, problems).read();
}

}  // namespace phaseboard::compiler
