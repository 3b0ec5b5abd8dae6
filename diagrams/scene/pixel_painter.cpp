// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/pixel_painter.h"

#include <array>
#include <cmath>
#include <vector>

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include "diagrams/scene/rounded_line.h"
#include "diagrams/style/text.h"

namespace phaseboard::scene {
namespace {

/// Makes a painter count pixels for a while.
class OnPixels {
 public:
  OnPixels(QPainter& painter, const QTransform& world)
      : m_painter(painter), m_before(painter.worldTransform()) {
    m_painter.setWorldTransform(world);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
  }
  ~OnPixels() {
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setWorldTransform(m_before);
  }
  OnPixels(const OnPixels&) = delete;
  OnPixels& operator=(const OnPixels&) = delete;

 private:
  QPainter& m_painter;
  QTransform m_before;
};

bool isEmpty(const RoundBox& box) {
  return box.box.width() <= 0 || box.box.height() <= 0;
}

bool isUpright(QPointF from, QPointF to) {
  return from.x() == to.x() || from.y() == to.y();
}

/// The area of a line without dashes.
RoundBox boxOfLine(QPointF from, QPointF to, double width, Qt::PenCapStyle cap) {
  const double half = width / 2;
  const double beyond = cap == Qt::FlatCap ? 0 : half;
  const bool isAcross = from.y() == to.y() && from.x() != to.x();
  const double x = isAcross ? beyond : half;
  const double y = isAcross ? half : beyond;
  return {QRectF(from, to).normalized().adjusted(-x, -y, x, y), cap == Qt::RoundCap ? half : 0};
}

/// A line in pixels, taken apart: upright pieces, and what is left between them.
class TakenApart {
 public:
  TakenApart(const QPainterPath& line, double width) : m_width(width) {
    for (int i = 0; i < line.elementCount(); ++i) {
      const QPainterPath::Element element = line.elementAt(i);
      const bool isLast = i + 1 == line.elementCount() || line.elementAt(i + 1).isMoveTo();
      if (element.isMoveTo())
        startAt(element);
      else if (element.isLineTo())
        take(element, line.elementAt(i - 1).isMoveTo(), isLast);
      else if (element.isCurveTo())
        m_rest.cubicTo(element, line.elementAt(i + 1), line.elementAt(i + 2));
    }
    startAt({});
  }

  [[nodiscard]] const std::vector<RoundBox>& boxes() const { return m_boxes; }
  [[nodiscard]] const std::vector<QPainterPath>& rests() const { return m_rests; }

 private:
  /// Of an upright piece, what lies between whole pixels clear of the bends: so nothing is painted
  /// twice.
  void take(QPointF to, bool isFirst, bool isLast) {
    const QPointF from = m_rest.currentPosition();
    const QPointF way = to - from;
    const double length = std::abs(way.x()) + std::abs(way.y());
    const double bend = m_width / 2 + 1;
    if (!isUpright(from, to) || length < 4 * bend)
      return m_rest.lineTo(to);
    const auto onPixel = [&](QPointF point) {
      return way.y() == 0 ? QPointF(std::round(point.x()), point.y())
                          : QPointF(point.x(), std::round(point.y()));
    };
    const QPointF begin = isFirst ? from : onPixel(from + way * (bend / length));
    const QPointF end = isLast ? to : onPixel(to - way * (bend / length));
    m_boxes.push_back(boxOfLine(begin, end, m_width, Qt::FlatCap));
    if (!isFirst)
      m_rest.lineTo(begin);
    startAt(end);
    if (!isLast)
      m_rest.lineTo(to);
  }

  void startAt(QPointF point) {
    if (m_rest.elementCount() > 1)
      m_rests.push_back(m_rest);
    m_rest = QPainterPath(point);
  }

