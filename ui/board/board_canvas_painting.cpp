// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <utility>

#include <QElapsedTimer>
#include <QPaintEvent>
#include <QPainter>

#include "ui/board/board_canvas.h"
#include "ui/widgets/look.h"

namespace phaseboard::ui {
namespace {

constexpr double kBoardFrameBudget = 6;  // above it, zooming shows the last picture scaled, ms
constexpr double kCardAllowance = 3;     // for new card pictures in one frame, ms
constexpr double kGridStep = 24;
constexpr double kGridFrom = 0.5;  // no dots when zoomed out further
constexpr double kDotSize = 1.4;
constexpr double kOutlineReach = 4;
constexpr double kHandle = 7;

QPen outlinePen(const QColor& colour, double width, Qt::PenStyle style = Qt::SolidLine) {
  QPen pen(colour, width, style, Qt::RoundCap, Qt::RoundJoin);
  pen.setCosmetic(true);
  return pen;
}

void paintDots(QPainter& painter, const QRectF& exposed, double scale, const QColor& colour) {
  if (scale < kGridFrom)
    return;
  QList<QPointF> dots;
  for (double y = std::floor(exposed.top() / kGridStep) * kGridStep; y <= exposed.bottom();
       y += kGridStep)
    for (double x = std::floor(exposed.left() / kGridStep) * kGridStep; x <= exposed.right();
         x += kGridStep)
      dots.push_back({x, y});
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(colour, kDotSize / scale));
  painter.drawPoints(dots.constData(), static_cast<int>(dots.size()));
}

}  // namespace

void BoardCanvas::spoil() {
  m_spoilt = QRegion(m_ground.rect());
  m_groundTheme.reset();
  m_map.forget();
  update();
}

void BoardCanvas::spoil(const QRectF& units) {
  constexpr double kReach = 10;
  const QRectF box = m_groundAt.mapRect(units.adjusted(-kReach, -kReach, kReach, kReach));
  m_spoilt |= box.toAlignedRect().adjusted(-2, -2, 2, 2) & m_ground.rect();
  m_map.forget();
  update();
}

void BoardCanvas::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  paintGround(painter);
  painter.setTransform(toWidget());
  painter.setRenderHint(QPainter::Antialiasing);
  paintOverlay(painter);
  painter.resetTransform();
  if (isMapVisible())
    paintMap(painter);
  if (document().isEmpty() && !isEditing() && m_ink.empty())
    paintEmpty(painter);
  if (m_connectFrom && m_drag != Drag::Connect)
    paintHint(painter);
  if (hasFocus() && m_showsFocus)
    paintFocusRing(painter, QRectF(rect()), kControlRadius, coloursOf(this).focusRing);
}

/// Brings the ground up to date with as little painting as possible, and puts it on the screen.
void BoardCanvas::paintGround(QPainter& painter) {
  const double ratio = devicePixelRatioF();
  const QTransform wanted = toWidget() * QTransform::fromScale(ratio, ratio);
  const QSize size = (QSizeF(this->size()) * ratio).toSize();
  const style::ThemeName theme = themeOf(this);
  painter.save();
  painter.scale(1 / ratio, 1 / ratio);
  const bool hasPicture = m_groundTheme == theme && m_ground.size() == size;
  if (m_isZooming && hasPicture && m_groundCost > kBoardFrameBudget && m_groundAt != wanted) {
    const QRectF place = (m_groundAt.inverted() * wanted).mapRect(QRectF(QPointF(), QSizeF(size)));
    const QRegion around = QRegion(QRect(QPoint(), size)) - place.toRect();
    for (const QRect& piece : around)
      painter.fillRect(piece, style::colour(theme, style::Neutral::Canvas));
    painter.drawPixmap(place, m_ground, QRectF(QPointF(), QSizeF(size)));
    painter.restore();
    return;
  }
  if (!hasPicture || (m_groundAt != wanted && !scrollGround(wanted))) {
    if (m_ground.size() != size)
      m_ground = QPixmap(size);
    m_spoilt = QRegion(m_ground.rect());
  }
  m_groundAt = wanted;
  m_groundTheme = theme;
  const bool isWhole = m_spoilt == QRegion(m_ground.rect());
  QElapsedTimer watch;
  watch.start();
  const QRegion pieces = std::exchange(m_spoilt, {});
  m_painter.cards().begin(kCardAllowance);
  for (const QRect& piece : pieces)
    paintPiece(piece);
  if (isWhole)
    m_groundCost = static_cast<double>(watch.nsecsElapsed()) / 1e6;
  painter.drawPixmap(0, 0, m_ground);
  painter.restore();
  if (!pieces.isEmpty() && !m_painter.cards().isComplete()) {
    m_spoilt = pieces;
    update();
  }
}

