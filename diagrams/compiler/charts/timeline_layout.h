// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QPointF>
#include <QRectF>

#include "diagrams/compiler/charts/flag_rows.h"
#include "diagrams/compiler/charts/timeline.h"

namespace phaseboard::compiler {

/// Where everything of a timeline lies.
struct TimelineLayout {
  enum class Words { Inside, Right, Left };
  struct Item {
    QRectF box;    ///< the bar, or the dot
    QRectF words;  ///< the label with its sub
    Words side = Words::Inside;
  };
  struct Link {
    std::vector<QPointF> way;
    QPointF label;  ///< its middle
  };

  double titlesEnd = 0;  ///< right end of the lanes' titles
  std::vector<QRectF> lanes;
  std::vector<Item> items;
  std::vector<QRectF> flags;  ///< of the marks
  std::vector<Link> links;
  double bottom = 0;  ///< of the lanes, where the axis lies
  double height = 0;
};

namespace timeline_layout {
inline constexpr double kLanePadding = 14;
inline constexpr double kDot = 13;  ///< diameter of an event
}  // namespace timeline_layout

/// Sets the ends of the axis and finds a row for every item. Complains where words do not fit.
[[nodiscard]] TimelineLayout layoutTimeline(Timeline& timeline, ChartProblems& problems);

}  // namespace phaseboard::compiler
