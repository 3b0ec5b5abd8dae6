// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/forecast_chart.h"

#include <algorithm>
#include <cmath>

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include "diagrams/style/palette.h"
#include "ui/bridge/time_text.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kAxisWidth = 52;
constexpr int kDateHeight = 26;
constexpr int kTopSpace = 14;
constexpr double kMinute = 60'000;

double minutes(Millis time) {
  return static_cast<double>(time.value()) / kMinute;
}

/// The next round number of minutes at or above `value` whose half is whole.
int roundUp(double value) {
  for (const int top : {10, 20, 30, 60, 90, 120, 180, 240})
    if (top >= value)
      return top;
  return static_cast<int>(std::ceil(value / 240)) * 240;
}

}  // namespace

ForecastChart::ForecastChart(QWidget* parent)
    : MarkedChart(tr("Forecast of due prompts"), Qt::Horizontal, parent) {}

void ForecastChart::setForecast(std::vector<DayBar> days, StudyDay today,
                                std::optional<StudyDay> interview) {
  m_days = std::move(days);
  m_today = today;
  m_interview = interview;
  resetMark();
}

QString ForecastChart::describe(int day) const {
  const DayBar& bar = m_days.at(static_cast<std::size_t>(day));
  const QString date = QLocale().toString(toQt(plusDays(m_today, day)), QLocale::LongFormat);
  QString words =
      tr("%1: %n prompt(s) due, %2", nullptr, bar.prompts).arg(date, durationText(bar.time));
  if (bar.backlog > 0)
    words +=
        tr("; %n more from earlier, %1", nullptr, bar.backlog).arg(durationText(bar.backlogTime));
  return words + tr("; your day has %1").arg(durationText(bar.budget));
}

ChartTable ForecastChart::table() const {
  ChartTable table{{tr("Day"), tr("Prompts"), tr("Minutes"), tr("From earlier"), tr("Minutes")},
                   {}};
  for (std::size_t i = 0; i < m_days.size(); ++i)
    table.rows +=
        {QLocale().toString(toQt(plusDays(m_today, static_cast<int>(i))), QLocale::ShortFormat),
         QString::number(m_days[i].prompts), QString::number(minutes(m_days[i].time), 'f', 1),
         QString::number(m_days[i].backlog),
         QString::number(minutes(m_days[i].backlogTime), 'f', 1)};
  return table;
}

QSize ForecastChart::sizeHint() const {
  return {scaled(560), scaled(210)};
}

QSize ForecastChart::minimumSizeHint() const {
  return {scaled(280), scaled(160)};
}

QString ForecastChart::describeAll() const {
  QStringList words;
  for (std::size_t index = 0; index < m_days.size(); ++index)
    words += tr("%1: %2")
                 .arg(QLocale().toString(toQt(plusDays(m_today, static_cast<int>(index))),
                                         QLocale::ShortFormat))
                 .arg(m_days[index].prompts);
  return words.join(QStringLiteral(", "));
}

int ForecastChart::placeCount() const {
  return static_cast<int>(m_days.size());
}

int ForecastChart::placeAt(QPointF point) const {
  for (int index = 0; index < placeCount(); ++index)
    if (point.x() >= column(index).left() && point.x() < column(index).right())
      return index;
  return -1;
}

QPoint ForecastChart::tipOf(int place) const {
  return column(place).topRight().toPoint();
}

QRectF ForecastChart::plot() const {
  const int left = scaled(kAxisWidth);
  return {static_cast<qreal>(left), kTopSpace, static_cast<qreal>(width() - left),
          static_cast<qreal>(height() - kTopSpace - scaled(kDateHeight))};
}

int ForecastChart::top() const {
  double most = 1;
  for (const DayBar& bar : m_days)
    most =
        std::max({most, minutes(bar.time) + minutes(bar.backlogTime), minutes(bar.budget) * 1.1});
  return roundUp(most);
}

qreal ForecastChart::heightOf(Millis time) const {
  return plot().height() * minutes(time) / top();
}

