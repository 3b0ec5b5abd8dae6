// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/nav_rail.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kWidth = 88;
constexpr int kTop = 68;  // below the mark
constexpr int kEntryHeight = 62;
constexpr int kEntryGap = 4;

QFont nameFont(bool current) {
  QFont result = typeFont(TextRole::Overline);
  result.setWeight(current ? QFont::DemiBold : QFont::Medium);
  result.setLetterSpacing(QFont::PercentageSpacing, 100);
  return result;
}

/// The program's mark: two stages of a path, joined.
void paintMark(QPainter& painter, const QRectF& rect, const style::ApplicationColours& c) {
  paintPanel(painter, rect, 10, c.accent, Qt::transparent);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(rect.topLeft());
  painter.scale(rect.width() / 36, rect.height() / 36);
  painter.setPen(QPen(c.onAccent, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawRoundedRect(QRectF(8, 8, 9, 7), 2, 2);
  painter.drawRoundedRect(QRectF(19, 21, 9, 7), 2, 2);
  QPainterPath wire(QPointF(12.5, 15));
  wire.lineTo(12.5, 21);
  wire.quadTo(12.5, 24.5, 16, 24.5);
  wire.lineTo(19, 24.5);
  painter.drawPath(wire);
  painter.restore();
}

}  // namespace

NavRail::NavRail(const std::vector<ScreenEntry>& entries, QWidget* parent) : QWidget(parent) {
  for (const ScreenEntry& entry : entries)
    m_entries.push_back(
        {entry.name, entry.title, entry.glyph,
         QStringLiteral("%1  %2").arg(entry.title, entry.key.toString(QKeySequence::NativeText)),
         QString()});
  setMouseTracking(true);
  setFocusPolicy(Qt::TabFocus);
  setAccessibleName(tr("Navigation"));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void NavRail::setCurrent(ScreenName screen) {
  for (int i = 0; i < static_cast<int>(m_entries.size()); ++i)
    if (m_entries[static_cast<std::size_t>(i)].name == screen)
      m_current = i;
  setAccessibleDescription(m_entries.at(static_cast<std::size_t>(m_current)).title);
  announceCurrent(this);
  update();
}

void NavRail::setBadge(ScreenName screen, const QString& badge) {
  for (Entry& entry : m_entries)
    if (entry.name == screen)
      entry.badge = badge;
  update();
}

QSize NavRail::sizeHint() const {
  return {std::max(kWidth, scaled(kWidth)), 400};
}
QSize NavRail::minimumSizeHint() const {
  return {sizeHint().width(), 200};
}

QRect NavRail::entryRect(int index) const {
  // In a low window the entries move together, so that the last one can be reached.
  const int room = (height() - kTop) / std::max(1, static_cast<int>(m_entries.size()));
  const int high = std::min(scaled(kEntryHeight), room - kEntryGap);
  return {kGrid, kTop + index * (high + kEntryGap), width() - 2 * kGrid, high};
}

std::vector<PaintedItem> NavRail::spokenItems() const {
  std::vector<PaintedItem> items;
  for (std::size_t i = 0; i < m_entries.size(); ++i) {
    const Entry& entry = m_entries[i];
    items.push_back({entry.badge.isEmpty() ? entry.title : entry.title + u' ' + entry.badge,
                     entryRect(static_cast<int>(i))});
  }
  return items;
}

int NavRail::entryAt(const QPoint& point) const {
  for (int i = 0; i < static_cast<int>(m_entries.size()); ++i)
    if (entryRect(i).contains(point))
      return i;
  return -1;
}

void NavRail::paintEvent(QPaintEvent*) {
  const style::ApplicationColours c = coloursOf(this);
  QPainter painter(this);
  painter.fillRect(rect(), c.sidebar);
  painter.fillRect(QRect(width() - 1, 0, 1, height()), c.cardBorder);
  paintMark(painter, QRectF(width() / 2.0 - 18.5, 16, 36, 36), c);
  for (int i = 0; i < static_cast<int>(m_entries.size()); ++i)
    paintEntry(painter, i);
}

void NavRail::paintEntry(QPainter& painter, int index) const {
  const style::ApplicationColours c = coloursOf(this);
  const Entry& entry = m_entries[static_cast<std::size_t>(index)];
  const QRect rect = entryRect(index);
  const bool current = index == m_current;
  if (current)
    paintPanel(painter, rect, 10, c.accentSoft, Qt::transparent);
  else if (index == m_over)
    paintPanel(painter, rect, 10, style::mixed(c.sidebar, c.text, 0.06), Qt::transparent);
  const QColor ink = current ? c.accent : (index == m_over ? c.text : c.mutedText);
  const int side = scaled(22);
  const QFontMetrics metrics(nameFont(current));
  const int block = side + 5 + metrics.height();
  const int top = rect.top() + (rect.height() - block) / 2;
  const QRectF box(rect.center().x() - side / 2.0 + 0.5, top, side, side);
  paintGlyph(painter, entry.glyph, box, ink);
  painter.setFont(nameFont(current));
  painter.setPen(ink);
  painter.drawText(QRect(rect.left(), top + side + 5, rect.width(), metrics.height()),
                   Qt::AlignCenter, entry.title);
  if (!entry.badge.isEmpty()) {
    const int badgeWidth = std::max(18, metrics.horizontalAdvance(entry.badge) + 10);
    const QRectF badge(box.right() - 6, box.top() - 5, badgeWidth, 18);
    paintPanel(painter, badge, 9, c.accent, c.sidebar);
    painter.setPen(c.onAccent);
    painter.drawText(badge, Qt::AlignCenter, entry.badge);
  }
  if (current && hasFocus() && m_byKeyboard)
    paintFocusRing(painter, rect, 10, c.focusRing);
}

void NavRail::choose(int index) {
  if (index >= 0 && index < static_cast<int>(m_entries.size()))
    Q_EMIT chosen(m_entries[static_cast<std::size_t>(index)].name);
}

void NavRail::mousePressEvent(QMouseEvent* event) {
  choose(entryAt(event->position().toPoint()));
}

void NavRail::mouseMoveEvent(QMouseEvent* event) {
  const int over = entryAt(event->position().toPoint());
  if (over == m_over)
    return;
  m_over = over;
  setCursor(over < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
  update();
}

void NavRail::leaveEvent(QEvent*) {
  m_over = -1;
  update();
}

void NavRail::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Up)
    choose(m_current - 1);
  else if (event->key() == Qt::Key_Down)
    choose(m_current + 1);
  else
    QWidget::keyPressEvent(event);
}

void NavRail::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  m_byKeyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
}

bool NavRail::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = entryAt(help->pos());
    if (index >= 0)
      QToolTip::showText(help->globalPos(), m_entries[static_cast<std::size_t>(index)].tip, this,
                         entryRect(index));
    else
      QToolTip::hideText();
    return true;
  }
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
    update();
  if (isLookChange(*event))
    updateGeometry();
  return QWidget::event(event);
}

}  // namespace phaseboard::ui
