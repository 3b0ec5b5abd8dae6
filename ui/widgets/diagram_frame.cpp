// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diagram_frame.h"

#include <cmath>
#include <vector>

#include <QElapsedTimer>
#include <QPainter>

namespace phaseboard::ui {
namespace {

QRect outward(const QRectF& box) {
  return box.toAlignedRect().adjusted(-1, -1, 1, 1);
}

/// What has to be painted again when one look follows another; nothing when it may be everything.
std::optional<QRegion> changedRegion(const FrameRequest& before, const FrameRequest& now) {
  if (before.look.others() != now.look.others() || before.look.dimming() != now.look.dimming() ||
      before.look.masksEdgeLabels() != now.look.masksEdgeLabels() || now.look.masksEdgeLabels())
    return std::nullopt;
  QRegion region;
  for (const scene::Item& item : now.scene->items()) {
    if (before.look.of(item.id) == now.look.of(item.id) &&
        before.look.recall(item.id) == now.look.recall(item.id))
      continue;
    for (const QRectF& box : now.scene->paintBoxesOf(item.id))
      region |= outward(now.toDevice.mapRect(box));
  }
  return region & QRect(QPoint(), now.size);
}

int area(const QRegion& region) {
  int sum = 0;
  for (const QRect& piece : region)
    sum += piece.width() * piece.height();
  return sum;
}

}  // namespace

bool DiagramFrame::canStandIn(const FrameRequest& request) const {
  return m_shown && m_shown->scene == request.scene && m_shown->theme == request.theme;
}

const QPixmap& DiagramFrame::crisp(const FrameRequest& request) {
  if (m_shown && *m_shown == request)
    return m_picture;
  if (!canStandIn(request) || m_shown->size != request.size ||
      (!scrollTo(request) && !repaintChanged(request)))
    paintWhole(request);
  m_shown = request;
  return m_picture;
}

void DiagramFrame::paintWhole(const FrameRequest& request) {
  QElapsedTimer watch;
  watch.start();
  if (m_picture.size() != request.size)
    m_picture = QPixmap(request.size);
  paintPieces(request, QRect(QPoint(), request.size));
  m_wholeMilliseconds = static_cast<double>(watch.nsecsElapsed()) / 1e6;
}

void DiagramFrame::paintPassing(QPainter& painter, const FrameRequest& request) {
  QElapsedTimer watch;
  watch.start();
  painter.save();
  paintOn(painter, request, QRect(QPoint(), request.size));
  painter.restore();
  m_wholeMilliseconds = static_cast<double>(watch.nsecsElapsed()) / 1e6;
}

void DiagramFrame::paintPieces(const FrameRequest& request, const QRegion& pieces) {
  QPainter painter(&m_picture);
  painter.setClipRegion(pieces);
  paintOn(painter, request, pieces);
}

void DiagramFrame::paintOn(QPainter& painter, const FrameRequest& request, const QRegion& pieces) {
  painter.fillRect(pieces.boundingRect(), style::colour(request.theme, style::Neutral::Canvas));
  painter.setTransform(request.toDevice, true);
  const QTransform toFigure = request.toDevice.inverted();
  std::vector<QRectF> exposed;
  for (const QRect& piece : pieces)
    exposed.push_back(toFigure.mapRect(QRectF(piece).adjusted(-1, -1, 1, 1)));
  request.scene->paintPieces(painter, request.theme, request.look, exposed);
}

bool DiagramFrame::scrollTo(const FrameRequest& request) {
  const QTransform& before = m_shown->toDevice;
  const QTransform& now = request.toDevice;
  const QPoint moved(qRound(now.dx() - before.dx()), qRound(now.dy() - before.dy()));
  const bool sameScale = now.m11() == before.m11();
  const bool overlaps = std::abs(moved.x()) < request.size.width() / 2 &&
                        std::abs(moved.y()) < request.size.height() / 2;
  if (!sameScale || !overlaps || moved.isNull() || m_shown->look != request.look)
    return false;
  QRegion exposed;
  m_picture.scroll(moved.x(), moved.y(), m_picture.rect(), &exposed);
  paintPieces(request, exposed);
  return true;
}

bool DiagramFrame::repaintChanged(const FrameRequest& request) {
  if (m_shown->toDevice != request.toDevice)
    return false;
  const auto changed = changedRegion(*m_shown, request);
  if (!changed || area(*changed) * 2 > request.size.width() * request.size.height())
    return false;
  paintPieces(request, *changed);
  return true;
}

QRectF DiagramFrame::paintStandIn(QPainter& painter, const FrameRequest& request) const {
  const QTransform there = m_shown->toDevice.inverted() * request.toDevice;
  const QRectF place = there.mapRect(QRectF(QPointF(), QSizeF(m_picture.size())));
  painter.drawPixmap(place, m_picture, QRectF(QPointF(), QSizeF(m_picture.size())));
  return place;
}

void DiagramFrame::clear() {
  m_shown.reset();
}

}  // namespace phaseboard::ui
