// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/plot_layout.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "diagrams/compiler/charts/flag_rows.h"
#include "diagrams/compiler/charts/label_placer.h"

namespace phaseboard::compiler {
namespace {

using namespace plot_layout;

constexpr double kTop = 28;
constexpr double kLegendHeight = 28;
constexpr double kTickRoom = 20;   // below the axis, with the tick's words
constexpr double kLabelRoom = 24;  // below those, with the axis label
constexpr double kTurnedLabel = 17;
constexpr double kTickGap = 10;
constexpr double kEndShare = 0.9;  // curves ending after this share of the axis are named outside
constexpr double kLeastFrame = 160;

QSizeF wordsSize(const Entry& entry) {
  const double width = std::max(widthOf(entry.label, "te"), widthOf(entry.sub, "tx"));
  return {width, kWordsLine * (entry.sub.empty() ? 1 : 2)};
}

bool isFlag(const Plot::Mark& mark) {
  return mark.x && !mark.y;
}

bool isLevel(const Plot::Mark& mark) {
  return !mark.x;
}

bool isNamedOutside(const Plot& plot, const Plot::Series& series) {
  if (isInLegend(series) || series.place)
    return false;
  ChartAxis unit = plot.x;
  unit.start = 0;
  unit.end = 1;
  return unit.at(series.points.back().x()) >= kEndShare;
}

class PlotLayouter {
 public:
  PlotLayouter(Plot& plot, ChartProblems& problems) : m_plot(plot), m_problems(problems) {}

  PlotLayout layout() {
    m_out.bands.resize(m_plot.bands.size());
    m_out.series.resize(m_plot.series.size());
    m_out.marks.resize(m_plot.marks.size());
    setFrame();
    LabelPlacer placer(m_out.frame);
    addObstacles(placer);
    nameOutside();
    nameInside(placer);
    callOut(placer);
    nameBands(placer);
    complain();
    return std::move(m_out);
  }

 private:
  void setFrame() {
    double ticks = 0;
    for (const Tick& tick : m_plot.y.ticks)
      ticks = std::max(ticks, widthOf(tick.text, "tx"));
    const double left = chart::kMargin + kTurnedLabel + kTickGap + ticks + kTickGap;
    double right = m_plot.width - chart::kMargin;
    for (const Plot::Series& series : m_plot.series)
      if (isNamedOutside(m_plot, series))
        right = std::min(right,
                         m_plot.width - chart::kMargin - kEndGap - wordsSize(series.entry).width());
    for (const Plot::Mark& mark : m_plot.marks)
      if (isLevel(mark))
        right = std::min(right,
                         m_plot.width - chart::kMargin - kEndGap - wordsSize(mark.entry).width());
    m_plot.x.start = left;
    m_plot.x.end = right;

    const bool legend = std::any_of(m_plot.series.begin(), m_plot.series.end(), isInLegend);
    FlagRows flags(m_plot.width - chart::kMargin);
    for (std::size_t i = 0; i < m_plot.marks.size(); ++i)
      if (const Plot::Mark& mark = m_plot.marks[i]; isFlag(mark))
        flags.add(m_plot.x.at(*mark.x), flag::width(mark.entry));
    const double flagTop = kTop - 6 + (legend ? kLegendHeight : 0);
    std::size_t next = 0;
    for (std::size_t i = 0; i < m_plot.marks.size(); ++i)
      if (isFlag(m_plot.marks[i]))
        m_out.marks[i].box = flags.box(next++, flagTop);
    const double top = kTop + (legend ? kLegendHeight : 0) + flags.height();
    const double bottom = m_plot.height - chart::kMargin + 4 - kLabelRoom - kTickRoom;
    m_out.legendY = kTop + 2;
    m_out.frame = QRectF(QPointF(left, top), QPointF(right, bottom));
    m_plot.y.start = bottom;
    m_plot.y.end = top;
    if (m_out.frame.width() < kLeastFrame || m_out.frame.height() < kLeastFrame / 2)
      m_problems.add(1, "the plot has too little room between its labels");
  }

