// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/tree.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "diagrams/compiler/charts/node_card.h"

namespace phaseboard::compiler {
namespace {

using chart::kMargin;

constexpr std::array<std::string_view, 2> kDirections{"down", "right"};
constexpr double kWrap = 148;
constexpr double kSiblingGap = 18;
constexpr double kCousinGap = 30;  // between children of different parents
constexpr double kTrunk = 22;      // from a parent to where its branches part
constexpr double kHeadRoom = 20;   // between a branch's label and its child, with the arrow
constexpr double kLeastBranch = 34;
constexpr double kTurn = 10;  // from where branches part to a label beside the turn
constexpr double kChipHeight = 20;
constexpr double kChipPadding = 6;

/// Places nodes along the depth (levels) and across it (siblings), whichever way the tree grows.
class TreeDrawing {
 public:
  TreeDrawing(const Tree& tree, ChartCanvas& canvas) : m_tree(tree), m_canvas(canvas) {}

  void draw() {
    measure();
    const double across = placeAcross();
    const double along = placeAlong();
    m_canvas.begin(2 * kMargin + (m_tree.goesDown ? across : along),
                   2 * kMargin + (m_tree.goesDown ? along : across));
    for (std::size_t i = 0; i < m_tree.nodes.size(); ++i) {
      if (m_tree.nodes[i].parent)
        drawEdge(i);
      m_canvas.openNode(m_tree.nodes[i].entry);
      drawNode(m_canvas, m_cards[i], box(i));
      m_canvas.close();
      m_canvas.claim(m_tree.nodes[i].entry, box(i));
    }
  }

 private:
  void measure() {
    const std::size_t count = m_tree.nodes.size();
    m_children.resize(count);
    m_level.resize(count);
    m_across.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      m_cards.push_back(measureNode(m_tree.nodes[i].entry, kWrap, m_canvas.problems()));
      if (const auto parent = m_tree.nodes[i].parent) {
        m_children[*parent].push_back(i);
        m_level[i] = m_level[*parent] + 1;
      }
    }
    const std::size_t levels = *std::max_element(m_level.begin(), m_level.end()) + 1;
    m_depth.assign(levels, 0);
    m_gap.assign(levels, 0);
    for (std::size_t i = 0; i < count; ++i) {
      m_depth[m_level[i]] = std::max(m_depth[m_level[i]], sizeAlong(i));
      const std::string& branch = m_tree.nodes[i].edge.label;
      double room = kLeastBranch;
      if (!branch.empty())
        room = kHeadRoom +
               (m_tree.goesDown ? kChipHeight : widthOf(branch, "te") + 2 * kChipPadding + kTurn);
      m_gap[m_level[i]] = std::max(m_gap[m_level[i]], kTrunk + room);
    }
  }

  [[nodiscard]] double sizeAlong(std::size_t i) const {
    return m_tree.goesDown ? m_cards[i].size.height() : m_cards[i].size.width();
  }
  [[nodiscard]] double sizeAcross(std::size_t i) const {
    return m_tree.goesDown
               ? std::max(m_cards[i].size.width(), widthOf(m_tree.nodes[i].edge.label, "te") + 20)
               : m_cards[i].size.height();
  }

  /// Leaves one after another, parents over the middle of their children. @return the extent.
  double placeAcross() {
    placeSubtree(0);
    double least = 0;
    double most = 0;
    for (std::size_t i = 0; i < m_across.size(); ++i) {
      least = std::min(least, m_across[i] - sizeAcross(i) / 2);
      most = std::max(most, m_across[i] + sizeAcross(i) / 2);
    }
    for (double& middle : m_across)
      middle -= least;
    return most - least;
  }

  void shift(std::size_t node, double by) {
    m_across[node] += by;
    for (const std::size_t child : m_children[node])
      shift(child, by);
  }

  /// The end of the subtree's nodes at each level, so that trees fit beside one another.
  void noteEnds(std::size_t node, std::vector<double>& ends) const {
    ends[m_level[node]] = std::max(ends[m_level[node]], m_across[node] + sizeAcross(node) / 2);
    for (const std::size_t child : m_children[node])
      noteEnds(child, ends);
  }

  [[nodiscard]] double missing(std::size_t node, const std::vector<double>& ends,
                               std::size_t top) const {
    const double gap = m_level[node] == top ? kSiblingGap : kCousinGap;
    double by = ends[m_level[node]] + gap - (m_across[node] - sizeAcross(node) / 2);
    for (const std::size_t child : m_children[node])
      by = std::max(by, missing(child, ends, top));
    return by;
  }

  void placeSubtree(std::size_t node) {
    std::vector<double> ends(m_depth.size(), -1e9);
    for (const std::size_t child : m_children[node]) {
      placeSubtree(child);
      if (child != m_children[node].front())
        shift(child, missing(child, ends, m_level[child]));
      noteEnds(child, ends);
    }
    // Over the middle child where there is one: a straight branch reads better than a small jog.
    const std::vector<std::size_t>& children = m_children[node];
    if (children.size() % 2 == 1)
      m_across[node] = m_across[children[children.size() / 2]];
    else if (!children.empty())
      m_across[node] = (m_across[children.front()] + m_across[children.back()]) / 2;
  }