  double m_width;
  QPainterPath m_rest;
  std::vector<QPainterPath> m_rests;
  std::vector<RoundBox> m_boxes;
};

}  // namespace

std::optional<PixelPainter> PixelPainter::on(QPainter& painter) {
  const QTransform toPixels = painter.deviceTransform();
  const QPaintEngine* engine = painter.paintEngine();
  const bool isScaled = toPixels.type() <= QTransform::TxScale && toPixels.m11() > 0 &&
                        qFuzzyCompare(toPixels.m11(), toPixels.m22());
  if (engine == nullptr || engine->type() != QPaintEngine::Raster || !isScaled)
    return std::nullopt;
  return PixelPainter(painter, toPixels);
}

PixelPainter::PixelPainter(QPainter& painter, const QTransform& toPixels)
    : m_painter(&painter),
      m_toPixels(toPixels),
      m_world(toPixels.inverted() * painter.worldTransform()) {
  const QTransform toUnits = painter.worldTransform().inverted();
  m_visible = toPixels.mapRect(toUnits.mapRect(QRectF(painter.viewport()))).toAlignedRect();
}

bool PixelPainter::paintShape(const Mark& mark, const QPen& pen, const QBrush& brush) {
  if (brush.style() > Qt::SolidPattern)
    return false;
  if (mark.box)
    return paintBox(*mark.box, pen, brush);
  if (mark.path.elementCount() == 2)
    return paintLine(mark.path.elementAt(0), mark.path.elementAt(1), pen);
  return brush.style() == Qt::NoBrush && pen.style() == Qt::SolidLine &&
         paintRoundedLine(m_toPixels.map(mark.path), pen.widthF() * m_toPixels.m11(), pen);
}

bool PixelPainter::paintBox(const RoundBox& box, const QPen& pen, const QBrush& brush) {
  if (pen.style() > Qt::SolidLine || (pen.style() == Qt::SolidLine && pen.widthF() <= 0))
    return false;
  std::array<Coat, 2> coats;
  std::size_t count = 0;
  const RoundBox body = inPixels(box);
  if (brush.style() != Qt::NoBrush)
    coats[count++] = {body, std::nullopt, brush.color()};
  if (pen.style() != Qt::NoPen) {
    const double half = pen.widthF() * m_toPixels.m11() / 2;
    Coat line{grown(body, half), grown(body, -half), pen.color()};
    if (body.radius == 0 && pen.joinStyle() == Qt::RoundJoin)
      line.outer.radius = half;
    if (isEmpty(*line.inner))
      line.inner.reset();
    coats[count++] = line;
  }
  paint(std::span(coats).first(count));
  return true;
}

bool PixelPainter::paintLine(QPointF from, QPointF to, const QPen& pen) {
  if (!isUpright(from, to) || pen.style() != Qt::SolidLine || pen.widthF() <= 0)
    return false;
  const double width = pen.widthF() * m_toPixels.m11();
  const QPointF begin = m_toPixels.map(from);
  const QPointF end = m_toPixels.map(to);
  paint(std::array{Coat{boxOfLine(begin, end, width, pen.capStyle()), {}, pen.color()}});
  return true;
}

bool PixelPainter::paintRoundedLine(const QPainterPath& line, double width, const QPen& pen) {
  const auto pieces = piecesOfRoundedLine(line, width, pen.capStyle());
  if (!pieces)
    return false;
  const OnPixels pixels(*m_painter, m_world);
  for (const LinePiece& piece : *pieces)
    paintCoats(*m_painter, std::array{Coat{piece.outer, piece.inner, pen.color()}},
               piece.within & m_visible);
  return true;
}

void PixelPainter::paintShadow(const Mark& mark, const QColor& colour, const RoundBox* hiddenBy) {
  if (mark.box) {
    Coat coat{inPixels(*mark.box), std::nullopt, colour};
    if (hiddenBy != nullptr)
      coat.inner = grown(inPixels(*hiddenBy), -1);  // its border is soft
    if (coat.inner && isEmpty(*coat.inner))
      coat.inner.reset();
    paint(std::array{coat});
    return;
  }
  // Hardly darker than its ground, so nobody sees its steps. And without soft edges there are fewer
  // spans than Qt takes for its threads.
  constexpr int kLines = 90;
  m_painter->setRenderHint(QPainter::Antialiasing, false);
  m_painter->setPen(Qt::NoPen);
  m_painter->setBrush(colour);
  const QRect box = m_toPixels.mapRect(mark.bounds).toAlignedRect() & m_visible;
  const QTransform toUnits = m_toPixels.inverted();
  for (int top = box.top(); top <= box.bottom(); top += kLines) {
    m_painter->save();
    m_painter->setClipRect(toUnits.mapRect(QRectF(box.left(), top, box.width(), kLines)),
                           Qt::IntersectClip);
    m_painter->drawPath(mark.path);
    m_painter->restore();
  }
  m_painter->setRenderHint(QPainter::Antialiasing);
}

void PixelPainter::paintRuns(QPointF origin, const QList<QGlyphRun>& runs, const QColor& ink) {
  // A painter that scales has glyphs drawn anew for every scale that it meets.
  const double scale = m_toPixels.m11();
  const OnPixels pixels(*m_painter, m_world);
  m_painter->setPen(ink);
  for (QGlyphRun run : runs) {
    QList<QPointF> positions = run.positions();
    for (QPointF& position : positions)
      position *= scale;
    run.setRawFont(style::faceForPixels(run.rawFont(), run.rawFont().pixelSize() * scale));
    run.setPositions(positions);
    m_painter->drawGlyphRun(m_toPixels.map(origin), run);
  }
}

void PixelPainter::paintRing(const RoundBox& outer, const RoundBox& inner, const QColor& colour) {
  paint(std::array{Coat{inPixels(outer), inPixels(inner), colour}});
}

void PixelPainter::paintSoftLine(const QPainterPath& path, const QPen& pen) {
  QPen onPixels = pen;
  onPixels.setWidthF(pen.widthF() * m_toPixels.m11());
  const QPainterPath line = m_toPixels.map(path);
  if (paintRoundedLine(line, onPixels.widthF(), pen))
    return;
  if (pen.capStyle() != Qt::FlatCap)
    return paintOnLayer(line, onPixels);
  const TakenApart pieces(line, onPixels.widthF());
  for (const RoundBox& box : pieces.boxes())
    paint(std::array{Coat{box, std::nullopt, pen.color()}});
  for (const QPainterPath& rest : pieces.rests())
    paintOnLayer(rest, onPixels);
}

void PixelPainter::paintOnLayer(const QPainterPath& line, const QPen& pen) {
  // Qt hands a translucent shape of more than 95 spans to other threads and waits for them, which
  // takes longer than painting it: so it is painted without mixing on a layer of its own, which is
  // then mixed as a picture.
  const double reach = pen.widthF() / 2;
  const QRect box =
      line.controlPointRect().adjusted(-reach, -reach, reach, reach).toAlignedRect() & m_visible;
  if (box.isEmpty())
    return;
  QImage layer(box.size(), QImage::Format_ARGB32_Premultiplied);
  layer.fill(Qt::transparent);
  QPainter painter(&layer);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setCompositionMode(QPainter::CompositionMode_Source);
  painter.translate(-box.topLeft());
  painter.strokePath(line, pen);
  painter.end();
  const OnPixels pixels(*m_painter, m_world);
  m_painter->drawImage(box.topLeft(), layer);
}

void PixelPainter::paint(std::span<const Coat> coats) {
  const OnPixels pixels(*m_painter, m_world);
  paintCoats(*m_painter, coats, m_visible);
}

RoundBox PixelPainter::inPixels(const RoundBox& box) const {
  return {m_toPixels.mapRect(box.box), box.radius * m_toPixels.m11()};
}

}  // namespace phaseboard::scene
