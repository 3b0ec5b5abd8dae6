// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include <QRectF>

#include "diagrams/compiler/charts/chart_canvas.h"

namespace phaseboard::compiler {

/// Chips of vertical marks, in rows above a plot so that no mark's line crosses another's chip.
class FlagRows {
 public:
  /// @param rightEnd  chips that would reach further stand on the left of their line
  explicit FlagRows(double rightEnd) : m_rightEnd(rightEnd) {}

  void add(double x, double width);
  /// Of all rows together.
  [[nodiscard]] double height() const;
  /// Of the `index`th flag that was added, when the first row begins at `top`.
  [[nodiscard]] QRectF box(std::size_t index, double top) const;

 private:
  struct Flag {
    std::size_t row = 0;
    double x = 0;
    double left = 0;
    double width = 0;
  };

  [[nodiscard]] bool isFree(std::size_t row, double left, double right, double x) const;

  double m_rightEnd;
  std::vector<Flag> m_flags;
  std::size_t m_rows = 0;
};

namespace flag {
inline constexpr double kHeight = 24;

[[nodiscard]] double width(const Entry& entry);
/// The chip alone, inside an open part.
void draw(ChartCanvas& canvas, const Entry& entry, const QRectF& box);
/// A whole part: the chip, and its dashed line at `x` down to `bottom`.
void drawWithLine(ChartCanvas& canvas, const Entry& entry, const QRectF& box, double x,
                  double bottom);
}  // namespace flag

}  // namespace phaseboard::compiler