  double placeAlong() {
    double along = 0;
    for (std::size_t level = 0; level < m_depth.size(); ++level) {
      along += level == 0 ? 0 : m_gap[level];
      m_starts.push_back(along);
      along += m_depth[level];
    }
    return along;
  }

  [[nodiscard]] QRectF box(std::size_t i) const {
    const double across = kMargin + m_across[i];
    const double along = kMargin + m_starts[m_level[i]];
    const QSizeF& size = m_cards[i].size;
    // Cards of one level share their size along the tree, so that they line up on both sides.
    return m_tree.goesDown
               ? QRectF(across - size.width() / 2, along, size.width(), m_depth[m_level[i]])
               : QRectF(along, across - size.height() / 2, m_depth[m_level[i]], size.height());
  }

  void drawEdge(std::size_t child) {
    const Tree::Node& node = m_tree.nodes[child];
    const QRectF from = box(*node.parent);
    const QRectF to = box(child);
    m_canvas.openEdge(node.edge, m_tree.nodes[*node.parent].entry.id, node.entry.id);
    QPointF label;
    if (m_tree.goesDown) {
      const double part = from.bottom() + kTrunk;
      way({QPointF(from.center().x(), from.bottom()), QPointF(from.center().x(), part),
           QPointF(to.center().x(), part), QPointF(to.center().x(), to.top())});
      label = QPointF(to.center().x(), (part + to.top() - 9) / 2 + 3);
    } else {
      const double part = from.right() + kTrunk;
      way({QPointF(from.right(), from.center().y()), QPointF(part, from.center().y()),
           QPointF(part, to.center().y()), QPointF(to.left(), to.center().y())});
      label = QPointF(part + kTurn + kChipPadding + widthOf(node.edge.label, "te") / 2,
                      to.center().y());
    }
    if (!node.edge.label.empty()) {
      const double width = widthOf(node.edge.label, "te") + 2 * kChipPadding;
      m_canvas.svg().rect(
          "chip", QRectF(label.x() - width / 2, label.y() - kChipHeight / 2, width, kChipHeight),
          4);
      m_canvas.block("te", label, {node.edge.label}, 0, Align::Centre);
    }
    m_canvas.close();
  }

  /// A wire whose middle piece is left out where parent and child are level.
  void way(const std::vector<QPointF>& points) {
    const QPointF jog = points[2] - points[1];
    if (jog.manhattanLength() < 1)
      m_canvas.wire({points.front(), points.back()});
    else
      m_canvas.wire(points);
  }

  const Tree& m_tree;
  ChartCanvas& m_canvas;
  std::vector<NodeCard> m_cards;
  std::vector<std::vector<std::size_t>> m_children;
  std::vector<std::size_t> m_level;
  std::vector<double> m_across;  ///< middle of each node
  std::vector<double> m_depth;   ///< of each level, along
  std::vector<double> m_gap;     ///< before each level
  std::vector<double> m_starts;  ///< of each level, along
};

Tree::Node readNode(const YAML::Node& source, const Tree& tree, ChartProblems& problems) {
  ChartFields fields = itemFields(source, "node", problems);
  Tree::Node node;
  node.entry = fields.entry({.hasIcon = true});
  const std::string parent = fields.text("parent");
  const std::string branch = fields.text("branch");
  const std::string why = fields.text("why");
  if (tree.nodes.empty()) {
    if (!parent.empty() || !branch.empty() || !why.empty())
      fields.complain("is the root and has no parent");
    fields.finish();
    return node;
  }
  for (std::size_t i = 0; i < tree.nodes.size(); ++i)
    if (tree.nodes[i].entry.id == parent)
      node.parent = i;
  if (!node.parent) {
    fields.complain("needs a 'parent' that stands before it");
    node.parent = 0;
  }
  if (why.size() < 40)
    fields.complain("needs a 'why' of 40 characters or more, which explains the way to it");
  node.edge = {.id = parent + "--" + node.entry.id,
               .className = "flow",
               .label = branch,
               .title = branch.empty() ? node.entry.title : style::plainText(branch),
               .explanation = why,
               .line = fields.line()};
  fields.finish();
  return node;
}

}  // namespace

Tree readTree(ChartFields& figure) {
  Tree tree;
  tree.goesDown = figure.choice("direction", kDirections, "down") == "down";
  for (const YAML::Node& node : figure.list("nodes", 3, 20))
    tree.nodes.push_back(readNode(node, tree, figure.problems()));
  figure.finish();
  return tree;
}

void drawTree(const Tree& tree, ChartCanvas& canvas) {
  TreeDrawing(tree, canvas).draw();
}

}  // namespace phaseboard::compiler