  void addObstacles(LabelPlacer& placer) const {
    const double base = m_out.frame.bottom();
    for (const Tick& tick : m_plot.y.ticks)
      placer.addFaintLine(m_plot.y.at(tick.value));
    for (const Plot::Series& series : m_plot.series) {
      const std::vector<QPointF> points = followed(m_plot, series);
      if (series.draw == "bars" || series.draw == "points") {
        for (const QPointF& point : points)
          placer.addBox(series.draw == "bars"
                            ? QRectF(point.x() - 12, point.y(), 24, base - point.y())
                            : QRectF(point.x() - 4, point.y() - 4, 8, 8));
      } else {
        placer.addLine(points);
      }
    }
    for (const Plot::Mark& mark : m_plot.marks) {
      if (isFlag(mark))
        placer.addLine({QPointF(m_plot.x.at(*mark.x), m_out.frame.top()),
                        QPointF(m_plot.x.at(*mark.x), base)});
      else if (!mark.x)
        placer.addLine({QPointF(m_out.frame.left(), m_plot.y.at(*mark.y)),
                        QPointF(m_out.frame.right(), m_plot.y.at(*mark.y))});
    }
  }

  /// Names curves at their ends and levels at theirs, in the margin on the right.
  void nameOutside() {
    struct Named {
      QSizeF size;
      QRectF* box = nullptr;
    };
    std::vector<Named> named;
    std::vector<double> wishes;
    std::vector<double> sizes;
    const auto add = [&](const Entry& entry, double y, QRectF& box) {
      named.push_back({wordsSize(entry), &box});
      wishes.push_back(m_plot.y.at(y));
      sizes.push_back(wordsSize(entry).height() + 4);
    };
    for (std::size_t i = 0; i < m_plot.series.size(); ++i)
      if (const Plot::Series& series = m_plot.series[i]; isNamedOutside(m_plot, series))
        add(series.entry, series.points.back().y(), m_out.series[i].box);
    for (std::size_t i = 0; i < m_plot.marks.size(); ++i)
      if (const Plot::Mark& mark = m_plot.marks[i]; isLevel(mark))
        add(mark.entry, *mark.y, m_out.marks[i].box);
    const std::vector<double> middles =
        spread(wishes, sizes, m_out.frame.top() - 10, m_out.frame.bottom() + 10);
    for (std::size_t i = 0; i < named.size(); ++i)
      *named[i].box =
          QRectF(QPointF(m_out.frame.right() + kEndGap, middles[i] - named[i].size.height() / 2),
                 named[i].size);
  }

  /// Places beside a curve: at its end, then along it, above and below.
  [[nodiscard]] std::vector<QRectF> besides(const Plot::Series& series) const {
    const QSizeF size = wordsSize(series.entry);
    const std::vector<QPointF> way = followed(m_plot, series);
    std::vector<QRectF> out;
    const auto around = [&](QPointF point) {
      for (const double gap : {8.0, 20.0}) {
        const double up = point.y() - gap - size.height();
        out.emplace_back(QPointF(point.x() - size.width() / 2, up), size);
        out.emplace_back(QPointF(point.x() - size.width() - gap, up), size);
        out.emplace_back(QPointF(point.x() + gap, up), size);
        out.emplace_back(QPointF(point.x() + gap, point.y() + gap), size);
        out.emplace_back(QPointF(point.x() - size.width() - gap, point.y() + gap), size);
        out.emplace_back(QPointF(point.x() - size.width() / 2, point.y() + gap), size);
      }
    };
    if (series.place) {
      const double x = m_plot.x.at(*series.place);
      const auto next = std::find_if(way.begin(), way.end(),
                                     [x](const QPointF& point) { return point.x() >= x; });
      if (next == way.begin() || next == way.end()) {
        around(next == way.end() ? way.back() : *next);
      } else {
        const QLineF piece(*(next - 1), *next);
        around(piece.pointAt((x - piece.x1()) / std::max(piece.dx(), 1e-9)));
      }
      return out;
    }
    out.emplace_back(QPointF(way.back().x() + kEndGap, way.back().y() - size.height() / 2), size);
    for (std::size_t i = way.size(); i-- > 0;)
      around(way[i]);
    return out;
  }

