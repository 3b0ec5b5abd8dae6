// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/timeline_layout.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace phaseboard::compiler {
namespace {

using chart::kMargin;
using namespace timeline_layout;

constexpr double kLaneGap = 10;
constexpr double kRow = 40;
constexpr double kRowGap = 10;
constexpr double kLinkRow = 26;  // more between lanes that a labelled link crosses
constexpr double kItemGap = 12;  // between neighbours in one row
constexpr double kInside = 9;    // between a bar's end and its words
constexpr double kBeside = 7;
constexpr double kAxisRoom = 52;
constexpr double kChipHalf = 10;

class TimelineLayouter {
 public:
  TimelineLayouter(Timeline& timeline, ChartProblems& problems)
      : m_timeline(timeline), m_problems(problems) {}

  TimelineLayout layout() {
    setAxis();
    m_out.items.resize(m_timeline.items.size());
    m_rows.resize(m_timeline.items.size());
    for (std::size_t i = 0; i < m_timeline.items.size(); ++i)
      placeAlong(i);
    std::vector<std::size_t> rows;
    for (std::size_t lane = 0; lane < m_timeline.lanes.size(); ++lane)
      rows.push_back(std::max(m_timeline.lanes[lane].rows, assignRows(lane)));
    placeLanes(rows);
    for (std::size_t i = 0; i < m_timeline.items.size(); ++i)
      placeDown(i);
    for (const Timeline::Link& link : m_timeline.links) {
      m_out.links.push_back(route(link));
      checkWay(link, m_out.links.back());
    }
    m_out.height = m_out.bottom + kAxisRoom + kMargin - 8;
    return std::move(m_out);
  }

 private:
  void setAxis() {
    double titles = 0;
    for (const Timeline::Lane& lane : m_timeline.lanes)
      titles =
          std::max({titles, widthOf(laneTitle(lane.entry), "tz"), widthOf(lane.entry.sub, "ts")});
    m_out.titlesEnd = kMargin + kLanePadding + titles;
    m_timeline.axis.start = m_out.titlesEnd + 26;
    m_timeline.axis.end = m_timeline.width - kMargin - 22;
    FlagRows flags(m_timeline.width - kMargin);
    for (const Timeline::Mark& mark : m_timeline.marks)
      flags.add(m_timeline.axis.at(mark.at), flag::width(mark.entry));
    for (std::size_t i = 0; i < m_timeline.marks.size(); ++i)
      m_out.flags.push_back(flags.box(i, kMargin));
    m_top = kMargin + flags.height();
  }

  [[nodiscard]] static QSizeF wordsSize(const Entry& entry) {
    return {std::max(widthOf(entry.label, "tl"), widthOf(entry.sub, "ts")),
            entry.sub.empty() ? 16.0 : 32.0};
  }

  /// Left and right of the item, and on which side its words stand.
  void placeAlong(std::size_t index) {
    const Timeline::Item& item = m_timeline.items[index];
    TimelineLayout::Item& out = m_out.items[index];
    const double from = m_timeline.axis.at(item.from);
    const double to = item.to ? m_timeline.axis.at(*item.to) : from;
    const QSizeF words = wordsSize(item.entry);
    out.box = item.to ? QRectF(from, 0, to - from, kRow) : QRectF(from - kDot / 2, 0, kDot, kDot);
    if (item.to && words.width() + 2 * kInside <= out.box.width()) {
      out.words = QRectF(QPointF(out.box.center().x() - words.width() / 2, 0), words);
      return;
    }
    const bool right = out.box.right() + kBeside + words.width() <= m_timeline.width - kMargin - 6;
    out.side = right ? TimelineLayout::Words::Right : TimelineLayout::Words::Left;
    out.words = QRectF(
        QPointF(right ? out.box.right() + kBeside : out.box.left() - kBeside - words.width(), 0),
        words);
    if (!right && out.words.left() < m_timeline.axis.start - 20)
      m_problems.add(item.entry.line,
                     "'" + item.entry.id + "': found no room for \"" + item.entry.label + "\"");
  }

  [[nodiscard]] double leftOf(std::size_t item) const {
    return std::min(m_out.items[item].box.left(), m_out.items[item].words.left());
  }
  [[nodiscard]] double rightOf(std::size_t item) const {
    return std::max(m_out.items[item].box.right(), m_out.items[item].words.right());
  }

  /// The first row in which an item meets no other, by their beginnings. @return how many there
  /// are.
  std::size_t assignRows(std::size_t lane) {
    std::vector<std::size_t> own;
    for (std::size_t i = 0; i < m_timeline.items.size(); ++i)
      if (m_timeline.items[i].lane == lane)
        own.push_back(i);
    std::stable_sort(own.begin(), own.end(),
                     [this](std::size_t a, std::size_t b) { return leftOf(a) < leftOf(b); });
    std::vector<double> ends;
    for (const std::size_t item : own) {
      const bool follows =
          m_timeline.items[item].to && m_out.items[item].side == TimelineLayout::Words::Inside;
      std::size_t row = 0;
      // Bars with their words inside may touch; words need air.
      while (row < ends.size() && ends[row] + (follows ? -0.5 : kItemGap) > leftOf(item))
        ++row;
      if (row == ends.size())
        ends.push_back(0);
      ends[row] = rightOf(item) + (follows ? 0 : kItemGap);
      m_rows[item] = row;
    }
    return std::max<std::size_t>(1, ends.size());
  }

