// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

/// Lengths on a board: units as in our figures (one pixel at 100 %), x to the right, y down. The
/// canvas has no end; its origin has no meaning.
namespace phaseboard::board {

struct Point {
  double x = 0;
  double y = 0;

  friend bool operator==(const Point&, const Point&) = default;
  friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
};

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  [[nodiscard]] double right() const { return x + width; }
  [[nodiscard]] double bottom() const { return y + height; }
  [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
  [[nodiscard]] bool isEmpty() const { return width <= 0 || height <= 0; }
  [[nodiscard]] bool holds(Point point) const {
    return point.x >= x && point.x <= right() && point.y >= y && point.y <= bottom();
  }
  [[nodiscard]] bool holds(const Box& other) const {
    return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
  }
  [[nodiscard]] bool touches(const Box& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
  [[nodiscard]] Box grown(double by) const {
    return {x - by, y - by, width + 2 * by, height + 2 * by};
  }
  [[nodiscard]] Box movedBy(Point by) const { return {x + by.x, y + by.y, width, height}; }

  friend bool operator==(const Box&, const Box&) = default;
};

/// The smallest box around both; an empty one adds nothing.
[[nodiscard]] inline Box united(const Box& one, const Box& other) {
  if (one.isEmpty())
    return other;
  if (other.isEmpty())
    return one;
  const double x = std::min(one.x, other.x);
  const double y = std::min(one.y, other.y);
  return {x, y, std::max(one.right(), other.right()) - x,
          std::max(one.bottom(), other.bottom()) - y};
}

/// A box of that size around `centre`.
[[nodiscard]] inline Box boxAround(Point centre, double width, double height) {
  return {centre.x - width / 2, centre.y - height / 2, width, height};
}

}  // namespace phaseboard::board
