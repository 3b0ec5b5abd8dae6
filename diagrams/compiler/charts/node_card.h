// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <QRectF>
#include <QSizeF>

#include "diagrams/compiler/charts/chart_canvas.h"

namespace phaseboard::compiler {

/// A card with an icon, a title and a sub-title, as trees and sequences use it.
struct NodeCard {
  Entry entry;
  std::vector<std::string> title;
  std::vector<std::string> sub;
  QSizeF size;  ///< the least room it needs; it may be drawn larger
};

/// Wraps and measures. Complains about words that are wider than `wrap`.
[[nodiscard]] NodeCard measureNode(const Entry& entry, double wrap, ChartProblems& problems);

/// Draws inside an open part. An actor is a pill, a policy has cut corners, the rest are cards.
void drawNode(ChartCanvas& canvas, const NodeCard& node, const QRectF& box);

}  // namespace phaseboard::compiler