bool BoardCanvas::scrollGround(const QTransform& wanted) {
  const QPoint moved(qRound(wanted.dx() - m_groundAt.dx()), qRound(wanted.dy() - m_groundAt.dy()));
  if (wanted.m11() != m_groundAt.m11() || std::abs(moved.x()) >= m_ground.width() ||
      std::abs(moved.y()) >= m_ground.height())
    return false;
  QRegion exposed;
  m_ground.scroll(moved.x(), moved.y(), m_ground.rect(), &exposed);
  m_spoilt.translate(moved);
  m_spoilt = (m_spoilt & m_ground.rect()) | exposed;
  return true;
}

void BoardCanvas::paintPiece(const QRect& piece) {
  const style::ThemeName theme = themeOf(this);
  QPainter painter(&m_ground);
  painter.setClipRect(piece);
  painter.fillRect(piece, style::colour(theme, style::Neutral::Canvas));
  painter.setTransform(m_groundAt);
  const QRectF exposed = m_groundAt.inverted().mapRect(QRectF(piece).adjusted(-2, -2, 2, 2));
  paintDots(painter, exposed, m_camera.scale(),
            style::mixed(style::colour(theme, style::Neutral::Canvas),
                         style::colour(theme, style::Neutral::Rule), 0.8));
  m_painter.paint(painter, theme, document(), m_wires, exposed,
                  [this](board::ElementId id) { return !m_moving.contains(id); });
}

void BoardCanvas::paintOverlay(QPainter& painter) {
  const style::ThemeName theme = themeOf(this);
  if (m_preview) {
    m_painter.paint(painter, theme, *m_preview, m_previewWires, m_camera.visible(),
                    [this](board::ElementId id) { return m_moving.contains(id); });
  }
  if (!m_ink.empty())
    m_painter.paintStroke(painter, theme, m_ink);
  paintSelection(painter);
  paintGestures(painter);
}

