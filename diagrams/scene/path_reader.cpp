// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/path_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace phaseboard::scene {
namespace {

bool isSpace(char each) {
  return each == ' ' || each == '\t' || each == '\n' || each == '\r';
}

bool isLetter(char each) {
  return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
}

/// Takes numbers and commands from the front of a text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : m_rest(text) {}

  [[nodiscard]] bool atEnd() {
    skipSeparators();
    return m_rest.empty();
  }

  [[nodiscard]] bool atLetter() {
    skipSeparators();
    return !m_rest.empty() && isLetter(m_rest.front());
  }

  char takeLetter() {
    const char letter = m_rest.front();
    m_rest.remove_prefix(1);
    return letter;
  }

  bool take(double& number) {
    skipSeparators();
    std::string_view digits = m_rest;
    if (!digits.empty() && digits.front() == '+')
      digits.remove_prefix(1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || !std::isfinite(number) || std::abs(number) > 1e7)
      return false;
    m_rest = std::string_view(end, static_cast<std::size_t>(digits.data() + digits.size() - end));
    return true;
  }

  /// One digit without a separator after it, as compact arcs write their flags.
  bool takeFlag(bool& flag) {
    skipSeparators();
    if (m_rest.empty() || (m_rest.front() != '0' && m_rest.front() != '1'))
      return false;
    flag = m_rest.front() == '1';
    m_rest.remove_prefix(1);
    return true;
  }

 private:
  void skipSeparators() {
    while (!m_rest.empty() && (isSpace(m_rest.front()) || m_rest.front() == ','))
      m_rest.remove_prefix(1);
  }

  std::string_view m_rest;
};

/// An arc of an ellipse around the origin as one cubic, from angle `a` to `b`, at most a quarter.
void addQuarter(QPainterPath& path, const QTransform& place, double a, double b) {
  const double reach = 4.0 / 3.0 * std::tan((b - a) / 4);
  const QPointF from(std::cos(a), std::sin(a));
  const QPointF to(std::cos(b), std::sin(b));
  path.cubicTo(place.map(QPointF(from.x() - reach * from.y(), from.y() + reach * from.x())),
               place.map(QPointF(to.x() + reach * to.y(), to.y() - reach * to.x())), place.map(to));
}

struct Arc {
  double rx = 0;
  double ry = 0;
  double turn = 0;  // degrees
  bool large = false;
  bool sweep = false;
};

/// The arc from the path's end to `to`, after the implementation notes of SVG 1.1 (F.6).
void addArc(QPainterPath& path, Arc arc, QPointF to) {
  const QPointF from = path.currentPosition();
  double rx = std::abs(arc.rx);
  double ry = std::abs(arc.ry);
  if (rx == 0 || ry == 0 || from == to) {
    path.lineTo(to);
    return;
  }
  const QTransform turned = QTransform().rotate(arc.turn);
  const QPointF half = turned.inverted().map((from - to) / 2);
  const double excess = half.x() * half.x() / (rx * rx) + half.y() * half.y() / (ry * ry);
  if (excess > 1) {
    rx *= std::sqrt(excess);
    ry *= std::sqrt(excess);
  }
  const double below = rx * rx * half.y() * half.y() + ry * ry * half.x() * half.x();
  const double factor = (arc.large == arc.sweep ? -1 : 1) *
                        std::sqrt(std::max(0.0, (rx * rx * ry * ry - below) / below));
  const QPointF middle(factor * rx * half.y() / ry, -factor * ry * half.x() / rx);
  const QPointF centre = turned.map(middle) + (from + to) / 2;
  const double begin = std::atan2((half.y() - middle.y()) / ry, (half.x() - middle.x()) / rx);
  double sweep = std::atan2((-half.y() - middle.y()) / ry, (-half.x() - middle.x()) / rx) - begin;
  if (arc.sweep && sweep < 0)
    sweep += 2 * std::numbers::pi;
  if (!arc.sweep && sweep > 0)
    sweep -= 2 * std::numbers::pi;
  const QTransform place =
      QTransform::fromScale(rx, ry) * turned * QTransform::fromTranslate(centre.x(), centre.y());
  const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(sweep) / 1.5708)));
  for (int i = 0; i < pieces; ++i)
    addQuarter(path, place, begin + sweep * i / pieces, begin + sweep * (i + 1) / pieces);
}

/// Turns commands into segments, one after another.
class PathBuilder {
 public:
  explicit PathBuilder(std::string_view data) : m_cursor(data) {}

  std::optional<QPainterPath> build() {
    while (!m_cursor.atEnd()) {
      if (m_cursor.atLetter())
        m_command = m_cursor.takeLetter();
      else if (m_command == 'M' || m_command == 'm')
        m_command = m_command == 'M' ? 'L' : 'l';
      else if (m_command == 'Z' || m_command == 'z')
        return std::nullopt;
      const bool opens = m_command == 'M' || m_command == 'm';
      if ((m_segments == 0 && !opens) || ++m_segments > kMostPathSegments || !segment())
        return std::nullopt;
    }
    return m_segments == 0 ? std::nullopt : std::optional(m_path);
  }