QRectF ForecastChart::column(int index) const {
  const QRectF area = plot();
  const qreal pitch = area.width() / static_cast<qreal>(std::max<std::size_t>(1, m_days.size()));
  return {area.left() + index * pitch, area.top(), pitch, area.height()};
}

void ForecastChart::paintGrid(QPainter& painter) const {
  const QRectF area = plot();
  for (int line = 0; line <= 2; ++line)
    paintGridLine(painter, this, area, area.bottom() - area.height() * line / 2,
                  line == 0 ? QStringLiteral("0") : tr("%1 min").arg(top() * line / 2));
}

void ForecastChart::paintBar(QPainter& painter, int index) const {
  const auto colours = coloursOf(this);
  const DayBar& bar = m_days[static_cast<std::size_t>(index)];
  const QRectF all = column(index);
  if (index == marked())
    painter.fillRect(all, colours.hover);
  const qreal own = heightOf(bar.time);
  const qreal late = heightOf(bar.backlogTime);
  if (own + late < 0.5)
    return;
  const qreal gap = std::min(3.0, all.width() / 6);
  const QRectF shape(all.left() + gap, all.bottom() - own - late, all.width() - 2 * gap,
                     own + late);
  const qreal radius = std::min({4.0, shape.height() / 2, shape.width() / 2});
  QPainterPath path;
  path.setFillRule(Qt::WindingFill);
  path.addRoundedRect(shape, radius, radius);
  path.addRect(shape.adjusted(0, shape.height() - radius, 0, 0));
  painter.save();
  painter.setClipPath(path.simplified());
  const QColor base =
      index == 0 ? colours.accent : style::mixed(colours.card, colours.accent, 0.55);
  painter.fillRect(shape, index == marked() ? colours.accentHover : base);
  if (late > 0)
    painter.fillRect(QRectF(shape.left(), shape.top(), shape.width(), late), colours.warn);
  painter.restore();
}

void ForecastChart::paintBudget(QPainter& painter) const {
  QPainterPath path;
  for (int index = 0; index < static_cast<int>(m_days.size()); ++index) {
    const QRectF all = column(index);
    const qreal y = all.bottom() - heightOf(m_days[static_cast<std::size_t>(index)].budget);
    index == 0 ? path.moveTo(all.left(), y) : path.lineTo(all.left(), y);
    path.lineTo(all.right(), y);
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(coloursOf(this).mutedText, 1.2, Qt::DotLine));
  painter.drawPath(path);
}

void ForecastChart::paintDates(QPainter& painter) const {
  const auto colours = coloursOf(this);
  const QRectF area = plot();
  const QLocale locale;
  painter.setFont(typeFont(TextRole::Caption));
  const auto label = [&](int index, const QString& words, const QColor& colour) {
    painter.setPen(colour);
    const qreal width = painter.fontMetrics().horizontalAdvance(words) + 4;
    const qreal left =
        std::clamp(column(index).center().x() - width / 2, area.left(), area.right() - width);
    painter.drawText(QRectF(left, area.bottom() + 6, width, 18), Qt::AlignCenter, words);
  };
  label(0, tr("Today"), colours.text);
  for (int index = 7; index + 2 < static_cast<int>(m_days.size()); index += 7)
    label(index, locale.toString(toQt(plusDays(m_today, index)), QStringLiteral("d MMM")),
          colours.mutedText);
}

void ForecastChart::paintInterview(QPainter& painter) const {
  const int index = m_interview ? daysBetween(m_today, *m_interview) : 0;
  if (index >= 1 && index < placeCount())
    paintChartFlag(painter, this, plot(), column(index).center().x(), tr("Interview"));
}

void ForecastChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintGrid(painter);
  if (m_days.empty())
    return;
  for (int index = 0; index < static_cast<int>(m_days.size()); ++index)
    paintBar(painter, index);
  paintBudget(painter);
  paintDates(painter);
  paintInterview(painter);
}

}  // namespace phaseboard::ui
