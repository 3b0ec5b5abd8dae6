// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/line_chart.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "diagrams/style/palette.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kAxisRoom = 46;
constexpr int kTicksHeight = 24;
constexpr int kLineTopRoom = 10;
constexpr int kLegendRow = 26;
constexpr int kRightRoom = 12;

}  // namespace

QColor inkColour(const QWidget* widget, Ink ink) {
  const auto colours = coloursOf(widget);
  switch (ink) {
    case Ink::Accent:
      return colours.accent;
    case Ink::Good:
      return colours.good;
    case Ink::Warn:
      return colours.warn;
    case Ink::Bad:
      return colours.bad;
    case Ink::Muted:
      break;
  }
  return colours.disabledText;
}

ChartAxis percentAxis(double low, double high) {
  const double span = high - low;
  const double step = span > 0.5 ? 0.25 : span > 0.2 ? 0.1 : 0.05;
  ChartAxis axis{std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, {}};
  if (axis.high <= axis.low)
    axis.high = axis.low + step;
  const auto ticks = std::lround((axis.high - axis.low) / step);
  for (long tick = 0; tick <= ticks; ++tick) {
    const double at = axis.low + static_cast<double>(tick) * step;
    axis.ticks.emplace_back(at, LineChart::tr("%1 %").arg(std::lround(at * 100)));
  }
  return axis;
}

ChartAxis countAxis(double high, const QString& unit) {
  double top = 4;
  for (double scale = 1; top < high; scale *= 10)
    for (const double step : {4.0, 6.0, 10.0, 20.0})
      if (top < high)
        top = step * scale;
  ChartAxis axis{0, top, {}};
  for (const double at : {0.0, top / 2, top}) {
    const QString number = QString::number(std::lround(at));
    axis.ticks.emplace_back(at,
                            unit.isEmpty() || at == 0 ? number : number + QLatin1Char(' ') + unit);
  }
  return axis;
}

LineChart::LineChart(const QString& name, QWidget* parent)
    : MarkedChart(name, Qt::Horizontal, parent) {}

void LineChart::setAxes(ChartAxis x, ChartAxis y) {
  m_x = std::move(x);
  m_y = std::move(y);
  update();
}

void LineChart::setLines(std::vector<ChartLine> lines) {
  m_lines = std::move(lines);
  update();
}

void LineChart::setMarks(std::vector<Mark> marks) {
  m_marks = std::move(marks);
  resetMark();
}

void LineChart::setFlags(std::vector<Flag> flags) {
  m_flags = std::move(flags);
  update();
}

void LineChart::setEmptyText(const QString& text) {
  m_emptyText = text;
  update();
}

QSize LineChart::sizeHint() const {
  return {scaled(520), scaled(230)};
}

QSize LineChart::minimumSizeHint() const {
  return {scaled(260), scaled(180)};
}

bool LineChart::hasLegend() const {
  return std::any_of(m_lines.begin(), m_lines.end(),
                     [](const ChartLine& line) { return !line.name.isEmpty(); });
}

QRectF LineChart::plot() const {
  const int top = scaled(hasLegend() ? kLegendRow + kLineTopRoom : kLineTopRoom);
  const int left = scaled(kAxisRoom);
  return {static_cast<qreal>(left), static_cast<qreal>(top),
          static_cast<qreal>(width() - left - scaled(kRightRoom)),
          static_cast<qreal>(height() - top - scaled(kTicksHeight))};
}

QPointF LineChart::place(QPointF value) const {
  const QRectF area = plot();
  const double x = (value.x() - m_x.low) / std::max(1e-9, m_x.high - m_x.low);
  const double y = (value.y() - m_y.low) / std::max(1e-9, m_y.high - m_y.low);
  return {area.left() + x * area.width(), area.bottom() - y * area.height()};
}

void LineChart::paintGrid(QPainter& painter) const {
  const QRectF area = plot();
  for (const auto& [value, words] : m_y.ticks)
    paintGridLine(painter, this, area, place({m_x.low, value}).y(), words);
  qreal freeFrom = 0;
  for (const auto& [value, words] : m_x.ticks) {
    const qreal width = painter.fontMetrics().horizontalAdvance(words) + 4;
    const qreal left = std::clamp(place({value, m_y.low}).x() - width / 2, 0.0,
                                  std::max(0.0, this->width() - width));
    if (left < freeFrom)
      continue;
    freeFrom = left + width + 6;
    painter.drawText(QRectF(left, area.bottom() + 5, width, 18), Qt::AlignCenter, words);
  }
}

