// SPDX-License-Identifier: Apache-2.0
#include "ui/mock/minutes_chart.h"

#include <algorithm>

#include <QPainter>

#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kRowHeight = 26;
constexpr int kNameShare = 220;
constexpr int kNumberShare = 120;

}  // namespace

MinutesChart::MinutesChart(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("minutesChart"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MinutesChart::setRows(std::vector<Row> rows) {
  m_rows = std::move(rows);
  QStringList words;
  for (const Row& row : m_rows)
    words.push_back(
        row.budget > 0
            ? tr("%1: %2 of %3 minutes").arg(row.name).arg(row.minutes, 0, 'f', 1).arg(row.budget)
            : tr("%1: %2 minutes").arg(row.name).arg(row.minutes, 0, 'f', 1));
  setAccessibleName(tr("Minutes against the budget"));
  setAccessibleDescription(words.join(QStringLiteral(". ")));
  updateGeometry();
  update();
}

QSize MinutesChart::sizeHint() const {
  return {420, scaled(kRowHeight) * static_cast<int>(m_rows.size())};
}

QSize MinutesChart::minimumSizeHint() const {
  return {300, sizeHint().height()};
}

void MinutesChart::paintEvent(QPaintEvent*) {
  const style::ApplicationColours c = coloursOf(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  double most = 1;
  for (const Row& row : m_rows)
    most = std::max({most, row.minutes, row.budget});
  const double left = scaled(kNameShare);
  const double room = width() - left - scaled(kNumberShare);
  const auto across = [&](double minutes) { return minutes / most * room; };
  double top = 0;
  for (const Row& row : m_rows) {
    const QRectF line(0, top, width(), scaled(kRowHeight));
    const bool isStage = row.budget > 0;
    const bool isOver = isStage && row.minutes > row.budget + 0.05;
    painter.setFont(typeFont(isStage ? TextRole::Strong : TextRole::Small));
    painter.setPen(isStage ? c.text : c.mutedText);
    const QRectF name(isStage ? 0 : 2 * kGrid, top, left - 3 * kGrid, line.height());
    painter.drawText(
        name, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(row.name, Qt::ElideRight, name.width()));
    const double thick = isStage ? 12 : 6;
    const QRectF bar(left, line.center().y() - thick / 2, std::max(2.0, across(row.minutes)),
                     thick);
    if (isStage)
      paintPanel(painter, QRectF(left, bar.top(), across(row.budget), thick), thick / 2,
                 style::mixed(c.card, c.text, 0.1), Qt::transparent);
    paintPanel(painter, bar, thick / 2,
               isOver    ? c.bad
               : isStage ? c.accent
                         : style::mixed(c.card, c.accent, 0.55),
               Qt::transparent);
    painter.setFont(typeFont(TextRole::Small));
    painter.setPen(isOver ? c.bad : c.mutedText);
    const QString text = isStage ? tr("%1 of %2 min").arg(row.minutes, 0, 'f', 1).arg(row.budget)
                                 : tr("%1 min").arg(row.minutes, 0, 'f', 1);
    painter.drawText(
        QRectF(width() - scaled(kNumberShare), top, scaled(kNumberShare), line.height()),
        Qt::AlignRight | Qt::AlignVCenter, text);
    top += line.height();
  }
}

}  // namespace phaseboard::ui
