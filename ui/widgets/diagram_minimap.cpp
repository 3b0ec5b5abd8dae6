// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diagram_minimap.h"

#include <QPainter>

namespace phaseboard::ui {

void DiagramMinimap::paintPicture(const scene::Scene& scene, style::ThemeName theme,
                                  const scene::Look& look, double devicePixelRatio) {
  const QSize size = (m_panel.pictureSize() * devicePixelRatio).toSize().expandedTo({1, 1});
  if (m_picture.size() == size && m_theme == theme && m_look == look)
    return;
  m_picture = QPixmap(size);
  m_picture.setDevicePixelRatio(devicePixelRatio);
  m_picture.fill(style::colour(theme, style::Neutral::Canvas));
  QPainter painter(&m_picture);
  painter.setTransform(m_panel.toPicture(), true);
  scene.paint(painter, theme, look);
  m_theme = theme;
  m_look = look;
}

void DiagramMinimap::paint(QPainter& painter, const scene::Scene& scene, style::ThemeName theme,
                           const scene::Look& look, const QRectF& visible,
                           double devicePixelRatio) {
  paintPicture(scene, theme, look, devicePixelRatio);
  m_panel.paint(painter, theme, m_picture, visible);
}

}  // namespace phaseboard::ui
