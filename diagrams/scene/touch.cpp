// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/touch.h"

#include <algorithm>

#include <QRectF>

namespace phaseboard::scene {
namespace {

constexpr int kCurvePieces = 8;

double squared(QPointF vector) {
  return QPointF::dotProduct(vector, vector);
}

bool isNearPiece(QPointF from, QPointF to, QPointF point, double reach) {
  const QPointF along = to - from;
  const double length = squared(along);
  const double share =
      length > 0 ? std::clamp(QPointF::dotProduct(point - from, along) / length, 0.0, 1.0) : 0;
  return squared(point - (from + along * share)) <= reach * reach;
}

QPointF onCurve(QPointF from, QPointF one, QPointF other, QPointF to, double share) {
  const double rest = 1 - share;
  return from * (rest * rest * rest) + one * (3 * rest * rest * share) +
         other * (3 * rest * share * share) + to * (share * share * share);
}

bool isNearCurve(QPointF from, QPointF one, QPointF other, QPointF to, QPointF point,
                 double reach) {
  QPointF last = from;
  for (int i = 1; i <= kCurvePieces; ++i) {
    const QPointF next = onCurve(from, one, other, to, static_cast<double>(i) / kCurvePieces);
    if (isNearPiece(last, next, point, reach))
      return true;
    last = next;
  }
  return false;
}

bool mayContain(const QRectF& box, QPointF point, double reach) {
  return box.adjusted(-reach, -reach, reach, reach).contains(point);
}

}  // namespace

bool liesNear(const QPainterPath& line, QPointF point, double reach) {
  QPointF last;
  for (int i = 0; i < line.elementCount(); ++i) {
    const QPainterPath::Element element = line.elementAt(i);
    if (element.isLineTo() && isNearPiece(last, element, point, reach))
      return true;
    if (element.isCurveTo()) {
      const QPointF to = line.elementAt(i + 2);
      if (isNearCurve(last, element, line.elementAt(i + 1), to, point, reach))
        return true;
      i += 2;
      last = to;
    } else {
      last = element;
    }
  }
  return false;
}

bool isTouched(const Item& item, QPointF point) {
  if (mayContain(item.hitShape.controlPointRect(), point, 0) && item.hitShape.contains(point))
    return true;
  return item.touchReach > 0 &&
         mayContain(item.touchLine.controlPointRect(), point, item.touchReach) &&
         liesNear(item.touchLine, point, item.touchReach);
}

}  // namespace phaseboard::scene
