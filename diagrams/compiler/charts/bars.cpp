// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/bars.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "diagrams/compiler/charts/flag_rows.h"
#include "diagrams/compiler/charts/label_placer.h"

namespace phaseboard::compiler {
namespace {

using chart::kMargin;

constexpr double kWidth = 1180;
constexpr double kBarHeight = 46;
constexpr double kBarGap = 26;
constexpr double kCalloutRoom = 30;  // above a bar with segments too narrow for their names
constexpr double kTitleGap = 20;
constexpr double kTotalGap = 12;
constexpr double kSegmentGap = 1.5;
constexpr double kInsidePadding = 7;
constexpr double kAxisRoom = 52;

Bars::Bar readBar(const YAML::Node& node, ChartProblems& problems) {
  ChartFields fields = itemFields(node, "bar", problems);
  Bars::Bar bar;
  bar.entry = fields.entry({.classes = ClassKind::Lane, .otherwise = "neutral"});
  for (const YAML::Node& item : fields.list("segments", 1, 8)) {
    ChartFields segment = itemFields(item, "segment", problems);
    Bars::Segment out;
    out.entry = segment.entry({.hasSub = false});
    out.value = segment.requiredNumber("value");
    if (out.value <= 0)
      segment.complain("needs a 'value' above 0");
    segment.finish();
    bar.segments.push_back(std::move(out));
  }
  fields.finish();
  return bar;
}

double sumOf(const Bars::Bar& bar) {
  double sum = 0;
  for (const Bars::Segment& segment : bar.segments)
    sum += segment.value;
  return sum;
}

class BarsDrawing {
 public:
  BarsDrawing(Bars bars, ChartCanvas& canvas)
      : m_bars(std::move(bars)), m_canvas(canvas), m_flags(kWidth - kMargin) {}

  void draw() {
    measure();
    m_canvas.begin(kWidth, m_bottom + kAxisRoom + kMargin - 8);
    drawAxis();
    for (std::size_t i = 0; i < m_bars.bars.size(); ++i)
      drawBar(m_bars.bars[i], m_tops[i]);
    for (std::size_t i = 0; i < m_bars.limits.size(); ++i)
      flag::drawWithLine(m_canvas, m_bars.limits[i].entry, m_flags.box(i, kMargin),
                         m_bars.axis.at(m_bars.limits[i].at), m_bottom);
  }

 private:
  void measure() {
    double titles = 0;
    double totals = 0;
    for (const Bars::Bar& bar : m_bars.bars) {
      titles = std::max({titles, widthOf(bar.entry.label, "tt"), widthOf(bar.entry.sub, "ts")});
      totals = std::max(totals, widthOf(valueText(sumOf(bar)), "tt"));
    }
    m_titlesEnd = kMargin + titles;
    m_bars.axis.start = m_titlesEnd + kTitleGap;
    m_bars.axis.end = kWidth - kMargin - kTotalGap - totals;
    for (const Bars::Limit& limit : m_bars.limits)
      m_flags.add(m_bars.axis.at(limit.at), flag::width(limit.entry));
    double y = kMargin + m_flags.height() + (m_bars.limits.empty() ? 0 : 8);
    for (const Bars::Bar& bar : m_bars.bars) {
      y += hasCallouts(bar) ? kCalloutRoom : 0;
      m_tops.push_back(y);
      y += kBarHeight + kBarGap;
    }
    m_bottom = y - kBarGap + 14;
  }

  [[nodiscard]] std::string valueText(double value) const {
    return svgNumber(value) + (m_bars.unit.empty() ? "" : " " + m_bars.unit);
  }

  [[nodiscard]] double widthFor(double value) const {
    return m_bars.axis.at(m_bars.axis.min + value) - m_bars.axis.start;
  }

  [[nodiscard]] bool isNamedInside(const Bars::Segment& segment) const {
    const double room = widthFor(segment.value) - 2 * kInsidePadding;
    return std::max(widthOf(segment.entry.label, "tl"), widthOf(valueText(segment.value), "ts")) <=
           room;
  }

  [[nodiscard]] bool hasCallouts(const Bars::Bar& bar) const {
    return !std::all_of(bar.segments.begin(), bar.segments.end(),
                        [this](const Bars::Segment& segment) { return isNamedInside(segment); });
  }

  [[nodiscard]] std::string calloutText(const Bars::Segment& segment) const {
    return segment.entry.label + " " + valueText(segment.value);
  }

  void drawAxis() {
    SvgWriter& svg = m_canvas.svg();
    svg.openGroup("axes");
    const double top = m_tops.front() - 12;
    for (const Tick& tick : m_bars.axis.ticks) {
      const double x = m_bars.axis.at(tick.value);
      svg.path("gridl", PathData().move({x, top}).line({x, m_bottom}));
      m_canvas.text("tx", QPointF(x, m_bottom + 20), tick.text, Align::Centre);
    }
    svg.path("axis",
             PathData().move({m_bars.axis.start, m_bottom}).line({m_bars.axis.end, m_bottom}));
    m_canvas.text("te", QPointF((m_bars.axis.start + m_bars.axis.end) / 2, m_bottom + 43),
                  m_bars.axis.label, Align::Centre);
    svg.closeGroup();
  }

