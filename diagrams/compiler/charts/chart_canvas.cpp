// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/charts/chart_canvas.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QLineF>

#include "app/base/hash.h"
#include "diagrams/compiler/theme_css.h"
#include "diagrams/style/icons.h"
#include "diagrams/style/theme.h"

namespace phaseboard::compiler {
namespace {

constexpr double kShadowGrowth = 1.2;
constexpr double kCornerRadius = 10;
constexpr double kHeadLength = 8.4;
constexpr double kHeadHalf = 4;
constexpr double kHeadGap = 2.5;
constexpr double kIconSize = 19;
constexpr double kFormulaScale = 16.0 / 1000;  // its em is 16 units
constexpr double kFormulaGap = 20;
constexpr double kOverlap = 0.5;  // touching is not overlapping

std::string_view firstWord(std::string_view classes) {
  return classes.substr(0, classes.find(' '));
}

QPointF towards(QPointF from, QPointF to, double length) {
  const QLineF line(from, to);
  return line.length() < 1e-9 ? from : line.pointAt(length / line.length());
}

/// Even sizes stay whole at 150 %.
double evenCeil(double length) {
  return 2 * std::ceil(length / 2);
}

std::uint64_t hashOf(const content::Part& part) {
  Fnv64 hash;
  hash.addField(part.title).addField(part.label).addField(part.explanation);
  hash.addField(part.from ? part.from->value() : "").addField(part.to ? part.to->value() : "");
  return hash.value();
}

}  // namespace

ChartCanvas::ChartCanvas(std::string title, std::string description, ChartProblems& problems)
    : m_title(std::move(title)),
      m_description(std::move(description)),
      m_svg(m_title, m_description),
      m_problems(problems) {}

void ChartCanvas::begin(double width, double height) {
  m_width = evenCeil(width);
  m_height = evenCeil(height);
  if (m_formula)
    m_height += evenCeil((m_formula->ascent + m_formula->descent) * kFormulaScale + kFormulaGap);
  if (m_width > chart::kMaxWidth || m_height > chart::kMaxHeight)
    m_problems.add(1, "the figure is " + svgNumber(m_width) + " by " + svgNumber(m_height) +
                          " units; the most is 1480 by 1000");
  m_svg.rect("canvas", QRectF(0, 0, m_width, m_height));
  if (m_formula)
    drawFormula();
}

void ChartCanvas::drawFormula() {
  const double width = m_formula->width * kFormulaScale;
  if (width > m_width - 2 * chart::kMargin)
    m_problems.add(1, "the formula is wider than the figure");
  const double baseline = m_height - chart::kMargin - m_formula->descent * kFormulaScale;
  m_svg.openMovedGroup("formula", QPointF((m_width - width) / 2, baseline), kFormulaScale);
  m_svg.path("tl", m_formula->path);
  m_svg.closeGroup();
}

void ChartCanvas::keep(const Entry& entry, content::PartKind kind) {
  const auto [known, isNew] = m_lines.emplace(entry.id, entry.line);
  if (!isNew)
    m_problems.add(entry.line, "the id '" + entry.id + "' is already used on line " +
                                   std::to_string(known->second));
  content::Part part;
  part.id = PartId(entry.id);
  part.kind = kind;
  part.shape = entry.className;
  part.title = entry.title;
  part.label = style::plainText(entry.label);
  part.explanation = entry.explanation;
  if (!entry.conceptId.empty())
    part.conceptId = ConceptId(entry.conceptId);
  if (!entry.phase.empty())
    part.phase = PhaseId(entry.phase);
  m_parts.push_back(std::move(part));
}

void ChartCanvas::openNode(const Entry& entry, std::string_view extra,
                           const std::optional<std::string>& parent) {
  keep(entry, content::PartKind::Node);
  if (parent)
    m_parts.back().parent = PartId(*parent);
  std::string classes = "node " + entry.className;
  if (!extra.empty())
    classes += " " + std::string(extra);
  m_svg.openPart(
      {.id = entry.id, .classes = classes, .title = entry.title, .description = entry.explanation});
}

void ChartCanvas::openMixedNode(const Entry& entry, std::string_view extra) {
  keep(entry, content::PartKind::Node);
  m_svg.openPart({.id = entry.id,
                  .classes = "node " + std::string(extra),
                  .title = entry.title,
                  .description = entry.explanation});
}

void ChartCanvas::openGroup(const Entry& entry, std::string_view extra) {
  keep(entry, content::PartKind::Group);
  std::string classes = "group " + entry.className;
  if (!extra.empty())
    classes += " " + std::string(extra);
  m_svg.openPart(
      {.id = entry.id, .classes = classes, .title = entry.title, .description = entry.explanation});
}

void ChartCanvas::openEdge(const Entry& entry, const std::string& from, const std::string& to,
                           std::optional<int> step) {
  keep(entry, content::PartKind::Edge);
  content::Part& part = m_parts.back();
  part.from = PartId(from);
  part.to = PartId(to);
  part.step = step;
  m_svg.openPart({.id = entry.id,
                  .classes = "edge " + entry.className,
                  .title = entry.title,
                  .description = entry.explanation,
                  .from = from,
                  .to = to,
                  .step = step});
}

void ChartCanvas::text(std::string_view classes, QPointF baseline, std::string_view label,
                       Align align) {
  const style::TextStyle type = style::textStyle(firstWord(classes));
  const style::InlineLine line = style::layoutInline(label, type);
  if (line.runs.size() == 1 && line.runs.front().x == 0) {
    // A single run keeps its anchor, so that it stays in place whatever face paints it.
    const style::PlacedRun& run = line.runs.front();
    std::string all(classes);
    if (!run.classes.empty())
      all += " " + run.classes;
    if (align != Align::Left)
      all += align == Align::Centre ? " mid" : " end";
    m_svg.text(all, baseline, run.text);
    return;
  }
  const double share = align == Align::Left ? 0 : align == Align::Centre ? 0.5 : 1;
  for (const style::PlacedRun& run : line.runs) {
    std::string all(classes);
    if (!run.classes.empty())
      all += " " + run.classes;
    m_svg.text(all, baseline + QPointF(run.x - share * line.width, run.y), run.text);
  }
}

void ChartCanvas::block(std::string_view classes, QPointF middle,
                        const std::vector<std::string>& lines, double step, Align align) {
  double y =
      middle.y() - step * (static_cast<double>(lines.size()) - 1) / 2 + capRise(firstWord(classes));
  for (const std::string& line : lines) {
    text(classes, QPointF(middle.x(), y), line, align);
    y += step;
  }
}

void ChartCanvas::turnedText(std::string_view classes, QPointF middle, std::string_view label) {
  m_svg.openMovedGroup("turned", middle, 1, -90);
  text(classes, QPointF(0, capRise(firstWord(classes))), label, Align::Centre);
  m_svg.closeGroup();
}

void ChartCanvas::icon(std::string_view name, QPointF middle, double size, bool onSolid) {
  const std::optional<style::Icon> found = style::icon(name);
  if (!found)
    return;
  m_svg.openMovedGroup("icon", middle - QPointF(size / 2, size / 2), size / 24);
  for (const std::string& path : found->paths)
    m_svg.path(onSolid ? "glyph onsolid" : "glyph", path);
  m_svg.closeGroup();
}

void ChartCanvas::tile(std::string_view name, QPointF topLeft, bool strong) {
  m_svg.rect(strong ? "solid" : "tile", QRectF(topLeft, QSizeF(chart::kTile, chart::kTile)),
             chart::kTileRadius);
  icon(name, topLeft + QPointF(chart::kTile / 2, chart::kTile / 2), kIconSize, strong);
}

void ChartCanvas::card(const QRectF& box, std::string_view classes, double radius) {
  for (int layer = 3; layer >= 1; --layer) {
    const double grow = kShadowGrowth * (layer - 1) * 0.5;
    m_svg.rect("shadow", box.adjusted(-grow, 0.5 * layer, grow, grow + 0.75 * layer),
               radius + grow);
  }
  m_svg.rect(classes, box, radius);
}

void ChartCanvas::wire(const std::vector<QPointF>& points, bool isDashed) {
  std::vector<QPointF> way = points;
  const QPointF tip = towards(way.back(), way[way.size() - 2], kHeadGap);
  const QPointF neck = towards(way.back(), way[way.size() - 2], kHeadGap + kHeadLength);
  way.back() = neck;
  PathData path;
  path.move(way.front());
  for (std::size_t i = 1; i + 1 < way.size(); ++i) {
    const double before = QLineF(way[i - 1], way[i]).length() * (i == 1 ? 1 : 0.5);
    const double after = QLineF(way[i], way[i + 1]).length() * (i + 2 == way.size() ? 1 : 0.5);
    const double radius = std::min({kCornerRadius, before, after});
    path.line(towards(way[i], way[i - 1], radius));
    path.quad(way[i], towards(way[i], way[i + 1], radius));
  }
  path.line(way.back());
  m_svg.path(isDashed ? "wire dashed" : "wire", path);
  const QPointF along = (tip - neck) / kHeadLength;
  const QPointF side = QPointF(-along.y(), along.x()) * kHeadHalf;
  m_svg.path("head", PathData().move(tip).line(neck + side).line(neck - side).close());
}

void ChartCanvas::badge(QPointF middle, int number) {
  m_svg.circle("disc", middle, 9);
  text("tb", middle + QPointF(0, capRise("tb")), std::to_string(number), Align::Centre);
}

bool ChartCanvas::fit(const Entry& entry, std::string_view label, std::string_view textClass,
                      double room) {
  const double width = widthOf(label, textClass);
  if (width <= room + 0.01)
    return true;
  m_problems.add(entry.line, "'" + entry.id + "': \"" + std::string(label) + "\" is " +
                                 svgNumber(width) + " units wide and has room for " +
                                 svgNumber(std::max(room, 0.0)));
  return false;
}

void ChartCanvas::claim(const Entry& entry, const QRectF& box, int layer) {
  const QRectF inner = box.adjusted(kOverlap, kOverlap, -kOverlap, -kOverlap);
  for (const Claim& other : m_claims)
    if (other.layer == layer && other.id != entry.id && other.box.intersects(inner))
      m_problems.add(entry.line, "'" + entry.id + "' overlaps '" + other.id + "'");
  if (!QRectF(0, 0, m_width, m_height).contains(inner))
    m_problems.add(entry.line, "'" + entry.id + "' does not fit into the figure");
  m_claims.push_back({entry.id, inner, layer});
}

content::Diagram ChartCanvas::finish() {
  content::Diagram diagram;
  diagram.title = m_title;
  diagram.description = m_description;
  diagram.width = m_width;
  diagram.height = m_height;
  for (content::Part& part : m_parts)
    part.hash = hashOf(part);
  diagram.parts = std::move(m_parts);
  diagram.svg = m_svg.finish(m_width, m_height, lightCss());
  return diagram;
}

double widthOf(std::string_view label, std::string_view textClass) {
  return style::labelWidth(label, style::textStyle(textClass));
}

double widthOf(const std::vector<std::string>& lines, std::string_view textClass) {
  double widest = 0;
  for (const std::string& line : lines)
    widest = std::max(widest, widthOf(line, textClass));
  return widest;
}

std::string laneTitle(const Entry& entry) {
  return QString::fromStdString(style::plainText(entry.label)).toUpper().toStdString();
}

double capRise(std::string_view textClass) {
  return style::metrics(style::textStyle(textClass)).capHeight / 2;
}

PathData roundedPolygon(const std::vector<QPointF>& corners, double radius) {
  PathData path;
  const std::size_t count = corners.size();
  for (std::size_t i = 0; i < count; ++i) {
    const QPointF before = corners[(i + count - 1) % count];
    const QPointF after = corners[(i + 1) % count];
    const QPointF in = towards(corners[i], before, radius);
    if (i == 0)
      path.move(in);
    else
      path.line(in);
    path.quad(corners[i], towards(corners[i], after, radius));
  }
  path.close();
  return path;
}

}  // namespace phaseboard::compiler
