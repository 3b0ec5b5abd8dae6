// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/plot.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "diagrams/compiler/charts/flag_rows.h"
#include "diagrams/compiler/charts/plot_layout.h"

namespace phaseboard::compiler {
namespace {

using namespace plot_layout;

constexpr double kDotRadius = 4;
constexpr double kBarShare = 0.66;  // of the room of one category
constexpr double kBarGap = 3;
constexpr double kWidestBar = 46;

class PlotDrawing {
 public:
  PlotDrawing(Plot plot, ChartCanvas& canvas)
      : m_plot(std::move(plot)),
        m_canvas(canvas),
        m_layout(layoutPlot(m_plot, canvas.problems())),
        m_frame(m_layout.frame) {}

  void draw() {
    m_canvas.begin(m_plot.width, m_plot.height);
    for (std::size_t i = 0; i < m_plot.bands.size(); ++i)
      drawBand(m_plot.bands[i], m_layout.bands[i]);
    drawAxes();
    for (const Plot::Mark& mark : m_plot.marks)
      if (!mark.x || !mark.y)
        checkChip(mark);
    double legendX = m_frame.left();
    std::size_t bars = 0;
    for (std::size_t i = 0; i < m_plot.series.size(); ++i) {
      const Plot::Series& series = m_plot.series[i];
      m_canvas.openNode(series.entry, "series");
      if (series.draw == "bars")
        drawBars(series, bars++);
      else if (series.draw == "points")
        drawPoints(series);
      else
        drawCurve(series);
      if (isInLegend(series))
        legendX = drawLegend(series, legendX);
      else
        drawWords(series.entry, m_layout.series[i]);
      m_canvas.close();
    }
    for (std::size_t i = 0; i < m_plot.marks.size(); ++i)
      drawMark(m_plot.marks[i], m_layout.marks[i]);
  }

 private:
  void drawBand(const Plot::Band& band, const PlotLayout::Words& words) {
    const ChartAxis& axis = band.isVertical ? m_plot.x : m_plot.y;
    const double a = axis.at(band.from);
    const double b = axis.at(band.to);
    m_canvas.openNode(band.entry, "band");
    m_canvas.svg().rect("zone", band.isVertical
                                    ? QRectF(a, m_frame.top(), b - a, m_frame.height())
                                    : QRectF(m_frame.left(), b, m_frame.width(), a - b));
    m_canvas.text("te ink", QPointF(words.box.left(), words.box.bottom() - 3), band.entry.label);
    m_canvas.close();
  }

  void drawAxes() {
    SvgWriter& svg = m_canvas.svg();
    svg.openGroup("axes");
    for (const Tick& tick : m_plot.y.ticks) {
      const double y = m_plot.y.at(tick.value);
      svg.path("gridl", PathData().move({m_frame.left(), y}).line({m_frame.right(), y}));
      m_canvas.text("tx", QPointF(m_frame.left() - 10, y + capRise("tx")), tick.text, Align::Right);
    }
    double lastEnd = 0;
    for (const Tick& tick : m_plot.x.ticks) {
      const double x = m_plot.x.at(tick.value);
      if (m_plot.x.categories.empty())
        svg.path("axis", PathData().move({x, m_frame.bottom()}).line({x, m_frame.bottom() + 5}));
      m_canvas.text("tx", QPointF(x, m_frame.bottom() + 20), tick.text, Align::Centre);
      const double half = widthOf(tick.text, "tx") / 2;
      if (x - half < lastEnd + 4 && !tick.text.empty())
        m_canvas.problems().add(1, "the tick \"" + tick.text + "\" touches the one before it");
      lastEnd = x + half;
    }
    svg.path(
        "axis",
        PathData().move(m_frame.topLeft()).line(m_frame.bottomLeft()).line(m_frame.bottomRight()));
    m_canvas.text("te", QPointF(m_frame.center().x(), m_frame.bottom() + 43), m_plot.x.label,
                  Align::Centre);
    m_canvas.turnedText("te", QPointF(chart::kMargin + 4, m_frame.center().y()), m_plot.y.label);
    svg.closeGroup();
    if (widthOf(m_plot.y.label, "te") > m_frame.height() + 40)
      m_canvas.problems().add(1, "the label of 'y' is longer than its axis");
  }

  void drawCurve(const Plot::Series& series) {
    SvgWriter& svg = m_canvas.svg();
    const PathData path = seriesPath(m_plot, series);
    if (series.draw == "area") {
      PathData area = path;
      area.line({m_plot.x.at(series.points.back().x()), m_frame.bottom()});
      area.line({m_plot.x.at(series.points.front().x()), m_frame.bottom()});
      area.close();
      svg.path("area", area);
    }
    svg.path(series.draw == "dashed" ? "line dashed" : "line", path);
    if (series.hasDots)
      drawPoints(series);
  }

  void drawPoints(const Plot::Series& series) {
    for (const QPointF& value : series.points)
      m_canvas.svg().circle("dot", QPointF(m_plot.x.at(value.x()), m_plot.y.at(value.y())),
                            kDotRadius);
  }

