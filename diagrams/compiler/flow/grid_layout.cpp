// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <QString>

#include "diagrams/compiler/flow/flow_layout.h"
#include "diagrams/compiler/flow/lane_padding.h"
#include "diagrams/style/text.h"
#include "diagrams/style/theme.h"

namespace phaseboard::compiler {
namespace {

/// A wire with a label between two facing cards needs this much besides the label.
constexpr double kWireRoom = 34;
/// A label beside a lane border needs this much besides itself.
constexpr double kBorderRoom = 22;

bool isWhole(double cell) {
  return cell == std::floor(cell);
}

std::size_t index(double cell) {
  return static_cast<std::size_t>(cell);
}

/// One direction of the grid; columns and rows follow the same rules.
struct Axis {
  std::vector<double> before;  ///< of each track: most that any card needs before its axis
  std::vector<double> after;
  std::vector<double> gaps;  ///< after each track but the last
};

class GridLayout {
 public:
  GridLayout(const FlowGraph& graph, std::vector<Card> cards, const ExtraRoom& extra)
      : m_graph(graph),
        m_extra(extra),
        m_spans(graph.paintsLanes ? laneSpans(graph) : std::vector<LaneSpan>{}) {
    m_layout.cards = std::move(cards);
  }

  FlowLayout run() {
    sizeTracks();
    sizeGaps();
    m_layout.columns = tracks(m_columns);
    m_layout.rows = tracks(m_rows);
    placeNodes();
    placeLanes();
    return std::move(m_layout);
  }

 private:
  void sizeTracks() {
    int columns = 0;
    int rows = 0;
    for (const auto& node : m_graph.nodes) {
      const NodeSpan span = spanOf(node);
      columns = std::max(columns, span.lastColumn + 1);
      rows = std::max(rows, span.lastRow + 1);
    }
    for (auto [axis, count] : {std::pair{&m_columns, columns}, std::pair{&m_rows, rows}}) {
      axis->before.assign(static_cast<std::size_t>(count), 0);
      axis->after.assign(static_cast<std::size_t>(count), 0);
      axis->gaps.assign(static_cast<std::size_t>(std::max(0, count - 1)), 0);
    }
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
      claimTracks(m_graph.nodes[i], m_layout.cards[i]);
  }

  void claimTracks(const FlowNode& node, const Card& card) {
    if (isWhole(node.column) && node.columnSpan == 1)
      claim(m_columns, index(node.column), card.size.width() / 2, card.size.width() / 2);
    if (isWhole(node.row) && node.rowSpan == 1)
      claim(m_rows, index(node.row), card.above, card.size.height() - card.above);
  }

  static void claim(Axis& axis, std::size_t track, double before, double after) {
    axis.before[track] = std::max(axis.before[track], before);
    axis.after[track] = std::max(axis.after[track], after);
  }

  static double at(const std::vector<double>& extra, std::size_t gap) {
    return gap < extra.size() ? extra[gap] : 0;
  }

  void sizeGaps() {
    for (std::size_t gap = 0; gap < m_columns.gaps.size(); ++gap)
      m_columns.gaps[gap] = columnGap(static_cast<int>(gap)) + at(m_extra.columns, gap);
    for (std::size_t gap = 0; gap < m_rows.gaps.size(); ++gap)
      m_rows.gaps[gap] = rowGap(static_cast<int>(gap)) + at(m_extra.rows, gap);
    growForSpans();
  }

  /// A card over several tracks may be larger than they are: the last of them grows.
  void growForSpans() {
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
      const FlowNode& node = m_graph.nodes[i];
      const QSizeF size = m_layout.cards[i].size;
      if (node.columnSpan > 1)
        grow(m_columns, index(node.column), static_cast<std::size_t>(node.columnSpan),
             size.width());
      if (node.rowSpan > 1)
        grow(m_rows, index(node.row), static_cast<std::size_t>(node.rowSpan), size.height());
    }
  }

  static void grow(Axis& axis, std::size_t first, std::size_t count, double wanted) {
    double room = 0;
    for (std::size_t track = first; track < first + count; ++track) {
      room += axis.before[track] + axis.after[track];
      if (track + 1 < first + count)
        room += axis.gaps[track];
    }
    if (wanted > room)
      axis.after[first + count - 1] += wanted - room;
  }

  /// Pads of lanes that end before and begin after a gap where `track` crosses it.
  [[nodiscard]] std::pair<double, double> columnPads(int gap, int row) const {
    double ending = 0;
    double beginning = 0;
    for (const auto& lane : m_spans) {
      if (lane.isEmpty() || row < lane.firstRow || row > lane.lastRow)
        continue;
      if (lane.lastColumn == gap)
        ending = std::max(ending, lane.right);
      if (lane.firstColumn == gap + 1)
        beginning = std::max(beginning, lane.left);
    }
    return {ending, beginning};
  }

