// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/router_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "diagrams/compiler/flow/grid_lines.h"

namespace phaseboard::compiler {
namespace {

constexpr double kCardClearance = 7.5;
constexpr double kNear = 11;     ///< wires closer than this look like one
constexpr double kOnTop = 14;    ///< cost per unit of running in another wire
constexpr double kJustNear = 5;  ///< cost per unit at the edge of `kNear`
constexpr double kLabelMargin = 4;
constexpr double kEndZone = 16;  ///< a crossing so near to an arrow head counts twice
constexpr double kBorderNear = 5;
constexpr double kAlongBorder = 3;   ///< cost per unit
constexpr double kThroughTitle = 4;  ///< cost per unit

void count(std::int16_t& wires, int change) {
  wires = static_cast<std::int16_t>(wires + change);
}

/// Length that [a, b] and [c, d] share.
double overlap(double a, double b, double c, double d) {
  return std::max(0.0, std::min(b, d) - std::max(a, c));
}

/// Whether the stretch comes too near to a card.
bool isWalled(const QRectF& stretch, const FlowLayout& layout) {
  return std::any_of(layout.boxes.begin(), layout.boxes.end(), [&](const QRectF& box) {
    return stretch.right() > box.left() - kCardClearance &&
           stretch.left() < box.right() + kCardClearance &&
           stretch.bottom() > box.top() - kCardClearance &&
           stretch.top() < box.bottom() + kCardClearance;
  });
}

/// One dimension of a stretch and of what it may run along or through.
struct Run {
  double at = 0;  ///< across the stretch
  double from = 0;
  double to = 0;
};

double alongBorders(const Run& run, double low, double high, double from, double to) {
  const double away = std::min(std::abs(run.at - low), std::abs(run.at - high));
  return away < kBorderNear ? kAlongBorder * overlap(run.from, run.to, from, to) : 0;
}

double throughTitle(const Run& run, double low, double high, double from, double to) {
  const bool isLevelWith = run.at > low && run.at < high;
  return isLevelWith ? kThroughTitle * overlap(run.from, run.to, from, to) : 0;
}

/// What it costs to run along lane borders and through lane titles.
double laneCost(const QRectF& stretch, const FlowLayout& layout) {
  const bool isLevel = stretch.height() == 0;
  const Run run = isLevel ? Run{stretch.top(), stretch.left(), stretch.right()}
                          : Run{stretch.left(), stretch.top(), stretch.bottom()};
  double cost = 0;
  for (const auto& lane : layout.lanes) {
    const QRectF& frame = lane.frame;
    const QRectF title = lane.title.adjusted(-4, -2, 4, 2);
    if (isLevel)
      cost += alongBorders(run, frame.top(), frame.bottom(), frame.left(), frame.right()) +
              throughTitle(run, title.top(), title.bottom(), title.left(), title.right());
    else
      cost += alongBorders(run, frame.left(), frame.right(), frame.top(), frame.bottom()) +
              throughTitle(run, title.left(), title.right(), title.top(), title.bottom());
  }
  return cost;
}

}  // namespace

RouterGrid::RouterGrid(const FlowLayout& layout, std::span<const double> portColumns,
                       std::span<const double> portRows, double freeEnds)
    : m_bounds(layout.bounds), m_freeEnds(freeEnds) {
  for (const auto& line : verticalLines(layout, portColumns)) {
    m_xs.push_back(line.at);
    m_dearX.push_back(static_cast<float>(line.dear));
  }
  for (const auto& line : horizontalLines(layout, portRows)) {
    m_ys.push_back(line.at);
    m_dearY.push_back(static_cast<float>(line.dear));
  }
  const std::size_t count = m_xs.size() * m_ys.size();
  constexpr float kWall = std::numeric_limits<float>::infinity();
  m_baseRight.assign(count, kWall);
  m_baseDown.assign(count, kWall);
  m_usedRight.assign(count, 0);
  m_usedDown.assign(count, 0);
  m_sharedRight.assign(count, 0);
  m_sharedDown.assign(count, 0);
  m_wiresAcross.assign(count, 0);
  m_wiresDown.assign(count, 0);
  priceStretches(layout);
}

void RouterGrid::priceStretches(const FlowLayout& layout) {
  const auto price = [&](GridPoint from, GridPoint to, float dear) {
    const QRectF stretch(at(from), at(to));
    if (isWalled(stretch, layout))
      return std::numeric_limits<float>::infinity();
    const double length = stretch.width() + stretch.height();
    return static_cast<float>(length * (1 + static_cast<double>(dear)) + laneCost(stretch, layout));
  };
  for (int row = 0; row < rows(); ++row) {
    for (int column = 0; column < columns(); ++column) {
      const GridPoint here{column, row};
      if (column + 1 < columns())
        m_baseRight[vertex(here)] =
            price(here, {column + 1, row}, m_dearY[static_cast<std::size_t>(row)]);
      if (row + 1 < rows())
        m_baseDown[vertex(here)] =
            price(here, {column, row + 1}, m_dearX[static_cast<std::size_t>(column)]);
    }
  }
}

GridPoint RouterGrid::firstPoint(QPointF port, Side side, const QRectF& box) const {
  const auto nearest = [](const std::vector<double>& lines, double value) {
    const auto after = std::lower_bound(lines.begin(), lines.end(), value - 0.01);
    return static_cast<int>(after - lines.begin());
  };
  const int portColumn = nearest(m_xs, port.x());
  const int portRow = nearest(m_ys, port.y());
  switch (side) {
    case Side::East:
      return {nearest(m_xs, box.right() + kCardClearance), portRow};
    case Side::West:
      return {nearest(m_xs, box.left() - kCardClearance + 0.02) - 1, portRow};
    case Side::South:
      return {portColumn, nearest(m_ys, box.bottom() + kCardClearance)};
    case Side::North:
      break;
  }
  return {portColumn, nearest(m_ys, box.top() - kCardClearance + 0.02) - 1};
}

void RouterGrid::charge(const LaidWire& wire, int sign) {
  const auto& corners = wire.corners;
  for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
    const GridPoint a = corners[i];
    const GridPoint b = corners[i + 1];
    if (a.row == b.row)
      chargeRow(a, b, wire, sign);
    else
      chargeColumn(a, b, wire, sign);
  }
}

