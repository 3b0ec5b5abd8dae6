// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/stack.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace phaseboard::compiler {
namespace {

using chart::kMargin;

constexpr std::array<std::string_view, 2> kDirections{"up", "down"};
constexpr double kTowerPadding = 14;
constexpr double kTowerGap = 40;
constexpr double kLeastTower = 210;
constexpr double kHeader = 58;
constexpr double kLayer = 34;
constexpr double kLayerWithSub = 50;
constexpr double kLayerGap = 30;
constexpr double kJoinGap = 46;  // between the towers and the first join
constexpr double kLeastJoin = 320;
constexpr double kShapeGap = 9;

Stack::Layer readLayer(const YAML::Node& node, std::string_view otherwise,
                       ChartProblems& problems) {
  ChartFields fields = itemFields(node, "layer", problems);
  Stack::Layer layer;
  layer.entry = fields.entry({.otherwise = otherwise});
  layer.shape = fields.text("shape");
  fields.finish();
  return layer;
}

Stack::Tower readTower(const YAML::Node& node, bool joined, ChartProblems& problems) {
  ChartFields fields = itemFields(node, "tower", problems);
  Stack::Tower tower;
  tower.entry = fields.entry({.otherwise = "model", .hasIcon = true});
  for (const YAML::Node& layer : fields.list("layers", 1, 9))
    tower.layers.push_back(readLayer(layer, tower.entry.className, problems));
  tower.edge = {.className = "flow", .explanation = fields.text("why"), .line = fields.line()};
  if (joined && tower.edge.explanation.size() < 40)
    fields.complain("needs a 'why' of 40 characters or more, which explains its way into the join");
  fields.finish();
  return tower;
}

/// Measures from the beginning of the data; `y` turns that into a place on the figure.
class StackDrawing {
 public:
  StackDrawing(const Stack& stack, ChartCanvas& canvas) : m_stack(stack), m_canvas(canvas) {}

  void draw() {
    measure();
    m_canvas.begin(m_right + kMargin, m_length + 2 * kMargin);
    for (std::size_t i = 0; i < m_stack.towers.size(); ++i)
      drawTower(i);
    for (std::size_t i = 0; i < m_stack.towers.size() && !m_stack.joins.empty(); ++i)
      drawEdge(i);
    double start = m_towersEnd + kJoinGap;
    for (std::size_t i = 0; i < m_stack.joins.size(); ++i) {
      const Stack::Layer& join = m_stack.joins[i];
      const QRectF box = along(joinLeft(), start, joinWidth(), heightOf(join));
      drawLayer(join, box, std::nullopt);
      start += heightOf(join);
      if (i + 1 < m_stack.joins.size()) {
        drawArrow(box.center().x(), start, start + kLayerGap, join.shape);
        start += kLayerGap;
      }
    }
  }

 private:
  void measure() {
    double left = kMargin;
    for (const Stack::Tower& tower : m_stack.towers) {
      double inside = (tower.entry.icon.empty() ? 0 : chart::kTile + 10) +
                      std::max(widthOf(tower.entry.label, "tt"), widthOf(tower.entry.sub, "ts"));
      double length = kHeader;
      for (const Stack::Layer& layer : tower.layers) {
        inside =
            std::max({inside, widthOf(layer.entry.label, "tl") + 28,
                      widthOf(layer.entry.sub, "ts") + 28, 2 * widthOf(layer.shape, "tm") + 40});
        length += heightOf(layer) + kLayerGap;
      }
      const double width = std::max(kLeastTower, inside + 2 * kTowerPadding);
      m_lefts.push_back(left);
      m_widths.push_back(width);
      m_lengths.push_back(length - kLayerGap + kTowerPadding);
      m_towersEnd = std::max(m_towersEnd, m_lengths.back());
      left += width + kTowerGap;
    }
    m_right = left - kTowerGap;
    for (const Stack::Layer& join : m_stack.joins)
      m_joinWidth = std::max(
          {m_joinWidth, widthOf(join.entry.label, "tl") + 60, widthOf(join.entry.sub, "ts") + 60});
    m_right = std::max(m_right, kMargin + m_joinWidth);
    m_length = m_towersEnd;
    if (m_stack.joins.empty())
      return;
    m_length += kJoinGap - kLayerGap;
    for (const Stack::Layer& join : m_stack.joins)
      m_length += kLayerGap + heightOf(join);
  }

  [[nodiscard]] static double heightOf(const Stack::Layer& layer) {
    return layer.entry.sub.empty() ? kLayer : kLayerWithSub;
  }

  [[nodiscard]] double joinWidth() const {
    return std::max(m_joinWidth, m_stack.towers.size() > 1 ? m_right - kMargin : m_joinWidth);
  }
  [[nodiscard]] double joinLeft() const { return kMargin + (m_right - kMargin - joinWidth()) / 2; }

  [[nodiscard]] double y(double start) const {
    return m_stack.goesUp ? kMargin + m_length - start : kMargin + start;
  }

