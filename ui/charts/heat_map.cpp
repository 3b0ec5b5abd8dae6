// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/heat_map.h"

#include <algorithm>

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "diagrams/style/palette.h"
#include "ui/bridge/time_text.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kMostWeeks = 53;
constexpr int kCell = 14;
constexpr int kGap = 3;
constexpr int kLabelWidth = 36;
constexpr int kTop = 22;
constexpr int kLegendHeight = 30;

/// From one cell to the next.
int cellPitch() {
  return scaled(kCell) + kGap;
}

/// 0 for Monday; the epoch was a Thursday.
int weekday(StudyDay day) {
  return ((day.value() + 3) % 7 + 7) % 7;
}

StudyDay mondayOf(StudyDay day) {
  return plusDays(day, -weekday(day));
}

}  // namespace

HeatMap::HeatMap(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Review calendar"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HeatMap::setDays(std::map<StudyDay, DayActivity> days, StudyDay today) {
  m_days = std::move(days);
  m_today = today;
  m_most = 0;
  for (const auto& [day, activity] : m_days)
    m_most = std::max(m_most, activity.answers);
  mark(std::nullopt);
  update();
}

QString HeatMap::describe(StudyDay day) const {
  const QString date = QLocale().toString(toQt(day), QLocale::LongFormat);
  const auto found = m_days.find(day);
  if (found == m_days.end() || found->second.answers == 0)
    return tr("%1: no answers").arg(date);
  return tr("%1: %n answer(s) in %2", nullptr, found->second.answers)
      .arg(date, durationText(found->second.time));
}

ChartTable HeatMap::table() const {
  ChartTable table{{tr("Day"), tr("Answers"), tr("Time")}, {}};
  for (auto day = m_days.rbegin(); day != m_days.rend(); ++day)
    if (day->second.answers > 0)
      table.rows += {QLocale().toString(toQt(day->first), QLocale::ShortFormat),
                     QString::number(day->second.answers), durationText(day->second.time)};
  return table;
}

QSize HeatMap::sizeHint() const {
  return {scaled(kLabelWidth) + kMostWeeks * cellPitch(),
          scaled(kTop) + 7 * cellPitch() + scaled(kLegendHeight)};
}

QSize HeatMap::minimumSizeHint() const {
  return {scaled(kLabelWidth) + 12 * cellPitch(), sizeHint().height()};
}

int HeatMap::weeksShown() const {
  return std::clamp((width() - scaled(kLabelWidth)) / cellPitch(), 1, kMostWeeks);
}

StudyDay HeatMap::firstDay() const {
  return plusDays(mondayOf(m_today), -7 * (weeksShown() - 1));
}

QRectF HeatMap::cell(StudyDay day) const {
  const int week = daysBetween(firstDay(), mondayOf(day)) / 7;
  const qreal side = scaled(kCell);
  return {static_cast<qreal>(scaled(kLabelWidth) + week * cellPitch()),
          static_cast<qreal>(scaled(kTop) + weekday(day) * cellPitch()), side, side};
}

std::optional<StudyDay> HeatMap::dayAt(QPointF point) const {
  const int week = static_cast<int>(point.x() - scaled(kLabelWidth)) / cellPitch();
  const int row = static_cast<int>(point.y() - scaled(kTop)) / cellPitch();
  if (point.x() < scaled(kLabelWidth) || point.y() < scaled(kTop) || week >= weeksShown() ||
      row > 6)
    return std::nullopt;
  const StudyDay day = plusDays(firstDay(), week * 7 + row);
  if (day > m_today)
    return std::nullopt;
  return day;
}

QColor HeatMap::fill(int answers) const {
  const auto colours = coloursOf(this);
  if (answers == 0 || m_most == 0)
    return style::mixed(colours.card, colours.mutedText, 0.12);
  const double share = static_cast<double>(answers) / m_most;
  const double strength = share > 0.75 ? 1.0 : share > 0.5 ? 0.75 : share > 0.25 ? 0.5 : 0.28;
  return style::mixed(colours.card, colours.accent, strength);
}