  void drawBars(const Plot::Series& series, std::size_t place) {
    const auto count = static_cast<double>(
        std::count_if(m_plot.series.begin(), m_plot.series.end(),
                      [](const Plot::Series& other) { return other.draw == "bars"; }));
    double step = m_frame.width();
    if (series.points.size() > 1)
      step = m_plot.x.at(series.points[1].x()) - m_plot.x.at(series.points[0].x());
    const double width = std::min(kWidestBar, (step * kBarShare - kBarGap * (count - 1)) / count);
    const double all = width * count + kBarGap * (count - 1);
    const double offset = static_cast<double>(place) * (width + kBarGap) - all / 2;
    for (const QPointF& value : series.points) {
      const double left = m_plot.x.at(value.x()) + offset;
      const double top = m_plot.y.at(value.y());
      const double radius = std::min({4.0, width / 2, m_frame.bottom() - top});
      m_canvas.svg().path("solid", PathData()
                                       .move({left, m_frame.bottom()})
                                       .line({left, top + radius})
                                       .quad({left, top}, {left + radius, top})
                                       .line({left + width - radius, top})
                                       .quad({left + width, top}, {left + width, top + radius})
                                       .line({left + width, m_frame.bottom()})
                                       .close());
      if (series.hasValues)
        drawValue(value.y(), QPointF(left + width / 2, top), width);
    }
  }

  /// Inside the bar where there is room, else above it.
  void drawValue(double value, QPointF top, double room) {
    const std::string text = QString::number(value, 'g', 4).toStdString();
    const bool inside = widthOf(text, "tc") + 6 <= room && m_frame.bottom() - top.y() > 24;
    m_canvas.text(inside ? "tc onsolid" : "tc ink", top + QPointF(0, inside ? 17 : -6), text,
                  Align::Centre);
  }

  double drawLegend(const Plot::Series& series, double x) {
    const double y = m_layout.legendY;
    if (series.draw == "points")
      m_canvas.svg().circle("dot", QPointF(x + kLegendSwatch / 2, y), kDotRadius);
    else
      m_canvas.svg().rect("solid", QRectF(x, y - kLegendSwatch / 2, kLegendSwatch, kLegendSwatch),
                          3);
    x += kLegendSwatch + 7;
    m_canvas.text("te", QPointF(x, y + capRise("te")), series.entry.label);
    x += widthOf(series.entry.label, "te");
    if (!series.entry.sub.empty()) {
      m_canvas.text("tx", QPointF(x + 6, y + capRise("tx")), series.entry.sub);
      x += 6 + widthOf(series.entry.sub, "tx");
    }
    if (x > m_plot.width - chart::kMargin)
      m_canvas.problems().add(series.entry.line,
                              "'" + series.entry.id + "': the legend is wider than the figure");
    return x + 24;
  }

  void drawWords(const Entry& entry, const PlotLayout::Words& words) {
    const double x = words.align == Align::Right ? words.box.right() : words.box.left();
    m_canvas.text("te ink", QPointF(x, words.box.top() + 11.5), entry.label, words.align);
    if (!entry.sub.empty())
      m_canvas.text("tx ink", QPointF(x, words.box.top() + 11.5 + kWordsLine), entry.sub,
                    words.align);
  }

  void checkChip(const Plot::Mark& mark) {
    m_canvas.fit(mark.entry, mark.entry.label, "te", m_plot.width - 2 * chart::kMargin - 40);
  }

  void drawMark(const Plot::Mark& mark, const PlotLayout::Chip& chip) {
    SvgWriter& svg = m_canvas.svg();
    m_canvas.openNode(mark.entry, "mark");
    if (!mark.x) {
      const double y = m_plot.y.at(*mark.y);
      svg.path("line thin dashed", PathData().move({m_frame.left(), y}).line({m_frame.right(), y}));
      m_canvas.text("te ink", QPointF(chip.box.left(), chip.box.center().y() + capRise("te")),
                    mark.entry.label);
      m_canvas.close();
      return;
    }
    const double x = m_plot.x.at(*mark.x);
    if (mark.y) {
      const QPointF point(x, m_plot.y.at(*mark.y));
      svg.path("line thin", PathData().move(point).line(chip.anchor));
      svg.circle("dot", point, kDotRadius + 1);
    } else {
      svg.path("line thin dashed",
               PathData().move({x, chip.box.bottom()}).line({x, m_frame.bottom()}));
    }
    flag::draw(m_canvas, mark.entry, chip.box);
    m_canvas.close();
    if (!mark.y)
      m_canvas.claim(mark.entry, chip.box);
  }

  Plot m_plot;
  ChartCanvas& m_canvas;
  PlotLayout m_layout;
  QRectF m_frame;
};

}  // namespace

void drawPlot(Plot plot, ChartCanvas& canvas) {
  PlotDrawing(std::move(plot), canvas).draw();
}

}  // namespace phaseboard::compiler
