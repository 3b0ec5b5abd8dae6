// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <QPainterPath>
#include <QRectF>

#include "app/board/document.h"
#include "app/board/wiring.h"
#include "diagrams/style/palette.h"
#include "diagrams/style/text.h"
#include "ui/board/card_pictures.h"

class QPainter;

namespace phaseboard::ui {

/// A wire ready to be painted and touched.
struct PaintedWire {
  QPainterPath line;
  QPainterPath head;
  QPainterPath route;  ///< from border to border, for touching
  QRectF chip;         ///< behind its words; empty without words
  QRectF bounds;
};

using PaintedWires = std::map<board::ElementId, PaintedWire>;

/// The words of a wire, a frame or a text, shaped once.
class ShapedWords {
 public:
  const style::ShapedText& of(const std::string& words, const char* textClass);

 private:
  std::unordered_map<std::string, style::ShapedText> m_shaped;
};

/// Paints what lies on a board as it would look in one of our figures.
class BoardPainter {
 public:
  /// Whether an element is to be painted.
  using Filter = std::function<bool(board::ElementId)>;

  [[nodiscard]] CardPictures& cards() { return m_cards; }

  [[nodiscard]] PaintedWire painted(const board::Wire& wire, const std::string& label);
  [[nodiscard]] PaintedWires painted(const board::Document& document,
                                     const std::map<board::ElementId, board::Wire>& wires);

  /// Everything that touches `exposed` and that `filter` lets through: groups, wires, cards, texts,
  /// ink. The painter's transform is a scale and a movement.
  void paint(QPainter& painter, style::ThemeName theme, const board::Document& document,
             const PaintedWires& wires, const QRectF& exposed, const Filter& filter);

  void paintStroke(QPainter& painter, style::ThemeName theme,
                   const std::vector<board::Point>& points);

  /// The size of a text, units.
  [[nodiscard]] board::Extent textExtent(const std::string& text);

  /// Where the words of a group stand.
  [[nodiscard]] QRectF groupTitle(const board::Group& group);

 private:
  void paintGroup(QPainter& painter, style::ThemeName theme, const board::Group& group);
  void paintWire(QPainter& painter, style::ThemeName theme, const board::Edge& edge,
                 const PaintedWire& wire);
  void paintText(QPainter& painter, style::ThemeName theme, const board::Text& text);
  void paintWords(QPainter& painter, const std::string& words, const char* textClass,
                  QPointF baseline, const QColor& colour);

  [[nodiscard]] QColor chipColour(style::ThemeName theme, const QRectF& chip) const;

  CardPictures m_cards;
  ShapedWords m_words;
  std::vector<std::pair<QRectF, style::Lane>> m_frames;  ///< being painted, the largest first
};

[[nodiscard]] inline QRectF toRect(const board::Box& box) {
  return {box.x, box.y, box.width, box.height};
}
[[nodiscard]] inline board::Box toBox(const QRectF& rect) {
  return {rect.x(), rect.y(), rect.width(), rect.height()};
}
[[nodiscard]] inline QPointF toPoint(board::Point point) {
  return {point.x, point.y};
}
[[nodiscard]] inline board::Point toBoard(QPointF point) {
  return {point.x(), point.y()};
}

}  // namespace phaseboard::ui
