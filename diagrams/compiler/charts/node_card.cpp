// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/node_card.h"

#include <algorithm>

namespace phaseboard::compiler {
namespace {

constexpr double kPadding = 12;
constexpr double kTileGap = 10;
constexpr double kLeastWidth = 112;
constexpr double kLeastHeight = 54;
constexpr double kLineGap = 2;  // between title and sub-title
constexpr double kChamfer = 11;

double textHeight(const NodeCard& node) {
  const double titles = static_cast<double>(node.title.size()) * chart::kTitleLine;
  const double subs = static_cast<double>(node.sub.size()) * chart::kSubLine;
  return titles + (node.sub.empty() ? 0 : kLineGap + subs);
}

double textIndent(const NodeCard& node) {
  return kPadding + (node.entry.icon.empty() ? 0 : chart::kTile + kTileGap);
}

void drawShape(ChartCanvas& canvas, const NodeCard& node, const QRectF& box) {
  if (node.entry.className == "policy") {
    canvas.svg().path("shadow", chamfered(box.translated(0, 1.5), kChamfer));
    canvas.svg().path("card", chamfered(box, kChamfer));
  } else if (node.entry.className == "actor") {
    canvas.card(box, "card", box.height() / 2);
  } else {
    const bool tinted = node.entry.className == "note" || node.entry.className == "store";
    canvas.card(box, tinted ? "body" : "card");
  }
}

}  // namespace

NodeCard measureNode(const Entry& entry, double wrap, ChartProblems& problems) {
  NodeCard node;
  node.entry = entry;
  node.title = style::wrapBalanced(entry.label, style::textStyle("tt"), wrap);
  node.sub = style::wrapBalanced(entry.sub, style::textStyle("ts"), wrap + 10);
  const double widest = std::max(widthOf(node.title, "tt"), widthOf(node.sub, "ts"));
  if (widest > wrap + 10.5)
    problems.add(entry.line, "'" + entry.id + "' has a word wider than its card");
  const double end = entry.className == "actor" ? kPadding + 8 : kPadding;
  node.size = QSizeF(std::max(kLeastWidth, textIndent(node) + widest + end),
                     std::max(kLeastHeight, textHeight(node) + 2 * kPadding));
  return node;
}

void drawNode(ChartCanvas& canvas, const NodeCard& node, const QRectF& box) {
  drawShape(canvas, node, box);
  if (!node.entry.icon.empty()) {
    const QPointF corner(box.left() + kPadding, box.center().y() - chart::kTile / 2);
    canvas.tile(node.entry.icon, corner);
  }
  const double x = box.left() + textIndent(node);
  double y = box.center().y() - textHeight(node) / 2;
  for (const std::string& line : node.title) {
    canvas.text("tt", QPointF(x, y + chart::kTitleLine / 2 + capRise("tt")), line);
    y += chart::kTitleLine;
  }
  y += kLineGap;
  for (const std::string& line : node.sub) {
    canvas.text("ts", QPointF(x, y + chart::kSubLine / 2 + capRise("ts")), line);
    y += chart::kSubLine;
  }
}

}  // namespace phaseboard::compiler