bool RouterGrid::isFreeEnd(QPointF middle, std::span<const GridPoint> corners) const {
  const auto isNear = [&](GridPoint end) {
    const QPointF away = at(end) - middle;
    return std::abs(away.x()) + std::abs(away.y()) < m_freeEnds &&
           (std::abs(away.x()) < 0.01 || std::abs(away.y()) < 0.01);
  };
  return m_freeEnds > 0 && (isNear(corners.front()) || isNear(corners.back()));
}

/// What a crossing at `point` counts: more near an arrow head, most where the label will stand.
int RouterGrid::weightAt(QPointF point, const LaidWire& wire) const {
  const auto distance = [point](QPointF other) {
    return std::abs(other.x() - point.x()) + std::abs(other.y() - point.y());
  };
  const QPointF front = at(wire.corners.front());
  const QPointF back = at(wire.corners.back());
  const bool isOnLabel = wire.corners.size() == 2 && wire.labelLength > 0 &&
                         distance((front + back) / 2) < wire.labelLength / 2 + kLabelMargin;
  if (isOnLabel)
    return 3;
  return distance(back) < kEndZone ? 2 : 1;
}

void RouterGrid::chargeRow(GridPoint a, GridPoint b, const LaidWire& wire, int sign) {
  const int row = a.row;
  const int from = std::min(a.column, b.column);
  const int to = std::max(a.column, b.column);
  const auto y = [&](int at) { return m_ys[static_cast<std::size_t>(at)]; };
  int first = row;
  int last = row;
  while (first > 0 && y(row) - y(first - 1) < kNear)
    --first;
  while (last + 1 < rows() && y(last + 1) - y(row) < kNear)
    ++last;
  for (int line = first; line <= last; ++line) {
    const double distance = std::abs(y(line) - y(row));
    const double rate = kOnTop - (kOnTop - kJustNear) * distance / kNear;
    for (int column = from; column < to; ++column) {
      const double length =
          m_xs[static_cast<std::size_t>(column) + 1] - m_xs[static_cast<std::size_t>(column)];
      if (isFreeEnd({m_xs[static_cast<std::size_t>(column)] + length / 2, y(row)}, wire.corners))
        continue;
      m_usedRight[vertex({column, line})] += static_cast<float>(sign * std::round(rate * length));
    }
  }
  for (int column = from; column <= to; ++column) {
    if (!isFreeEnd(at({column, row}), wire.corners))
      count(m_wiresAcross[vertex({column, row})], sign * weightAt(at({column, row}), wire));
  }
}

void RouterGrid::chargeColumn(GridPoint a, GridPoint b, const LaidWire& wire, int sign) {
  const int column = a.column;
  const int from = std::min(a.row, b.row);
  const int to = std::max(a.row, b.row);
  const auto x = [&](int at) { return m_xs[static_cast<std::size_t>(at)]; };
  int first = column;
  int last = column;
  while (first > 0 && x(column) - x(first - 1) < kNear)
    --first;
  while (last + 1 < columns() && x(last + 1) - x(column) < kNear)
    ++last;
  for (int line = first; line <= last; ++line) {
    const double distance = std::abs(x(line) - x(column));
    const double rate = kOnTop - (kOnTop - kJustNear) * distance / kNear;
    for (int row = from; row < to; ++row) {
      const double length =
          m_ys[static_cast<std::size_t>(row) + 1] - m_ys[static_cast<std::size_t>(row)];
      if (isFreeEnd({x(column), m_ys[static_cast<std::size_t>(row)] + length / 2}, wire.corners))
        continue;
      m_usedDown[vertex({line, row})] += static_cast<float>(sign * std::round(rate * length));
    }
  }
  for (int row = from; row <= to; ++row) {
    if (!isFreeEnd(at({column, row}), wire.corners))
      count(m_wiresDown[vertex({column, row})], sign * weightAt(at({column, row}), wire));
  }
}

void RouterGrid::share(std::span<const GridPoint> corners, int sign) {
  for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
    const GridPoint a = corners[i];
    const GridPoint b = corners[i + 1];
    for (int column = std::min(a.column, b.column); column < std::max(a.column, b.column);
         ++column) {
      auto& offers = m_sharedRight[vertex({column, a.row})];
      offers = static_cast<std::int16_t>(offers + sign);
    }
    for (int row = std::min(a.row, b.row); row < std::max(a.row, b.row); ++row) {
      auto& offers = m_sharedDown[vertex({a.column, row})];
      offers = static_cast<std::int16_t>(offers + sign);
    }
  }
}

}  // namespace phaseboard::compiler
