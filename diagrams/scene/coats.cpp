// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/coats.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <QImage>
#include <QPainter>

namespace phaseboard::scene {
namespace {

constexpr int kFewestPlain = 8;  // columns between the two sides worth filling by themselves

struct Range {
  int begin = 0;
  int end = 0;  ///< one after the last

  [[nodiscard]] int size() const { return end - begin; }
};

/// A premultiplied pixel of which `share`, 0 to 255, is there.
QRgb partOf(QRgb pixel, unsigned share) {
  constexpr QRgb kOdd = 0x00ff00ff;
  constexpr QRgb kHalf = 0x00800080;
  const auto shrunk = [&](QRgb pair) {
    const QRgb product = pair * share;
    return (product + ((product >> 8U) & kOdd) + kHalf) >> 8U;
  };
  return (shrunk(pixel & kOdd) & kOdd) | ((shrunk((pixel >> 8U) & kOdd) & kOdd) << 8U);
}

QRgb laidOver(QRgb below, QRgb above) {
  return above + partOf(below, 255U - static_cast<unsigned>(qAlpha(above)));
}

unsigned shareOf(float covered) {
  constexpr float kNearest = 0.5F;
  return static_cast<unsigned>(std::clamp(covered, 0.0F, 1.0F) * 255.0F + kNearest);
}

/// Into how many slices a row of pixels is cut for a round corner: more where its border lies flat.
/// `away` is how far from its middle the row is, as a share of the radius.
int slicesAt(double away) {
  constexpr double kSteep = 0.4;
  constexpr double kSlanted = 0.75;
  constexpr double kFlat = 0.92;
  return away < kSteep ? 1 : away < kSlanted ? 2 : away < kFlat ? 4 : 8;
}

/// How much of each pixel of a row a shape covers. Only where that changes is noted; adding up from
/// the left gives the rest.
class Cover {
 public:
  explicit Cover(Range columns)
      : m_columns(columns), m_changes(static_cast<std::size_t>(columns.size()) + 2) {}

  [[nodiscard]] const Range& columns() const { return m_columns; }

  void clear() { std::fill(m_changes.begin(), m_changes.end(), 0.0F); }

  /// From here to the right, `share` more is covered.
  void add(double x, float share) {
    if (x >= m_columns.end)
      return;
    const auto away = static_cast<float>(std::max(x - m_columns.begin, 0.0));
    const auto column = static_cast<std::size_t>(away);
    const float beyond = (away - static_cast<float>(column)) * share;
    m_changes[column] += share - beyond;
    m_changes[column + 1] += beyond;
  }

  void layOn(QRgb colour, QRgb* row) const {
    float covered = 0;
    QRgb coat = 0;
    for (int i = 0; i < m_columns.size(); ++i) {
      if (const float change = m_changes[static_cast<std::size_t>(i)]; change != 0) {
        covered += change;
        coat = partOf(colour, shareOf(covered));
      }
      if (qAlpha(coat) == 255)
        row[i] = coat;
      else if (coat != 0)
        row[i] = laidOver(row[i], coat);
    }
  }

 private:
  Range m_columns;
  std::vector<float> m_changes;
};

/// Paints coats in three by three pieces: at the corners every pixel is worked out, along the sides
/// one line of them, and the middle is filled.
class CoatPainter {
 public:
  CoatPainter(QPainter& painter, std::span<const Coat> coats, const QRect& visible)
      : m_painter(painter), m_coats(coats) {
    place(visible);
  }

  void paint() {
    if (m_rows.size() <= 0 || m_columns.size() <= 0)
      return;
    paintEach({m_rows.begin, m_alike.begin});
    if (m_alike.size() > 0)
      paintAlike();
    paintEach({m_alike.end, m_rows.end});
  }

 private:
  void place(const QRect& visible) {
    QRectF bounds;
    double left = -1e9;
    double right = 1e9;
    double top = -1e9;
    double bottom = 1e9;
    const auto take = [&](const RoundBox& shape) {
      left = std::max(left, shape.box.left() + shape.radius);
      right = std::min(right, shape.box.right() - shape.radius);
      top = std::max(top, shape.box.top() + shape.radius);
      bottom = std::min(bottom, shape.box.bottom() - shape.radius);
    };
    for (const Coat& coat : m_coats) {
      bounds |= coat.outer.box;
      take(coat.outer);
      if (coat.inner)
        take(*coat.inner);
    }
    const QRect seen = bounds.toAlignedRect() & visible;
    if (seen.isEmpty())
      return;
    m_rows = {seen.top(), seen.bottom() + 1};
    m_columns = {seen.left(), seen.right() + 1};
    m_alike = {std::clamp(static_cast<int>(std::ceil(top)), m_rows.begin, m_rows.end),
               std::clamp(static_cast<int>(std::floor(bottom)), m_rows.begin, m_rows.end)};
    if (top > bottom || m_alike.size() < 0)
      m_alike = {m_rows.end, m_rows.end};
    Range plain{std::max(static_cast<int>(std::ceil(left)), m_columns.begin),
                std::min(static_cast<int>(std::floor(right)), m_columns.end)};
    if (left > right || plain.size() < kFewestPlain)
      plain = {m_columns.end, m_columns.end};
    m_plain = plain;
    m_left = Cover({m_columns.begin, plain.begin});
    m_right = Cover({plain.end, m_columns.end});
  }

