// SPDX-License-Identifier: Apache-2.0
// Frames of a whiteboard with 200 parts, and the comparison of figures with 40 parts.
//   board_bench WIDTH HEIGHT [RUNS]
#include <cmath>
#include <cstdlib>
#include <string>

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include "app/board/arranging.h"
#include "app/board/board_graph.h"
#include "app/board/drawing.h"
#include "app/graphs/graph_difference.h"
#include "diagrams/style/fonts.h"
#include "tests/bench/must.h"
#include "tests/bench/samples.h"
#include "ui/board/board_canvas.h"

namespace {

namespace board = phaseboard::board;
using phaseboard::bench::must;
using phaseboard::bench::Timing;
using phaseboard::ui::BoardCanvas;

constexpr int kParts = 200;
constexpr int kFrames = 60;

void send(BoardCanvas& canvas, QEvent::Type type, QPointF at, Qt::MouseButton button) {
  QMouseEvent event(type, at, at, button,
                    type == QEvent::MouseButtonRelease ? Qt::NoButton : button, {});
  QApplication::sendEvent(&canvas, &event);
}

/// 200 parts in groups of ten with about 250 labelled edges.
void fill(BoardCanvas& canvas) {
  const auto draw = [&canvas](const board::Edit& edit) { (void)canvas.draw(edit); };
  for (int i = 0; i < kParts; ++i)
    draw(board::placePart(canvas.document(), "Part number " + std::to_string(i),
                          board::kPartKinds[static_cast<std::size_t>(i) % 12],
                          {i % 20 * 240.0, i / 20 * 150.0}, canvas.partExtent()));
  for (int i = 1; i < kParts; ++i) {
    const board::ElementId id = canvas.document().nextId();
    draw(board::connectParts(canvas.document(), board::ElementId{i}, board::ElementId{i + 1}));
    if (i % 5 == 0)
      draw(board::relabel(canvas.document(), id, "label " + std::to_string(i)));
    if (i % 4 == 0 && i > 20)
      draw(board::connectParts(canvas.document(), board::ElementId{i - 20},
                               board::ElementId{i + 1}));
  }
  for (int i = 1; i + 4 < kParts; i += 20)
    draw(board::groupSelection(canvas.document(), {board::ElementId{i}, board::ElementId{i + 4}},
                               "Group"));
}

/// One frame: what the event changed, and its painting.
template <class Change>
void frame(Timing& timing, BoardCanvas& canvas, const Change& change) {
  timing.measure([&] {
    change();
    canvas.repaint();
  });
}

void settle(BoardCanvas& canvas) {
  for (int i = 0; i < 40; ++i)
    canvas.repaint();
}

void drawAndMove(BoardCanvas& canvas, int runs) {
  Timing pan("board pan");
  Timing move("board move a part");
  Timing ink("board draw ink");
  Timing zoom("board zoom");
  Timing place("board place a part");
  for (int run = 0; run < runs; ++run) {
    canvas.actualSize();
    settle(canvas);
    send(canvas, QEvent::MouseButtonPress, {400, 300}, Qt::MiddleButton);
    for (int i = 0; i < kFrames; ++i)
      frame(pan, canvas, [&] {
        send(canvas, QEvent::MouseMove, {400 - 14.0 * i, 300 - 5.0 * i}, Qt::MiddleButton);
      });
    send(canvas, QEvent::MouseButtonRelease, {0, 0}, Qt::MiddleButton);
    canvas.fit();
    settle(canvas);
    const auto* part = canvas.document().find<board::Part>(board::ElementId{90});
    const QPointF middle =
        canvas.toWidget().map(QPointF(part->box.centre().x, part->box.centre().y));
    send(canvas, QEvent::MouseButtonPress, middle, Qt::LeftButton);
    for (int i = 1; i <= kFrames; ++i)
      frame(move, canvas, [&] {
        send(canvas, QEvent::MouseMove, middle + QPointF(3.0 * i, 2.0 * i), Qt::LeftButton);
      });
    send(canvas, QEvent::MouseButtonRelease, middle + QPointF(180, 120), Qt::LeftButton);
    canvas.setTool(BoardCanvas::Tool::Ink);
    send(canvas, QEvent::MouseButtonPress, {100, 100}, Qt::LeftButton);
    for (int i = 1; i <= kFrames; ++i)
      frame(ink, canvas, [&] {
        send(canvas, QEvent::MouseMove, {100 + 8.0 * i, 200 + 80 * std::sin(i / 4.0)},
             Qt::LeftButton);
      });
    send(canvas, QEvent::MouseButtonRelease, {580, 200}, Qt::LeftButton);
    canvas.setTool(BoardCanvas::Tool::Select);
    canvas.fit();
    settle(canvas);
    for (int i = 0; i < kFrames; ++i)
      frame(zoom, canvas, [&] {
        QWheelEvent wheel({500, 400}, {500, 400}, {}, {0, i < kFrames / 2 ? 30 : -30}, {}, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas, &wheel);
      });
    settle(canvas);
    for (int i = 0; i < 10; ++i)
      frame(place, canvas, [&] {
        (void)canvas.draw(board::placePart(canvas.document(), "New " + std::to_string(i),
                                           board::PartKind::Store, {i * 170.0, -300},
                                           canvas.partExtent()));
      });
    for (int i = 0; i < 12; ++i)
      canvas.undo();
  }
  for (const Timing* timing : {&pan, &move, &ink, &zoom, &place})
    timing->print();
}

phaseboard::graphs::FigureGraph figureOf(int parts, bool isDrawn) {
  phaseboard::graphs::FigureGraph graph;
  for (int i = 0; i < parts; ++i) {
    phaseboard::graphs::GraphNode node;
    node.id = phaseboard::PartId((isDrawn ? "drawn" : "part") + std::to_string(i));
    node.role = "process";
    const int name = isDrawn ? parts - 1 - i : i;
    node.title = "Stage " + std::string(1, static_cast<char>('a' + name % 26)) + " ranking model " +
                 (name % 3 == 0 ? "for users" : "for items");
    node.synonyms = {"Scoring " + std::to_string(name), "Another name " + std::to_string(name)};
    graph.nodes.push_back(node);
  }
  for (int i = 0; i + 1 < parts; ++i)
    for (const int to : {i + 1, (i * 7 + 3) % parts})
      if (to != i)
        graph.edges.push_back({phaseboard::PartId("e" + std::to_string(graph.edges.size())),
                               static_cast<std::size_t>(i), static_cast<std::size_t>(to), ""});
  return graph;
}

void compare(int runs) {
  Timing timing("compare 40 parts");
  const auto reference = figureOf(40, false);
  const auto drawn = figureOf(40, true);
  for (int run = 0; run < runs * 5; ++run)
    timing.measure([&] { (void)phaseboard::graphs::compareGraphs(reference, drawn); });
  timing.print();
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  must(argc >= 3, "board_bench WIDTH HEIGHT [RUNS]");
  must(phaseboard::style::registerFonts(), "a face could not be loaded");
  const int runs = argc > 3 ? std::atoi(argv[3]) : 5;
  compare(runs);
  BoardCanvas canvas;
  canvas.resize(std::atoi(argv[1]), std::atoi(argv[2]));
  canvas.setBoard({}, nullptr);
  canvas.show();
  QApplication::processEvents();
  fill(canvas);
  Timing tidy("tidy 200 parts");
  for (int run = 0; run < runs; ++run)
    tidy.measure([&] { (void)board::tidy(canvas.document()); });
  tidy.print();
  drawAndMove(canvas, runs);
  return 0;
}
