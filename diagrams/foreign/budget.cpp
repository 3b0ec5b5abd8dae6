// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/budget.h"

#include <algorithm>
#include <cmath>

#include "diagrams/foreign/foreign_limits.h"
#include "diagrams/foreign/xml_tree.h"

namespace phaseboard::foreign {
namespace {

constexpr double kFarthest = 1e6;  ///< units from the canvas; beyond it a renderer counts for long

std::string most(std::size_t number, const std::string& what) {
  return "it has more than " + std::to_string(number) + " " + what;
}

/// Length along the control points: never less than the line itself.
double lengthOf(const QPainterPath& path) {
  double length = 0;
  for (int i = 1; i < path.elementCount(); ++i) {
    const QPainterPath::Element a = path.elementAt(i - 1);
    const QPainterPath::Element b = path.elementAt(i);
    if (b.type != QPainterPath::MoveToElement)
      length += std::hypot(b.x - a.x, b.y - a.y);
  }
  return length;
}

}  // namespace

Status Budget::element(int line) {
  if (++m_elements > limit::kElements)
    return refuseAt(line, most(limit::kElements, "elements once every <use> is written out"));
  return {};
}

Status Budget::path(const QPainterPath& path, const QTransform& toCanvas, double dash, int line) {
  m_segments += static_cast<std::size_t>(path.elementCount());
  if (m_segments > limit::kSegments)
    return refuseAt(line, most(limit::kSegments, "pieces of lines"));
  const QPainterPath placed = toCanvas.map(path);
  const QRectF bounds = placed.controlPointRect();
  if (!std::isfinite(bounds.width() + bounds.height() + bounds.x() + bounds.y()) ||
      std::max({std::abs(bounds.left()), std::abs(bounds.right()), std::abs(bounds.top()),
                std::abs(bounds.bottom())}) > kFarthest)
    return refuseAt(line, "something lies more than a million units away from the canvas");
  m_ink += lengthOf(placed) * m_scale;
  if (m_ink > limit::kInk)
    return refuseAt(line, "its lines are longer than " +
                              std::to_string(static_cast<int>(limit::kInk)) + " pixels in all");
  if (dash > 0)
    m_dashes += lengthOf(path) / dash;
  if (m_dashes > limit::kDashes)
    return refuseAt(line, "its lines would break into more than " +
                              std::to_string(static_cast<int>(limit::kDashes)) + " dashes");
  return {};
}

Status Budget::text(const std::string& words, int line) {
  if (words.size() > limit::kLine)
    return refuseAt(
        line, "a line of text is longer than " + std::to_string(limit::kLine) + " characters");
  m_characters += words.size();
  if (m_characters > limit::kText)
    return refuseAt(line, most(limit::kText, "characters of text"));
  return {};
}

Status Budget::image(double pixels, int line) {
  m_pixels += pixels;
  if (++m_images > limit::kImages || m_pixels > limit::kImagePixels)
    return refuseAt(line, "its embedded pictures are too many or too large");
  return {};
}

Status Budget::stop(int line) {
  if (++m_stops > limit::kStops)
    return refuseAt(line, most(limit::kStops, "colour stops"));
  return {};
}

}  // namespace phaseboard::foreign
