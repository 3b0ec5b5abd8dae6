// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/flag_rows.h"

#include <algorithm>

namespace phaseboard::compiler {
namespace {

constexpr double kStep = 30;  // from row to row
constexpr double kGap = 5;
constexpr double kDot = 11;   // from the chip's left to the middle of its dot
constexpr double kText = 20;  // from the chip's left to its words
constexpr double kEnd = 9;    // after the words
constexpr std::size_t kMostRows = 4;

}  // namespace

void FlagRows::add(double x, double width) {
  const double left = x + width > m_rightEnd ? x - width : x;
  std::size_t row = 0;
  while (row + 1 < kMostRows && !isFree(row, left, left + width, x))
    ++row;
  m_flags.push_back({row, x, left, width});
  m_rows = std::max(m_rows, row + 1);
}

double FlagRows::height() const {
  return kStep * static_cast<double>(m_rows);
}

QRectF FlagRows::box(std::size_t index, double top) const {
  const Flag& flag = m_flags.at(index);
  return {flag.left, top + kStep * static_cast<double>(flag.row), flag.width, flag::kHeight};
}

bool FlagRows::isFree(std::size_t row, double left, double right, double x) const {
  return std::all_of(m_flags.begin(), m_flags.end(), [&](const Flag& other) {
    const double otherRight = other.left + other.width;
    if (other.row == row)
      return right + kGap < other.left || otherRight + kGap < left;
    if (other.row < row)  // its line comes down through this row
      return other.x < left - kGap || other.x > right + kGap;
    return x < other.left - kGap || x > otherRight + kGap;
  });
}

double flag::width(const Entry& entry) {
  return kText + widthOf(entry.label, "te") + kEnd;
}

void flag::draw(ChartCanvas& canvas, const Entry& entry, const QRectF& box) {
  canvas.svg().rect("cap", box, 7);
  canvas.svg().circle("solid", QPointF(box.left() + kDot, box.center().y()), 3.5);
  canvas.text("te", QPointF(box.left() + kText, box.center().y() + capRise("te")), entry.label);
}

void flag::drawWithLine(ChartCanvas& canvas, const Entry& entry, const QRectF& box, double x,
                        double bottom) {
  canvas.openNode(entry, "mark");
  canvas.svg().path("line thin dashed", PathData().move({x, box.bottom()}).line({x, bottom}));
  draw(canvas, entry, box);
  canvas.close();
  canvas.claim(entry, box);
}

}  // namespace phaseboard::compiler
