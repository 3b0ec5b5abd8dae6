// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <QPointF>
#include <QRectF>

#include "diagrams/compiler/svg_writer.h"
#include "diagrams/style/text.h"
#include "diagrams/style/theme.h"

/// Figures in the house subset with parts at known places, for tests of what reads and shows them.
namespace phaseboard::test {

inline std::string explained(const std::string& what) {
  return "Explains " + what + " in enough words for a reader who has never seen it.";
}

/// Draws parts the way the flow compiler does, without its layout.
class FigureSketch {
 public:
  FigureSketch() : m_out("Sample serving path", "How a request is answered, for tests.") {}

  void lane(const std::string& id, const std::string& role, const std::string& title,
            const QRectF& box) {
    m_out.openPart(
        {.id = id, .classes = "group " + role, .title = title, .description = explained(title)});
    m_out.rect("lane", box, 16);
    m_out.text("tz", box.topLeft() + QPointF(18, 24), title);
    m_out.closeGroup();
  }

  void card(const std::string& id, const std::string& role, const std::string& title,
            const std::string& sub, const QRectF& box) {
    m_out.openPart(
        {.id = id, .classes = "node " + role, .title = title, .description = explained(title)});
    for (int i = 1; i <= 3; ++i)
      m_out.rect("shadow", box.translated(0, i), 12);
    m_out.rect("card", box, 12);
    const QRectF tile(box.left() + 12, box.center().y() - 17, 34, 34);
    m_out.rect("tile", tile, 9);
    m_out.openMovedGroup("", tile.topLeft() + QPointF(7.5, 7.5), 19.0 / 24);
    m_out.path("glyph", "M4 6H20V18H4ZM4 12H20M8 9H8.01M8 15H8.01");
    m_out.closeGroup();
    m_out.text("tt", {tile.right() + 10, box.center().y() - 3}, title);
    m_out.text("ts", {tile.right() + 10, box.center().y() + 15}, sub);
    m_out.closeGroup();
  }

  void store(const std::string& id, const std::string& title, const std::string& sub,
             const QRectF& box) {
    m_out.openPart(
        {.id = id, .classes = "node store", .title = title, .description = explained(title)});
    compiler::PathData body;
    const double r = box.width() / 2;
    body.move({box.left(), box.top() + 8}).arc(r, 8, false, true, {box.right(), box.top() + 8});
    body.line({box.right(), box.bottom() - 8});
    body.arc(r, 8, false, true, {box.left(), box.bottom() - 8}).close();
    m_out.path("body", body);
    m_out.ellipse("cap", {box.center().x(), box.top() + 8}, r, 8);
    m_out.text("tt mid", {box.center().x(), box.center().y() + 4}, title);
    m_out.text("ts mid", {box.center().x(), box.center().y() + 22}, sub);
    m_out.closeGroup();
  }

  /// A straight wire from `tail` to `head` with a label and a badge in its middle.
  void wire(const std::string& from, const std::string& to, const std::string& role, QPointF tail,
            QPointF head, const std::string& label = {}, int step = 0,
            const std::string& ground = {}) {
    m_out.openPart({.id = from + "--" + to,
                    .classes = "edge " + role,
                    .title = from + " to " + to,
                    .description = explained("what goes from " + from + " to " + to),
                    .from = from,
                    .to = to,
                    .step = step > 0 ? std::optional(step) : std::nullopt});
    const bool across = tail.y() == head.y();
    const QPointF back = across ? QPointF(head.x() > tail.x() ? -8 : 8, 0)
                                : QPointF(0, head.y() > tail.y() ? -8 : 8);
    const QPointF side = across ? QPointF(0, 4.2) : QPointF(4.2, 0);
    m_out.path("wire", compiler::PathData().move(tail).line(head + back));
    m_out.path("head",
               compiler::PathData().move(head).line(head + back + side).line(head + back - side));
    const QPointF middle = (tail + head) / 2;
    double left = middle.x();
    if (!label.empty()) {
      const double width = style::labelWidth(label, style::textStyle("te"));
      m_out.rect("chip " + ground, {middle.x() - width / 2 - 6, middle.y() - 10, width + 12, 20},
                 6);
      m_out.text("te mid", {middle.x(), middle.y() + 4}, label);
      left = middle.x() - width / 2 - 15;
    }
    if (step > 0) {
      m_out.circle("disc", {left, middle.y()}, 9);
      m_out.text("tb mid", {left, middle.y() + 3.8}, std::to_string(step));
    }
    m_out.closeGroup();
  }

