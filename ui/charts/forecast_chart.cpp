// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/forecast_chart.h"

#include <algorithm>
#include <map>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "diagrams/style/palette.h"
#include "ui/bridge/time_text.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kAxisWidth = 36;
constexpr int kDateHeight = 26;
constexpr int kTopSpace = 12;

/// The next round number at or above `value` whose half is whole: 2, 4 or 10 times a power of ten.
int roundUp(int value) {
  for (int unit = 1;; unit *= 10)
    for (int step : {2, 4, 10})
      if (unit * step >= value)
        return unit * step;
}

}  // namespace

ForecastChart::ForecastChart(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Forecast of due prompts"));
}

void ForecastChart::setForecast(std::vector<int> due, StudyDay today,
                                std::optional<StudyDay> interview) {
  m_due = std::move(due);
  m_today = today;
  m_interview = interview;
  mark(hasFocus() && !m_due.empty() ? 0 : -1);
}

QString ForecastChart::describe(int day) const {
  const QString date = QLocale().toString(toQt(plusDays(m_today, day)), QLocale::LongFormat);
  return tr("%1: %n prompt(s) due", nullptr, m_due.at(static_cast<std::size_t>(day))).arg(date);
}

ChartTable ForecastChart::table() const {
  ChartTable table{{tr("Day"), tr("Prompts")}, {}};
  for (std::size_t i = 0; i < m_due.size(); ++i)
    table.rows +=
        {QLocale().toString(toQt(plusDays(m_today, static_cast<int>(i))), QLocale::ShortFormat),
         QString::number(m_due[i])};
  return table;
}

void ForecastChart::mark(int day) {
  m_marked = day;
  if (day >= 0) {
    setAccessibleDescription(describe(day));
  } else {
    QStringList words;
    for (std::size_t index = 0; index < m_due.size(); ++index)
      words += tr("%1: %2")
                   .arg(QLocale().toString(toQt(plusDays(m_today, static_cast<int>(index))),
                                           QLocale::ShortFormat))
                   .arg(m_due[index]);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
  }
  update();
}

QRectF ForecastChart::plot() const {
  return {kAxisWidth, kTopSpace, static_cast<qreal>(width() - kAxisWidth),
          static_cast<qreal>(height() - kTopSpace - kDateHeight)};
}

int ForecastChart::top() const {
  const auto most = std::max_element(m_due.begin(), m_due.end());
  return roundUp(std::max(4, most == m_due.end() ? 0 : *most));
}

QRectF ForecastChart::bar(int index) const {
  const QRectF area = plot();
  const qreal pitch = area.width() / static_cast<qreal>(std::max<std::size_t>(1, m_due.size()));
  const qreal height = area.height() * m_due[static_cast<std::size_t>(index)] / top();
  return {area.left() + index * pitch + 2, area.bottom() - height, std::max(2.0, pitch - 4),
          height};
}

void ForecastChart::paintGrid(QPainter& painter) const {
  const auto colours = coloursOf(this);
  const QRectF area = plot();
  painter.setFont(typeFont(TextRole::Caption));
  for (int line = 0; line <= 2; ++line) {
    const qreal y = area.bottom() - area.height() * line / 2;
    painter.setPen(QPen(colours.cardBorder, 1));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    painter.setPen(colours.mutedText);
    painter.drawText(QRectF(0, y - 10, kAxisWidth - 8, 20), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(top() * line / 2));
  }
}

void ForecastChart::paintMark(QPainter& painter) const {
  if (m_marked < 0)
    return;
  const QRectF area = plot();
  const QRectF shape = bar(m_marked);
  painter.fillRect(QRectF(shape.left() - 2, area.top(), shape.width() + 4, area.height()),
                   coloursOf(this).hover);
}

void ForecastChart::paintBars(QPainter& painter) const {
  const auto colours = coloursOf(this);
  for (int index = 0; index < static_cast<int>(m_due.size()); ++index) {
    const QRectF shape = bar(index);
    if (shape.height() < 0.5)
      continue;
    const qreal radius = std::min(4.0, shape.height() / 2);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(shape, radius, radius);
    path.addRect(shape.adjusted(0, shape.height() - radius, 0, 0));
    const QColor base =
        index == 0 ? colours.accent : style::mixed(colours.card, colours.accent, 0.55);
    painter.fillPath(path.simplified(), index == m_marked ? colours.accentHover : base);
  }
}

void ForecastChart::paintDates(QPainter& painter) const {
  const auto colours = coloursOf(this);
  const QRectF area = plot();
  const QLocale locale;
  painter.setFont(typeFont(TextRole::Caption));
  painter.setPen(colours.mutedText);
  const auto label = [&](int index, const QString& words, const QColor& colour) {
    painter.setPen(colour);
    const qreal width = painter.fontMetrics().horizontalAdvance(words) + 4;
    const qreal left =
        std::clamp(bar(index).center().x() - width / 2, area.left(), area.right() - width);
    painter.drawText(QRectF(left, area.bottom() + 6, width, 18), Qt::AlignCenter, words);
  };
  label(0, tr("Today"), colours.text);
  for (int index = 7; index + 2 < static_cast<int>(m_due.size()); index += 7)
    label(index, locale.toString(toQt(plusDays(m_today, index)), QStringLiteral("d MMM")),
          colours.mutedText);
  if (!m_interview)
    return;
  const int index = daysBetween(m_today, *m_interview);
  if (index < 1 || index >= static_cast<int>(m_due.size()))
    return;
  const qreal x = bar(index).center().x();
  painter.setPen(QPen(colours.bad, 1.5, Qt::DashLine));
  painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
  painter.setPen(colours.bad);
  const QString words = tr("Interview");
  const qreal width = painter.fontMetrics().horizontalAdvance(words);
  painter.drawText(QPointF(std::min(x + 5, area.right() - width), area.top() + 10), words);
}

void ForecastChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintGrid(painter);
  if (m_due.empty())
    return;
  paintMark(painter);
  paintBars(painter);
  paintDates(painter);
}

void ForecastChart::mouseMoveEvent(QMouseEvent* event) {
  int marked = -1;
  for (int index = 0; index < static_cast<int>(m_due.size()); ++index) {
    const QRectF shape = bar(index);
    if (event->position().x() >= shape.left() - 2 && event->position().x() < shape.right() + 2)
      marked = index;
  }
  if (marked != m_marked)
    mark(marked);
  if (marked >= 0)
    QToolTip::showText(event->globalPosition().toPoint(), describe(marked), this);
}

void ForecastChart::leaveEvent(QEvent*) {
  if (!hasFocus())
    mark(-1);
}

void ForecastChart::focusInEvent(QFocusEvent*) {
  mark(m_due.empty() ? -1 : 0);
}

void ForecastChart::focusOutEvent(QFocusEvent*) {
  mark(-1);
}

void ForecastChart::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(m_due.size()) - 1;
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
  QToolTip::showText(mapToGlobal(bar(m_marked).topRight().toPoint()), describe(m_marked), this);
}

}  // namespace phaseboard::ui
