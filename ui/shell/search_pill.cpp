// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/search_pill.h"

#include <algorithm>

#include <QPainter>

#include "ui/widgets/glyphs.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kPillGlyph = 16;

}  // namespace

void paintKeyCap(QPainter& painter, const QString& key, int right, int middle,
                 const QWidget* widget) {
  const style::ApplicationColours c = coloursOf(widget);
  QFont keyFont = typeFont(TextRole::Overline);
  keyFont.setWeight(QFont::Medium);
  const QFontMetrics metrics(keyFont);
  const int width = metrics.horizontalAdvance(key) + 12;
  const QRect cap(right - width, middle - (metrics.height() + 5) / 2, width, metrics.height() + 5);
  paintPanel(painter, cap, 5, c.window, c.cardBorder);
  painter.setFont(keyFont);
  painter.setPen(c.mutedText);
  painter.drawText(cap, Qt::AlignCenter, key);
}

SearchPill::SearchPill(QWidget* parent) : QAbstractButton(parent) {
  setText(tr("Search or run a command"));
  setAccessibleName(text());
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::TabFocus);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize SearchPill::sizeHint() const {
  return {scaled(360), std::max(kControlHeight, scaled(34))};
}
QSize SearchPill::minimumSizeHint() const {
  return {120, sizeHint().height()};
}

void SearchPill::paintEvent(QPaintEvent*) {
  const style::ApplicationColours c = coloursOf(this);
  QPainter painter(this);
  const bool over = underMouse();
  paintPanel(painter, rect(), 9, over ? c.hover : c.card, over ? c.disabledText : c.cardBorder);
  const int middle = height() / 2;
  const int side = std::max(kPillGlyph, scaled(kPillGlyph));
  paintGlyph(painter, Glyph::Search, QRectF(11, middle - side / 2.0, side, side), c.mutedText);
  painter.setFont(typeFont(TextRole::Small));
  painter.setPen(c.mutedText);
  painter.drawText(rect().adjusted(20 + side, 0, -scaled(70), 0), Qt::AlignVCenter | Qt::AlignLeft,
                   text());
  paintKeyCap(painter, QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText),
              width() - 8, middle, this);
  if (hasFocus())
    paintFocusRing(painter, rect(), 9, c.focusRing);
}

}  // namespace phaseboard::ui