  void placeLanes(const std::vector<std::size_t>& rows) {
    double y = m_top;
    for (std::size_t lane = 0; lane < rows.size(); ++lane) {
      const auto count = static_cast<double>(rows[lane]);
      const double height = 2 * kLanePadding + count * kRow + (count - 1) * kRowGap;
      m_out.lanes.emplace_back(kMargin, y, m_timeline.width - 2 * kMargin, height);
      y += height + kLaneGap + (isLabelledBelow(lane) ? kLinkRow : 0);
    }
    m_out.bottom = y - kLaneGap + 12;
  }

  /// Whether a link with words leaves this lane downwards or enters it from below.
  [[nodiscard]] bool isLabelledBelow(std::size_t lane) const {
    return std::any_of(m_timeline.links.begin(), m_timeline.links.end(),
                       [&](const Timeline::Link& link) {
                         const std::size_t a = m_timeline.items[link.from].lane;
                         const std::size_t b = m_timeline.items[link.to].lane;
                         return !link.entry.label.empty() && a != b && std::min(a, b) == lane;
                       });
  }

  void placeDown(std::size_t index) {
    TimelineLayout::Item& out = m_out.items[index];
    const double middle = m_out.lanes[m_timeline.items[index].lane].top() + kLanePadding +
                          static_cast<double>(m_rows[index]) * (kRow + kRowGap) + kRow / 2;
    out.box.moveTop(middle - out.box.height() / 2);
    out.words.moveTop(middle - out.words.height() / 2);
  }

  /// Down (or up) out of the first item, along the gap between the lanes, and into the second.
  [[nodiscard]] TimelineLayout::Link route(const Timeline::Link& link) const {
    const QRectF from = m_out.items[link.from].box;
    const QRectF to = m_out.items[link.to].box;
    const Timeline::Item& source = m_timeline.items[link.from];
    const Timeline::Item& target = m_timeline.items[link.to];
    TimelineLayout::Link out;
    const bool level = source.lane == target.lane && m_rows[link.from] == m_rows[link.to];
    if (level) {
      const bool forward = from.left() <= to.left();
      const QPointF a(forward ? from.right() : from.left(), from.center().y());
      const QPointF b(forward ? to.left() : to.right(), to.center().y());
      out.way = {a, b};
      out.label = (a + b) / 2;
      return out;
    }
    const bool down = from.top() < to.top();
    const double leave =
        source.to ? std::max(from.right() - 14, from.center().x()) : from.center().x();
    double enter = target.to ? std::min(to.left() + 14, to.center().x()) : to.center().x();
    if (target.to && leave > to.left() + 6 && leave < to.right() - 6)
      enter = leave;  // straight, when one stands below the other
    const double start = down ? from.bottom() : from.top();
    const double end = down ? to.top() : to.bottom();
    const double edge = down ? m_out.lanes[source.lane].bottom() : m_out.lanes[source.lane].top();
    double turn = (start + end) / 2;
    if (source.lane != target.lane) {
      const std::size_t upper = std::min(source.lane, target.lane);
      const double gap = isLabelledBelow(upper) && upper == source.lane ? kLinkRow : 0;
      turn = edge + (down ? 1 : -1) * (kLaneGap + gap) / 2;
    }
    if (std::abs(leave - enter) < 1) {
      out.way = {QPointF(leave, start), QPointF(enter, end)};
      out.label = QPointF(leave, turn);
    } else {
      out.way = {QPointF(leave, start), QPointF(leave, turn), QPointF(enter, turn),
                 QPointF(enter, end)};
      out.label = QPointF(labelAlong(leave, enter, widthOf(link.entry.label, "te")), turn);
    }
    return out;
  }

  void checkWay(const Timeline::Link& link, const TimelineLayout::Link& place) {
    for (std::size_t i = 0; i < m_out.items.size(); ++i) {
      if (i == link.from || i == link.to)
        continue;
      const bool crosses =
          std::any_of(place.way.begin() + 1, place.way.end(), [&](const QPointF& point) {
            const QPointF before = *(&point - 1);
            return QRectF(before, point)
                .normalized()
                .adjusted(-2, -2, 2, 2)
                .intersects(m_out.items[i].box);
          });
      if (crosses)
        m_problems.add(link.entry.line,
                       "'" + link.entry.id + "' crosses '" + m_timeline.items[i].entry.id + "'");
    }
  }

  /// The middle of the level piece if the words fit there, else beside it.
  [[nodiscard]] static double labelAlong(double from, double to, double width) {
    constexpr double kTurns = 28;
    return std::abs(from - to) > width + kTurns ? (from + to) / 2
                                                : std::min(from, to) - width / 2 - kChipHalf;
  }

  Timeline& m_timeline;
  ChartProblems& m_problems;
  TimelineLayout m_out;
  std::vector<std::size_t> m_rows;  ///< of each item, in its lane
  double m_top = 0;
};

}  // namespace

TimelineLayout layoutTimeline(Timeline& timeline, ChartProblems& problems) {
  return TimelineLayouter(timeline, problems).layout();
}

}  // namespace phaseboard::compiler
