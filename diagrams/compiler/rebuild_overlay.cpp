// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/rebuild_overlay.h"

#include <algorithm>
#include <optional>
#include <set>

#include "app/board/board_graph.h"
#include "app/board/wiring.h"
#include "diagrams/compiler/flow/single_card.h"
#include "diagrams/compiler/flow/wire_path.h"
#include "diagrams/compiler/svg_writer.h"
#include "diagrams/style/palette.h"

namespace phaseboard::compiler {
namespace {

constexpr double kOverlayGap = 34;  ///< between extra parts, and from the figure to them
constexpr double kOverlayMargin = 24;
constexpr double kLeastRow = 600;  ///< width in which a row of extra parts may always stand

/// Where the reference's own extent is written.
std::optional<QSizeF> sizeOf(const std::string& svg) {
  const std::size_t at = svg.find("viewBox=\"0 0 ");
  if (at == std::string::npos)
    return std::nullopt;
  const std::size_t first = at + 13;
  const std::size_t space = svg.find(' ', first);
  const std::size_t end = svg.find('"', first);
  if (space == std::string::npos || end == std::string::npos || space > end)
    return std::nullopt;
  bool isGood = false;
  const double width = QString::fromStdString(svg.substr(first, space - first)).toDouble(&isGood);
  if (!isGood)
    return std::nullopt;
  const double height =
      QString::fromStdString(svg.substr(space + 1, end - space - 1)).toDouble(&isGood);
  return isGood ? std::optional(QSizeF(width, height)) : std::nullopt;
}

class OverlayWriter {
 public:
  OverlayWriter(const std::map<PartId, QRectF>& boxes, const board::Document& document,
                const graphs::GraphDifference& found, QSizeF size)
      : m_document(document), m_found(found), m_ids(board::partIds(document)), m_size(size) {
    for (const auto& [reference, drawn] : found.common)
      if (const auto box = boxes.find(reference); box != boxes.end()) {
        m_boxes.emplace(drawn, box->second);
        m_shownAs.emplace(drawn, reference);
      }
    for (const auto& [part, box] : boxes)
      m_obstacles.push_back(box);
  }

  void write(SvgWriter& svg, std::vector<PartId>& extra) {
    writeParts(svg, extra);
    writeEdges(svg, extra);
  }

  [[nodiscard]] QSizeF size() const { return m_size; }

 private:
  [[nodiscard]] static PartId drawnId(const PartId& id) { return PartId("board/" + id.value()); }
  [[nodiscard]] static PartId overlayId(const PartId& id) { return PartId("board-" + id.value()); }

  void writeParts(SvgWriter& svg, std::vector<PartId>& extra) {
    const std::set<PartId> isExtra(m_found.extra.begin(), m_found.extra.end());
    double x = kOverlayMargin;
    double y = m_size.height() + kOverlayGap / 2;
    double rowHeight = 0;
    const double width = std::max(m_size.width(), kLeastRow);
    for (const board::Part* part : m_document.all<board::Part>()) {
      const PartId& id = m_ids.at(part->id);
      if (part->name.empty() || !isExtra.contains(drawnId(id)))
        continue;
      if (x > kOverlayMargin && x + part->box.width + kOverlayMargin > width) {
        x = kOverlayMargin;
        y += rowHeight + kOverlayGap;
        rowHeight = 0;
      }
      const QRectF box(x, y, part->box.width, part->box.height);
      writeSingleCard(svg, style::kRoles[static_cast<std::size_t>(part->kind)], part->name,
                      overlayId(id).value(), box);
      m_boxes.emplace(drawnId(id), box);
      m_shownAs.emplace(drawnId(id), overlayId(id));
      m_obstacles.push_back(box);
      extra.push_back(overlayId(id));
      x += box.width() + kOverlayGap;
      rowHeight = std::max(rowHeight, box.height());
      m_size = {std::max(m_size.width(), box.right() + kOverlayMargin),
                std::max(m_size.height(), box.bottom() + kOverlayMargin)};
    }
  }

