// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string_view>

#include "diagrams/compiler/charts/plot.h"

namespace phaseboard::compiler {
namespace {

constexpr std::array<std::string_view, 6> kDraw{"line",   "area",  "dashed",
                                                "points", "steps", "bars"};
constexpr std::array<std::string_view, 2> kAxes{"x", "y"};

Plot::Band readBand(const YAML::Node& node, const Plot& plot, ChartProblems& problems) {
  ChartFields fields = itemFields(node, "band", problems);
  Plot::Band band;
  band.entry = fields.entry({.otherwise = "metric", .hasSub = false});
  band.from = fields.requiredNumber("from");
  band.to = fields.requiredNumber("to");
  band.isVertical = fields.choice("axis", kAxes, "y") == "x";
  const ChartAxis& axis = band.isVertical ? plot.x : plot.y;
  if (band.from >= band.to)
    fields.complain("needs a 'from' below its 'to'");
  if (!axis.contains(band.from) || !axis.contains(band.to))
    fields.complain("reaches outside its axis");
  fields.finish();
  return band;
}

void readPoints(ChartFields& fields, const Plot& plot, Plot::Series& series) {
  const std::vector<YAML::Node> nodes = fields.list("points", 1, 400);
  const bool plain = !plot.x.categories.empty();
  if (plain && nodes.size() != plot.x.categories.size())
    fields.complain("needs one number for each category");
  double before = plot.x.min;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const YAML::Node& node = nodes[i];
    QPointF point;
    if (plain) {
      point = QPointF(static_cast<double>(i + 1), fields.numberIn(node).value_or(plot.y.min));
    } else if (node.IsSequence() && node.size() == 2) {
      point = QPointF(fields.numberIn(node[0]).value_or(plot.x.min),
                      fields.numberIn(node[1]).value_or(plot.y.min));
    } else {
      fields.complain(lineOf(node), "needs points of the form [x, y]");
      continue;
    }
    if (!plot.x.contains(point.x()) || !plot.y.contains(point.y()))
      fields.complain(lineOf(node), "has the point [" + svgNumber(point.x()) + ", " +
                                        svgNumber(point.y()) + "] outside the axes");
    if (series.draw != "points" && point.x() < before)
      fields.complain(lineOf(node), "needs its points by rising x");
    before = point.x();
    series.points.push_back(point);
  }
}

Plot::Series readSeries(const YAML::Node& node, const Plot& plot, ChartProblems& problems) {
  ChartFields fields = itemFields(node, "series", problems);
  Plot::Series series;
  series.entry = fields.entry({});
  series.draw = fields.choice("draw", kDraw, "line");
  series.isSmooth = fields.flag("smooth", false);
  series.hasDots = fields.flag("dots", false);
  series.hasValues = fields.flag("values", false);
  series.place = fields.number("place");
  readPoints(fields, plot, series);
  if (series.points.size() < 2 && series.draw != "points" && series.draw != "bars")
    fields.complain("needs two points or more");
  fields.finish();
  return series;
}

Plot::Mark readMark(const YAML::Node& node, const Plot& plot, ChartProblems& problems) {
  ChartFields fields = itemFields(node, "mark", problems);
  Plot::Mark mark;
  mark.entry = fields.entry({.otherwise = "actor", .hasSub = false});
  mark.x = fields.number("x");
  mark.y = fields.number("y");
  if (!mark.x && !mark.y)
    fields.complain("needs an 'x', a 'y' or both");
  if ((mark.x && !plot.x.contains(*mark.x)) || (mark.y && !plot.y.contains(*mark.y)))
    fields.complain("stands outside the axes");
  fields.finish();
  return mark;
}

}  // namespace

Plot readPlot(ChartFields& figure) {
  Plot plot;
  ChartProblems& problems = figure.problems();
  plot.width = figure.number("width").value_or(plot.width);
  plot.height = figure.number("height").value_or(plot.height);
  if (auto axis = figure.mapping("x"))
    plot.x = readAxis(*axis, true);
  else
    figure.complain("has no 'x'");
  if (auto axis = figure.mapping("y"))
    plot.y = readAxis(*axis, false);
  else
    figure.complain("has no 'y'");
  if (!problems.isEmpty())
    return plot;
  for (const YAML::Node& node : figure.list("bands", 0, 6))
    plot.bands.push_back(readBand(node, plot, problems));
  for (const YAML::Node& node : figure.list("series", 1, 8))
    plot.series.push_back(readSeries(node, plot, problems));
  for (const YAML::Node& node : figure.list("marks", 0, 8))
    plot.marks.push_back(readMark(node, plot, problems));
  figure.finish();
  return plot;
}

}  // namespace phaseboard::compiler
