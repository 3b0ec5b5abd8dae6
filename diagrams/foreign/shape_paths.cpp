// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/shape_paths.h"

#include <algorithm>
#include <cmath>

#include "diagrams/foreign/style_values.h"
#include "diagrams/scene/path_reader.h"

namespace phaseboard::foreign {
namespace {

/// Reads the lengths of one element; remembers whether one was not understood.
class Lengths {
 public:
  Lengths(const XmlNode& node, double fontSize, const QSizeF& canvas)
      : m_node(node), m_fontSize(fontSize), m_canvas(canvas) {}

  double across(const char* name, double otherwise = 0) {
    return read(name, m_canvas.width(), otherwise);
  }
  double down(const char* name, double otherwise = 0) {
    return read(name, m_canvas.height(), otherwise);
  }
  [[nodiscard]] bool has(const char* name) const { return m_node.has(name); }
  [[nodiscard]] bool areFine() const { return m_areFine; }

 private:
  double read(const char* name, double whole, double otherwise) {
    const std::string text = m_node.attribute(name);
    if (text.empty() || text == "auto")
      return otherwise;
    const auto length = readLength(text, m_fontSize, whole);
    m_areFine = m_areFine && length.has_value();
    return length.value_or(otherwise);
  }

  const XmlNode& m_node;
  double m_fontSize;
  QSizeF m_canvas;
  bool m_areFine = true;
};

std::optional<QPainterPath> polygonPath(const XmlNode& node) {
  const auto points = scene::readNumbers(node.attribute("points"));
  if (!points)
    return std::nullopt;
  QPainterPath path;
  for (std::size_t i = 0; i + 1 < points->size(); i += 2) {
    const QPointF point((*points)[i], (*points)[i + 1]);
    i == 0 ? path.moveTo(point) : path.lineTo(point);
  }
  if (node.name == "polygon" && !path.isEmpty())
    path.closeSubpath();
  return path;
}

QPainterPath rectPath(Lengths& lengths) {
  const QRectF box(lengths.across("x"), lengths.down("y"), lengths.across("width"),
                   lengths.down("height"));
  const double rx = lengths.has("rx") ? lengths.across("rx") : lengths.down("ry");
  const double ry = lengths.has("ry") ? lengths.down("ry") : rx;
  QPainterPath path;
  if (box.width() <= 0 || box.height() <= 0)
    return path;
  if (rx > 0 && ry > 0)
    path.addRoundedRect(box, std::min(rx, box.width() / 2), std::min(ry, box.height() / 2));
  else
    path.addRect(box);
  return path;
}

}  // namespace

std::optional<QPainterPath> shapePath(const XmlNode& node, double fontSize, const QSizeF& canvas) {
  if (node.name == "path")
    return node.attribute("d").empty() ? QPainterPath() : scene::readPath(node.attribute("d"));
  if (node.name == "polyline" || node.name == "polygon")
    return polygonPath(node);
  Lengths lengths(node, fontSize, canvas);
  QPainterPath path;
  if (node.name == "rect") {
    path = rectPath(lengths);
  } else if (node.name == "line") {
    path.moveTo(lengths.across("x1"), lengths.down("y1"));
    path.lineTo(lengths.across("x2"), lengths.down("y2"));
  } else {
    const double r = lengths.across("r");
    const double rx = lengths.across("rx", r);
    const double ry = lengths.down("ry", lengths.has("rx") ? rx : r);
    const QPointF centre(lengths.across("cx"), lengths.down("cy"));
    if (rx > 0 && ry > 0)
      path.addEllipse(centre, rx, ry);
  }
  if (!lengths.areFine())
    return std::nullopt;
  return path;
}

std::string pathText(const QPainterPath& path) {
  std::string text;
  const auto point = [](const QPainterPath::Element& at) {
    return numberText(at.x) + " " + numberText(at.y) + " ";
  };
  QPointF begin;
  for (int i = 0; i < path.elementCount(); ++i) {
    const QPainterPath::Element element = path.elementAt(i);
    if (element.type == QPainterPath::MoveToElement)
      begin = element;
    text += element.type == QPainterPath::MoveToElement    ? "M"
            : element.type == QPainterPath::LineToElement  ? "L"
            : element.type == QPainterPath::CurveToElement ? "C"
                                                           : "";
    text += point(element);
    const bool isLast =
        i + 1 == path.elementCount() || path.elementAt(i + 1).type == QPainterPath::MoveToElement;
    if (isLast && element.type != QPainterPath::MoveToElement && QPointF(element) == begin)
      text += "Z";
  }
  return text;
}

}  // namespace phaseboard::foreign