  /// The extra edges are routed on a board of their own that has a part for every box.
  void writeEdges(SvgWriter& svg, std::vector<PartId>& extra) {
    const std::set<PartId> isExtra(m_found.edges.extra.begin(), m_found.edges.extra.end());
    board::Document ground;
    board::Edit edit;
    std::map<PartId, board::ElementId> places;
    std::int64_t next = 1;
    const auto place = [&](const QRectF& box) {
      const board::ElementId id{next++};
      edit.push_back({std::nullopt, board::Part{id,
                                                board::PartKind::Process,
                                                true,
                                                {},
                                                {box.x(), box.y(), box.width(), box.height()}}});
      return id;
    };
    std::vector<QRectF> placed;
    for (const auto& [drawn, box] : m_boxes) {
      places.emplace(drawn, place(box));
      placed.push_back(box);
    }
    for (const QRectF& box : m_obstacles)
      if (std::find(placed.begin(), placed.end(), box) == placed.end())
        (void)place(box);
    std::map<board::ElementId, const board::Edge*> wires;
    for (const board::Edge* edge : m_document.all<board::Edge>()) {
      const auto from = places.find(drawnId(m_ids.at(edge->from)));
      const auto to = places.find(drawnId(m_ids.at(edge->to)));
      if (!isExtra.contains(drawnId(m_ids.at(edge->id))) || from == places.end() ||
          to == places.end() || from->second == to->second)
        continue;
      const board::ElementId id{next++};
      edit.push_back(
          {std::nullopt, board::Edge{id, from->second, to->second, edge->kind, edge->label}});
      wires.emplace(id, edge);
    }
    if (!ground.apply(edit))
      return;
    for (const auto& [id, wire] : board::routeWires(ground))
      writeEdge(svg, *wires.at(id), wire, extra);
  }

  void writeEdge(SvgWriter& svg, const board::Edge& edge, const board::Wire& wire,
                 std::vector<PartId>& extra) {
    Route route;
    for (const board::Point& point : wire.points)
      route.points.emplace_back(point.x, point.y);
    const PartId id = overlayId(m_ids.at(edge.id));
    svg.openPart({.id = id.value(),
                  .classes = "edge " + std::string(board::nameOf(edge.kind)),
                  .title = m_document.find<board::Part>(edge.from)->name + " → " +
                           m_document.find<board::Part>(edge.to)->name,
                  .description = "On your board, but not in the figure.",
                  .from = m_shownAs.at(drawnId(m_ids.at(edge.from))).value(),
                  .to = m_shownAs.at(drawnId(m_ids.at(edge.to))).value()});
    svg.path("wire", wireLine(route, {}, Arrows::Forward));
    svg.path("head", arrowHead(route.points[route.points.size() - 2], route.points.back()));
    svg.closeGroup();
    extra.push_back(id);
  }

  const board::Document& m_document;
  const graphs::GraphDifference& m_found;
  std::map<board::ElementId, PartId> m_ids;
  std::map<PartId, QRectF> m_boxes;    ///< of what is on the board, by "board/..."
  std::map<PartId, PartId> m_shownAs;  ///< the part of the overlay that shows it
  std::vector<QRectF> m_obstacles;
  QSizeF m_size;
};

}  // namespace

RebuildOverlay rebuildOverlay(const std::string& svg, const std::map<PartId, QRectF>& boxes,
                              const board::Document& document,
                              const graphs::GraphDifference& found) {
  RebuildOverlay overlay{svg, {}};
  const auto size = sizeOf(svg);
  const std::size_t end = svg.rfind("</svg>");
  if (!size || end == std::string::npos)
    return overlay;
  SvgWriter added({}, {});
  OverlayWriter writer(boxes, document, found, *size);
  writer.write(added, overlay.extra);
  if (overlay.extra.empty())
    return overlay;
  overlay.svg = svg.substr(0, end) + added.body() + svg.substr(end);
  // The extent stands in the first tag: width, height, viewBox.
  const std::string before = " width=\"" + svgNumber(size->width()) + "\" height=\"" +
                             svgNumber(size->height()) + "\" viewBox=\"0 0 " +
                             svgNumber(size->width()) + ' ' + svgNumber(size->height()) + '"';
  const std::string after = " width=\"" + svgNumber(writer.size().width()) + "\" height=\"" +
                            svgNumber(writer.size().height()) + "\" viewBox=\"0 0 " +
                            svgNumber(writer.size().width()) + ' ' +
                            svgNumber(writer.size().height()) + '"';
  if (const std::size_t at = overlay.svg.find(before); at != std::string::npos)
    overlay.svg.replace(at, before.size(), after);
  return overlay;
}

}  // namespace phaseboard::compiler
