// SPDX-License-Identifier: Apache-2.0
#include "ui/foreign/foreign_view.h"

#include <algorithm>

#include <QMouseEvent>
#include <QPainter>

#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr double kSheetMargin = 12;
constexpr double kOutlineGap = 4;

}  // namespace

ForeignView::ForeignView(QWidget* parent) : QWidget(parent) {
  setMinimumSize(320, 240);
  setAccessibleName(tr("Picture of the figure"));
}

void ForeignView::setPicture(foreign::ForeignPicture picture) {
  m_picture = std::move(picture);
  m_scaled = {};
  m_chosen.reset();
  update();
}

void ForeignView::setChosen(std::optional<int> part) {
  m_chosen = part;
  update();
}

QSize ForeignView::sizeHint() const {
  return {720, 520};
}

QRectF ForeignView::sheet() const {
  const QRectF room =
      QRectF(rect()).adjusted(kSheetMargin, kSheetMargin, -kSheetMargin, -kSheetMargin);
  const QSizeF size = QSizeF(m_picture.image.size()).scaled(room.size(), Qt::KeepAspectRatio);
  return {room.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

QRectF ForeignView::placeOf(int part) const {
  const QRectF box = m_picture.boxes[static_cast<std::size_t>(part)];
  const QRectF paper = sheet();
  const double scale = paper.width() / m_picture.image.width() * m_picture.scale;
  return {paper.topLeft() + box.topLeft() * scale, box.size() * scale};
}

std::optional<int> ForeignView::partAt(QPointF place) const {
  std::optional<int> found;
  double least = 0;
  for (int part = 0; part < static_cast<int>(m_picture.boxes.size()); ++part) {
    const QRectF box = placeOf(part).adjusted(-kOutlineGap, -kOutlineGap, kOutlineGap, kOutlineGap);
    const double area = box.width() * box.height();
    if (box.contains(place) && (!found || area < least)) {
      found = part;
      least = area;
    }
  }
  return found;
}

void ForeignView::paintEvent(QPaintEvent*) {
  const style::ApplicationColours c = coloursOf(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintPanel(painter, QRectF(rect()), kCardRadius, c.window, c.cardBorder);
  if (m_picture.image.isNull())
    return;
  const QRectF paper = sheet();
  painter.fillRect(paper, Qt::white);  // other programs draw for paper
  const QSize pixels = (paper.size() * devicePixelRatioF()).toSize();
  if (m_scaled.size() != pixels)
    m_scaled = m_picture.image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  painter.drawImage(paper, m_scaled);
  if (!m_chosen)
    return;
  painter.setPen(QPen(c.accent, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(
      placeOf(*m_chosen).adjusted(-kOutlineGap, -kOutlineGap, kOutlineGap, kOutlineGap), 6, 6);
}

void ForeignView::mousePressEvent(QMouseEvent* event) {
  if (const auto part = partAt(event->position()); part && event->button() == Qt::LeftButton)
    Q_EMIT partChosen(*part);
  else
    QWidget::mousePressEvent(event);
}

}  // namespace phaseboard::ui
