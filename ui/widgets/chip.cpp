// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chip.h"

#include <algorithm>

#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace phaseboard::ui {
namespace {

constexpr int kSide = 9;
constexpr int kChipGlyph = 14;

int glyphSide() {
  return std::max(kChipGlyph, scaled(kChipGlyph));
}

QFont chipFont() {
  QFont result = typeFont(TextRole::Caption);
  result.setWeight(QFont::Medium);
  return result;
}

void paintChipText(QPainter& painter, const QRect& rect, const QString& text, const QColor& ink,
                   std::optional<Glyph> glyph) {
  QRect inside = rect.adjusted(kSide, 0, -kSide, 0);
  if (glyph) {
    const int side = glyphSide();
    const QRectF box(inside.left() - 1, rect.center().y() - side / 2.0 + 0.5, side, side);
    paintGlyph(painter, *glyph, box, ink);
    inside.setLeft(inside.left() + side + 4);
  }
  painter.setFont(chipFont());
  painter.setPen(ink);
  painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, text);
}

}  // namespace

QSize chipSize(const QString& text, bool withGlyph) {
  const QFontMetrics metrics(chipFont());
  return {metrics.horizontalAdvance(text) + 2 * kSide + (withGlyph ? glyphSide() + 4 : 0),
          metrics.height() + 7};
}

int paintChip(QPainter& painter, const QPoint& topLeft, const QString& text,
              const style::RoleColours& colours) {
  const QRect rect(topLeft, chipSize(text));
  paintPanel(painter, rect, rect.height() / 2.0, colours.tile, Qt::transparent);
  paintChipText(painter, rect, text, colours.ink, std::nullopt);
  return rect.width();
}

Chip::Chip(const QString& text, style::Role role, QWidget* parent)
    : QWidget(parent), m_text(text), m_role(role) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setAccessibleName(text);
}

void Chip::setText(const QString& text) {
  m_text = text;
  setAccessibleName(text);
  updateGeometry();
  update();
}

void Chip::setGlyph(std::optional<Glyph> glyph) {
  m_glyph = glyph;
  updateGeometry();
}

void Chip::setInteractive(bool interactive) {
  m_interactive = interactive;
  setFocusPolicy(interactive ? Qt::StrongFocus : Qt::NoFocus);
  setCursor(interactive ? Qt::PointingHandCursor : Qt::ArrowCursor);
  setAttribute(Qt::WA_Hover, interactive);
}

void Chip::setCheckable(bool checkable) {
  m_checkable = checkable;
  if (checkable)
    setInteractive(true);
}

void Chip::setChecked(bool checked) {
  if (checked == m_checked)
    return;
  m_checked = checked;
  announceChecked(this);
  update();
}

QAccessible::Role Chip::spokenRole() const {
  if (m_checkable)
    return QAccessible::CheckBox;
  return m_interactive ? QAccessible::Button : QAccessible::StaticText;
}

void Chip::addSpokenState(QAccessible::State& state) const {
  state.checkable = m_checkable;
  state.checked = m_checkable && m_checked;
}

void Chip::press(int) {
  click();
}

QSize Chip::sizeHint() const {
  return chipSize(m_text, m_glyph.has_value());
}

void Chip::paintEvent(QPaintEvent*) {
  const style::ApplicationColours app = coloursOf(this);
  const style::RoleColours role = style::colours(themeOf(this), m_role);
  QColor fill = role.tile;
  QColor ink = role.ink;
  QColor border = Qt::transparent;
  if (m_checkable) {
    fill = m_checked ? app.accent : app.card;
    ink = m_checked ? app.onAccent : app.mutedText;
    border = m_checked ? app.accent : app.cardBorder;
  }
  if (m_interactive && underMouse())
    fill = m_checkable && !m_checked ? app.hover : style::mixed(fill, ink, 0.12);
  QPainter painter(this);
  paintPanel(painter, rect(), height() / 2.0, fill, border);
  paintChipText(painter, rect(), m_text, ink, m_glyph);
  if (hasFocus())
    paintFocusRing(painter, rect(), height() / 2.0, app.focusRing);
}

void Chip::click() {
  if (m_checkable)
    setChecked(!m_checked);
  Q_EMIT clicked();
}

void Chip::mousePressEvent(QMouseEvent* event) {
  if (!m_interactive)
    QWidget::mousePressEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
  if (m_interactive && rect().contains(event->position().toPoint()))
    click();
  else
    QWidget::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent* event) {
  if (m_interactive && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return))
    click();
  else
    QWidget::keyPressEvent(event);
}

bool Chip::event(QEvent* event) {
  if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave ||
      event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
    update();
  if (isLookChange(*event))
    updateGeometry();
  return QWidget::event(event);
}

}  // namespace phaseboard::ui
