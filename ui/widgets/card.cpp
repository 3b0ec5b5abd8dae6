// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/card.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/widgets/painted_control.h"

namespace phaseboard::ui {

Card::Card(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(2 * kGrid, 2 * kGrid - 2, 2 * kGrid, 2 * kGrid - 2);
  m_column->setSpacing(kGrid);
}

void Card::setRole(std::optional<style::Role> role) {
  m_role = role;
  update();
}

void Card::setFlat(bool flat) {
  m_flat = flat;
  update();
}

void Card::setInteractive(bool interactive) {
  m_interactive = interactive;
  setFocusPolicy(interactive ? Qt::StrongFocus : Qt::NoFocus);
  setCursor(interactive ? Qt::PointingHandCursor : Qt::ArrowCursor);
  setAttribute(Qt::WA_Hover, interactive);
}

void Card::setChosen(bool chosen) {
  if (chosen == m_chosen)
    return;
  m_chosen = chosen;
  update();
  announceChosen(this);
}

void Card::paintEvent(QPaintEvent*) {
  const style::ApplicationColours c = coloursOf(this);
  QColor fill = m_flat ? QColor(Qt::transparent) : c.card;
  QColor border = m_flat ? QColor(Qt::transparent) : c.cardBorder;
  if (m_role) {
    const style::RoleColours role = style::colours(themeOf(this), *m_role);
    fill = role.body;
    border = role.border;
  }
  if (m_interactive && m_over) {
    fill = m_held ? c.pressed : (m_role ? fill : c.hover);
    border = m_flat ? fill : style::mixed(border, c.accent, 0.45);
  }
  if (m_chosen) {
    fill = c.accentSoft;
    border = c.accent;
  }
  QPainter painter(this);
  paintPanel(painter, rect(), kCardRadius, fill, border);
  if (m_interactive && hasFocus())
    paintFocusRing(painter, rect(), kCardRadius, c.focusRing);
}

void Card::enterEvent(QEnterEvent* event) {
  QWidget::enterEvent(event);
  m_over = true;
  update();
  Q_EMIT hovered(true);
}

void Card::leaveEvent(QEvent* event) {
  QWidget::leaveEvent(event);
  m_over = false;
  update();
  Q_EMIT hovered(false);
}

void Card::mousePressEvent(QMouseEvent* event) {
  if (!m_interactive || event->button() != Qt::LeftButton) {
    QWidget::mousePressEvent(event);
    return;
  }
  m_held = true;
  update();
}

void Card::mouseReleaseEvent(QMouseEvent* event) {
  if (!m_held) {
    QWidget::mouseReleaseEvent(event);
    return;
  }
  m_held = false;
  update();
  if (rect().contains(event->position().toPoint()))
    Q_EMIT activated();
}

void Card::keyPressEvent(QKeyEvent* event) {
  const bool go = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return ||
                  event->key() == Qt::Key_Enter;
  if (m_interactive && go)
    Q_EMIT activated();
  else
    QWidget::keyPressEvent(event);
}

void Card::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void Card::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace phaseboard::ui
