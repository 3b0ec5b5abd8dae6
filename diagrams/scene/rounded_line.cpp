// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/rounded_line.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace phaseboard::scene {
namespace {

constexpr double kSame = 0.05;  // pixels: figures are kept in single precision
constexpr double kLeastHandle = 0.5;
constexpr double kLongestHandle = 0.72;
constexpr double kShortestEnd = 1;  // pixels of a line before its first turn and after its last
constexpr QRect kEverywhere(QPoint(-(1 << 20), -(1 << 20)), QPoint(1 << 20, 1 << 20));

bool isSame(double one, double other) {
  return std::abs(one - other) < kSame;
}

bool isSame(QPointF one, QPointF other) {
  return isSame(one.x(), other.x()) && isSame(one.y(), other.y());
}

double lengthOf(QPointF upright) {
  return std::abs(upright.x()) + std::abs(upright.y());
}

/// A quarter turn: of a line that would meet `corner` if it went straight on.
struct Turn {
  QPointF corner;
  double radius = 0;
};

/// A curve with two equal arms that are at right angles, as the arc whose middle is the curve's.
std::optional<Turn> turnOf(QPointF begin, QPointF first, QPointF second, QPointF end) {
  const bool beginsDown = isSame(begin.x(), first.x());
  const QPointF corner = beginsDown ? QPointF(begin.x(), end.y()) : QPointF(end.x(), begin.y());
  const double arm = lengthOf(corner - begin);
  if (arm < 1 || !isSame(arm, lengthOf(end - corner)))
    return std::nullopt;
  const double handle = lengthOf(first - begin) / arm;
  const bool isSymmetrical = isSame(first, begin + (corner - begin) * handle) &&
                             isSame(second, end + (corner - end) * handle);
  if (!isSymmetrical || handle < kLeastHandle || handle > kLongestHandle)
    return std::nullopt;
  const double middle =
      arm * (4 - 3 * handle) / 8;  // of the curve, from the corner, along each arm
  return Turn{corner, std::min(arm, middle / (1 - std::numbers::sqrt2 / 2))};
}

/// Goes along a line and lays its pieces out.
class LinePieces {
 public:
  enum class End { None, First, Last };

  LinePieces(const QPainterPath& line, double width, Qt::PenCapStyle cap)
      : m_line(line), m_half(width / 2), m_isRound(cap == Qt::RoundCap) {}

  std::optional<std::vector<LinePiece>> lay() {
    if (!readTurns() || m_turns.empty())
      return std::nullopt;
    QPointF from = m_first;
    QPointF cut;  // where the turn before ended
    for (std::size_t i = 0; i < m_turns.size(); ++i) {
      const bool isFirst = i == 0;
      const Turn& turn = m_turns[i];
      const QPointF next = i + 1 < m_turns.size() ? m_turns[i + 1].corner : m_last;
      const QPointF in = directionOf(from, turn.corner);
      const QPointF out = directionOf(turn.corner, next);
      const double before = isFirst ? kShortestEnd : m_turns[i - 1].radius;
      const bool isRightAngle = std::abs(QPointF::dotProduct(in, out)) < 0.5;
      if (!isRightAngle || turn.radius <= m_half ||
          lengthOf(turn.corner - from) < before + turn.radius)
        return std::nullopt;
      addRun(isFirst ? m_first : cut, onPixel(turn.corner - in * turn.radius, in), in,
             isFirst ? End::First : End::None);
      addTurn(turn, in, out);
      cut = onPixel(turn.corner + out * turn.radius, out);
      from = turn.corner;
    }
    if (lengthOf(m_last - from) < m_turns.back().radius + kShortestEnd)
      return std::nullopt;
    addRun(cut, m_last, directionOf(from, m_last), End::Last);
    return std::move(m_pieces);
  }

