// SPDX-License-Identifier: Apache-2.0
#include "ui/annotations/figure_pins.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/widgets/diagram_view.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr int kPinSide = 19;
constexpr float kMarkerShare = 0.22F;
constexpr double kMarkerWidth = 7;  ///< along a connection, pixels

/// Where a part is pinned, in figure units.
QPointF pinnedAt(const scene::Item& item) {
  if (item.kind == content::PartKind::Edge && !item.route.isEmpty())
    return item.route.pointAtPercent(0.5);
  return item.box.topRight();
}

}  // namespace

FigurePins::FigurePins(DiagramView* view) : QWidget(view), m_view(view) {
  setObjectName(QStringLiteral("figurePins"));
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  setGeometry(view->rect());
  view->installEventFilter(this);
}

void FigurePins::setPins(std::vector<FigurePin> pins) {
  m_pins = std::move(pins);
  std::erase_if(m_pins, [this](const FigurePin& pin) {
    return !m_view->scene() || !m_view->scene()->item(pin.part);
  });
  setVisible(!m_pins.empty());
  update();
}

QRectF FigurePins::placeOf(const FigurePin& pin) const {
  const scene::Item* item = m_view->scene() ? m_view->scene()->item(pin.part) : nullptr;
  if (!item)
    return {};
  const double side = scaled(kPinSide);
  QRectF place(0, 0, side, side);
  place.moveCenter(m_view->toWidget().map(pinnedAt(*item)));
  return place.intersects(QRectF(rect())) ? place : QRectF();
}

const FigurePin* FigurePins::pinAt(QPointF position) const {
  for (auto pin = m_pins.rbegin(); pin != m_pins.rend(); ++pin)
    if (placeOf(*pin).contains(position))
      return &*pin;
  return nullptr;
}

void FigurePins::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  for (const FigurePin& pin : m_pins)
    if (pin.isHighlight)
      paintHighlight(painter, pin);
  for (const FigurePin& pin : m_pins)
    paintPin(painter, pin);
}

void FigurePins::paintHighlight(QPainter& painter, const FigurePin& pin) const {
  const scene::Item* item = m_view->scene() ? m_view->scene()->item(pin.part) : nullptr;
  if (!item)
    return;
  QColor marker = pin.ink;
  marker.setAlphaF(kMarkerShare);
  if (item->kind == content::PartKind::Edge) {
    painter.strokePath(m_view->toWidget().map(item->route),
                       QPen(marker, kMarkerWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    return;
  }
  const QPainterPath outline = m_view->toWidget().map(item->outline);
  if (item->kind == content::PartKind::Node)
    painter.fillPath(outline, marker);
  painter.strokePath(outline, QPen(pin.ink, 2));
}

void FigurePins::paintPin(QPainter& painter, const FigurePin& pin) const {
  const QRectF place = placeOf(pin);
  if (place.isEmpty())
    return;
  const QColor paper = style::colour(themeOf(this), style::Neutral::Card);
  painter.setPen(QPen(paper, 2));
  painter.setBrush(pin.ink);
  painter.drawEllipse(place.adjusted(1, 1, -1, -1));
  if (pin.count > 1) {
    QFont font = typeFont(TextRole::Caption);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(paper);
    painter.drawText(place, Qt::AlignCenter, QString::number(pin.count));
    return;
  }
  const double inset = place.width() * 0.27;
  paintGlyph(painter, pin.glyph, place.adjusted(inset, inset, -inset, -inset), paper);
}

bool FigurePins::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_view)
    return QWidget::eventFilter(watched, event);
  switch (event->type()) {
    case QEvent::Resize:
      setGeometry(m_view->rect());
      break;
    case QEvent::MouseButtonPress: {
      const auto* press = static_cast<QMouseEvent*>(event);
      const FigurePin* pin = press->button() == Qt::LeftButton ? pinAt(press->position()) : nullptr;
      if (!pin)
        break;
      Q_EMIT pinChosen(PartId(pin->part));  // a copy: what follows may replace the pins
      return true;
    }
    case QEvent::ToolTip: {
      const auto* help = static_cast<QHelpEvent*>(event);
      if (const FigurePin* pin = pinAt(help->pos())) {
        QToolTip::showText(help->globalPos(), pin->words, m_view);
        return true;
      }
      break;
    }
    default:
      break;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace phaseboard::ui
