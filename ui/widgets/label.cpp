// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/label.h"

#include <QEvent>
#include <QPainter>

namespace phaseboard::ui {

Label::Label(const QString& text, TextRole role, Tone tone, QWidget* parent)
    : QLabel(text, parent), m_role(role), m_tone(tone) {
  setTextFormat(Qt::PlainText);
  dress();
}

void Label::setTone(Tone tone) {
  m_tone = tone;
  update();
}

bool Label::isHeading() const {
  return (m_role == TextRole::Heading || m_role == TextRole::Title) && m_tone == Tone::Normal &&
         buddy() == nullptr;
}

void Label::setElided(bool elided) {
  m_elided = elided;
  updateGeometry();
  update();
}

QSize Label::minimumSizeHint() const {
  const QSize hint = QLabel::minimumSizeHint();
  return m_elided ? QSize(40, hint.height()) : hint;
}

void Label::dress() {
  if (m_dressing)
    return;
  m_dressing = true;
  setFont(typeFont(m_role));
  m_dressing = false;
}

void Label::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(toneColour(this, isEnabled() ? m_tone : Tone::Muted));
  const QRect inside = contentsRect();
  QString shown = text();
  int flags = static_cast<int>(alignment());
  if (m_elided) {
    shown = fontMetrics().elidedText(shown, Qt::ElideRight, inside.width());
    const QString tip = shown == text() ? QString() : text();
    if (tip != toolTip())
      setToolTip(tip);
  } else if (wordWrap()) {
    flags |= Qt::TextWordWrap;
  }
  painter.drawText(inside, flags, shown);
}

void Label::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (isLookChange(*event))
    dress();
}

}  // namespace phaseboard::ui
