// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/item_shapes.h"

#include <span>

#include <QPainterPathStroker>

namespace phaseboard::scene {
namespace {

using content::PartKind;

constexpr double kFrameTouchWidth = 12;  // of a group's border, units
constexpr double kWireInkWidth = 6;      // covers the widest wire with its soft borders, units
constexpr double kTextTouchMargin = 3;   // around a line of text, units

QPainterPath stroked(const QPainterPath& path, double width) {
  QPainterPathStroker stroker;
  stroker.setWidth(width);
  stroker.setCapStyle(Qt::FlatCap);
  stroker.setJoinStyle(Qt::RoundJoin);
  stroker.setCurveThreshold(2);
  return stroker.createStroke(path);
}

void addTouchable(QPainterPath& shape, const QRectF& box) {
  shape.addRect(
      box.adjusted(-kTextTouchMargin, -kTextTouchMargin, kTextTouchMargin, kTextTouchMargin));
}

bool isFilled(const Drawing& drawing, const Mark& mark) {
  return drawing.filled[mark.style];
}

std::span<const Mark> marksOf(const Drawing& drawing, const Layer& layer) {
  return std::span(drawing.marks).subspan(layer.first, layer.last - layer.first);
}

void shapeEdge(Item& item, std::span<const Mark> marks) {
  item.hitShape.setFillRule(Qt::WindingFill);
  for (const Mark& mark : marks) {
    if (mark.kind == MarkKind::Wire)
      item.route.addPath(mark.path);
    else if (mark.kind == MarkKind::Chip || mark.kind == MarkKind::Badge)
      item.hitShape.addRect(mark.bounds);
    else if (mark.kind == MarkKind::Text)
      addTouchable(item.hitShape, mark.bounds);
  }
  item.touchLine = item.route;
  item.touchReach = kWireTouchWidth / 2;
  item.box = item.route.boundingRect();
}

void shapeGroup(Item& item, std::span<const Mark> marks) {
  item.hitShape.setFillRule(Qt::WindingFill);
  for (const Mark& mark : marks) {
    if (mark.kind == MarkKind::Text)
      addTouchable(item.hitShape, mark.bounds);
  }
  if (item.outline.isEmpty()) {  // a row of a chart: its words are all there is to touch
    item.outline.addRoundedRect(item.bounds.adjusted(-6, -8, 6, 8), 8, 8);
    return;
  }
  item.touchLine = item.outline;
  item.touchReach = kFrameTouchWidth / 2;
}

/// Anything of a node that reaches beyond its body: labels below a tensor, the line of a series.
void addOutsideFrame(const Drawing& drawing, Item& item, std::span<const Mark> marks) {
  const QRectF frame = item.outline.boundingRect();
  const QRectF inside = frame.isEmpty() ? QRectF() : frame.adjusted(-1, -1, 1, 1);
  for (const Mark& mark : marks) {
    const bool soft = mark.kind == MarkKind::Shadow || mark.kind == MarkKind::Area;
    if (soft || mark.kind == MarkKind::Frame || inside.contains(mark.bounds))
      continue;
    if (!mark.glyphs.isEmpty())
      addTouchable(item.hitShape, mark.bounds);
    else if (isFilled(drawing, mark))
      item.hitShape.addPath(mark.path);
    else
      item.touchLine.addPath(mark.path);
  }
  item.touchReach = kWireTouchWidth / 2;
}

/// The line of a curve serves as its outline: that is what a halo should follow.
void outlineByLine(const Drawing& drawing, Item& item, std::span<const Mark> marks) {
  for (const Mark& mark : marks) {
    if (mark.kind == MarkKind::Shape && !mark.path.isEmpty() && !isFilled(drawing, mark))
      item.outline.addPath(mark.path);
  }
}

std::optional<std::size_t> frameOf(const Drawing& drawing, const Layer& layer) {
  for (std::size_t i = layer.first; i < layer.last; ++i) {
    if (drawing.marks[i].kind == MarkKind::Frame)
      return i;
  }
  for (std::size_t i = layer.first; i < layer.last; ++i) {
    const Mark& mark = drawing.marks[i];
    if (mark.kind == MarkKind::Area)
      return std::nullopt;
    if (mark.kind == MarkKind::Shape && !mark.path.isEmpty())
      return isFilled(drawing, mark) ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

void shapeNode(const Drawing& drawing, Item& item, std::span<const Mark> marks) {
  item.hitShape.setFillRule(Qt::WindingFill);
  for (const Mark& mark : marks) {
    if (mark.kind == MarkKind::Frame)
      item.hitShape.addPath(mark.path);
  }
  if (item.hitShape.isEmpty())
    item.hitShape.addPath(item.outline);
  addOutsideFrame(drawing, item, marks);
  if (item.outline.isEmpty())
    outlineByLine(drawing, item, marks);
  if (item.outline.isEmpty())  // words alone: headings of a table, notes beside a chart
    item.outline.addRoundedRect(item.bounds.adjusted(-5, -3, 5, 3), 6, 6);
}

}  // namespace

QPainterPath inkOf(const Drawing& drawing, std::size_t item) {
  QPainterPath ink;
  ink.setFillRule(Qt::WindingFill);
  if (drawing.items[item].kind != PartKind::Edge) {
    ink.addRect(drawing.items[item].bounds);
    return ink;
  }
  for (const Layer& layer : drawing.layers) {
    if (layer.item != item)
      continue;
    for (const Mark& mark : marksOf(drawing, layer)) {
      if (mark.kind == MarkKind::Wire)
        ink.addPath(stroked(mark.path, kWireInkWidth));
      else
        ink.addRect(mark.bounds);
    }
  }
  return ink;
}

std::vector<QRectF> paintBoxesOf(const Drawing& drawing, std::size_t item) {
  const Item& part = drawing.items[item];
  if (part.kind != PartKind::Edge)
    return {part.bounds | part.outline.controlPointRect()};
  std::vector<QRectF> boxes;
  for (const Layer& layer : drawing.layers) {
    if (layer.item != item)
      continue;
    for (const Mark& mark : marksOf(drawing, layer)) {
      if (mark.kind != MarkKind::Wire)
        boxes.push_back(mark.bounds);
    }
  }
  for (int i = 1; i < part.route.elementCount(); ++i) {
    const QPainterPath::Element from = part.route.elementAt(i - 1);
    const QPainterPath::Element to = part.route.elementAt(i);
    if (!to.isMoveTo())
      boxes.push_back(QRectF(from, to).normalized().adjusted(-1, -1, 1, 1));
  }
  return boxes;
}

void shapeItems(Drawing& drawing) {
  for (Mark& mark : drawing.marks)
    mark.box = roundBoxOf(mark.path);
  for (Layer& layer : drawing.layers) {
    if (!layer.item)
      continue;
    Item& item = drawing.items[*layer.item];
    const auto marks = marksOf(drawing, layer);
    item.bounds = layer.bounds;
    if (item.kind != PartKind::Edge) {
      layer.frame = frameOf(drawing, layer);
      if (layer.frame)
        item.outline = drawing.marks[*layer.frame].path;
    }
    switch (item.kind) {
      case PartKind::Edge:
        shapeEdge(item, marks);
        break;
      case PartKind::Group:
        shapeGroup(item, marks);
        break;
      case PartKind::Node:
        shapeNode(drawing, item, marks);
        break;
    }
    if (item.kind != PartKind::Edge)
      item.box = item.outline.isEmpty() ? item.bounds : item.outline.boundingRect();
  }
}

}  // namespace phaseboard::scene
