// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/line_chart.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

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
  for (double at = axis.low; at <= axis.high + 1e-9; at += step)
    axis.ticks.emplace_back(at, LineChart::tr("%1 %").arg(std::lround(at * 100)));
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

LineChart::LineChart(const QString& name, QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(name);
}

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
  mark(-1);
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
  const auto colours = coloursOf(this);
  const QRectF area = plot();
  painter.setFont(typeFont(TextRole::Caption));
  for (const auto& [value, words] : m_y.ticks) {
    const qreal y = std::round(place({m_x.low, value}).y()) + 0.5;
    painter.setPen(QPen(colours.cardBorder, 1));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    painter.setPen(colours.mutedText);
    painter.drawText(QRectF(0, y - 10, area.left() - 8, 20), Qt::AlignRight | Qt::AlignVCenter,
                     words);
  }
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
  const auto colours = coloursOf(this);
  const QRectF area = plot();
  painter.setFont(typeFont(TextRole::Caption));
  for (const Flag& flag : m_flags) {
    const qreal x = place({flag.x, m_y.low}).x();
    painter.setPen(QPen(colours.bad, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    const qreal width = painter.fontMetrics().horizontalAdvance(flag.word);
    const bool isLeft = x + 6 + width > area.right();
    painter.setPen(colours.bad);
    painter.drawText(QPointF(isLeft ? x - 6 - width : x + 6, area.top() + 12), flag.word);
  }
}

void LineChart::paintMark(QPainter& painter) const {
  if (m_marked < 0)
    return;
  const qreal x = place({m_marks[static_cast<std::size_t>(m_marked)].x, m_y.low}).x();
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

void LineChart::mark(int index) {
  m_marked = index;
  QStringList words;
  for (std::size_t i = 0; i < m_marks.size(); ++i)
    if (index < 0 || static_cast<int>(i) == index)
      words += m_marks[i].words;
  setAccessibleDescription(words.isEmpty() ? m_emptyText : words.join(QStringLiteral("; ")));
  update();
}

void LineChart::mouseMoveEvent(QMouseEvent* event) {
  constexpr qreal kReach = 40;
  int nearest = -1;
  qreal least = kReach;
  for (std::size_t i = 0; i < m_marks.size(); ++i) {
    const qreal away = std::abs(place({m_marks[i].x, m_y.low}).x() - event->position().x());
    if (away < least) {
      least = away;
      nearest = static_cast<int>(i);
    }
  }
  if (nearest != m_marked)
    mark(nearest);
  if (nearest >= 0)
    QToolTip::showText(event->globalPosition().toPoint(),
                       m_marks[static_cast<std::size_t>(nearest)].words, this);
}

void LineChart::leaveEvent(QEvent*) {
  if (!hasFocus())
    mark(-1);
}

void LineChart::focusInEvent(QFocusEvent*) {
  mark(m_marks.empty() ? -1 : 0);
}

void LineChart::focusOutEvent(QFocusEvent*) {
  mark(-1);
}

void LineChart::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(m_marks.size()) - 1;
  const std::map<int, int> targets{{Qt::Key_Left, m_marked - 1},
                                   {Qt::Key_Right, m_marked + 1},
                                   {Qt::Key_Home, 0},
                                   {Qt::Key_End, last}};
  const auto target = targets.find(event->key());
  if (target == targets.end() || last < 0) {
    QWidget::keyPressEvent(event);
    return;
  }
  mark(std::clamp(target->second, 0, last));
  const Mark& now = m_marks[static_cast<std::size_t>(m_marked)];
  QToolTip::showText(mapToGlobal(place({now.x, m_y.high}).toPoint()), now.words, this);
}

}  // namespace phaseboard::ui
