// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/timeline.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "diagrams/compiler/charts/timeline_layout.h"

namespace phaseboard::compiler {
namespace {

using namespace timeline_layout;

constexpr double kChipHeight = 18;
constexpr double kChipPadding = 6;

class TimelineDrawing {
 public:
  TimelineDrawing(Timeline timeline, ChartCanvas& canvas)
      : m_timeline(std::move(timeline)),
        m_canvas(canvas),
        m_layout(layoutTimeline(m_timeline, canvas.problems())) {}

  void draw() {
    m_canvas.begin(m_timeline.width, m_layout.height);
    for (std::size_t i = 0; i < m_timeline.lanes.size(); ++i)
      drawLane(m_timeline.lanes[i].entry, m_layout.lanes[i]);
    drawAxis();
    for (std::size_t i = 0; i < m_timeline.marks.size(); ++i)
      flag::drawWithLine(m_canvas, m_timeline.marks[i].entry, m_layout.flags[i],
                         m_timeline.axis.at(m_timeline.marks[i].at), m_layout.bottom);
    for (std::size_t i = 0; i < m_timeline.items.size(); ++i)
      drawItem(m_timeline.items[i], m_layout.items[i]);
    for (std::size_t i = 0; i < m_timeline.links.size(); ++i)
      drawLink(m_timeline.links[i], m_layout.links[i]);
  }

 private:
  void drawLane(const Entry& lane, const QRectF& box) {
    m_canvas.openGroup(lane);
    m_canvas.svg().rect("lane", box, 14);
    const bool single = lane.sub.empty();
    const QPointF left(box.left() + kLanePadding, box.center().y());
    m_canvas.block("tz", left - QPointF(0, single ? 0 : 9), {laneTitle(lane)}, 0);
    if (!single)
      m_canvas.block("ts", left + QPointF(0, 9), {lane.sub}, 0);
    m_canvas.close();
    m_canvas.claim(lane, box);
  }

  void drawAxis() {
    SvgWriter& svg = m_canvas.svg();
    svg.openGroup("axes");
    double lastEnd = 0;
    for (const Tick& tick : m_timeline.axis.ticks) {
      const double x = m_timeline.axis.at(tick.value);
      svg.path("gridl",
               PathData().move({x, m_layout.lanes.front().top()}).line({x, m_layout.bottom}));
      svg.path("axis", PathData().move({x, m_layout.bottom}).line({x, m_layout.bottom + 5}));
      m_canvas.text("tx", QPointF(x, m_layout.bottom + 20), tick.text, Align::Centre);
      const double half = widthOf(tick.text, "tx") / 2;
      if (x - half < lastEnd + 4)
        m_canvas.problems().add(1, "the tick \"" + tick.text + "\" touches the one before it");
      lastEnd = x + half;
    }
    svg.path("axis", PathData()
                         .move({m_timeline.axis.start, m_layout.bottom})
                         .line({m_timeline.axis.end, m_layout.bottom}));
    m_canvas.text("te",
                  QPointF((m_timeline.axis.start + m_timeline.axis.end) / 2, m_layout.bottom + 43),
                  m_timeline.axis.label, Align::Centre);
    svg.closeGroup();
  }

  void drawItem(const Timeline::Item& item, const TimelineLayout::Item& place) {
    const bool inside = place.side == TimelineLayout::Words::Inside;
    m_canvas.openNode(item.entry, "item", m_timeline.lanes[item.lane].entry.id);
    if (!item.to)
      m_canvas.svg().circle("dot", place.box.center(), kDot / 2);
    else
      m_canvas.svg().rect(item.isDashed ? "cap dashed" : "cap", place.box,
                          std::min(8.0, place.box.width() / 2));
    if (!inside)
      coverGrid(item, place);
    const Align align = inside                                       ? Align::Centre
                        : place.side == TimelineLayout::Words::Right ? Align::Left
                                                                     : Align::Right;
    const double x = inside                 ? place.words.center().x()
                     : align == Align::Left ? place.words.left()
                                            : place.words.right();
    const double y = place.words.center().y();
    const bool single = item.entry.sub.empty();
    m_canvas.block("tl", QPointF(x, y - (single ? 0 : 8)), {item.entry.label}, 0, align);
    if (!single)
      m_canvas.block("ts", QPointF(x, y + 8), {item.entry.sub}, 0, align);
    m_canvas.close();
    m_canvas.claim(item.entry, place.box, 1);
    if (!inside)
      m_canvas.claim(item.entry, place.words, 1);
  }

  /// Words beside an item hide the grid behind them, in the colour of their lane.
  void coverGrid(const Timeline::Item& item, const TimelineLayout::Item& place) {
    m_canvas.svg().rect("chip " + m_timeline.lanes[item.lane].entry.className,
                        place.words.adjusted(-3, 0, 3, 0), 3);
  }

  void drawLink(const Timeline::Link& link, const TimelineLayout::Link& place) {
    m_canvas.openEdge(link.entry, m_timeline.items[link.from].entry.id,
                      m_timeline.items[link.to].entry.id);
    m_canvas.wire(place.way);
    if (!link.entry.label.empty()) {
      const double width = widthOf(link.entry.label, "te") + 2 * kChipPadding;
      const QRectF chip(place.label.x() - width / 2, place.label.y() - kChipHeight / 2, width,
                        kChipHeight);
      m_canvas.svg().rect("chip", chip, 4);
      m_canvas.block("te", place.label, {link.entry.label}, 0, Align::Centre);
      m_canvas.claim(link.entry, chip, 1);
    }
    m_canvas.close();
  }

  Timeline m_timeline;
  ChartCanvas& m_canvas;
  TimelineLayout m_layout;
};

}  // namespace

void drawTimeline(Timeline timeline, ChartCanvas& canvas) {
  TimelineDrawing(std::move(timeline), canvas).draw();
}

}  // namespace phaseboard::compiler
