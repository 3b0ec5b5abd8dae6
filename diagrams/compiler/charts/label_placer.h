// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include <QLineF>
#include <QPointF>
#include <QRectF>

namespace phaseboard::compiler {

/// Finds room for words among lines and boxes. Each placed label becomes an obstacle for the next.
class LabelPlacer {
 public:
  explicit LabelPlacer(const QRectF& frame) : m_frame(frame) {}

  void addLine(const std::vector<QPointF>& points);
  /// A level grid line: crossed only when nothing else is free.
  void addFaintLine(double y) { m_faint.push_back(y); }
  void addBox(const QRectF& box) { m_boxes.push_back(box); }

  struct Choice {
    std::size_t index = 0;  ///< of the candidate
    bool isFree = false;    ///< whether it meets nothing
  };

  /// The best of `candidates`, earlier ones preferred; it is taken from now on.
  Choice place(const std::vector<QRectF>& candidates);

 private:
  [[nodiscard]] double cost(const QRectF& box) const;
  [[nodiscard]] double faintCost(const QRectF& box) const;

  QRectF m_frame;
  std::vector<QLineF> m_lines;
  std::vector<double> m_faint;
  std::vector<QRectF> m_boxes;
};

/// Moves `middles` (heights `sizes`) apart so that none overlap within [top, bottom], as little as
/// possible and keeping their order. They must fit.
[[nodiscard]] std::vector<double> spread(const std::vector<double>& middles,
                                         const std::vector<double>& sizes, double top,
                                         double bottom);

}  // namespace phaseboard::compiler
