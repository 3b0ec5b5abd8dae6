// SPDX-License-Identifier: Apache-2.0
#include "ui/review/part_ring.h"

#include <QEvent>
#include <QPainter>

#include "diagrams/scene/scene.h"
#include "ui/widgets/diagram_view.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr double kRingGap = 5;  ///< between the part and its ring

}  // namespace

PartRing::PartRing(DiagramView* view) : QWidget(view), m_view(view) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setGeometry(view->rect());
  view->installEventFilter(this);
  connect(view, &DiagramView::partHovered, this, [this](const PartId& part) {
    m_hovered = part;
    update();
  });
}

bool PartRing::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_view && event->type() == QEvent::Resize)
    setGeometry(m_view->rect());
  return QWidget::eventFilter(watched, event);
}

void PartRing::paintEvent(QPaintEvent*) {
  if (m_view->scene() == nullptr)
    return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(style::applicationColours(m_view->theme()).focusRing, 2.5));
  const PartId current = m_view->currentPart().value_or(m_hovered);
  for (const PartId& part : {current, m_hovered}) {
    const scene::Item* item = m_view->scene()->item(part);
    if (item == nullptr || !m_view->isMasked(part))
      continue;
    const QRectF box = m_view->toWidget().mapRect(item->box);
    painter.drawRoundedRect(box.adjusted(-kRingGap, -kRingGap, kRingGap, kRingGap), kCardRadius,
                            kCardRadius);
  }
}

}  // namespace phaseboard::ui