 private:
  /// The turns of the line and its two ends.
  bool readTurns() {
    const int count = m_line.elementCount();
    if (count < 2 || !m_line.elementAt(0).isMoveTo())
      return false;
    m_first = m_last = m_line.elementAt(0);
    for (int i = 1; i < count; ++i) {
      const QPainterPath::Element element = m_line.elementAt(i);
      if (element.isMoveTo())
        return false;
      if (element.isLineTo()) {
        m_last = element;
      } else {
        const QPointF end = m_line.elementAt(i + 2);
        const auto turn = turnOf(m_last, element, m_line.elementAt(i + 1), end);
        if (!turn || !isAhead(turn->corner))
          return false;
        m_turns.push_back(*turn);
        m_last = end;
        i += 2;
      }
      if (!isAhead(m_last))
        return false;
    }
    return true;
  }

  /// Whether the line gets there without another turn.
  [[nodiscard]] bool isAhead(QPointF point) const {
    const QPointF from = m_turns.empty() ? m_first : m_turns.back().corner;
    return isSame(point.x(), from.x()) || isSame(point.y(), from.y());
  }

  static QPointF directionOf(QPointF from, QPointF to) {
    const QPointF way = to - from;
    return std::abs(way.x()) > std::abs(way.y()) ? QPointF(way.x() < 0 ? -1 : 1, 0)
                                                 : QPointF(0, way.y() < 0 ? -1 : 1);
  }

  /// The point moved along its line to where a pixel begins.
  static QPointF onPixel(QPointF point, QPointF along) {
    return along.x() != 0 ? QPointF(std::round(point.x()), point.y())
                          : QPointF(point.x(), std::round(point.y()));
  }

  /// A straight run between two cuts, or between a cut and an end of the line, which may be round.
  void addRun(QPointF from, QPointF to, QPointF along, End end) {
    const bool isRound = m_isRound && end != End::None;
    const QPointF aside(std::abs(along.y()) * m_half, std::abs(along.x()) * m_half);
    QRect pixels = kEverywhere;
    if (isRound) {  // at both ends, one of which lies beyond the cut
      pixels = end == End::First ? beyond(to, -along) : beyond(from, along);
      from -= along * (end == End::First ? m_half : m_half + 1);
      to += along * (end == End::Last ? m_half : m_half + 1);
    }
    const QRectF box =
        QRectF(from, to).normalized().adjusted(-aside.x(), -aside.y(), aside.x(), aside.y());
    pixels &= box.toAlignedRect();
    m_pieces.push_back({{box, isRound ? m_half : 0}, std::nullopt, pixels});
  }

  /// All pixels that lie from `cut`, where one begins, in a direction.
  static QRect beyond(QPointF cut, QPointF direction) {
    QRect all = kEverywhere;
    const int x = static_cast<int>(std::round(cut.x()));
    const int y = static_cast<int>(std::round(cut.y()));
    if (direction.x() > 0)
      all.setLeft(x);
    else if (direction.x() < 0)
      all.setRight(x - 1);
    else if (direction.y() > 0)
      all.setTop(y);
    else
      all.setBottom(y - 1);
    return all;
  }

  void addTurn(const Turn& turn, QPointF in, QPointF out) {
    const QPointF middle = turn.corner + (out - in) * turn.radius;
    const auto disc = [&](double radius) {
      return RoundBox{QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius),
                      radius};
    };
    const RoundBox outer = disc(turn.radius + m_half);
    const QRect within = outer.box.toAlignedRect() & beyond(middle, in) & beyond(middle, -out);
    m_pieces.push_back({outer, disc(turn.radius - m_half), within});
  }

  const QPainterPath& m_line;
  double m_half;
  bool m_isRound;
  QPointF m_first;
  QPointF m_last;
  std::vector<Turn> m_turns;
  std::vector<LinePiece> m_pieces;
};

}  // namespace

std::optional<std::vector<LinePiece>> piecesOfRoundedLine(const QPainterPath& line, double width,
                                                          Qt::PenCapStyle cap) {
  if (cap == Qt::SquareCap)
    return std::nullopt;
  return LinePieces(line, width, cap).lay();
}

}  // namespace phaseboard::scene
