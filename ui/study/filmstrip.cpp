// SPDX-License-Identifier: Apache-2.0
#include "ui/study/filmstrip.h"

#include <algorithm>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <QWheelEvent>

#include "ui/bridge/text.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kFrameWidth = 132;
constexpr int kFrameHeight = 78;
constexpr int kGap = 8;
constexpr int kPad = 6;

}  // namespace

Filmstrip::Filmstrip(ThumbnailStore& thumbnails, QWidget* parent)
    : QWidget(parent), m_thumbnails(thumbnails) {
  setMouseTracking(true);
  setFocusPolicy(Qt::TabFocus);
  setAccessibleName(tr("Figures of this phase"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&thumbnails, &ThumbnailStore::ready, this, qOverload<>(&QWidget::update));
}

void Filmstrip::setFigures(std::vector<ports::DiagramCard> figures) {
  m_figures = std::move(figures);
  m_current = -1;
  m_offset = 0;
  setVisible(m_figures.size() > 1);
  update();
}

void Filmstrip::setCurrent(const DiagramId& diagram) {
  for (std::size_t i = 0; i < m_figures.size(); ++i)
    if (m_figures[i].id == diagram) {
      m_current = static_cast<int>(i);
      setAccessibleDescription(toQt(m_figures[i].title));
    }
  showCurrent();
  announceCurrent(this);
  update();
}

std::vector<PaintedItem> Filmstrip::spokenItems() const {
  std::vector<PaintedItem> items;
  for (std::size_t i = 0; i < m_figures.size(); ++i)
    items.push_back({toQt(m_figures[i].title), frameRect(static_cast<int>(i))});
  return items;
}

QSize Filmstrip::sizeHint() const {
  return {400, kFrameHeight + 4};
}
QSize Filmstrip::minimumSizeHint() const {
  return {120, kFrameHeight + 4};
}

QRect Filmstrip::frameRect(int index) const {
  return {2 + index * (kFrameWidth + kGap) - m_offset, 2, kFrameWidth, kFrameHeight};
}

int Filmstrip::frameAt(const QPoint& point) const {
  for (int i = 0; i < static_cast<int>(m_figures.size()); ++i)
    if (frameRect(i).contains(point))
      return i;
  return -1;
}

void Filmstrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  for (int i = 0; i < static_cast<int>(m_figures.size()); ++i)
    if (frameRect(i).intersects(rect()))
      paintFrame(painter, i);
}

void Filmstrip::paintFrame(QPainter& painter, int index) {
  const style::ApplicationColours c = coloursOf(this);
  const style::ThemeName theme = themeOf(this);
  const QRect frame = frameRect(index);
  const bool current = index == m_current;
  const QColor border = current ? c.accent : (index == m_over ? c.disabledText : c.cardBorder);
  paintPanel(painter, frame, 9, style::colour(theme, style::Neutral::Canvas), border);
  const QSize box(kFrameWidth - 2 * kPad, kFrameHeight - 2 * kPad);
  const QPixmap picture = m_thumbnails.thumbnail(m_figures[static_cast<std::size_t>(index)].id,
                                                 theme, box, devicePixelRatioF());
  if (!picture.isNull()) {
    QRectF place(QPointF(), picture.deviceIndependentSize());
    place.moveCenter(QRectF(frame).center());
    painter.drawPixmap(place.topLeft(), picture);
  }
  if (current)
    paintFocusRing(painter, frame, 9, hasFocus() ? c.focusRing : c.accent);
}

void Filmstrip::showCurrent() {
  if (m_current < 0)
    return;
  const QRect frame = frameRect(m_current);
  if (frame.left() < 0)
    scrollBy(frame.left() - kGap);
  else if (frame.right() > width())
    scrollBy(frame.right() - width() + kGap);
}

void Filmstrip::scrollBy(int pixels) {
  const int total = static_cast<int>(m_figures.size()) * (kFrameWidth + kGap) - kGap + 4;
  m_offset = std::clamp(m_offset + pixels, 0, std::max(0, total - width()));
  update();
}

void Filmstrip::choose(int index) {
  if (index >= 0 && index < static_cast<int>(m_figures.size()))
    Q_EMIT chosen(m_figures[static_cast<std::size_t>(index)].id);
}

void Filmstrip::mousePressEvent(QMouseEvent* event) {
  choose(frameAt(event->position().toPoint()));
}

void Filmstrip::mouseMoveEvent(QMouseEvent* event) {
  m_over = frameAt(event->position().toPoint());
  setCursor(m_over < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
  update();
}

void Filmstrip::leaveEvent(QEvent*) {
  m_over = -1;
  update();
}

void Filmstrip::wheelEvent(QWheelEvent* event) {
  const QPoint by = event->angleDelta();
  scrollBy(-(by.x() != 0 ? by.x() : by.y()));
}

void Filmstrip::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  scrollBy(0);
  showCurrent();
}

void Filmstrip::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Left)
    choose(m_current - 1);
  else if (event->key() == Qt::Key_Right)
    choose(m_current + 1);
  else
    QWidget::keyPressEvent(event);
}

bool Filmstrip::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = frameAt(help->pos());
    if (index >= 0)
      QToolTip::showText(help->globalPos(), toQt(m_figures[static_cast<std::size_t>(index)].title),
                         this);
    return true;
  }
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
    update();
  return QWidget::event(event);
}

}  // namespace phaseboard::ui
