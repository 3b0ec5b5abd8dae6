// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diagram_minimap.h"

#include <algorithm>

#include <QPainter>

#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr double kWidest = 190;
constexpr double kHighest = 130;
constexpr double kPadding = 6;
constexpr double kFromCorner = 14;

}  // namespace

void DiagramMinimap::place(QSizeF figure, QSizeF view) {
  m_scale = std::min(kWidest / figure.width(), kHighest / figure.height());
  const QSizeF map = figure * m_scale;
  const QSizeF panel = map + QSizeF(2 * kPadding, 2 * kPadding);
  const QPointF corner(view.width() - panel.width() - kFromCorner,
                       view.height() - panel.height() - kFromCorner);
  m_panel = QRectF(QPointF(corner.toPoint()), panel);
  m_map = QRectF(m_panel.topLeft() + QPointF(kPadding, kPadding), map);
}

QPointF DiagramMinimap::toFigure(QPointF pixel) const {
  return (pixel - m_map.topLeft()) / m_scale;
}

void DiagramMinimap::paintPicture(const scene::Scene& scene, style::ThemeName theme,
                                  const scene::Look& look, double devicePixelRatio) {
  const QSize size = (m_map.size() * devicePixelRatio).toSize().expandedTo({1, 1});
  if (m_picture.size() == size && m_theme == theme && m_look == look)
    return;
  m_picture = QPixmap(size);
  m_picture.setDevicePixelRatio(devicePixelRatio);
  m_picture.fill(style::colour(theme, style::Neutral::Canvas));
  QPainter painter(&m_picture);
  painter.scale(m_scale, m_scale);
  scene.paint(painter, theme, look);
  m_theme = theme;
  m_look = look;
}

void DiagramMinimap::paint(QPainter& painter, const scene::Scene& scene, style::ThemeName theme,
                           const scene::Look& look, const QRectF& visible,
                           double devicePixelRatio) {
  paintPicture(scene, theme, look, devicePixelRatio);
  const style::ApplicationColours colours = style::applicationColours(theme);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  paintPanel(painter, m_panel, kControlRadius, colours.card, colours.cardBorder);
  painter.drawPixmap(m_map.topLeft(), m_picture);
  const QRectF frame =
      QRectF(m_map.topLeft() + visible.topLeft() * m_scale, visible.size() * m_scale) & m_map;
  painter.setPen(QPen(colours.accent, 1.5));
  QColor veil = colours.accent;
  veil.setAlphaF(0.10F);
  painter.setBrush(veil);
  painter.drawRoundedRect(frame.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
  painter.restore();
}

}  // namespace phaseboard::ui
