// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/glyph_label.h"

#include <QPainter>

namespace phaseboard::ui {

GlyphLabel::GlyphLabel(Glyph glyph, Tone tone, int pixels, QWidget* parent)
    : QWidget(parent), m_glyph(glyph), m_tone(tone), m_pixels(pixels) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setAttribute(Qt::WA_TransparentForMouseEvents);
}

void GlyphLabel::setGlyph(Glyph glyph) {
  m_glyph = glyph;
  update();
}

void GlyphLabel::setTone(Tone tone) {
  m_tone = tone;
  update();
}

QSize GlyphLabel::sizeHint() const {
  return {scaled(m_pixels), scaled(m_pixels)};
}

void GlyphLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintGlyph(painter, m_glyph, rect(), toneColour(this, m_tone));
}

Rule::Rule(QWidget* parent) : QWidget(parent) {
  setFixedHeight(1);
}

void Rule::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), coloursOf(this).cardBorder);
}

}  // namespace phaseboard::ui
