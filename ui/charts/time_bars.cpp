// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/time_bars.h"

#include <algorithm>
#include <array>

#include <QPainter>
#include <QPainterPath>

#include "diagrams/style/palette.h"
#include "ui/bridge/time_text.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kBarsLegend = 30;
constexpr int kBarsPitch = 34;
constexpr int kBarHeight = 18;
constexpr int kTotalRoom = 92;
constexpr int kMostTitleRoom = 220;

}  // namespace

Millis TimeBars::Row::total() const {
  std::int64_t sum = 0;
  for (const Millis piece : pieces)
    sum += piece.value();
  return Millis{sum};
}

TimeBars::TimeBars(QWidget* parent)
    : MarkedChart(tr("Time by question and phase"), Qt::Vertical, parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimeBars::setRows(QStringList phases, std::vector<Row> rows) {
  m_phases = std::move(phases);
  m_rows = std::move(rows);
  updateGeometry();
  resetMark();
}

QColor TimeBars::phaseColour(std::size_t phase) const {
  using style::Role;
  constexpr std::array kRoles{Role::Service, Role::Data,  Role::Store, Role::Model,
                              Role::Metric,  Role::Queue, Role::Policy};
  return style::colours(themeOf(this), kRoles[phase % kRoles.size()]).ink;
}

int TimeBars::titleRoom() const {
  const QFontMetrics face(typeFont(TextRole::Small));
  int widest = 0;
  for (const Row& row : m_rows)
    widest = std::max(widest, face.horizontalAdvance(row.title));
  return std::min(widest + 16, scaled(kMostTitleRoom));
}

int TimeBars::rowTop(int row) const {
  return scaled(kBarsLegend) + row * scaled(kBarsPitch);
}

QSize TimeBars::sizeHint() const {
  return {scaled(640), minimumSizeHint().height()};
}

QSize TimeBars::minimumSizeHint() const {
  return {scaled(360), rowTop(std::max(1, static_cast<int>(m_rows.size())))};
}

QString TimeBars::describe(int row) const {
  const Row& shown = m_rows[static_cast<std::size_t>(row)];
  QStringList words;
  for (std::size_t i = 0; i < shown.pieces.size(); ++i)
    if (shown.pieces[i].value() > 0)
      words += tr("%1 %2").arg(m_phases[static_cast<qsizetype>(i)], durationText(shown.pieces[i]));
  return tr("%1: %2 (%3)")
      .arg(shown.title, durationText(shown.total()), words.join(QStringLiteral(", ")));
}

void TimeBars::paintLegend(QPainter& painter) const {
  painter.setFont(typeFont(TextRole::Caption));
  const auto metrics = painter.fontMetrics();
  qreal x = 0;
  for (qsizetype i = 0; i < m_phases.size(); ++i) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(phaseColour(static_cast<std::size_t>(i)));
    painter.drawRoundedRect(QRectF(x, 5, 10, 10), 3, 3);
    painter.setPen(coloursOf(this).mutedText);
    painter.drawText(QPointF(x + 16, 5 + 10), m_phases[i]);
    x += 16 + metrics.horizontalAdvance(m_phases[i]) + 16;
  }
}

void TimeBars::paintRow(QPainter& painter, int row) const {
  const auto colours = coloursOf(this);
  const Row& shown = m_rows[static_cast<std::size_t>(row)];
  const qreal top = rowTop(row);
  const qreal height = scaled(kBarHeight);
  if (row == marked()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.hover);
    painter.drawRoundedRect(QRectF(0, top - 5, width(), height + 10), kControlRadius,
                            kControlRadius);
  }
  painter.setFont(typeFont(TextRole::Small));
  painter.setPen(colours.text);
  const int room = titleRoom();
  painter.drawText(QRectF(4, top, room - 12, height), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(shown.title, Qt::ElideRight, room - 12));
  std::int64_t most = 1;
  for (const Row& other : m_rows)
    most = std::max(most, other.total().value());
  const qreal full = width() - room - scaled(kTotalRoom);
  qreal x = room;
  const qreal end =
      room + full * static_cast<qreal>(shown.total().value()) / static_cast<qreal>(most);
  QPainterPath round;
  round.addRoundedRect(QRectF(x, top, std::max(2.0, end - x), height), 5, 5);
  painter.save();
  painter.setClipPath(round);
  for (std::size_t i = 0; i < shown.pieces.size(); ++i) {
    const qreal piece =
        full * static_cast<qreal>(shown.pieces[i].value()) / static_cast<qreal>(most);
    painter.fillRect(QRectF(x, top, piece, height), phaseColour(i));
    x += piece;
    if (piece > 3)
      painter.fillRect(QRectF(x - 1, top, 1, height), colours.card);
  }
  painter.restore();
  painter.setPen(colours.mutedText);
  painter.setFont(typeFont(TextRole::Caption));
  painter.drawText(QRectF(end + 8, top, scaled(kTotalRoom), height),
                   Qt::AlignLeft | Qt::AlignVCenter, durationText(shown.total()));
}

void TimeBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (m_rows.empty()) {
    painter.setFont(typeFont(TextRole::Body));
    painter.setPen(coloursOf(this).mutedText);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("The time of your answers will be added up here."));
    return;
  }
  paintLegend(painter);
  for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
    paintRow(painter, row);
}

int TimeBars::placeCount() const {
  return static_cast<int>(m_rows.size());
}

int TimeBars::placeAt(QPointF point) const {
  constexpr int kAbove = 8;
  const int row = static_cast<int>(point.y() - rowTop(0) + kAbove) / scaled(kBarsPitch);
  return point.y() >= rowTop(0) - kAbove && row < placeCount() ? row : -1;
}

QPoint TimeBars::tipOf(int place) const {
  return {titleRoom(), rowTop(place) + scaled(kBarHeight)};
}

}  // namespace phaseboard::ui
