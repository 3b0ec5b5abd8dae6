// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_map.h"

#include <QPainter>

namespace phaseboard::ui {
namespace {

constexpr double kMapMargin = 40;  // units around what is drawn
constexpr double kBlockRadius = 12;

QPen thinPen(const QColor& colour) {
  QPen pen(colour, 1);
  pen.setCosmetic(true);
  return pen;
}

void paintBlocks(QPainter& painter, style::ThemeName theme, const board::Document& document) {
  for (const board::Part* part : document.all<board::Part>()) {
    const style::RoleColours colours = style::colours(theme, roleOf(part->kind));
    painter.setPen(thinPen(colours.ink));
    painter.setBrush(colours.tile);
    painter.drawRoundedRect(toRect(part->box), kBlockRadius, kBlockRadius);
  }
  painter.setPen(Qt::NoPen);
  painter.setBrush(style::colour(theme, style::Neutral::Rule));
  for (const board::Text* text : document.all<board::Text>())
    painter.drawRect(toRect(text->box));
  painter.setPen(thinPen(style::colour(theme, style::Neutral::Ink)));
  for (const board::Stroke* stroke : document.all<board::Stroke>()) {
    QPolygonF line;
    for (const board::Point point : stroke->points)
      line.push_back(toPoint(point));
    painter.drawPolyline(line);
  }
}

}  // namespace

void BoardMap::place(const QRectF& drawn, const QRectF& visible, QSizeF view) {
  m_panel.place(drawn.adjusted(-kMapMargin, -kMapMargin, kMapMargin, kMapMargin) | visible, view);
}

void BoardMap::paintPicture(style::ThemeName theme, const board::Document& document,
                            const PaintedWires& wires, double devicePixelRatio) {
  const QSize size = (m_panel.pictureSize() * devicePixelRatio).toSize().expandedTo({1, 1});
  if (m_theme == theme && m_shown == m_panel.toPicture() && m_picture.size() == size)
    return;
  m_picture = QPixmap(size);
  m_picture.setDevicePixelRatio(devicePixelRatio);
  m_picture.fill(style::colour(theme, style::Neutral::Canvas));
  QPainter painter(&m_picture);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setTransform(m_panel.toPicture(), true);
  for (const board::Group* group : document.all<board::Group>()) {
    const style::LaneColours colours = style::colours(theme, laneOf(group->kind));
    painter.setPen(thinPen(colours.border));
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(toRect(group->box), kBlockRadius, kBlockRadius);
  }
  painter.setPen(thinPen(style::colour(theme, style::Neutral::Axis)));
  painter.setBrush(Qt::NoBrush);
  for (const auto& [id, wire] : wires)
    painter.drawPath(wire.route);
  paintBlocks(painter, theme, document);
  m_theme = theme;
  m_shown = m_panel.toPicture();
}

void BoardMap::paint(QPainter& painter, style::ThemeName theme, const board::Document& document,
                     const PaintedWires& wires, const QRectF& visible, double devicePixelRatio) {
  paintPicture(theme, document, wires, devicePixelRatio);
  m_panel.paint(painter, theme, m_picture, visible);
}

}  // namespace phaseboard::ui