  void legend(QPointF at) {
    m_out.openGroup("legend");
    m_out.openGroup("flow");
    m_out.line("wire", at, at + QPointF(26, 0));
    m_out.closeGroup();
    m_out.text("tx", at + QPointF(36, 4), "request / data flow");
    m_out.closeGroup();
  }

  [[nodiscard]] std::string finish(double width, double height) {
    std::vector<compiler::CssRule> rules;
    for (const style::StyleRule& rule : style::rules(style::ThemeName::Light))
      rules.push_back({rule.selector, style::cssDeclarations(rule.set)});
    return m_out.finish(width, height, rules);
  }

 private:
  compiler::SvgWriter m_out;
};

/// Five nodes, four edges and a group, 760 by 360 units:
///
///   user -1-> [ server -2-> model ]      "serving" is the group around server, model and features
///               |            ^
///               v        features
///              log
inline std::string sampleFigure() {
  FigureSketch sketch;
  sketch.lane("serving", "online", "ONLINE SERVING", {200, 30, 530, 210});
  sketch.wire("user", "server", "flow", {150, 110}, {220, 110}, {}, 1);
  sketch.wire("server", "model", "flow", {370, 110}, {540, 110}, "400 ads", 2, "online");
  sketch.wire("features", "model", "flow", {620, 170}, {620, 140}, {}, 0);
  sketch.wire("server", "log", "async", {295, 140}, {295, 290}, "log events", 0, "online");
  sketch.card("user", "actor", "User", "opens a page", {20, 80, 130, 60});
  sketch.card("server", "service", "Ad server", "fan-out", {220, 80, 150, 60});
  sketch.card("model", "model", "CTR model", "400 ads per call", {540, 80, 170, 60});
  sketch.store("features", "Feature store", "p99 5 ms", {540, 170, 160, 62});
  sketch.card("log", "queue", "Impressions", "keyed by id", {220, 290, 150, 60});
  sketch.legend({460, 330});
  return sketch.finish(760, 360);
}

/// A grid of cards in one lane, joined along its rows and columns.
inline std::string gridFigure(int columns, int rows) {
  FigureSketch sketch;
  const auto id = [](int column, int row) {
    return "n" + std::to_string(column) + "-" + std::to_string(row);
  };
  const auto box = [](int column, int row) {
    return QRectF(60 + column * 240, 90 + row * 130, 170, 64);
  };
  const std::vector<std::string> roles{"service", "process", "model", "data", "metric"};
  sketch.lane("all", "online", "EVERYTHING", {24, 24, columns * 240.0 + 10, rows * 130.0 + 50});
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column + 1 < columns; ++column)
      sketch.wire(id(column, row), id(column + 1, row), "flow",
                  {box(column, row).right(), box(column, row).center().y()},
                  {box(column + 1, row).left(), box(column, row).center().y()}, {},
                  row == 0 ? column + 1 : 0);
  for (int row = 0; row + 1 < rows; ++row)
    for (int column = 0; column < columns; ++column)
      sketch.wire(id(column, row), id(column, row + 1), "async",
                  {box(column, row).center().x(), box(column, row).bottom()},
                  {box(column, row).center().x(), box(column, row + 1).top()}, "fresh counts", 0,
                  "online");
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column)
      sketch.card(id(column, row), roles[static_cast<std::size_t>(row + column) % roles.size()],
                  "Candidate " + id(column, row), "targeting, caps", box(column, row));
  return sketch.finish(columns * 240.0 + 60, rows * 130.0 + 100);
}

}  // namespace phaseboard::test