  void drawBar(const Bars::Bar& bar, double top) {
    const double middle = top + kBarHeight / 2;
    const double sum = sumOf(bar);
    const bool single = bar.entry.sub.empty();
    m_canvas.openGroup(bar.entry, "bar");
    m_canvas.block("tt", QPointF(m_titlesEnd, middle - (single ? 0 : 9)), {bar.entry.label}, 0,
                   Align::Right);
    if (!single)
      m_canvas.block("ts", QPointF(m_titlesEnd, middle + 9), {bar.entry.sub}, 0, Align::Right);
    m_canvas.block("tt", QPointF(m_bars.axis.at(m_bars.axis.min + sum) + kTotalGap, middle),
                   {valueText(sum)}, 0);
    m_canvas.close();
    const std::vector<double> names = calloutPlaces(bar);
    double before = 0;
    std::size_t outside = 0;
    for (const Bars::Segment& segment : bar.segments) {
      const double left = m_bars.axis.at(m_bars.axis.min + before);
      const QRectF box(left, top, widthFor(segment.value) - kSegmentGap, kBarHeight);
      m_canvas.openNode(segment.entry, "segment", bar.entry.id);
      m_canvas.svg().rect("cap", box, std::min(7.0, box.width() / 2));
      if (isNamedInside(segment)) {
        m_canvas.block("tl", box.center() - QPointF(0, 8), {segment.entry.label}, 0, Align::Centre);
        m_canvas.block("ts", box.center() + QPointF(0, 9), {valueText(segment.value)}, 0,
                       Align::Centre);
      } else {
        drawCallout(segment, box, names[outside++]);
      }
      m_canvas.close();
      m_canvas.claim(segment.entry, box);
      before += segment.value;
    }
  }

  /// Middles of the names that stand above the bar.
  [[nodiscard]] std::vector<double> calloutPlaces(const Bars::Bar& bar) const {
    std::vector<double> wishes;
    std::vector<double> widths;
    double before = 0;
    for (const Bars::Segment& segment : bar.segments) {
      if (!isNamedInside(segment)) {
        wishes.push_back(m_bars.axis.at(m_bars.axis.min + before + segment.value / 2));
        widths.push_back(widthOf(calloutText(segment), "tc") + 16);
      }
      before += segment.value;
    }
    return spread(wishes, widths, m_bars.axis.start - 8, kWidth - kMargin + 8);
  }

  void drawCallout(const Bars::Segment& segment, const QRectF& box, double x) {
    const double y = box.top() - 20;
    const double half = widthOf(calloutText(segment), "tc") / 2;
    const double foot = box.center().x();
    m_canvas.svg().path(
        "line thin",
        PathData().move({std::clamp(foot, x - half, x + half), y + 9}).line({foot, box.top() - 3}));
    m_canvas.block("tc ink", QPointF(x, y), {calloutText(segment)}, 0, Align::Centre);
  }

  Bars m_bars;
  ChartCanvas& m_canvas;
  FlagRows m_flags;
  std::vector<double> m_tops;
  double m_titlesEnd = 0;
  double m_bottom = 0;
};

}  // namespace

Bars readBars(ChartFields& figure) {
  Bars bars;
  ChartProblems& problems = figure.problems();
  if (auto axis = figure.mapping("axis")) {
    bars.axis = readAxis(*axis, false);
    if (bars.axis.isLog)
      axis->complain("cannot be logarithmic, because segments are added");
  } else {
    figure.complain("has no 'axis'");
  }
  bars.unit = figure.text("unit");
  for (const YAML::Node& node : figure.list("bars", 1, 6)) {
    bars.bars.push_back(readBar(node, problems));
    if (bars.axis.min + sumOf(bars.bars.back()) > bars.axis.max)
      figure.complain(lineOf(node), "has a bar that is longer than its axis");
  }
  for (const YAML::Node& node : figure.list("limits", 0, 4)) {
    ChartFields fields = itemFields(node, "limit", problems);
    Bars::Limit limit;
    limit.entry = fields.entry({.otherwise = "policy", .hasSub = false});
    limit.at = fields.requiredNumber("at");
    if (!bars.axis.contains(limit.at))
      fields.complain("stands outside the axis");
    fields.finish();
    bars.limits.push_back(std::move(limit));
  }
  figure.finish();
  return bars;
}

void drawBars(Bars bars, ChartCanvas& canvas) {
  BarsDrawing(std::move(bars), canvas).draw();
}

}  // namespace phaseboard::compiler