  /// Works out one row: the pixels of both sides, and the one that all between them are like.
  QRgb mix(int y, QRgb* left, QRgb* right) {
    std::fill_n(left, m_left.columns().size(), 0U);
    std::fill_n(right, m_right.columns().size(), 0U);
    QRgb plain = 0;
    for (const Coat& coat : m_coats) {
      m_left.clear();
      m_right.clear();
      m_plainShare = 0;
      cover(coat.outer, y, 1);
      if (coat.inner)
        cover(*coat.inner, y, -1);
      const QRgb colour = qPremultiply(coat.colour.rgba());
      m_left.layOn(colour, left);
      m_right.layOn(colour, right);
      plain = laidOver(plain, partOf(colour, shareOf(m_plainShare)));
    }
    return plain;
  }

  void cover(const RoundBox& shape, int y, float sign) {
    const QRectF& box = shape.box;
    const double top = std::max<double>(y, box.top());
    const double bottom = std::min<double>(y + 1, box.bottom());
    if (bottom <= top || box.width() <= 0)
      return;
    const double roundAbove = box.top() + shape.radius;
    const double roundBelow = box.bottom() - shape.radius;
    const double farthest = std::max(roundAbove - top, bottom - roundBelow);
    const int slices = farthest <= 0 ? 1 : slicesAt(farthest / shape.radius);
    const double height = (bottom - top) / slices;
    const float share = sign * static_cast<float>(height);
    for (int i = 0; i < slices; ++i) {
      const double middle = top + (i + 0.5) * height;
      const double away = std::max({roundAbove - middle, middle - roundBelow, 0.0});
      const double reach = shape.radius * shape.radius - away * away;
      const double inset = away > 0 ? shape.radius - std::sqrt(std::max(reach, 0.0)) : 0;
      m_left.add(box.left() + inset, share);
      m_left.add(box.right() - inset, -share);
      m_right.add(box.left() + inset, share);
      m_right.add(box.right() - inset, -share);
      m_plainShare += share;
    }
  }

  void paintEach(Range rows) {
    if (rows.size() <= 0)
      return;
    QImage left = picture(m_left.columns().size(), rows.size());
    QImage right = picture(m_right.columns().size(), rows.size());
    QRgb plain = 0;
    int since = rows.begin;
    for (int y = rows.begin; y < rows.end; ++y) {
      const QRgb now = mix(y, line(left, y - rows.begin), line(right, y - rows.begin));
      if (now == plain)
        continue;
      fill(plain, m_plain, {since, y});
      plain = now;
      since = y;
    }
    fill(plain, m_plain, {since, rows.end});
    draw(left, m_columns.begin, rows.begin);
    draw(right, m_plain.end, rows.begin);
  }

  /// Rows that are all the same. What of the sides is like the middle belongs to it.
  void paintAlike() {
    std::vector<QRgb> left(static_cast<std::size_t>(m_left.columns().size()) + 1);
    std::vector<QRgb> right(static_cast<std::size_t>(m_right.columns().size()) + 1);
    const QRgb plain = mix(m_alike.begin, left.data(), right.data());
    int leftWidth = m_left.columns().size();
    int rightSkipped = 0;
    if (m_plain.size() > 0) {
      while (leftWidth > 0 && left[static_cast<std::size_t>(leftWidth) - 1] == plain)
        --leftWidth;
      while (rightSkipped < m_right.columns().size() &&
             right[static_cast<std::size_t>(rightSkipped)] == plain)
        ++rightSkipped;
      fill(plain, {m_columns.begin + leftWidth, m_plain.end + rightSkipped}, m_alike);
    }
    drawAlike(left.data(), leftWidth, m_columns.begin);
    drawAlike(right.data() + rightSkipped, m_right.columns().size() - rightSkipped,
              m_plain.end + rightSkipped);
  }

  void drawAlike(const QRgb* row, int width, int x) {
    QImage image = picture(width, m_alike.size());
    for (int y = 0; y < image.height(); ++y)
      std::copy_n(row, width, line(image, y));
    draw(image, x, m_alike.begin);
  }

  static QImage picture(int width, int height) {
    return width > 0 ? QImage(width, height, QImage::Format_ARGB32_Premultiplied) : QImage();
  }

  QRgb* line(QImage& image, int y) {
    return image.isNull() ? m_nothing.data() : reinterpret_cast<QRgb*>(image.scanLine(y));
  }

  void draw(const QImage& image, int x, int y) {
    if (!image.isNull())
      m_painter.drawImage(x, y, image);
  }

  void fill(QRgb pixel, Range columns, Range rows) {
    if (qAlpha(pixel) > 0 && columns.size() > 0 && rows.size() > 0)
      fillPixels(m_painter, QRect(columns.begin, rows.begin, columns.size(), rows.size()),
                 QColor::fromRgba(qUnpremultiply(pixel)));
  }

  QPainter& m_painter;
  std::span<const Coat> m_coats;
  Range m_rows;
  Range m_columns;
  Range m_alike;  ///< rows that are all the same
  Range m_plain;  ///< columns that are all the same; none in what is narrow
  Cover m_left{Range()};
  Cover m_right{Range()};
  float m_plainShare = 0;
  std::array<QRgb, 1> m_nothing{};  ///< a row of a side that has no columns
};

}  // namespace

void paintCoats(QPainter& painter, std::span<const Coat> coats, const QRect& visible) {
  CoatPainter(painter, coats, visible).paint();
}

void fillPixels(QPainter& painter, const QRect& area, const QColor& colour) {
  constexpr int kMostRows = 90;  // Qt: more than 95
  const int step = colour.alpha() == 255 ? area.height() : kMostRows;
  for (int top = area.top(); top <= area.bottom(); top += step)
    painter.fillRect(QRect(area.left(), top, area.width(), step) & area, colour);
}

}  // namespace phaseboard::scene
