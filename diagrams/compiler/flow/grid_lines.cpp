// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/flow/grid_lines.h"

#include <algorithm>
#include <cmath>

namespace phaseboard::compiler {
namespace {

constexpr double kLineStep = 12;
constexpr double kZoneMargin = 8;    ///< from a card or a lane border
constexpr double kOuterMargin = 17;  ///< of the first line round everything
constexpr int kOuterLines = 4;
constexpr double kDearPerLine = 0.03;
constexpr double kNarrow = 30;  ///< a zone this wide squeezes a wire
constexpr double kDearNarrow = 0.3;
constexpr double kDearOutside = 0.08;

/// One dimension of a box.
struct Extent {
  double low = 0;
  double high = 0;
  double axis = 0;
};

class Lines {
 public:
  void add(double at, double dear) { m_lines.push_back({at, dear}); }

  /// Lines in the free room from `low` to `high`: one in the middle, others beside it.
  void addZone(double low, double high) {
    const double middle = (low + high) / 2;
    add(middle, high - low < kNarrow ? kDearNarrow : 0);
    for (int k = 1; middle + k * kLineStep <= high - kZoneMargin; ++k) {
      add(middle - k * kLineStep, k * kDearPerLine);
      add(middle + k * kLineStep, k * kDearPerLine);
    }
  }

  /// The room between two tracks, cut at the lane borders in it.
  void addGap(double low, double high, std::vector<double> borders) {
    std::sort(borders.begin(), borders.end());
    double from = low;
    for (const double border : borders) {
      if (border <= from + 1 || border >= high - 1)
        continue;
      addZone(from, border);
      from = border;
    }
    addZone(from, high);
  }

  void addOutside(double low, double high) {
    for (int k = 0; k < kOuterLines; ++k) {
      add(low - kOuterMargin - k * kLineStep, kDearOutside + k * kDearPerLine);
      add(high + kOuterMargin + k * kLineStep, kDearOutside + k * kDearPerLine);
    }
  }

  std::vector<GridLine> take() {
    std::sort(m_lines.begin(), m_lines.end(), [](const GridLine& a, const GridLine& b) {
      return a.at != b.at ? a.at < b.at : a.dear < b.dear;
    });
    std::vector<GridLine> distinct;
    for (const auto& line : m_lines) {
      if (!distinct.empty() && line.at - distinct.back().at < 0.01)
        distinct.back().dear = std::min(distinct.back().dear, line.dear);
      else
        distinct.push_back(line);
    }
    return distinct;
  }

 private:
  std::vector<GridLine> m_lines;
};

std::vector<GridLine> linesFor(const std::vector<Track>& tracks, const std::vector<Extent>& cards,
                               const std::vector<Extent>& lanes, Extent bounds,
                               std::span<const double> ports) {
  Lines lines;
  std::vector<double> borders;
  for (const auto& lane : lanes) {
    borders.push_back(lane.low);
    borders.push_back(lane.high);
  }
  for (std::size_t i = 0; i + 1 < tracks.size(); ++i)
    lines.addGap(tracks[i].end, tracks[i + 1].begin, borders);
  if (!tracks.empty() && bounds.low < tracks.front().begin)
    lines.addGap(bounds.low, tracks.front().begin, borders);
  if (!tracks.empty() && bounds.high > tracks.back().end)
    lines.addGap(tracks.back().end, bounds.high, borders);
  for (const auto& card : cards) {
    lines.add(card.axis, 0.02);
    lines.add(card.low - 2 * kZoneMargin, 2 * kDearPerLine);
    lines.add(card.high + 2 * kZoneMargin, 2 * kDearPerLine);
  }
  lines.addOutside(bounds.low, bounds.high);
  for (const double port : ports)
    lines.add(port, 0.02);
  return lines.take();
}

}  // namespace

std::vector<GridLine> verticalLines(const FlowLayout& layout, std::span<const double> ports) {
  std::vector<Extent> cards;
  std::vector<Extent> lanes;
  for (std::size_t i = 0; i < layout.boxes.size(); ++i)
    cards.push_back(
        {layout.boxes[i].left(), layout.boxes[i].right(), layout.bodies[i].center().x()});
  for (const auto& lane : layout.lanes)
    lanes.push_back({lane.frame.left(), lane.frame.right(), 0});
  return linesFor(layout.columns, cards, lanes, {layout.bounds.left(), layout.bounds.right(), 0},
                  ports);
}

std::vector<GridLine> horizontalLines(const FlowLayout& layout, std::span<const double> ports) {
  std::vector<Extent> cards;
  std::vector<Extent> lanes;
  for (std::size_t i = 0; i < layout.boxes.size(); ++i)
    cards.push_back(
        {layout.boxes[i].top(), layout.boxes[i].bottom(), layout.bodies[i].center().y()});
  for (const auto& lane : layout.lanes)
    lanes.push_back({lane.frame.top(), lane.frame.bottom(), 0});
  return linesFor(layout.rows, cards, lanes, {layout.bounds.top(), layout.bounds.bottom(), 0},
                  ports);
}

}  // namespace phaseboard::compiler
