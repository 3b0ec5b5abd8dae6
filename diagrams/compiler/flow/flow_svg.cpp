// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/flow_svg.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "diagrams/compiler/flow/card_svg.h"
#include "diagrams/compiler/flow/wire_path.h"
#include "diagrams/compiler/theme_css.h"
#include "diagrams/style/text.h"
#include "diagrams/style/theme.h"

namespace phaseboard::compiler {
namespace {

constexpr double kMargin = 24;
constexpr double kLaneRadius = 16;
constexpr double kLegendGap = 30;  ///< from the figure to the middle of the legend
constexpr double kLegendLine = 34;
constexpr double kLegendText = 10;   ///< from the line to its words
constexpr double kLegendSpace = 26;  ///< between entries
constexpr double kLegendRow = 22;
constexpr double kBridgeRoom = 7;  ///< between a label and a bridge

struct LegendEntry {
  style::Wire wire = style::Wire::Flow;
  QPointF at;  ///< left end of the line
};

/// The wires that occur, each once, if there is more than one.
std::vector<style::Wire> legendWires(const FlowGraph& graph) {
  std::vector<style::Wire> wires;
  if (!graph.hasLegend)
    return wires;
  for (const auto wire : style::kWires) {
    if (std::any_of(graph.edges.begin(), graph.edges.end(),
                    [wire](const FlowEdge& edge) { return edge.role == wire; }))
      wires.push_back(wire);
  }
  return wires.size() > 1 ? wires : std::vector<style::Wire>{};
}

/// Entries in rows no wider than the figure, the first at `topLeft`.
std::vector<LegendEntry> legendEntries(const FlowGraph& graph, QPointF topLeft, double width) {
  std::vector<LegendEntry> entries;
  QPointF at = topLeft;
  for (const auto wire : legendWires(graph)) {
    const double needed =
        kLegendLine + kLegendText + style::textWidth(style::meaning(wire), style::textStyle("ts"));
    if (at.x() > topLeft.x() && at.x() + needed > topLeft.x() + width)
      at = {topLeft.x(), at.y() + kLegendRow};
    entries.push_back({wire, at});
    at.rx() += needed + kLegendSpace;
  }
  return entries;
}

class FlowWriter {
 public:
  FlowWriter(const FlowFigure& figure, const std::map<std::string, content::Formula>& formulas)
      : m_figure(figure),
        m_formulas(formulas),
        m_svg(figure.graph.title, figure.graph.description),
        m_crossings(findCrossings(figure.graph, figure.routes)) {}

  std::string write() {
    m_svg.rect("canvas", {0, 0, m_figure.size.width(), m_figure.size.height()});
    for (std::size_t i = 0; i < m_figure.layout.lanes.size(); ++i)
      writeLane(i);
    for (const bool hasChip : {false, true}) {
      for (std::size_t i = 0; i < m_figure.graph.edges.size(); ++i) {
        if (m_figure.chips[i].has_value() == hasChip)
          writeEdge(i);
      }
    }
    for (std::size_t i = 0; i < m_figure.graph.nodes.size(); ++i)
      writeNode(i);
    writeLegend();
    return m_svg.finish(m_figure.size.width(), m_figure.size.height(), lightCss());
  }

 private:
  void writeLane(std::size_t index) {
    const FlowLane& lane = m_figure.graph.lanes[index];
    const LaneBox& box = m_figure.layout.lanes[index];
    if (box.frame.isEmpty())
      return;
    m_svg.openPart({.id = lane.id,
                    .classes = "group " + std::string(style::className(lane.role)),
                    .title = lane.label,
                    .description = lane.explanation});
    m_svg.rect("lane", box.frame, kLaneRadius);
    m_svg.text("tz", {box.title.left(), box.title.top() + 12}, laneTitle(lane));
    m_svg.closeGroup();
  }

  void writeEdge(std::size_t index) {
    const FlowEdge& edge = m_figure.graph.edges[index];
    const Route& route = m_figure.routes[index];
    m_svg.openPart({.id = edge.id,
                    .classes = "edge " + std::string(style::className(edge.role)),
                    .title = edge.title,
                    .description = edge.explanation,
                    .from = m_figure.graph.nodes[edge.from].id,
                    .to = m_figure.graph.nodes[edge.to].id,
                    .step = edge.step});
    m_svg.path("wire", wireLine(route, bridgesOf(index), edge.arrows));
    if (edge.arrows != Arrows::None)
      m_svg.path("head", arrowHead(route.points[route.points.size() - 2], route.points.back()));
    if (edge.arrows == Arrows::Both)
      m_svg.path("head", arrowHead(route.points[1], route.points[0]));
    if (m_figure.chips[index])
      writeChip(edge, *m_figure.chips[index]);
    m_svg.closeGroup();
  }