  [[nodiscard]] QRectF along(double left, double start, double width, double length) const {
    return {left, m_stack.goesUp ? y(start + length) : y(start), width, length};
  }

  void drawTower(std::size_t index) {
    const Stack::Tower& tower = m_stack.towers[index];
    const QRectF box = along(m_lefts[index], 0, m_widths[index], m_lengths[index]);
    m_canvas.openNode(tower.entry, "tower");
    m_canvas.card(box, "card", 14);
    drawHeader(tower, along(box.left(), 0, box.width(), kHeader));
    double start = kHeader;
    for (std::size_t i = 0; i + 1 < tower.layers.size(); ++i) {
      start += heightOf(tower.layers[i]);
      drawArrow(box.center().x(), start, start + kLayerGap, tower.layers[i].shape);
      start += kLayerGap;
    }
    m_canvas.close();
    m_canvas.claim(tower.entry, box);
    start = kHeader;
    for (const Stack::Layer& layer : tower.layers) {
      drawLayer(layer,
                along(box.left() + kTowerPadding, start, box.width() - 2 * kTowerPadding,
                      heightOf(layer)),
                tower.entry.id);
      start += heightOf(layer) + kLayerGap;
    }
  }

  void drawHeader(const Stack::Tower& tower, const QRectF& box) {
    double x = box.left() + kTowerPadding;
    const double middle = box.center().y();
    if (!tower.entry.icon.empty()) {
      m_canvas.tile(tower.entry.icon, QPointF(x, middle - chart::kTile / 2));
      x += chart::kTile + 10;
    }
    const bool single = tower.entry.sub.empty();
    m_canvas.block("tt", QPointF(x, middle - (single ? 0 : 9)), {tower.entry.label}, 0);
    if (!single)
      m_canvas.block("ts", QPointF(x, middle + 9), {tower.entry.sub}, 0);
  }

  void drawLayer(const Stack::Layer& layer, const QRectF& box,
                 const std::optional<std::string>& tower) {
    m_canvas.openNode(layer.entry, "layered", tower);
    if (tower)
      m_canvas.svg().rect("layer", box, 8);
    else
      m_canvas.card(box, "cap", 10);
    const bool single = layer.entry.sub.empty();
    m_canvas.block("tl", box.center() - QPointF(0, single ? 0 : 9), {layer.entry.label}, 0,
                   Align::Centre);
    if (!single)
      m_canvas.block("ts", box.center() + QPointF(0, 10), {layer.entry.sub}, 0, Align::Centre);
    m_canvas.close();
    m_canvas.claim(layer.entry, box, 1);
  }

  void drawArrow(double x, double from, double to, const std::string& shape) {
    m_canvas.svg().openGroup("flow");
    m_canvas.wire({QPointF(x, y(from)), QPointF(x, y(to))});
    m_canvas.svg().closeGroup();
    if (!shape.empty())
      m_canvas.block("tm muted", QPointF(x + kShapeGap, y((from + to) / 2)), {shape}, 0);
  }

  void drawEdge(std::size_t index) {
    const Stack::Tower& tower = m_stack.towers[index];
    const Stack::Layer& last = tower.layers.back();
    Entry edge = tower.edge;
    edge.id = tower.entry.id + "--" + m_stack.joins.front().entry.id;
    edge.label = last.shape;
    edge.title = last.shape.empty() ? tower.entry.title : style::plainText(last.shape);
    const double x = m_lefts[index] + m_widths[index] / 2;
    const double end = m_towersEnd + kJoinGap;
    m_canvas.openEdge(edge, tower.entry.id, m_stack.joins.front().entry.id);
    m_canvas.wire({QPointF(x, y(m_lengths[index])), QPointF(x, y(end))});
    if (!last.shape.empty())
      m_canvas.block("tm muted", QPointF(x + kShapeGap, y(end - kJoinGap / 2)), {last.shape}, 0);
    m_canvas.close();
  }

  const Stack& m_stack;
  ChartCanvas& m_canvas;
  std::vector<double> m_lefts;
  std::vector<double> m_widths;
  std::vector<double> m_lengths;  ///< of the towers, along the data
  double m_towersEnd = 0;
  double m_length = 0;
  double m_right = 0;
  double m_joinWidth = kLeastJoin;
};

}  // namespace

Stack readStack(ChartFields& figure) {
  Stack stack;
  stack.goesUp = figure.choice("direction", kDirections, "up") == "up";
  const bool joined = figure.has("joins");
  for (const YAML::Node& node : figure.list("towers", 1, 4))
    stack.towers.push_back(readTower(node, joined, figure.problems()));
  for (const YAML::Node& node : figure.list("joins", 0, 5))
    stack.joins.push_back(readLayer(node, "metric", figure.problems()));
  figure.finish();
  return stack;
}

void drawStack(const Stack& stack, ChartCanvas& canvas) {
  StackDrawing(stack, canvas).draw();
}

}  // namespace phaseboard::compiler
