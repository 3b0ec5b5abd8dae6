// SPDX-License-Identifier: Apache-2.0
#include "ui/study/part_pulse.h"

#include <cmath>

#include <QEvent>
#include <QPainter>

#include "ui/widgets/diagram_view.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kPulseMillis = 1500;
constexpr double kPulses = 2;
constexpr double kReach = 22;  ///< pixels that a ring spreads

}  // namespace

PartPulse::PartPulse(DiagramView* view) : QWidget(view), m_view(view) {
  setObjectName(QStringLiteral("partPulse"));
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  m_spread.setStartValue(0.0);
  m_spread.setEndValue(kPulses);
  m_spread.setDuration(kPulseMillis);
  connect(&m_spread, &QVariantAnimation::valueChanged, this, [this] {
    if (!m_view->reducedMotion())
      update();
  });
  connect(&m_spread, &QVariantAnimation::finished, this, &PartPulse::end);
  view->installEventFilter(this);
  hide();
}

void PartPulse::show(const PartId& part) {
  if (!m_view->scene() || !m_view->scene()->item(part))
    return;
  m_part = part;
  setGeometry(m_view->rect());
  raise();
  QWidget::show();
  m_spread.stop();
  m_spread.start();
}

void PartPulse::end() {
  m_part.reset();
  hide();
}

void PartPulse::paintEvent(QPaintEvent*) {
  const scene::Item* item = m_part && m_view->scene() ? m_view->scene()->item(*m_part) : nullptr;
  if (!item)
    return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const bool isStill = m_view->reducedMotion();
  const double turns = m_spread.currentValue().toDouble();
  const double share = isStill ? 0.25 : turns - std::floor(turns);
  QColor ring = coloursOf(this).accent;
  constexpr float kStrongest = 0.9F;
  ring.setAlphaF(isStill ? kStrongest : kStrongest * static_cast<float>(1 - share));
  const double out = 3 + kReach * share;
  const QRectF box = m_view->toWidget().mapRect(item->box).adjusted(-out, -out, out, out);
  painter.setPen(QPen(ring, 3));
  painter.drawRoundedRect(box, 10 + out / 2, 10 + out / 2);
}

bool PartPulse::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_view && event->type() == QEvent::Resize)
    setGeometry(m_view->rect());
  return QWidget::eventFilter(watched, event);
}

}  // namespace phaseboard::ui
