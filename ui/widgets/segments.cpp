// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/segments.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kPad = 3;

QFont segmentFont(bool current) {
  QFont result = typeFont(TextRole::Small);
  result.setWeight(current ? QFont::DemiBold : QFont::Medium);
  return result;
}

}  // namespace

Segments::Segments(QStringList names, QWidget* parent)
    : QWidget(parent), m_names(std::move(names)), m_badges(QStringList(m_names.size())) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setAccessibleName(m_names.join(QStringLiteral(", ")));
}

void Segments::setCurrent(int index) {
  if (index == m_current || index < 0 || index >= m_names.size())
    return;
  m_current = index;
  setAccessibleDescription(m_names[index]);
  announceCurrent(this);
  update();
  Q_EMIT chosen(index);
}

void Segments::setBadge(int index, const QString& badge) {
  m_badges[index] = badge;
  updateGeometry();
  update();
}

QString Segments::label(int index) const {
  return m_badges[index].isEmpty() ? m_names[index]
                                   : m_names[index] + QStringLiteral("  ") + m_badges[index];
}

QSize Segments::sizeHint() const {
  int widest = 0;
  const QFontMetrics metrics(segmentFont(true));
  for (int i = 0; i < m_names.size(); ++i)
    widest = std::max(widest, metrics.horizontalAdvance(label(i)));
  return {(widest + 28) * static_cast<int>(m_names.size()) + 2 * kPad, metrics.height() + 18};
}

QSize Segments::minimumSizeHint() const {
  return {scaled(60) * static_cast<int>(m_names.size()), sizeHint().height()};
}

QRect Segments::segmentRect(int index) const {
  const int count = static_cast<int>(m_names.size());
  const int inner = width() - 2 * kPad;
  const int left = kPad + inner * index / count;
  const int right = kPad + inner * (index + 1) / count;
  return {left, kPad, right - left, height() - 2 * kPad};
}

std::vector<PaintedItem> Segments::spokenItems() const {
  std::vector<PaintedItem> items;
  items.reserve(static_cast<std::size_t>(m_names.size()));
  for (int i = 0; i < m_names.size(); ++i)
    items.push_back({label(i), segmentRect(i)});
  return items;
}

int Segments::segmentAt(const QPoint& point) const {
  for (int i = 0; i < m_names.size(); ++i)
    if (segmentRect(i).contains(point))
      return i;
  return -1;
}

void Segments::paintEvent(QPaintEvent*) {
  const style::ApplicationColours c = coloursOf(this);
  QPainter painter(this);
  paintPanel(painter, rect(), 10, c.pressed, Qt::transparent);
  for (int i = 0; i < m_names.size(); ++i) {
    const bool current = i == m_current;
    if (current)
      paintPanel(painter, segmentRect(i), 7, c.card, c.cardBorder);
    painter.setFont(segmentFont(current));
    painter.setPen(current || i == m_over ? c.text : c.mutedText);
    const QRect inside = segmentRect(i).adjusted(kPad, 0, -kPad, 0);
    painter.drawText(inside, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(label(i), Qt::ElideRight, inside.width()));
  }
  if (hasFocus())
    paintFocusRing(painter, segmentRect(m_current), 7, c.focusRing);
}

void Segments::mousePressEvent(QMouseEvent* event) {
  setCurrent(segmentAt(event->position().toPoint()));
}

void Segments::mouseMoveEvent(QMouseEvent* event) {
  const int over = segmentAt(event->position().toPoint());
  if (over != m_over) {
    m_over = over;
    update();
  }
}

void Segments::leaveEvent(QEvent*) {
  m_over = -1;
  update();
}

void Segments::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Left)
    setCurrent(m_current - 1);
  else if (event->key() == Qt::Key_Right)
    setCurrent(m_current + 1);
  else
    QWidget::keyPressEvent(event);
}

bool Segments::event(QEvent* event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
    update();
  if (isLookChange(*event))
    updateGeometry();
  return QWidget::event(event);
}

}  // namespace phaseboard::ui
