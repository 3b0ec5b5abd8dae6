// SPDX-License-Identifier: Apache-2.0
#include "ui/today/day_meter.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>

#include "diagrams/style/palette.h"
#include "ui/bridge/time_text.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kMeterBar = 12;
constexpr int kMeterWords = 24;

}  // namespace

DayMeter::DayMeter(QWidget* parent) : QWidget(parent) {
  setAccessibleName(tr("The minutes of today"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayMeter::setMinutes(const Minutes& minutes) {
  m_minutes = minutes;
  setAccessibleDescription(tr("%1 spent, %2 to repeat, %3 new, of %4")
                               .arg(durationText(minutes.spent), durationText(minutes.repeat),
                                    durationText(minutes.fresh), durationText(minutes.budget)));
  update();
}

QSize DayMeter::sizeHint() const {
  return {scaled(320), scaled(kMeterBar) + scaled(kMeterWords)};
}

void DayMeter::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto colours = coloursOf(this);
  const QRectF bar(0, 0, width(), scaled(kMeterBar));
  QPainterPath round;
  round.addRoundedRect(bar, bar.height() / 2, bar.height() / 2);
  painter.fillPath(round, colours.pressed);
  painter.setClipPath(round);
  const std::int64_t taken =
      m_minutes.spent.value() + m_minutes.repeat.value() + m_minutes.fresh.value();
  const double whole =
      static_cast<double>(std::max<std::int64_t>({1, taken, m_minutes.budget.value()}));
  struct Piece {
    Millis length;
    QColor colour;
    QString name;
  };
  const Piece pieces[]{
      {m_minutes.spent, colours.good, tr("done")},
      {m_minutes.repeat, colours.accent, tr("to repeat")},
      {m_minutes.fresh, style::mixed(colours.card, colours.accent, 0.45), tr("new")}};
  qreal x = 0;
  for (const Piece& piece : pieces) {
    const qreal width = bar.width() * static_cast<double>(piece.length.value()) / whole;
    painter.fillRect(QRectF(x, 0, width, bar.height()), piece.colour);
    x += width;
    if (width > 4)
      painter.fillRect(QRectF(x - 1.5, 0, 1.5, bar.height()), colours.card);
  }
  painter.setClipping(false);
  painter.setFont(typeFont(TextRole::Caption));
  const qreal baseline = bar.bottom() + scaled(17);
  qreal at = 0;
  for (const Piece& piece : pieces) {
    if (piece.length.value() <= 0)
      continue;
    painter.setPen(Qt::NoPen);
    painter.setBrush(piece.colour);
    painter.drawRoundedRect(QRectF(at, baseline - 9, 9, 9), 3, 3);
    painter.setPen(colours.mutedText);
    const QString words = tr("%1 %2").arg(durationText(piece.length), piece.name);
    painter.drawText(QPointF(at + 14, baseline), words);
    at += 14 + painter.fontMetrics().horizontalAdvance(words) + 16;
  }
}

}  // namespace phaseboard::ui