  /// The pads in the row between two cards where they leave most room for a label.
  [[nodiscard]] double leastPads(int gap, const NodeSpan& a, const NodeSpan& b) const {
    double least = std::numeric_limits<double>::infinity();
    for (int row = std::min(a.firstRow, b.firstRow); row <= std::max(a.lastRow, b.lastRow); ++row) {
      const auto [ending, beginning] = columnPads(gap, row);
      least = std::min(least, ending + beginning);
    }
    return least;
  }

  [[nodiscard]] std::pair<double, double> rowPads(int gap, int column) const {
    double ending = 0;
    double beginning = 0;
    for (const auto& lane : m_spans) {
      if (lane.isEmpty() || column < lane.firstColumn || column > lane.lastColumn)
        continue;
      if (lane.lastRow == gap)
        ending = std::max(ending, lane.bottom);
      if (lane.firstRow == gap + 1)
        beginning = std::max(beginning, lane.top);
    }
    return {ending, beginning};
  }

  static double roomFor(std::pair<double, double> pads, double label) {
    const auto [ending, beginning] = pads;
    if (ending == 0 && beginning == 0)
      return label > 0 ? label + kWireRoom : 0;
    const double between = ending > 0 && beginning > 0 ? lane::kGap : lane::kOutside;
    const double labelled = label > 0 ? label + kBorderRoom : 0;
    return ending + beginning + std::max(between, labelled);
  }

  [[nodiscard]] double columnGap(int gap) const {
    double room = m_graph.columnGap;
    for (int row = 0; row < static_cast<int>(m_rows.before.size()); ++row)
      room = std::max(room, roomFor(columnPads(gap, row), facingLabel(gap, row, true)));
    for (const auto& edge : m_graph.edges)
      room = std::max(room, turningLabel(edge, gap));
    return room;
  }

  [[nodiscard]] double rowGap(int gap) const {
    double room = m_graph.rowGap;
    for (int column = 0; column < static_cast<int>(m_columns.before.size()); ++column)
      room = std::max(room, roomFor(rowPads(gap, column), facingLabel(gap, column, false)));
    return room;
  }

  /// The longest label between two cards that face each other across a gap on `track`.
  [[nodiscard]] double facingLabel(int gap, int track, bool isColumnGap) const {
    double longest = 0;
    for (const auto& edge : m_graph.edges) {
      NodeSpan a = spanOf(m_graph.nodes[edge.from]);
      NodeSpan b = spanOf(m_graph.nodes[edge.to]);
      if (!isColumnGap) {
        a = {a.firstRow, a.lastRow, a.firstColumn, a.lastColumn};
        b = {b.firstRow, b.lastRow, b.firstColumn, b.lastColumn};
      }
      if (a.firstColumn > b.firstColumn)
        std::swap(a, b);
      const bool isOnTrack =
          a.firstRow <= track && track <= a.lastRow && b.firstRow <= track && track <= b.lastRow;
      if (a.lastColumn != gap || b.firstColumn != gap + 1 || !isOnTrack || edge.via)
        continue;
      const ChipSize size = chipSize(edge);
      longest = std::max(longest, isColumnGap ? size.width : size.height);
    }
    return longest;
  }

  /// Room for the label of an edge that turns in this gap on its way to another row.
  [[nodiscard]] double turningLabel(const FlowEdge& edge, int gap) const {
    NodeSpan a = spanOf(m_graph.nodes[edge.from]);
    NodeSpan b = spanOf(m_graph.nodes[edge.to]);
    if (a.firstColumn > b.firstColumn)
      std::swap(a, b);
    const double width = chipSize(edge).width;
    const bool turnsHere = a.lastColumn == gap && b.firstColumn == gap + 1;
    const bool isLevel = a.firstRow <= b.lastRow && b.firstRow <= a.lastRow;
    if (!turnsHere || isLevel || width == 0 || edge.via)
      return 0;
    const bool isBundled = !edge.sameHead.empty() || !edge.sameTail.empty();
    if (!isBundled)
      return leastPads(gap, a, b) + width + kBorderRoom;
    // The label stands on the wire's own stretch, beside the common one.
    const double ending = columnPads(gap, a.firstRow).first;
    const double beginning = columnPads(gap, b.firstRow).second;
    return ending + beginning + width + kBorderRoom + kWireRoom;
  }

  static std::vector<Track> tracks(const Axis& axis) {
    std::vector<Track> made;
    double at = 0;
    for (std::size_t i = 0; i < axis.before.size(); ++i) {
      made.push_back({at, at + axis.before[i] + axis.after[i], at + axis.before[i]});
      at = made.back().end + (i < axis.gaps.size() ? axis.gaps[i] : 0);
    }
    return made;
  }