 private:
  [[nodiscard]] QPointF here() const { return m_path.currentPosition(); }

  bool point(QPointF& to) {
    double x = 0;
    double y = 0;
    if (!m_cursor.take(x) || !m_cursor.take(y))
      return false;
    to = QPointF(x, y) + (m_relative ? m_from : QPointF());
    return true;
  }

  bool segment() {
    m_relative = m_command >= 'a';
    m_from = here();
    const QPointF mirrored = 2 * m_from - m_control;
    const char previous = m_previous;
    m_previous = static_cast<char>(m_relative ? m_command - 'a' + 'A' : m_command);
    switch (m_previous) {
      case 'M':
      case 'L':
        return move();
      case 'H':
      case 'V':
        return straight();
      case 'C':
        return cubic(std::nullopt);
      case 'S':
        return cubic(previous == 'C' || previous == 'S' ? mirrored : m_from);
      case 'Q':
        return quad(std::nullopt);
      case 'T':
        return quad(previous == 'Q' || previous == 'T' ? mirrored : m_from);
      case 'A':
        return arc();
      case 'Z':
        m_path.closeSubpath();
        return true;
      default:
        return false;
    }
  }

  bool move() {
    QPointF to;
    if (!point(to))
      return false;
    m_previous == 'M' ? m_path.moveTo(to) : m_path.lineTo(to);
    return true;
  }

  bool straight() {
    double value = 0;
    if (!m_cursor.take(value))
      return false;
    const bool across = m_previous == 'H';
    if (m_relative)
      value += across ? m_from.x() : m_from.y();
    m_path.lineTo(across ? QPointF(value, m_from.y()) : QPointF(m_from.x(), value));
    return true;
  }

  bool cubic(std::optional<QPointF> first) {
    QPointF one;
    QPointF to;
    if (!first && !point(one))
      return false;
    if (!point(m_control) || !point(to))
      return false;
    m_path.cubicTo(first.value_or(one), m_control, to);
    return true;
  }

  bool quad(std::optional<QPointF> first) {
    QPointF to;
    if (first)
      m_control = *first;
    else if (!point(m_control))
      return false;
    if (!point(to))
      return false;
    m_path.quadTo(m_control, to);
    return true;
  }

  bool arc() {
    Arc arc;
    QPointF to;
    if (!m_cursor.take(arc.rx) || !m_cursor.take(arc.ry) || !m_cursor.take(arc.turn) ||
        !m_cursor.takeFlag(arc.large) || !m_cursor.takeFlag(arc.sweep) || !point(to))
      return false;
    addArc(m_path, arc, to);
    return true;
  }

  Cursor m_cursor;
  QPainterPath m_path;
  QPointF m_from;
  QPointF m_control;
  char m_command = 0;
  char m_previous = 0;
  bool m_relative = false;
  int m_segments = 0;
};

std::optional<QTransform> oneTransform(std::string_view name, const std::vector<double>& values) {
  const std::size_t n = values.size();
  if (name == "translate" && (n == 1 || n == 2))
    return QTransform::fromTranslate(values[0], n == 2 ? values[1] : 0);
  if (name == "scale" && (n == 1 || n == 2))
    return QTransform::fromScale(values[0], values[n - 1]);
  if (name == "rotate" && n == 1)
    return QTransform().rotate(values[0]);
  if (name == "rotate" && n == 3)
    return QTransform::fromTranslate(-values[1], -values[2]) * QTransform().rotate(values[0]) *
           QTransform::fromTranslate(values[1], values[2]);
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<double>> readNumbers(std::string_view text) {
  std::vector<double> numbers;
  Cursor cursor(text);
  while (!cursor.atEnd()) {
    double number = 0;
    if (!cursor.take(number))
      return std::nullopt;
    numbers.push_back(number);
  }
  return numbers;
}

std::optional<double> readNumber(std::string_view text) {
  const auto numbers = readNumbers(text);
  if (!numbers || numbers->size() != 1)
    return std::nullopt;
  return numbers->front();
}

std::optional<QPainterPath> readPath(std::string_view data) {
  return PathBuilder(data).build();
}

std::optional<QTransform> readTransform(std::string_view text) {
  QTransform all;
  while (!text.empty()) {
    const std::size_t open = text.find('(');
    const std::size_t close = text.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
      return text.find_first_not_of(" ,\t\n\r") == std::string_view::npos ? std::optional(all)
                                                                          : std::nullopt;
    std::string_view name = text.substr(0, open);
    while (!name.empty() && (isSpace(name.front()) || name.front() == ','))
      name.remove_prefix(1);
    const auto values = readNumbers(text.substr(open + 1, close - open - 1));
    const auto one = values ? oneTransform(name, *values) : std::nullopt;
    if (!one)
      return std::nullopt;
    all = *one * all;
    text.remove_prefix(close + 1);
  }
  return all;
}

}  // namespace phaseboard::scene