void LineChart::paintLegend(QPainter& painter) const {
  painter.setFont(typeFont(TextRole::Caption));
  qreal x = plot().left();
  const qreal y = scaled(kLegendRow) / 2.0;
  for (const ChartLine& line : m_lines) {
    if (line.name.isEmpty())
      continue;
    QPen pen(inkColour(this, line.ink), 2.5, line.dashed ? Qt::DashLine : Qt::SolidLine,
             Qt::RoundCap);
    painter.setPen(pen);
    if (line.joined) {
      painter.drawLine(QPointF(x, y), QPointF(x + 18, y));
    } else {
      painter.setBrush(pen.color());
      painter.drawEllipse(QPointF(x + 9, y), 3.5, 3.5);
    }
    painter.setPen(coloursOf(this).mutedText);
    const qreal width = painter.fontMetrics().horizontalAdvance(line.name);
    painter.drawText(QRectF(x + 25, y - 10, width + 4, 20), Qt::AlignLeft | Qt::AlignVCenter,
                     line.name);
    x += 25 + width + 20;
  }
}

void LineChart::paintLine(QPainter& painter, const ChartLine& line) const {
  if (line.points.empty())
    return;
  const QColor colour = inkColour(this, line.ink);
  QPainterPath path;
  for (const QPointF& point : line.points) {
    const QPointF at = place(point);
    path.elementCount() == 0 ? path.moveTo(at) : path.lineTo(at);
  }
  if (line.filled) {
    QPainterPath area = path;
    area.lineTo(place({line.points.back().x(), m_y.low}));
    area.lineTo(place({line.points.front().x(), m_y.low}));
    QColor tint = colour;
    tint.setAlphaF(0.13F);
    painter.fillPath(area, tint);
  }
  if (line.joined) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, line.dashed ? 1.5 : 2.2, line.dashed ? Qt::DashLine : Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
  }
  painter.setPen(QPen(coloursOf(this).card, 1.5));
  painter.setBrush(colour);
  for (std::size_t i = 0; i < std::min(line.points.size(), line.dots.size()); ++i)
    if (line.dots[i] > 0)
      painter.drawEllipse(place(line.points[i]), line.dots[i], line.dots[i]);
}

void LineChart::paintFlags(QPainter& painter) const {
  for (const Flag& flag : m_flags)
    paintChartFlag(painter, this, plot(), place({flag.x, m_y.low}).x(), flag.word);
}

void LineChart::paintMark(QPainter& painter) const {
  if (marked() < 0)
    return;
  const qreal x = place({m_marks[static_cast<std::size_t>(marked())].x, m_y.low}).x();
  painter.setPen(QPen(coloursOf(this).focusRing, 1));
  painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
}

void LineChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool isEmpty = std::all_of(m_lines.begin(), m_lines.end(),
                                   [](const ChartLine& line) { return line.points.empty(); });
  if (isEmpty) {
    painter.setFont(typeFont(TextRole::Body));
    painter.setPen(coloursOf(this).mutedText);
    painter.drawText(rect().adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     m_emptyText);
    return;
  }
  paintGrid(painter);
  paintLegend(painter);
  painter.save();
  painter.setClipRect(plot().adjusted(-8, -8, 8, 2));
  for (const ChartLine& line : m_lines)
    paintLine(painter, line);
  painter.restore();
  paintFlags(painter);
  paintMark(painter);
}

QString LineChart::describe(int place) const {
  return m_marks[static_cast<std::size_t>(place)].words;
}

QString LineChart::describeAll() const {
  return m_marks.empty() ? m_emptyText : MarkedChart::describeAll();
}

int LineChart::placeCount() const {
  return static_cast<int>(m_marks.size());
}

int LineChart::placeAt(QPointF point) const {
  constexpr qreal kReach = 40;
  int nearest = -1;
  qreal least = kReach;
  for (int i = 0; i < placeCount(); ++i) {
    const qreal away = std::abs(place({m_marks[static_cast<std::size_t>(i)].x, 0}).x() - point.x());
    if (away < least) {
      least = away;
      nearest = i;
    }
  }
  return nearest;
}

QPoint LineChart::tipOf(int place) const {
  return this->place({m_marks[static_cast<std::size_t>(place)].x, m_y.high}).toPoint();
}

}  // namespace phaseboard::ui