  /// Crossings that get a bridge: not under the wire's own label.
  [[nodiscard]] std::vector<QPointF> bridgesOf(std::size_t index) const {
    std::vector<QPointF> bridges;
    for (const auto& crossing : m_crossings[index]) {
      const auto& chip = m_figure.chips[index];
      if (!chip || !chip->box.adjusted(-kBridgeRoom, 0, kBridgeRoom, 0).contains(crossing))
        bridges.push_back(crossing);
    }
    return bridges;
  }

  void writeChip(const FlowEdge& edge, const PlacedChip& chip) {
    if (!edge.label.empty()) {
      std::string classes = "chip";
      if (chip.lane)
        classes += " " + std::string(style::className(m_figure.graph.lanes[*chip.lane].role));
      m_svg.rect(classes, chip.box, 5);
    }
    if (chip.badge) {
      m_svg.circle("disc", *chip.badge, chip::kBadgeRadius);
      writeLabel(m_svg, "tb", {chip.badge->x(), chip.badge->y() + 3.8}, std::to_string(*edge.step),
                 TextAlign::Centre);
    }
    if (!edge.label.empty())
      writeLabel(m_svg, "te", chip.text, edge.label);
  }

  void writeNode(std::size_t index) {
    const FlowNode& node = m_figure.graph.nodes[index];
    const auto formula = m_formulas.find(node.math);
    writeCard(m_svg, node, m_figure.layout.cards[index], m_figure.layout.boxes[index],
              m_figure.layout.bodies[index],
              formula == m_formulas.end() ? nullptr : &formula->second);
  }

  void writeLegend() {
    const QPointF topLeft(kMargin + 2, m_figure.layout.bounds.bottom() + kLegendGap);
    for (const auto& entry :
         legendEntries(m_figure.graph, topLeft, m_figure.size.width() - 2 * kMargin)) {
      const QPointF end = entry.at + QPointF(kLegendLine, 0);
      m_svg.openGroup(style::className(entry.wire));
      m_svg.path("wire", PathData{}.move(entry.at).line(end - QPointF(9, 0)));
      m_svg.path("head", arrowHead(entry.at, end + QPointF(2.5, 0)));
      m_svg.text("ts", end + QPointF(kLegendText, 4), style::meaning(entry.wire));
      m_svg.closeGroup();
    }
  }

  const FlowFigure& m_figure;
  const std::map<std::string, content::Formula>& m_formulas;
  SvgWriter m_svg;
  std::vector<std::vector<QPointF>> m_crossings;
};

}  // namespace

void moveToMargin(FlowFigure& figure) {
  QRectF all = figure.layout.bounds;
  for (const auto& route : figure.routes) {
    for (const auto& point : route.points)
      all |= QRectF(point.x() - 1, point.y() - 1, 2, 2);
  }
  for (const auto& chip : figure.chips) {
    if (chip)
      all |= chip->box;
  }
  const QPointF shift = QPointF(kMargin, kMargin) - all.topLeft();
  for (auto& box : figure.layout.boxes)
    box.translate(shift);
  for (auto& body : figure.layout.bodies)
    body.translate(shift);
  for (auto& lane : figure.layout.lanes) {
    lane.frame.translate(shift);
    lane.title.translate(shift);
  }
  for (auto& route : figure.routes) {
    for (auto& point : route.points)
      point += shift;
  }
  for (auto& chip : figure.chips) {
    if (!chip)
      continue;
    chip->box.translate(shift);
    chip->text += shift;
    if (chip->badge)
      *chip->badge += shift;
  }
  all.translate(shift);
  figure.layout.bounds = all;
  figure.size = {std::ceil(all.right() + kMargin), std::ceil(all.bottom() + kMargin)};
  const auto legend =
      legendEntries(figure.graph, {kMargin + 2, all.bottom() + kLegendGap}, all.width());
  if (!legend.empty())
    figure.size.setHeight(std::ceil(legend.back().at.y() + kMargin));
}

std::string writeFlow(const FlowFigure& figure,
                      const std::map<std::string, content::Formula>& formulas) {
  return FlowWriter(figure, formulas).write();
}

}  // namespace phaseboard::compiler
