// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/round_box.h"

#include <algorithm>
#include <cmath>

namespace phaseboard::scene {
namespace {

constexpr double kSameLength = 0.02;   // units: figures are kept in single precision
constexpr double kControlAt = 0.5523;  // of the radius: where a quarter of a circle is steered to
constexpr double kControlSlack = 0.03;
constexpr int kFewestElements = 5;
constexpr int kMostElements = 18;

bool isSame(double one, double other) {
  return std::abs(one - other) < kSameLength;
}

/// Goes round a path and notes at which corners of its bounds it turns, and how.
class BoxTracer {
 public:
  explicit BoxTracer(const QPainterPath& path) : m_path(path), m_bounds(path.controlPointRect()) {}

  std::optional<RoundBox> trace() {
    const int count = m_path.elementCount();
    m_at = m_path.elementAt(0);
    for (int i = 1; i < count; ++i) {
      const QPainterPath::Element element = m_path.elementAt(i);
      const bool isCurve = element.isCurveTo();
      if (element.isMoveTo() || (isCurve ? !turn(i) : !goOn(element)))
        return std::nullopt;
      i += isCurve ? 2 : 0;
    }
    constexpr int kAll = 15;
    const QPointF first = m_path.elementAt(0);
    const bool isSharp = m_sharp == kAll && m_round == 0;
    const bool isRound = m_round == kAll && m_sharp == 0;
    if ((!isSharp && !isRound) || !isSame(m_at.x(), first.x()) || !isSame(m_at.y(), first.y()))
      return std::nullopt;
    return RoundBox{m_bounds, std::max(m_radius, 0.0)};
  }

 private:
  /// A straight, upright piece along the border.
  bool goOn(QPointF end) {
    const bool isUpright = isSame(end.x(), m_at.x()) || isSame(end.y(), m_at.y());
    const bool isOnBorder = isSame(end.x(), m_bounds.left()) || isSame(end.x(), m_bounds.right()) ||
                            isSame(end.y(), m_bounds.top()) || isSame(end.y(), m_bounds.bottom());
    m_at = end;
    m_sharp |= cornerAt(end);
    return isUpright && isOnBorder;
  }

  /// A quarter of a circle around a corner.
  bool turn(int at) {
    const QPointF first = m_path.elementAt(at);
    const QPointF second = m_path.elementAt(at + 1);
    const QPointF end = m_path.elementAt(at + 2);
    const double radius = std::abs(end.x() - m_at.x());
    if (m_radius < 0)
      m_radius = radius;
    const bool beginsUpright = isSame(first.x(), m_at.x());
    const QPointF corner = beginsUpright ? QPointF(m_at.x(), end.y()) : QPointF(end.x(), m_at.y());
    const auto isSteered = [&](QPointF control, QPointF from) {
      const QPointF expected = from + (corner - from) * kControlAt;
      const double slack = kSameLength + kControlSlack * radius;
      return std::abs(control.x() - expected.x()) < slack &&
             std::abs(control.y() - expected.y()) < slack;
    };
    const bool isQuarter = isSame(radius, m_radius) &&
                           isSame(std::abs(end.y() - m_at.y()), radius) && isSteered(first, m_at) &&
                           isSteered(second, end);
    m_at = end;
    m_round |= cornerAt(corner);
    return isQuarter;
  }

  /// One bit for the corner of the bounds at this point; none when it is not one.
  [[nodiscard]] int cornerAt(QPointF point) const {
    const bool isLeft = isSame(point.x(), m_bounds.left());
    const bool isTop = isSame(point.y(), m_bounds.top());
    if ((!isLeft && !isSame(point.x(), m_bounds.right())) ||
        (!isTop && !isSame(point.y(), m_bounds.bottom())))
      return 0;
    return 1 << ((isLeft ? 0 : 1) + (isTop ? 0 : 2));
  }

  const QPainterPath& m_path;
  QRectF m_bounds;
  QPointF m_at;
  double m_radius = -1;
  int m_sharp = 0;  ///< a bit for each corner
  int m_round = 0;
};

}  // namespace

RoundBox grown(const RoundBox& box, double distance) {
  const double radius = box.radius > 0 ? std::max(box.radius + distance, 0.0) : 0;
  return {box.box.adjusted(-distance, -distance, distance, distance), radius};
}

std::optional<RoundBox> roundBoxOf(const QPainterPath& path) {
  const int count = path.elementCount();
  if (count < kFewestElements || count > kMostElements)
    return std::nullopt;
  return BoxTracer(path).trace();
}

}  // namespace phaseboard::scene
