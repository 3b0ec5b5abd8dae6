// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QPixmap>
#include <QPointF>
#include <QRectF>
#include <QTransform>

#include "app/board/document.h"
#include "diagrams/style/palette.h"
#include "ui/board/board_painter.h"
#include "ui/widgets/map_panel.h"

namespace phaseboard::ui {

/// The small map of a board: frames, wires and parts as blocks in their colours, without words.
class BoardMap {
 public:
  /// Lays it out for what is drawn and what is seen of the board: both are on the map.
  void place(const QRectF& drawn, const QRectF& visible, QSizeF view);

  [[nodiscard]] bool contains(QPointF pixel) const { return m_panel.panel().contains(pixel); }
  [[nodiscard]] QPointF toBoard(QPointF pixel) const { return m_panel.toWorld(pixel); }

  void paint(QPainter& painter, style::ThemeName theme, const board::Document& document,
             const PaintedWires& wires, const QRectF& visible, double devicePixelRatio);

  /// The document is another one now.
  void forget() { m_theme.reset(); }

 private:
  void paintPicture(style::ThemeName theme, const board::Document& document,
                    const PaintedWires& wires, double devicePixelRatio);

  MapPanel m_panel;
  QPixmap m_picture;
  QTransform m_shown;                       ///< of the picture
  std::optional<style::ThemeName> m_theme;  ///< of the picture; nothing when it is out of date
};

}  // namespace phaseboard::ui
