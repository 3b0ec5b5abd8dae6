// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <QPointF>
#include <QRectF>

#include "diagrams/compiler/flow/flow_graph.h"
#include "diagrams/compiler/flow/flow_layout.h"

namespace phaseboard::compiler {

/// A crossing of two grid lines.
struct GridPoint {
  int column = 0;
  int row = 0;

  friend bool operator==(const GridPoint&, const GridPoint&) = default;
};

/// A route on the grid.
struct LaidWire {
  std::vector<GridPoint> corners;  ///< empty while the wire is not laid
  double labelLength = 0;          ///< of its label, along the wire
};

/// The lines on which wires may run and what each stretch of them costs.
///
/// Lines stand in the middle of the gaps between cards and lane borders, with neighbours beside
/// them, through the middle of cards and through ports. Routes that are laid are charged to the
/// stretches near them, so the cost of a stretch is looked up, never searched for.
class RouterGrid {
 public:
  /// @param portColumns  x of ports on upper and lower sides
  /// @param portRows     y of ports on left and right sides
  /// @param freeEnds     wires may share this much at their ends, because ports are not yet apart
  RouterGrid(const FlowLayout& layout, std::span<const double> portColumns,
             std::span<const double> portRows, double freeEnds);

  [[nodiscard]] int columns() const { return static_cast<int>(m_xs.size()); }
  [[nodiscard]] int rows() const { return static_cast<int>(m_ys.size()); }
  [[nodiscard]] QPointF at(GridPoint point) const {
    return {m_xs[static_cast<std::size_t>(point.column)],
            m_ys[static_cast<std::size_t>(point.row)]};
  }
  [[nodiscard]] std::size_t vertex(GridPoint point) const {
    return static_cast<std::size_t>(point.row) * m_xs.size() +
           static_cast<std::size_t>(point.column);
  }
  [[nodiscard]] GridPoint pointOf(std::size_t vertex) const {
    return {static_cast<int>(vertex % m_xs.size()), static_cast<int>(vertex / m_xs.size())};
  }

  /// Where a wire from `port` on `side` of `box` first meets the grid, clear of the box.
  [[nodiscard]] GridPoint firstPoint(QPointF port, Side side, const QRectF& box) const;

  /// Cost of the stretch to the right of (or below) `vertex`; infinite through cards.
  [[nodiscard]] float costRight(std::size_t vertex) const {
    return m_baseRight[vertex] * share(m_sharedRight[vertex]) + m_usedRight[vertex];
  }
  [[nodiscard]] float costDown(std::size_t vertex) const {
    return m_baseDown[vertex] * share(m_sharedDown[vertex]) + m_usedDown[vertex];
  }
  /// Wires that pass `vertex` from left to right, and from top to bottom.
  [[nodiscard]] int wiresAcross(std::size_t vertex) const { return m_wiresAcross[vertex]; }
  [[nodiscard]] int wiresDown(std::size_t vertex) const { return m_wiresDown[vertex]; }

  /// Charges a route to the grid, or takes it away again.
  void lay(const LaidWire& wire) { charge(wire, 1); }
  void lift(const LaidWire& wire) { charge(wire, -1); }

  /// Makes the stretches of a route cheap for a wire that may run in them, or ends that.
  void offer(std::span<const GridPoint> corners) { share(corners, 1); }
  void withdraw(std::span<const GridPoint> corners) { share(corners, -1); }

  [[nodiscard]] const QRectF& bounds() const { return m_bounds; }

 private:
  static float share(std::int16_t offers) { return offers > 0 ? 0.35F : 1.0F; }

  void priceStretches(const FlowLayout& layout);
  void charge(const LaidWire& wire, int sign);
  void chargeRow(GridPoint a, GridPoint b, const LaidWire& wire, int sign);
  void chargeColumn(GridPoint a, GridPoint b, const LaidWire& wire, int sign);
  [[nodiscard]] int weightAt(QPointF point, const LaidWire& wire) const;
  [[nodiscard]] bool isFreeEnd(QPointF middle, std::span<const GridPoint> corners) const;
  void share(std::span<const GridPoint> corners, int sign);

  QRectF m_bounds;
  double m_freeEnds;
  std::vector<double> m_xs;
  std::vector<double> m_ys;
  std::vector<float> m_dearX;  ///< extra cost per unit along each line
  std::vector<float> m_dearY;
  std::vector<float> m_baseRight;
  std::vector<float> m_baseDown;
  std::vector<float> m_usedRight;
  std::vector<float> m_usedDown;
  std::vector<std::int16_t> m_sharedRight;
  std::vector<std::int16_t> m_sharedDown;
  std::vector<std::int16_t> m_wiresAcross;
  std::vector<std::int16_t> m_wiresDown;
};

}  // namespace phaseboard::compiler
