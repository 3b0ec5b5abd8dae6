// SPDX-License-Identifier: Apache-2.0
#include "ui/charts/marked_chart.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStringList>
#include <QToolTip>

#include "diagrams/style/palette.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {

MarkedChart::MarkedChart(const QString& name, Qt::Orientation along, QWidget* parent)
    : QWidget(parent), m_along(along) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(name);
}

QString MarkedChart::describeAll() const {
  QStringList words;
  for (int place = 0; place < placeCount(); ++place)
    words += describe(place);
  return words.join(QStringLiteral("; "));
}

void MarkedChart::resetMark() {
  mark(hasFocus() && placeCount() > 0 ? 0 : -1);
}

void MarkedChart::mark(int place) {
  m_marked = place;
  setAccessibleDescription(place < 0 ? describeAll() : describe(place));
  update();
}

void MarkedChart::mouseMoveEvent(QMouseEvent* event) {
  const int place = placeAt(event->position());
  if (place != m_marked)
    mark(place);
  if (place >= 0)
    QToolTip::showText(event->globalPosition().toPoint(), describe(place), this);
  else
    QToolTip::hideText();
}

void MarkedChart::leaveEvent(QEvent*) {
  if (!hasFocus())
    mark(-1);
}

void MarkedChart::focusInEvent(QFocusEvent*) {
  mark(placeCount() > 0 ? 0 : -1);
}

void MarkedChart::focusOutEvent(QFocusEvent*) {
  mark(-1);
}

void MarkedChart::keyPressEvent(QKeyEvent* event) {
  const int last = placeCount() - 1;
  const bool isAcross = m_along == Qt::Horizontal;
  const std::map<int, int> targets{{isAcross ? Qt::Key_Left : Qt::Key_Up, m_marked - 1},
                                   {isAcross ? Qt::Key_Right : Qt::Key_Down, m_marked + 1},
                                   {Qt::Key_Home, 0},
                                   {Qt::Key_End, last}};
  const auto target = targets.find(event->key());
  if (target == targets.end() || last < 0) {
    QWidget::keyPressEvent(event);
    return;
  }
  mark(std::clamp(target->second, 0, last));
  QToolTip::showText(mapToGlobal(tipOf(m_marked)), describe(m_marked), this);
}

void paintGridLine(QPainter& painter, const QWidget* widget, const QRectF& area, qreal y,
                   const QString& words) {
  const auto colours = coloursOf(widget);
  const qreal line = std::round(y) + 0.5;
  painter.setFont(typeFont(TextRole::Caption));
  painter.setPen(QPen(colours.cardBorder, 1));
  painter.drawLine(QPointF(area.left(), line), QPointF(area.right(), line));
  painter.setPen(colours.mutedText);
  painter.drawText(QRectF(0, line - 10, area.left() - 8, 20), Qt::AlignRight | Qt::AlignVCenter,
                   words);
}

void paintChartFlag(QPainter& painter, const QWidget* widget, const QRectF& area, qreal x,
                    const QString& word) {
  constexpr qreal kFlagGap = 6;
  const auto colours = coloursOf(widget);
  painter.setFont(typeFont(TextRole::Caption));
  painter.setPen(QPen(colours.bad, 1.5, Qt::DashLine));
  painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
  const QFontMetricsF metrics(painter.font());
  const qreal width = metrics.horizontalAdvance(word);
  const bool isLeft = x + kFlagGap + width > area.right();
  painter.drawText(
      QPointF(isLeft ? x - kFlagGap - width : x + kFlagGap, area.top() + metrics.ascent()), word);
}

}  // namespace phaseboard::ui
