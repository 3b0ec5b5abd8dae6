// SPDX-License-Identifier: Apache-2.0
#include "diagrams/scene/scene_painter.h"

#include <algorithm>

#include <QPainter>

#include "diagrams/style/text.h"
#include "diagrams/style/theme.h"

namespace phaseboard::scene {
namespace {

using content::PartKind;
using style::Role;
using style::ThemeName;

constexpr double kCardRadius = 12;
constexpr double kHaloWidth = 10;  // half of it shows beside an outline
constexpr double kWireHaloWidth = 9;
constexpr double kHaloShare = 0.26;
constexpr double kSelectedHaloShare = 0.34;
constexpr double kMaskRadius = 6;  // of the small box over a label
constexpr double kRecallBarHeight = 3;

bool isLabel(const Mark& mark) {
  return mark.kind == MarkKind::Text || mark.kind == MarkKind::Chip;
}

QRectF labelBox(const Drawing& drawing, const Layer& layer) {
  QRectF box;
  for (std::size_t i = layer.first; i < layer.last; ++i) {
    if (drawing.marks[i].kind == MarkKind::Text)
      box |= drawing.marks[i].bounds;
  }
  return box;
}

QColor translucent(QColor colour, double share) {
  colour.setAlphaF(static_cast<float>(share));
  return colour;
}

/// What a halo reaches to around a box: its corners are round however sharp those of the box are.
RoundBox haloBox(const RoundBox& box) {
  RoundBox halo = grown(box, kHaloWidth / 2);
  halo.radius = box.radius + kHaloWidth / 2;
  return halo;
}

bool isOpaque(const ResolvedStyle& style) {
  return style.brush.style() == Qt::SolidPattern && style.brush.color().alpha() == 255;
}

/// The box that a mark covers so that nothing under it is seen.
const RoundBox* opaqueBox(const Mark& mark, const ResolvedStyles& styles) {
  return mark.box && isOpaque(styles[mark.style]) ? &*mark.box : nullptr;
}

/// Looks in which a part is painted as it always is, at most with a halo around it.
bool isPlain(Emphasis emphasis) {
  return emphasis == Emphasis::Normal || emphasis == Emphasis::Highlighted ||
         emphasis == Emphasis::Feeding || emphasis == Emphasis::Fed;
}

QPen dashedPen(const QColor& colour, double width) {
  QPen pen(colour, width);
  pen.setCapStyle(Qt::FlatCap);
  pen.setDashPattern({6 / width, 4 / width});
  return pen;
}

}  // namespace

ScenePainter::ScenePainter(QPainter& painter, const Drawing& drawing, PaintCache& paints,
                           ThemeName theme, const Look& look)
    : m_painter(painter),
      m_drawing(drawing),
      m_paints(paints),
      m_theme(theme),
      m_look(look),
      m_plain(paints.plain(theme)),
      m_accent(style::colours(theme, Role::Service).ink),
      m_pixels(PixelPainter::on(painter)) {}

void ScenePainter::paint(const std::vector<QRectF>& exposed) {
  m_exposed = exposed;
  for (const Layer& layer : m_drawing.layers) {
    if (isExposed(layer.bounds.adjusted(-kEmphasisReach, -kEmphasisReach, kEmphasisReach,
                                        kEmphasisReach)))
      paintLayer(layer);
  }
}

void ScenePainter::paintParts(const std::set<PartId>& parts, const Look* below) {
  m_exposed = {QRectF(QPointF(), m_drawing.size)};
  m_isOnTop = true;
  for (const Layer& layer : m_drawing.layers) {
    if (!layer.item || !parts.contains(m_drawing.items[*layer.item].id))
      continue;
    const Item& item = m_drawing.items[*layer.item];
    if (item.kind == PartKind::Group)
      paintHalo(item, haloColour(emphasisOf(item)), kHaloShare);
    else if (below == nullptr || !paintHaloAround(layer, *below))
      paintLayer(layer);
  }
}

bool ScenePainter::paintHaloAround(const Layer& layer, const Look& below) {
  const Item& item = m_drawing.items[*layer.item];
  const Emphasis emphasis = emphasisOf(item);
  const RoundBox* box = layer.frame ? opaqueBox(m_drawing.marks[*layer.frame], m_plain) : nullptr;
  if (!m_pixels || box == nullptr || !isPlain(emphasis) || emphasis == Emphasis::Normal ||
      !isPlain(below.of(item.id)) || below.recall(item.id) != m_look.recall(item.id))
    return false;
  const Mark& frame = m_drawing.marks[*layer.frame];
  const auto reachesOut = [&](const Mark& mark) {
    return !frame.bounds.contains(mark.bounds) && !isLeftOut(mark);
  };
  const auto begin = m_drawing.marks.begin();
  const auto body = begin + static_cast<std::ptrdiff_t>(*layer.frame);
  // What lies under the body, as a lifeline does, cannot be painted again without the body.
  if (std::any_of(begin + static_cast<std::ptrdiff_t>(layer.first), body, reachesOut))
    return false;
  const QPen& line = m_plain[frame.style].pen;
  const double border = line.style() == Qt::NoPen ? 0 : line.widthF() * frame.lineScale / 2;
  m_pixels->paintRing(haloBox(*box), grown(*box, border),
                      translucent(haloColour(emphasis), kHaloShare));
  for (auto mark = body; mark != begin + static_cast<std::ptrdiff_t>(layer.last); ++mark) {
    if (reachesOut(*mark))
      paintMark(*mark, m_plain[mark->style]);
  }
  return true;
}

const RoundBox* ScenePainter::hidingBox(const Layer& layer, std::size_t shadow,
                                        const ResolvedStyles& styles) const {
  std::size_t next = shadow + 1;
  while (next < layer.last && m_drawing.marks[next].kind == MarkKind::Shadow)
    ++next;
  return next < layer.last ? opaqueBox(m_drawing.marks[next], styles) : nullptr;
}

bool ScenePainter::isLeftOut(const Mark& mark) const {
  const bool isSoft = mark.kind == MarkKind::Area || mark.kind == MarkKind::Shadow;
  return (m_isOnTop && isSoft) || (m_hideLabels && isLabel(mark));
}

bool ScenePainter::isExposed(const QRectF& box) const {
  return std::any_of(m_exposed.begin(), m_exposed.end(),
                     [&box](const QRectF& piece) { return box.intersects(piece); });
}

Emphasis ScenePainter::emphasisOf(const Item& item) const {
  const auto named = m_look.named().find(item.id);
  if (named != m_look.named().end())
    return named->second;
  return item.kind == PartKind::Group ? Emphasis::Normal : m_look.others();
}

QColor ScenePainter::haloColour(Emphasis emphasis) const {
  if (emphasis == Emphasis::Feeding)
    return style::colours(m_theme, Role::Process).ink;
  if (emphasis == Emphasis::Fed)
    return style::colours(m_theme, Role::Store).ink;
  return m_accent;
}

bool ScenePainter::hidesLabel(const Item& item) const {
  if (!m_look.masksEdgeLabels() || item.kind != PartKind::Edge)
    return false;
  return m_look.of(*item.from) == Emphasis::Masked || m_look.of(*item.to) == Emphasis::Masked;
}

void ScenePainter::paintLayer(const Layer& layer) {
  if (!layer.item) {
    paintMarks(layer, m_plain);
    return;
  }
  const Item& item = m_drawing.items[*layer.item];
  const Emphasis emphasis = emphasisOf(item);
  const double recall = m_look.recall(item.id);
  m_hideLabels = hidesLabel(item);
  switch (emphasis) {
    case Emphasis::Masked:
      if (item.kind == PartKind::Node)
        paintMaskedNode(item);
      else
        paintMaskedLabel(layer);
      break;
    case Emphasis::Dimmed:
      paintMarks(layer, m_paints.dimmed(m_theme, m_look.dimming()));
      break;
    case Emphasis::Grey:
      paintMarks(layer, m_paints.grey(m_theme));
      break;
    case Emphasis::Missing:
    case Emphasis::Extra:
    case Emphasis::Changed:
      paintDifference(layer, emphasis);
      break;
    case Emphasis::Highlighted:
    case Emphasis::Selected:
    case Emphasis::Feeding:
    case Emphasis::Fed:
      paintHalo(item, haloColour(emphasis),
                emphasis == Emphasis::Selected ? kSelectedHaloShare : kHaloShare);
      [[fallthrough]];
    default:
      recall >= 0 ? paintTinted(layer, recall) : paintMarks(layer, m_plain);
  }
  if (emphasis == Emphasis::Selected)
    paintOutline(item, m_accent, 2.25);
  if (emphasis == Emphasis::Revealed)
    paintOutline(item, style::colours(m_theme, Role::Metric).ink, 2.25);
  m_hideLabels = false;
}

void ScenePainter::paintMarks(const Layer& layer, const ResolvedStyles& styles) {
  for (std::size_t i = layer.first; i < layer.last; ++i) {
    const Mark& mark = m_drawing.marks[i];
    if (!isExposed(mark.bounds) || isLeftOut(mark))
      continue;
    // A chip has the colour of the ground it lies on, and the ground is never dimmed.
    paintMark(mark, (mark.kind == MarkKind::Chip ? m_plain : styles)[mark.style],
              mark.kind == MarkKind::Shadow ? hidingBox(layer, i, styles) : nullptr);
  }
}

void ScenePainter::paintMark(const Mark& mark, const ResolvedStyle& style,
                             const RoundBox* hiddenBy) {
  if (!mark.glyphs.isEmpty())
    return paintRuns(mark.origin, mark.glyphs, style.ink);
  if (mark.kind == MarkKind::Shadow && m_pixels)
    return m_pixels->paintShadow(mark, style.brush.color(), hiddenBy);
  QPen pen = style.pen;
  if (mark.lineScale != 1)
    pen.setWidthF(pen.widthF() * mark.lineScale);
  if (m_pixels && m_pixels->paintShape(mark, pen, style.brush))
    return;
  m_painter.setPen(pen);
  m_painter.setBrush(style.brush);
  m_painter.drawPath(mark.path);
}

void ScenePainter::paintRuns(QPointF origin, const QList<QGlyphRun>& runs, const QColor& ink) {
  if (m_pixels)
    return m_pixels->paintRuns(origin, runs, ink);
  m_painter.setPen(ink);
  for (const QGlyphRun& run : runs)
    m_painter.drawGlyphRun(origin, run);
}

void ScenePainter::paintHalo(const Item& item, const QColor& accent, double share) {
  const QColor colour = translucent(accent, share);
  const bool isEdge = item.kind == PartKind::Edge;
  const auto box = isEdge ? std::nullopt : roundBoxOf(item.outline);
  if (box && m_pixels)
    return m_pixels->paintRing(haloBox(*box), grown(*box, -kHaloWidth / 2), colour);
  QPen pen(colour, isEdge ? kWireHaloWidth : kHaloWidth);
  pen.setJoinStyle(Qt::RoundJoin);
  pen.setCapStyle(isEdge ? Qt::FlatCap : Qt::RoundCap);
  const QPainterPath& line = isEdge ? item.route : item.outline;
  m_pixels ? m_pixels->paintSoftLine(line, pen) : m_painter.strokePath(line, pen);
}

void ScenePainter::paintOutline(const Item& item, const QColor& colour, double width) {
  if (item.kind == PartKind::Edge)
    return;  // its halo says enough, and its own colour has a meaning
  QPen pen(colour, width);
  pen.setJoinStyle(Qt::RoundJoin);
  m_painter.setPen(pen);
  m_painter.setBrush(Qt::NoBrush);
  m_painter.drawPath(item.outline);
}

void ScenePainter::paintMaskedNode(const Item& item) {
  const QRectF box = item.box;
  const double radius = std::min({kCardRadius, box.height() / 2, box.width() / 2});
  m_painter.setPen(dashedPen(m_accent, 1.75));
  m_painter.setBrush(style::mixed(style::colour(m_theme, style::Neutral::Card), m_accent, 0.06));
  m_painter.drawRoundedRect(box, radius, radius);
  paintQuestionMark(box, box.height() >= 34 ? QStringLiteral("tn") : QStringLiteral("tt"));
}

void ScenePainter::paintMaskedLabel(const Layer& layer) {
  const Item& item = m_drawing.items[*layer.item];
  QRectF box = labelBox(m_drawing, layer);
  if (box.isNull()) {
    const QPointF middle =
        item.route.isEmpty() ? item.box.center() : item.route.pointAtPercent(0.5);
    box = QRectF(middle, QSizeF());
  }
  const double width = std::max(box.width() + 8, 34.0);
  const QRectF mask(box.center().x() - width / 2, box.center().y() - 11, width, 22);
  if (item.kind == PartKind::Edge)
    paintHalo(item, m_accent, 0.18);
  m_hideLabels = true;
  paintMarks(layer, m_plain);
  m_painter.setPen(dashedPen(m_accent, 1.5));
  m_painter.setBrush(style::mixed(style::colour(m_theme, style::Neutral::Card), m_accent, 0.06));
  m_painter.drawRoundedRect(mask, kMaskRadius, kMaskRadius);
  paintQuestionMark(mask, QStringLiteral("tt"));
}

void ScenePainter::paintQuestionMark(const QRectF& box, const QString& textClass) {
  const style::TextStyle type = style::textStyle(textClass.toStdString());
  const style::ShapedText mark = style::shape(QStringLiteral("?"), type);
  const double baseline = box.center().y() + style::metrics(type).capHeight / 2;
  paintRuns(QPointF(box.center().x() - mark.width / 2, baseline), mark.runs, m_accent);
}

void ScenePainter::paintColoured(const Layer& layer, const QColor& colour) {
  // A group is the ground of others, which are to be told from it.
  const bool isGround = layer.item && m_drawing.items[*layer.item].kind == PartKind::Group;
  const double tint = isGround ? 0.05 : 0.16;
  for (std::size_t i = layer.first; i < layer.last; ++i) {
    const Mark& mark = m_drawing.marks[i];
    if (!isExposed(mark.bounds) || isLeftOut(mark))
      continue;
    ResolvedStyle style = m_plain[mark.style];
    if (mark.kind == MarkKind::Wire || mark.kind == MarkKind::Frame)
      style.pen.setColor(colour);
    if (mark.kind == MarkKind::Head)
      style.brush.setColor(colour);
    if (mark.kind == MarkKind::Frame)
      style.brush.setColor(style::mixed(style.brush.color(), colour, tint));
    paintMark(mark, style);
  }
}

void ScenePainter::paintDifference(const Layer& layer, Emphasis emphasis) {
  const Item& item = m_drawing.items[*layer.item];
  const style::ApplicationColours colours = style::applicationColours(m_theme);
  const QColor colour = emphasis == Emphasis::Missing ? colours.bad
                        : emphasis == Emphasis::Extra ? colours.good
                                                      : colours.warn;
  if (item.kind == PartKind::Edge)
    paintHalo(item, colour, 0.26);
  paintColoured(layer, colour);
  if (item.kind == PartKind::Edge)
    return;
  // The outline repeats in its form what the colour says.
  m_painter.setPen(emphasis == Emphasis::Missing ? dashedPen(colour, 2.25) : QPen(colour, 2.25));
  m_painter.setBrush(Qt::NoBrush);
  m_painter.drawPath(item.outline);
}

void ScenePainter::paintTinted(const Layer& layer, double recall) {
  const QColor colour = recallColour(m_theme, recall);
  paintColoured(layer, colour);
  if (!layer.frame)
    return;
  // Length repeats what the colour says.
  const QRectF box = m_drawing.items[*layer.item].box.adjusted(kCardRadius, 0, -kCardRadius, 0);
  const QRectF track(box.left(), box.bottom() - kRecallBarHeight - 3, box.width(),
                     kRecallBarHeight);
  m_painter.setPen(Qt::NoPen);
  m_painter.setBrush(style::mixed(style::colour(m_theme, style::Neutral::Card), colour, 0.25));
  m_painter.drawRoundedRect(track, 1.5, 1.5);
  m_painter.setBrush(colour);
  m_painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(track.width() * recall, track.height())),
                            1.5, 1.5);
}

}  // namespace phaseboard::scene