  /// The axis of a cell, half-way between two for halves, in the middle of a span.
  static double axisAt(const std::vector<Track>& tracks, double cell, int span) {
    const std::size_t first = index(std::floor(cell));
    const std::size_t last = index(std::ceil(cell)) + static_cast<std::size_t>(span) - 1;
    if (span > 1)
      return (tracks[first].begin + tracks[last].end) / 2;
    return (tracks[first].axis + tracks[last].axis) / 2;
  }

  void placeNodes() {
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
      const FlowNode& node = m_graph.nodes[i];
      const Card& card = m_layout.cards[i];
      const double x = axisAt(m_layout.columns, node.column, node.columnSpan);
      const double y = axisAt(m_layout.rows, node.row, node.rowSpan);
      const double width = widthOf(node, card);
      const double above = node.rowSpan > 1 ? card.size.height() / 2 : card.above;
      m_layout.boxes.emplace_back(x - width / 2, y - above, width, card.size.height());
      const bool isStrip = node.shape == CardShape::Tensor;
      m_layout.bodies.push_back(isStrip ? QRectF(x - card.body.width() / 2, y - above,
                                                 card.body.width(), card.body.height())
                                        : m_layout.boxes.back());
    }
  }

  [[nodiscard]] double widthOf(const FlowNode& node, const Card& card) const {
    if (!node.isStretched || node.shape == CardShape::Tensor || !isWhole(node.column))
      return card.size.width();
    const std::size_t first = index(node.column);
    const std::size_t last = first + static_cast<std::size_t>(node.columnSpan) - 1;
    return m_layout.columns[last].end - m_layout.columns[first].begin;
  }

  void placeLanes() {
    for (const auto& box : m_layout.boxes)
      m_layout.bounds |= box;
    for (std::size_t i = 0; i < m_spans.size(); ++i) {
      LaneBox box;
      if (!m_spans[i].isEmpty()) {
        box.frame = frameOf(m_spans[i]);
        const double words = style::textWidth(laneTitle(m_graph.lanes[i]), style::textStyle("tz"));
        box.title = QRectF(box.frame.left() + lane::kPadding, box.frame.top() + 11, words, 16);
        m_layout.bounds |= box.frame;
      }
      m_layout.lanes.push_back(box);
    }
  }

  /// Lanes that begin or end in one row have one upper or lower border; cards outside of lanes
  /// have no say in it.
  [[nodiscard]] QRectF frameOf(const LaneSpan& span) const {
    double top = m_layout.rows[static_cast<std::size_t>(span.firstRow)].end;
    double bottom = m_layout.rows[static_cast<std::size_t>(span.lastRow)].begin;
    for (std::size_t node = 0; node < m_graph.nodes.size(); ++node) {
      const NodeSpan cells = spanOf(m_graph.nodes[node]);
      for (auto lane = m_graph.nodes[node].lane; lane; lane = m_graph.lanes[*lane].parent) {
        if (m_spans[*lane].firstRow == span.firstRow && cells.firstRow == span.firstRow)
          top = std::min(top, m_layout.boxes[node].top());
        if (m_spans[*lane].lastRow == span.lastRow && cells.lastRow == span.lastRow)
          bottom = std::max(bottom, m_layout.boxes[node].bottom());
      }
    }
    const double left = m_layout.columns[static_cast<std::size_t>(span.firstColumn)].begin;
    const double right = m_layout.columns[static_cast<std::size_t>(span.lastColumn)].end;
    return {QPointF(left - span.left, top - span.top),
            QPointF(right + span.right, bottom + span.bottom)};
  }

  const FlowGraph& m_graph;
  const ExtraRoom& m_extra;
  std::vector<LaneSpan> m_spans;
  FlowLayout m_layout;
  Axis m_columns;
  Axis m_rows;
};

}  // namespace

std::string laneTitle(const FlowLane& lane) {
  return QString::fromStdString(lane.label).toUpper().toStdString();
}

ChipSize chipSize(const FlowEdge& edge) {
  ChipSize size;
  if (!edge.label.empty())
    size.textWidth = style::labelWidth(edge.label, style::textStyle("te"));
  if (edge.step)
    size.width += 2 * chip::kBadgeRadius;
  if (!edge.label.empty())
    size.width += size.textWidth + (edge.step ? chip::kBadgeGap : 0);
  if (size.width > 0) {
    size.width += edge.label.empty() ? 0 : 2 * chip::kPadX;
    size.height = chip::kHeight;
  }
  return size;
}

FlowLayout layOutGrid(const FlowGraph& graph, std::vector<Card> cards, const ExtraRoom& extra) {
  return GridLayout(graph, std::move(cards), extra).run();
}

}  // namespace phaseboard::compiler
