// SPDX-License-Identifier: Apache-2.0
#include "diagrams/foreign/markers.h"

#include <algorithm>
#include <cmath>

#include <QPointF>
#include <QtMath>

#include "diagrams/foreign/style_values.h"

namespace phaseboard::foreign {
namespace {

constexpr double kDefaultSide = 3;  // of a marker that does not say how large it is

struct LineEnd {
  QPointF point;
  QPointF direction;  ///< along the line, from its beginning to its end
};

std::optional<LineEnd> endOf(const QPainterPath& line, bool atEnd) {
  const int count = line.elementCount();
  const int first = atEnd ? count - 1 : 0;
  const int step = atEnd ? -1 : 1;
  for (int i = first + step; i >= 0 && i < count; i += step) {
    const QPointF along = QPointF(line.elementAt(first)) - QPointF(line.elementAt(i));
    if (!along.isNull())
      return LineEnd{QPointF(line.elementAt(first)), atEnd ? along : -along};
  }
  return std::nullopt;
}

double angleFor(const std::string& orient, const LineEnd& end, bool atEnd) {
  const double along = qRadiansToDegrees(std::atan2(end.direction.y(), end.direction.x()));
  if (orient == "auto")
    return along;
  if (orient == "auto-start-reverse")
    return atEnd ? along : along + 180;
  return readLength(orient, 0, 0).value_or(0);
}

/// What a viewBox of the marker makes of its units.
double viewScale(const XmlNode& marker) {
  const std::string text = marker.attribute("viewBox");
  const auto box = pieces(text);
  if (box.size() != 4)
    return 1;
  const double width = readLength(box[2], 16, 0).value_or(0);
  const double height = readLength(box[3], 16, 0).value_or(0);
  if (!(width > 0) || !(height > 0))
    return 1;
  return std::min(
      readLength(marker.attribute("markerWidth"), 16, 0).value_or(kDefaultSide) / width,
      readLength(marker.attribute("markerHeight"), 16, 0).value_or(kDefaultSide) / height);
}

}  // namespace

std::string idInUrl(std::string_view value) {
  std::string bare(value);
  std::erase_if(bare, [](char each) { return each == '"' || each == '\'' || each == ' '; });
  return bare.starts_with("url(#") && bare.ends_with(')') ? bare.substr(5, bare.size() - 6)
                                                          : std::string();
}

std::optional<QTransform> markerTransform(const XmlNode& marker, const QPainterPath& line,
                                          bool atEnd, double strokeWidth) {
  const auto end = endOf(line, atEnd);
  if (!end)
    return std::nullopt;
  const bool isInUnits = marker.attribute("markerUnits") == "userSpaceOnUse";
  const double scale = viewScale(marker) * (isInUnits ? 1 : strokeWidth);
  QTransform transform;
  transform.translate(end->point.x(), end->point.y());
  transform.rotate(angleFor(marker.attribute("orient"), *end, atEnd));
  transform.scale(scale, scale);
  transform.translate(-readLength(marker.attribute("refX"), 16, 0).value_or(0),
                      -readLength(marker.attribute("refY"), 16, 0).value_or(0));
  return transform;
}

}  // namespace phaseboard::foreign