  void nameInside(LabelPlacer& placer) {
    for (std::size_t i = 0; i < m_plot.series.size(); ++i) {
      const Plot::Series& series = m_plot.series[i];
      if (isInLegend(series) || isNamedOutside(m_plot, series))
        continue;
      const std::vector<QRectF> places = besides(series);
      const LabelPlacer::Choice choice = placer.place(places);
      m_out.series[i] = {places[choice.index], Align::Left, choice.isFree};
      const double x = followed(m_plot, series).back().x();
      if (!series.place && choice.index > 0 && places[choice.index].right() < x)
        m_out.series[i].align = Align::Right;
    }
  }

  void callOut(LabelPlacer& placer) {
    for (std::size_t i = 0; i < m_plot.marks.size(); ++i) {
      const Plot::Mark& mark = m_plot.marks[i];
      if (!mark.x || !mark.y)
        continue;
      const QPointF point(m_plot.x.at(*mark.x), m_plot.y.at(*mark.y));
      const double width = flag::width(mark.entry);
      std::vector<QRectF> places;
      std::vector<QPointF> anchors;
      for (const double reach : {26.0, 44.0, 64.0})
        for (const double up : {-1.0, 1.0}) {
          const double y = point.y() + up * reach - (up < 0 ? flag::kHeight : 0);
          for (const double shift : {0.5, 0.12, 0.88}) {
            places.emplace_back(point.x() - shift * width, y, width, flag::kHeight);
            anchors.emplace_back(point.x(), up < 0 ? y + flag::kHeight : y);
          }
        }
      placer.addBox(QRectF(point.x() - 5, point.y() - 5, 10, 10));
      const LabelPlacer::Choice choice = placer.place(places);
      m_out.marks[i] = {places[choice.index], anchors[choice.index], choice.isFree};
    }
  }

  void nameBands(LabelPlacer& placer) {
    for (std::size_t i = 0; i < m_plot.bands.size(); ++i) {
      const Plot::Band& band = m_plot.bands[i];
      const QRectF zone = zoneOf(band);
      const double width = widthOf(band.entry.label, "te");
      if (width + 12 > zone.width() || zone.height() < 18)
        m_problems.add(band.entry.line, "'" + band.entry.id + "': the band is too small for \"" +
                                            band.entry.label + "\"");
      std::vector<QRectF> places;
      for (const double share : {0.0, 1.0, 0.5, 0.25, 0.75})
        for (const double down : {0.0, 1.0, 0.15, 0.85, 0.3, 0.7})
          places.emplace_back(zone.left() + 10 + share * (zone.width() - 20 - width),
                              zone.top() + 6 + down * (zone.height() - 26), width, 14);
      const LabelPlacer::Choice choice = placer.place(places);
      m_out.bands[i] = {places[choice.index], Align::Left, choice.isFree};
    }
  }

  [[nodiscard]] QRectF zoneOf(const Plot::Band& band) const {
    const QRectF& frame = m_out.frame;
    return band.isVertical ? QRectF(QPointF(m_plot.x.at(band.from), frame.top()),
                                    QPointF(m_plot.x.at(band.to), frame.bottom()))
                           : QRectF(QPointF(frame.left(), m_plot.y.at(band.to)),
                                    QPointF(frame.right(), m_plot.y.at(band.from)));
  }

  void complain() {
    const auto check = [this](const Entry& entry, bool isFree) {
      if (!isFree)
        m_problems.add(entry.line,
                       "'" + entry.id + "': found no free place for \"" + entry.label + "\"");
    };
    for (std::size_t i = 0; i < m_plot.series.size(); ++i)
      check(m_plot.series[i].entry, m_out.series[i].isFree);
    for (std::size_t i = 0; i < m_plot.marks.size(); ++i)
      check(m_plot.marks[i].entry, m_out.marks[i].isFree);
    for (std::size_t i = 0; i < m_plot.bands.size(); ++i)
      check(m_plot.bands[i].entry, m_out.bands[i].isFree);
  }

  Plot& m_plot;
  ChartProblems& m_problems;
  PlotLayout m_out;
};

}  // namespace

bool isInLegend(const Plot::Series& series) {
  return series.draw == "bars" || series.draw == "points";
}

PlotLayout layoutPlot(Plot& plot, ChartProblems& problems) {
  return PlotLayouter(plot, problems).layout();
}

}  // namespace phaseboard::compiler
