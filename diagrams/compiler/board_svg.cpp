// SPDX-License-Identifier: Apache-2.0
#include "diagrams/compiler/board_svg.h"

#include <algorithm>
#include <map>
#include <vector>

#include "app/board/board_graph.h"
#include "app/board/wiring.h"
#include "diagrams/compiler/flow/single_card.h"
#include "diagrams/compiler/flow/wire_path.h"
#include "diagrams/compiler/svg_writer.h"
#include "diagrams/compiler/theme_css.h"
#include "diagrams/style/palette.h"
#include "diagrams/style/text.h"
#include "diagrams/style/theme.h"

namespace phaseboard::compiler {
namespace {

constexpr double kBoardMargin = 24;
constexpr double kFrameRadius = 16;
constexpr double kWordsPad = 6;
constexpr double kWordsHeight = 21;
constexpr double kTextStep = 18;
constexpr double kSmallest = 240;  ///< side of an empty canvas

std::string upperCase(std::string words) {
  for (char& letter : words)
    if (letter >= 'a' && letter <= 'z')
      letter = static_cast<char>(letter - 'a' + 'A');
  return words;
}

class BoardWriter {
 public:
  BoardWriter(const board::Document& document, const std::string& title)
      : m_document(document),
        m_ids(board::partIds(document)),
        m_wires(board::routeWires(document)),
        m_svg(title, "Drawn on the whiteboard of Phaseboard.") {
    board::Box all = document.bounds();
    for (const auto& [id, wire] : m_wires)
      for (const board::Point& point : wire.points)
        all = board::united(all, board::boxAround(point, 2, 2));
    m_size = {std::max(kSmallest, all.width) + 2 * kBoardMargin,
              std::max(all.isEmpty() ? kSmallest : 0.0, all.height) + 2 * kBoardMargin};
    m_shift = {kBoardMargin - all.x, kBoardMargin - all.y};
  }

  std::string write() {
    m_svg.rect("canvas", QRectF(QPointF(), m_size));
    auto groups = m_document.all<board::Group>();
    std::stable_sort(groups.begin(), groups.end(), [](const auto* a, const auto* b) {
      return a->box.width * a->box.height > b->box.width * b->box.height;
    });
    for (const board::Group* group : groups)
      writeGroup(*group);
    for (const board::Edge* edge : m_document.all<board::Edge>())
      writeEdge(*edge);
    for (const board::Part* part : m_document.all<board::Part>())
      writePart(*part);
    for (const board::Text* text : m_document.all<board::Text>())
      writeText(*text);
    for (const board::Stroke* stroke : m_document.all<board::Stroke>())
      writeInk(*stroke);
    return m_svg.finish(m_size.width(), m_size.height(), lightCss());
  }

 private:
  [[nodiscard]] QPointF placed(board::Point point) const {
    return {point.x + m_shift.x(), point.y + m_shift.y()};
  }
  [[nodiscard]] QRectF placed(const board::Box& box) const {
    return {placed(board::Point{box.x, box.y}), QSizeF(box.width, box.height)};
  }

  void writeGroup(const board::Group& group) {
    const std::string name = group.name.empty() ? "Group" : group.name;
    m_svg.openPart({.id = m_ids.at(group.id).value(),
                    .classes = "group " + std::string(board::nameOf(group.kind)),
                    .title = name,
                    .description = "Drawn on the board as a group: " + name + "."});
    const QRectF box = placed(group.box);
    m_svg.rect("lane", box, kFrameRadius);
    m_svg.text("tz", {box.left() + 18, box.top() + 24}, upperCase(group.name));
    m_svg.closeGroup();
  }

  void writeEdge(const board::Edge& edge) {
    const board::Wire& wire = m_wires.at(edge.id);
    Route route;
    for (const board::Point& point : wire.points)
      route.points.push_back(placed(point));
    m_svg.openPart({.id = m_ids.at(edge.id).value(),
                    .classes = "edge " + std::string(board::nameOf(edge.kind)),
                    .title = titleOf(edge.from) + " → " + titleOf(edge.to),
                    .description = "Drawn on the board as a connection.",
                    .from = m_ids.at(edge.from).value(),
                    .to = m_ids.at(edge.to).value()});
    m_svg.path("wire", wireLine(route, {}, Arrows::Forward));
    m_svg.path("head", arrowHead(route.points[route.points.size() - 2], route.points.back()));
    if (!edge.label.empty()) {
      const double width = style::textWidth(edge.label, style::textStyle("te")) + 2 * kWordsPad;
      const QPointF middle = placed(wire.labelAt);
      m_svg.rect("chip",
                 {middle.x() - width / 2, middle.y() - kWordsHeight / 2, width, kWordsHeight}, 5);
      m_svg.text("te", {middle.x() - width / 2 + kWordsPad, middle.y() + 4.1}, edge.label);
    }
    m_svg.closeGroup();
  }

  [[nodiscard]] std::string titleOf(board::ElementId part) const {
    const std::string& name = m_document.find<board::Part>(part)->name;
    return name.empty() ? "?" : name;
  }

  void writePart(const board::Part& part) {
    writeSingleCard(m_svg, style::kRoles[static_cast<std::size_t>(part.kind)], part.name,
                    m_ids.at(part.id).value(), placed(part.box));
  }

  void writeText(const board::Text& text) {
    const QRectF box = placed(text.box);
    double y = box.top() + 13;
    std::string line;
    m_svg.openGroup("note");
    for (const char letter : text.text + '\n') {
      if (letter != '\n') {
        line += letter;
        continue;
      }
      if (!line.empty())
        m_svg.text("tl", {box.left(), y}, line);
      line.clear();
      y += kTextStep;
    }
    m_svg.closeGroup();
  }

  void writeInk(const board::Stroke& stroke) {
    PathData path;
    path.move(placed(stroke.points.front()));
    for (std::size_t i = 1; i + 1 < stroke.points.size(); ++i) {
      const QPointF here = placed(stroke.points[i]);
      path.quad(here, (here + placed(stroke.points[i + 1])) / 2);
    }
    const QPointF end = placed(stroke.points.back());
    path.line(stroke.points.size() == 1 ? end + QPointF(0.1, 0) : end);
    m_svg.openGroup("actor");
    m_svg.path("line", path);
    m_svg.closeGroup();
  }

  const board::Document& m_document;
  std::map<board::ElementId, PartId> m_ids;
  std::map<board::ElementId, board::Wire> m_wires;
  SvgWriter m_svg;
  QSizeF m_size;
  QPointF m_shift;
};

}  // namespace

std::string boardSvg(const board::Document& document, const std::string& title) {
  return BoardWriter(document, title.empty() ? "Board" : title).write();
}

}  // namespace phaseboard::compiler
