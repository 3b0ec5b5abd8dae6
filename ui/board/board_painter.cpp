// SPDX-License-Identifier: Apache-2.0
#include "ui/board/board_painter.h"

#include <algorithm>

#include <QPainter>

#include "diagrams/compiler/flow/wire_path.h"
#include "diagrams/scene/path_reader.h"
#include "ui/bridge/text.h"

namespace phaseboard::ui {
namespace {

constexpr double kChipPad = 6;
constexpr double kChipHeight = 21;
constexpr double kChipRadius = 5;
constexpr double kChipBaseline = 4.1;
constexpr double kGroupRadius = 16;
constexpr double kGroupBorder = 1.25;
constexpr double kGroupWordsX = 18;
constexpr double kGroupWordsY = 24;
constexpr double kTextLine = 18;
constexpr double kTextBaseline = 13;
constexpr double kInkWidth = 2.25;
constexpr const char* kTextClass = "tl";
constexpr const char* kGroupClass = "tz";
constexpr const char* kChipClass = "te";

std::vector<std::string> linesIn(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char letter : text) {
    if (letter == '\n')
      lines.emplace_back();
    else
      lines.back() += letter;
  }
  return lines;
}

QPainterPath pathOf(const compiler::PathData& data) {
  return scene::readPath(data.str()).value_or(QPainterPath());
}

QPen wirePen(style::ThemeName theme, style::Wire wire) {
  const style::WireStyle look = style::wireStyle(theme, wire);
  QPen pen(look.colour, look.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
  if (!look.dash.empty()) {
    QList<qreal> dash;
    for (const double length : look.dash)
      dash.push_back(length / look.width);
    pen.setDashPattern(dash);
  }
  return pen;
}

}  // namespace

const style::ShapedText& ShapedWords::of(const std::string& words, const char* textClass) {
  constexpr std::size_t kMostKept = 4'000;
  if (m_shaped.size() > kMostKept)
    m_shaped.clear();
  const auto [found, isNew] = m_shaped.try_emplace(textClass + words);
  if (isNew)
    found->second = style::shape(toQt(words), style::textStyle(textClass));
  return found->second;
}

PaintedWire BoardPainter::painted(const board::Wire& wire, const std::string& label) {
  compiler::Route route;
  QPainterPath touched;
  for (const board::Point& point : wire.points) {
    route.points.push_back(toPoint(point));
    if (touched.elementCount() == 0)  // isEmpty() is true after a lone moveTo, too
      touched.moveTo(toPoint(point));
    else
      touched.lineTo(toPoint(point));
  }
  PaintedWire painted;
  painted.line = pathOf(compiler::wireLine(route, {}, compiler::Arrows::Forward));
  painted.head =
      pathOf(compiler::arrowHead(route.points[route.points.size() - 2], route.points.back()));
  painted.route = touched;
  if (!label.empty()) {
    const double width = m_words.of(label, kChipClass).width + 2 * kChipPad;
    painted.chip =
        QRectF(wire.labelAt.x - width / 2, wire.labelAt.y - kChipHeight / 2, width, kChipHeight);
  }
  painted.bounds = (touched.boundingRect() | painted.chip).adjusted(-8, -8, 8, 8);
  return painted;
}

PaintedWires BoardPainter::painted(const board::Document& document,
                                   const std::map<board::ElementId, board::Wire>& wires) {
  PaintedWires all;
  for (const auto& [id, wire] : wires)
    if (const auto* edge = document.find<board::Edge>(id))
      all.emplace(id, painted(wire, edge->label));
  return all;
}

void BoardPainter::paint(QPainter& painter, style::ThemeName theme, const board::Document& document,
                         const PaintedWires& wires, const QRectF& exposed, const Filter& filter) {
  painter.setRenderHint(QPainter::Antialiasing);
  constexpr double kReach = 10;  // shadows and line widths
  const QRectF reach = exposed.adjusted(-kReach, -kReach, kReach, kReach);
  const auto isSeen = [&](board::ElementId id, const QRectF& bounds) {
    return reach.intersects(bounds) && filter(id);
  };
  auto groups = document.all<board::Group>();
  // Larger frames lie under smaller ones.
  std::stable_sort(groups.begin(), groups.end(), [](const auto* a, const auto* b) {
    return a->box.width * a->box.height > b->box.width * b->box.height;
  });
  m_frames.clear();
  for (const board::Group* group : groups) {
    m_frames.emplace_back(toRect(group->box), laneOf(group->kind));
    if (isSeen(group->id, toRect(group->box)))
      paintGroup(painter, theme, *group);
  }
  for (const auto& [id, wire] : wires)
    if (const auto* edge = document.find<board::Edge>(id); edge && isSeen(id, wire.bounds))
      paintWire(painter, theme, *edge, wire);
  for (const auto& [id, element] : document.elements()) {
    if (const auto* part = std::get_if<board::Part>(&element)) {
      if (isSeen(id, toRect(part->box)))
        m_cards.paint(painter, theme, *part);
    }
  }
  for (const auto& [id, element] : document.elements()) {
    if (const auto* text = std::get_if<board::Text>(&element)) {
      if (isSeen(id, toRect(text->box)))
        paintText(painter, theme, *text);
    } else if (const auto* stroke = std::get_if<board::Stroke>(&element)) {
      if (isSeen(id, toRect(board::boxOf(element))))
        paintStroke(painter, theme, stroke->points);
    }
  }
}

void BoardPainter::paintWords(QPainter& painter, const std::string& words, const char* textClass,
                              QPointF baseline, const QColor& colour) {
  painter.setPen(colour);
  for (const QGlyphRun& run : m_words.of(words, textClass).runs)
    painter.drawGlyphRun(baseline, run);
}

QRectF BoardPainter::groupTitle(const board::Group& group) {
  const std::string words = fromQt(toQt(group.name).toUpper());
  const double width = std::max(m_words.of(words, kGroupClass).width, 40.0);
  return {group.box.x + kGroupWordsX - 6, group.box.y + 6, width + 12, kGroupWordsY};
}

void BoardPainter::paintGroup(QPainter& painter, style::ThemeName theme,
                              const board::Group& group) {
  const style::LaneColours colours = style::colours(theme, laneOf(group.kind));
  painter.setPen(QPen(colours.border, kGroupBorder));
  painter.setBrush(colours.fill);
  painter.drawRoundedRect(toRect(group.box), kGroupRadius, kGroupRadius);
  paintWords(painter, fromQt(toQt(group.name).toUpper()), kGroupClass,
             {group.box.x + kGroupWordsX, group.box.y + kGroupWordsY}, colours.title);
}

void BoardPainter::paintWire(QPainter& painter, style::ThemeName theme, const board::Edge& edge,
                             const PaintedWire& wire) {
  const QPen pen = wirePen(theme, wireOf(edge.kind));
  painter.setPen(pen);
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(wire.line);
  painter.setPen(Qt::NoPen);
  painter.setBrush(pen.color());
  painter.drawPath(wire.head);
  if (wire.chip.isEmpty())
    return;
  painter.setBrush(chipColour(theme, wire.chip));
  painter.drawRoundedRect(wire.chip, kChipRadius, kChipRadius);
  paintWords(painter, edge.label, kChipClass,
             {wire.chip.left() + kChipPad, wire.chip.center().y() + kChipBaseline},
             style::colour(theme, style::Neutral::Ink));
}

/// A chip takes the colour of the innermost frame that holds it.
QColor BoardPainter::chipColour(style::ThemeName theme, const QRectF& chip) const {
  for (auto frame = m_frames.rbegin(); frame != m_frames.rend(); ++frame)
    if (frame->first.contains(chip.center()))
      return style::colours(theme, frame->second).fill;
  return style::colour(theme, style::Neutral::Canvas);
}

void BoardPainter::paintText(QPainter& painter, style::ThemeName theme, const board::Text& text) {
  double y = text.box.y + kTextBaseline;
  for (const std::string& line : linesIn(text.text)) {
    paintWords(painter, line, kTextClass, {text.box.x, y},
               style::colour(theme, style::Neutral::Ink));
    y += kTextLine;
  }
}

board::Extent BoardPainter::textExtent(const std::string& text) {
  const auto lines = linesIn(text);
  double widest = kTextLine;
  for (const std::string& line : lines)
    widest = std::max(widest, m_words.of(line, kTextClass).width);
  return {widest, kTextLine * static_cast<double>(lines.size())};
}

void BoardPainter::paintStroke(QPainter& painter, style::ThemeName theme,
                               const std::vector<board::Point>& points) {
  painter.setPen(QPen(style::colour(theme, style::Neutral::Ink), kInkWidth, Qt::SolidLine,
                      Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  if (points.size() == 1) {
    painter.drawPoint(toPoint(points.front()));
    return;
  }
  // Through the middles of the stretches: a hand draws curves.
  QPainterPath path(toPoint(points.front()));
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const QPointF middle = (toPoint(points[i]) + toPoint(points[i + 1])) / 2;
    path.quadTo(toPoint(points[i]), middle);
  }
  path.lineTo(toPoint(points.back()));
  painter.drawPath(path);
}

}  // namespace phaseboard::ui
