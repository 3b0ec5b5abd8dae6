// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/path_data.h"

#include <cctype>
#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>

#include <QPointF>

namespace phaseboard::ui {
namespace {

/// The ellipse that an arc command asks for, by its middle (SVG 1.1, F.6.5).
struct Arc {
  double rx = 0;
  double ry = 0;
  double turn = 0;  ///< degrees
  bool large = false;
  bool sweep = false;
};

void addArc(QPainterPath& path, QPointF from, QPointF to, Arc arc) {
  if (arc.rx == 0 || arc.ry == 0 || from == to) {
    path.lineTo(to);
    return;
  }
  const double phi = arc.turn * std::numbers::pi / 180;
  const double c = std::cos(phi);
  const double s = std::sin(phi);
  const QPointF half = (from - to) / 2;
  const QPointF p(c * half.x() + s * half.y(), -s * half.x() + c * half.y());
  double rx = std::abs(arc.rx);
  double ry = std::abs(arc.ry);
  const double grow = p.x() * p.x() / (rx * rx) + p.y() * p.y() / (ry * ry);
  if (grow > 1) {
    rx *= std::sqrt(grow);
    ry *= std::sqrt(grow);
  }
  const double below = rx * rx * p.y() * p.y() + ry * ry * p.x() * p.x();
  const double root = std::sqrt(std::max(0.0, (rx * rx * ry * ry - below) / below));
  const double sign = arc.large == arc.sweep ? -1 : 1;
  const QPointF q(sign * root * rx * p.y() / ry, -sign * root * ry * p.x() / rx);
  const double start = std::atan2((p.y() - q.y()) / ry, (p.x() - q.x()) / rx);
  double span = std::atan2((-p.y() - q.y()) / ry, (-p.x() - q.x()) / rx) - start;
  if (arc.sweep && span < 0)
    span += 2 * std::numbers::pi;
  if (!arc.sweep && span > 0)
    span -= 2 * std::numbers::pi;
  const QPointF centre = QPointF(c * q.x() - s * q.y(), s * q.x() + c * q.y()) + (from + to) / 2;
  const auto pointAt = [&](double angle) {
    const double x = rx * std::cos(angle);
    const double y = ry * std::sin(angle);
    return centre + QPointF(c * x - s * y, s * x + c * y);
  };
  const auto slopeAt = [&](double angle) {
    const double x = -rx * std::sin(angle);
    const double y = ry * std::cos(angle);
    return QPointF(c * x - s * y, s * x + c * y);
  };
  const int pieces = static_cast<int>(std::ceil(std::abs(span) / (std::numbers::pi / 2) - 1e-9));
  const double step = span / pieces;
  const double handle = 4.0 / 3 * std::tan(step / 4);
  for (int i = 0; i < pieces; ++i) {
    const double a = start + i * step;
    const double b = a + step;
    path.cubicTo(pointAt(a) + handle * slopeAt(a), pointAt(b) - handle * slopeAt(b),
                 i + 1 == pieces ? to : pointAt(b));
  }
}

class Reader {
 public:
  explicit Reader(std::string_view data) : m_rest(data) {}

  QPainterPath read() {
    while (true) {
      skipSpace();
      if (m_rest.empty())
        return m_path;
      if (std::isalpha(static_cast<unsigned char>(m_rest.front())) != 0) {
        m_command = m_rest.front();
        m_rest.remove_prefix(1);
      }
      if (!segment())
        return m_path;
    }
  }

 private:
  void skipSpace() {
    while (!m_rest.empty() && (m_rest.front() == ' ' || m_rest.front() == ',' ||
                               m_rest.front() == '\n' || m_rest.front() == '\t'))
      m_rest.remove_prefix(1);
  }

  bool number(double& value) {
    skipSpace();
    if (!m_rest.empty() && m_rest.front() == '+')
      m_rest.remove_prefix(1);
    const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
    if (error != std::errc())
      return false;
    m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
    return true;
  }

  bool flag(bool& value) {
    skipSpace();
    if (m_rest.empty() || (m_rest.front() != '0' && m_rest.front() != '1'))
      return false;
    value = m_rest.front() == '1';
    m_rest.remove_prefix(1);
    return true;
  }

  [[nodiscard]] bool relative() const {
    return std::islower(static_cast<unsigned char>(m_command)) != 0;
  }

  bool point(QPointF& value) {
    double x = 0;
    double y = 0;
    if (!number(x) || !number(y))
      return false;
    value = QPointF(x, y) + (relative() ? m_at : QPointF());
    return true;
  }

  bool segment() {
    switch (std::toupper(static_cast<unsigned char>(m_command))) {
      case 'M':
        return move();
      case 'L':
        return line();
      case 'H':
      case 'V':
        return straight();
      case 'C':
      case 'S':
        return cubic();
      case 'Q':
      case 'T':
        return quad();
      case 'A':
        return arc();
      case 'Z':
        m_path.closeSubpath();
        m_at = m_start;
        m_command = 0;
        return true;
      default:
        return false;
    }
  }

  bool move() {
    QPointF to;
    if (!point(to))
      return false;
    m_path.moveTo(to);
    m_start = to;
    arrive(to, to);
    m_command = relative() ? 'l' : 'L';  // further pairs are lines
    return true;
  }

  bool line() {
    QPointF to;
    if (!point(to))
      return false;
    m_path.lineTo(to);
    arrive(to, to);
    return true;
  }

  bool straight() {
    double value = 0;
    if (!number(value))
      return false;
    const bool across = m_command == 'h' || m_command == 'H';
    QPointF to = m_at;
    (across ? to.rx() : to.ry()) = value + (relative() ? (across ? m_at.x() : m_at.y()) : 0);
    m_path.lineTo(to);
    arrive(to, to);
    return true;
  }

  bool cubic() {
    QPointF one = 2 * m_at - m_handle;
    QPointF two;
    QPointF to;
    const bool smooth = m_command == 's' || m_command == 'S';
    if ((!smooth && !point(one)) || !point(two) || !point(to))
      return false;
    m_path.cubicTo(one, two, to);
    arrive(to, two);
    return true;
  }

  bool quad() {
    QPointF one = 2 * m_at - m_handle;
    QPointF to;
    const bool smooth = m_command == 't' || m_command == 'T';
    if ((!smooth && !point(one)) || !point(to))
      return false;
    m_path.quadTo(one, to);
    arrive(to, one);
    return true;
  }

  bool arc() {
    Arc arc;
    QPointF to;
    if (!number(arc.rx) || !number(arc.ry) || !number(arc.turn) || !flag(arc.large) ||
        !flag(arc.sweep) || !point(to))
      return false;
    addArc(m_path, m_at, to, arc);
    arrive(to, to);
    return true;
  }

  void arrive(QPointF at, QPointF handle) {
    m_at = at;
    m_handle = handle;
  }

  std::string_view m_rest;
  QPainterPath m_path;
  char m_command = 0;
  QPointF m_at;
  QPointF m_start;
  QPointF m_handle;  ///< last control point, mirrored by S and T
};

}  // namespace

QPainterPath pathFromData(std::string_view data) {
  return Reader(data).read();
}

}  // namespace phaseboard::ui