void HeatMap::paintLabels(QPainter& painter) const {
  painter.setFont(typeFont(TextRole::Caption));
  painter.setPen(coloursOf(this).mutedText);
  const QLocale locale;
  for (int row : {0, 2, 4}) {
    const QRectF place(0, scaled(kTop) + row * cellPitch(), scaled(kLabelWidth) - 6, scaled(kCell));
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                     locale.standaloneDayName(row + 1, QLocale::ShortFormat));
  }
  int month = -1;
  qreal freeFrom = 0;
  for (int week = 0; week < weeksShown(); ++week) {
    const StudyDay monday = plusDays(firstDay(), week * 7);
    const QRectF place = cell(monday);
    if (toDate(monday).month == month || place.left() < freeFrom)
      continue;
    month = toDate(monday).month;
    const QString name = locale.standaloneMonthName(month, QLocale::ShortFormat);
    painter.drawText(QPointF(place.left(), scaled(kTop) - 7), name);
    freeFrom = place.left() + painter.fontMetrics().horizontalAdvance(name) + 6;
  }
}

void HeatMap::paintLegend(QPainter& painter) const {
  const QString less = tr("Less");
  const QString more = tr("More");
  const auto metrics = painter.fontMetrics();
  const qreal y = scaled(kTop) + 7 * cellPitch() + 8;
  qreal x =
      scaled(kLabelWidth) + weeksShown() * cellPitch() - kGap - metrics.horizontalAdvance(more);
  painter.drawText(QPointF(x, y + scaled(kCell) - 3), more);
  const QPen textPen = painter.pen();
  painter.setPen(Qt::NoPen);
  for (int step = 4; step >= 0; --step) {
    x -= step == 4 ? scaled(kCell) + 6 : cellPitch();
    painter.setBrush(fill(m_most == 0 ? 0 : (step * m_most + 3) / 4));
    painter.drawRoundedRect(QRectF(x, y, scaled(kCell), scaled(kCell)), 3, 3);
  }
  painter.setPen(textPen);
  painter.drawText(QPointF(x - 6 - metrics.horizontalAdvance(less), y + scaled(kCell) - 3), less);
}

void HeatMap::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  for (StudyDay day = firstDay(); day <= m_today; day = plusDays(day, 1)) {
    const auto found = m_days.find(day);
    painter.setBrush(fill(found == m_days.end() ? 0 : found->second.answers));
    painter.drawRoundedRect(cell(day), 3, 3);
  }
  if (m_marked) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(coloursOf(this).text, 1.5));
    painter.drawRoundedRect(cell(*m_marked).adjusted(-1, -1, 1, 1), 4, 4);
  }
  paintLabels(painter);
  paintLegend(painter);
}

void HeatMap::mark(std::optional<StudyDay> day) {
  if (m_marked == day)
    return;
  m_marked = day;
  setAccessibleDescription(day ? describe(*day) : QString());
  update();
}

void HeatMap::mouseMoveEvent(QMouseEvent* event) {
  mark(dayAt(event->position()));
  if (m_marked)
    QToolTip::showText(event->globalPosition().toPoint(), describe(*m_marked), this);
  else
    QToolTip::hideText();
}

void HeatMap::leaveEvent(QEvent*) {
  if (!hasFocus())
    mark(std::nullopt);
}

void HeatMap::focusInEvent(QFocusEvent*) {
  mark(m_today);
}

void HeatMap::focusOutEvent(QFocusEvent*) {
  mark(std::nullopt);
}

void HeatMap::keyPressEvent(QKeyEvent* event) {
  const std::map<int, int> steps{
      {Qt::Key_Left, -7}, {Qt::Key_Right, 7}, {Qt::Key_Up, -1}, {Qt::Key_Down, 1}};
  const auto step = steps.find(event->key());
  if (step == steps.end()) {
    QWidget::keyPressEvent(event);
    return;
  }
  const StudyDay day = plusDays(m_marked.value_or(m_today), step->second);
  mark(std::clamp(day, firstDay(), m_today));
  QToolTip::showText(mapToGlobal(cell(*m_marked).bottomRight().toPoint()), describe(*m_marked),
                     this);
}

}  // namespace phaseboard::ui