void BoardCanvas::paintOutline(QPainter& painter, board::ElementId id, const QColor& colour,
                               double width) {
  const board::Document& shown = m_preview ? *m_preview : document();
  const board::Element* element = shown.find(id);
  if (!element)
    return;
  painter.setPen(outlinePen(colour, width));
  painter.setBrush(Qt::NoBrush);
  if (std::holds_alternative<board::Edge>(*element)) {
    const auto preview = m_previewWires.find(id);
    const auto wire = preview == m_previewWires.end() ? m_wires.find(id) : preview;
    const bool isThere = preview != m_previewWires.end() || wire != m_wires.end();
    if (!isThere)
      return;
    QColor soft = colour;
    soft.setAlphaF(0.35F);
    painter.setPen(QPen(soft, 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(wire->second.line);
    if (!wire->second.chip.isEmpty()) {
      painter.setPen(outlinePen(colour, width));
      painter.drawRoundedRect(wire->second.chip, 5, 5);
    }
    return;
  }
  const double radius = std::holds_alternative<board::Group>(*element) ? 18 : 14;
  painter.drawRoundedRect(
      toRect(board::boxOf(*element).grown(kOutlineReach / std::min(1.0, m_camera.scale()))), radius,
      radius);
}

void BoardCanvas::paintSelection(QPainter& painter) {
  const style::ApplicationColours colours = coloursOf(this);
  if (m_hovered && m_drag == Drag::None && !m_selection.contains(*m_hovered) && !isReadOnly())
    paintOutline(painter, *m_hovered, style::mixed(colours.window, colours.accent, 0.55), 1.5);
  for (const board::ElementId id : m_selection)
    paintOutline(painter, id, colours.accent, 2);
  if (m_selection.size() != 1 || m_drag == Drag::Move)
    return;
  const auto* group = document().find<board::Group>(*m_selection.begin());
  if (!group)
    return;
  const double side = kHandle / m_camera.scale();
  const QRectF box = toRect(group->box);
  painter.setPen(outlinePen(colours.accent, 1.5));
  painter.setBrush(colours.card);
  for (const QPointF corner : {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()})
    painter.drawRect(QRectF(corner.x() - side / 2, corner.y() - side / 2, side, side));
}

/// The lines on which what is dragged has come to stand.
void BoardCanvas::paintGuides(QPainter& painter) {
  const QRectF seen = m_camera.visible();
  painter.setPen(outlinePen(coloursOf(this).accent, 1, Qt::DashLine));
  if (m_snapped.upright)
    painter.drawLine(QPointF(*m_snapped.upright, seen.top()),
                     QPointF(*m_snapped.upright, seen.bottom()));
  if (m_snapped.level)
    painter.drawLine(QPointF(seen.left(), *m_snapped.level),
                     QPointF(seen.right(), *m_snapped.level));
}

void BoardCanvas::paintGestures(QPainter& painter) {
  const style::ApplicationColours colours = coloursOf(this);
  if (m_drag == Drag::Move && m_preview)
    paintGuides(painter);
  if (m_drag == Drag::Marquee) {
    const QTransform back = toWidget().inverted();
    QColor fill = colours.accent;
    fill.setAlphaF(0.1F);
    painter.setPen(outlinePen(colours.accent, 1, Qt::DashLine));
    painter.setBrush(fill);
    painter.drawRect(QRectF(back.map(m_pressedAt), back.map(m_draggedTo)).normalized());
  }
  if (!m_connectFrom)
    return;
  const auto* from = document().find<board::Part>(*m_connectFrom);
  if (!from)
    return;
  paintOutline(painter, *m_connectFrom, colours.accent, 2);
  std::optional<QPointF> end;
  if (m_connectTo) {
    paintOutline(painter, *m_connectTo, colours.good, 2.5);
    end = toPoint(document().find<board::Part>(*m_connectTo)->box.centre());
  } else if (m_drag == Drag::Connect) {
    end = toWidget().inverted().map(m_draggedTo);
  }
  if (end) {
    painter.setPen(outlinePen(colours.accent, 2, Qt::DashLine));
    painter.drawLine(toPoint(from->box.centre()), *end);
  }
}

/// What to do next, while a connection is made by keys.
void BoardCanvas::paintHint(QPainter& painter) {
  const style::ApplicationColours colours = coloursOf(this);
  const QString words = tr("Arrow keys, Tab or a click choose the other end, Enter connects");
  const QFont font = typeFont(TextRole::Small);
  const QSizeF size(QFontMetricsF(font).horizontalAdvance(words) + 4 * kGrid, scaled(32));
  const QRectF box(QPointF((width() - size.width()) / 2, height() - size.height() - 2 * kGrid),
                   size);
  paintPanel(painter, box, size.height() / 2, colours.card, colours.accent);
  painter.setFont(font);
  painter.setPen(colours.text);
  painter.drawText(box, Qt::AlignCenter, words);
}

void BoardCanvas::paintMap(QPainter& painter) {
  // While it is dragged on, its scale must not change under the pointer.
  if (m_drag != Drag::Map)
    m_map.place(toRect(document().bounds()), m_camera.visible(), size());
  m_map.paint(painter, themeOf(this), document(), m_wires, m_camera.visible(), devicePixelRatioF());
}

void BoardCanvas::paintEmpty(QPainter& painter) {
  const style::ApplicationColours colours = coloursOf(this);
  painter.setPen(colours.mutedText);
  painter.setFont(typeFont(TextRole::Body));
  const QRect box = rect().adjusted(3 * kGrid, 3 * kGrid, -3 * kGrid, -3 * kGrid);
  painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

}  // namespace phaseboard::ui
