// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/map_panel.h"

#include <algorithm>

#include <QPainter>

#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr double kWidestMap = 190;
constexpr double kHighestMap = 130;
constexpr double kMapPadding = 6;
constexpr double kMapFromCorner = 14;

}  // namespace

void MapPanel::place(const QRectF& world, QSizeF view) {
  m_origin = world.topLeft();
  m_scale = std::min(kWidestMap / world.width(), kHighestMap / world.height());
  const QSizeF map = world.size() * m_scale;
  const QSizeF panel = map + QSizeF(2 * kMapPadding, 2 * kMapPadding);
  const QPointF corner(view.width() - panel.width() - kMapFromCorner,
                       view.height() - panel.height() - kMapFromCorner);
  m_panel = QRectF(QPointF(corner.toPoint()), panel);
  m_map = QRectF(m_panel.topLeft() + QPointF(kMapPadding, kMapPadding), map);
}

QPointF MapPanel::toWorld(QPointF pixel) const {
  return m_origin + (pixel - m_map.topLeft()) / m_scale;
}

QTransform MapPanel::toPicture() const {
  return QTransform::fromTranslate(-m_origin.x(), -m_origin.y()) *
         QTransform::fromScale(m_scale, m_scale);
}

void MapPanel::paint(QPainter& painter, style::ThemeName theme, const QPixmap& picture,
                     const QRectF& visible) const {
  const style::ApplicationColours colours = style::applicationColours(theme);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  paintPanel(painter, m_panel, kControlRadius, colours.card, colours.cardBorder);
  painter.drawPixmap(m_map.topLeft(), picture);
  const QRectF frame = toPicture().mapRect(visible).translated(m_map.topLeft()) & m_map;
  painter.setPen(QPen(colours.accent, 1.5));
  QColor veil = colours.accent;
  veil.setAlphaF(0.10F);
  painter.setBrush(veil);
  painter.drawRoundedRect(frame.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
  painter.restore();
}

}  // namespace phaseboard::ui
