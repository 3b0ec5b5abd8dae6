// SPDX-License-Identifier: Apache-2.0
// Opening, panning, zooming and hovering of every figure of the pack in the diagram view.
// One of 200 parts, which no author would draw, is measured by itself.
//   scene_bench WIDTH HEIGHT [RUNS [FIGURE]]   RUNS times each figure or this one, in a view of
//   this size
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <QApplication>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QWindow>

#include "db/pack/pack_reader.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/fonts.h"
#include "tests/bench/must.h"
#include "tests/bench/samples.h"
#include "tests/support/sample_figure.h"
#include "ui/widgets/diagram_view.h"

namespace {

using phaseboard::DiagramId;
using phaseboard::bench::must;
using phaseboard::bench::Timing;
using phaseboard::db::PackReader;
using phaseboard::scene::Scene;
using phaseboard::ui::DiagramView;

constexpr int kThereAndBack = 40;  // frames of a movement

/// A figure as the view gets it: read from the pack each time, or made up.
struct Source {
  DiagramId id;
  std::function<std::shared_ptr<const Scene>()> open;
};

std::vector<DiagramId> figuresOf(const PackReader& pack) {
  std::vector<DiagramId> figures;
  for (const auto& question : pack.questions())
    for (const auto& figure : question.diagrams)
      figures.push_back(figure.id);
  must(!figures.empty(), "the pack has no figures");
  return figures;
}

Source sourceOf(const PackReader& pack, const DiagramId& figure) {
  return {figure, [&pack, figure] {
            const auto read = must(pack.diagram(figure));
            must(!read.drawing.empty(), "the pack was built without drawings");
            return std::make_shared<const Scene>(must(Scene::read(read.svg, read.drawing)));
          }};
}

/// 72 nodes, 127 edges and a group.
Source largeSource() {
  const std::string svg = phaseboard::test::gridFigure(9, 8);
  const std::string drawing = must(Scene::compile(svg));
  Source large{DiagramId("200 parts"), [svg, drawing] {
                 return std::make_shared<const Scene>(must(Scene::read(svg, drawing)));
               }};
  must(large.open()->items().size() == 200, "the large figure has 200 parts");
  return large;
}

/// All figures together, and the figure that is slowest by itself.
class Pooled {
 public:
  explicit Pooled(const std::string& name) : m_name(name), m_all(name) {}

  void add(const DiagramId& figure, const Timing& times) {
    m_all.add(times);
    if (times.wall.at(0.5) > m_slowest) {
      m_slowest = times.wall.at(0.5);
      m_slowestFigure = figure.value();
    }
  }
  void print() const {
    m_all.print();
    std::printf("  slowest: %s, p50 %.2f ms\n", m_slowestFigure.c_str(), m_slowest);
  }

 private:
  std::string m_name;
  Timing m_all;
  double m_slowest = 0;
  std::string m_slowestFigure;
};

/// One view in which figure after figure is opened and moved.
class Bench {
 public:
  Bench(const std::string& what, QSize size, int runs)
      : m_runs(runs),
        m_label(what + " " + std::to_string(size.width()) + "x" + std::to_string(size.height())) {
    m_view.resize(size);
    m_view.show();
    while (!m_view.windowHandle()->isExposed())
      QCoreApplication::processEvents();
    must(m_view.size() == size, "the display is too small");
  }

  void run(const Source& source) {
    open(source);
    pan(source.id);
    zoom(source.id);
    hover(source.id);
  }

  void print() const {
    for (const Pooled* pooled : {&m_open, &m_pan, &m_gesture, &m_crisp, &m_hover})
      pooled->print();
  }

 private:
  void open(const Source& source) {
    Timing times("");
    for (int i = 0; i < m_runs; ++i) {
      m_view.setScene(nullptr);
      frame();
      times.measure([&] {
        m_view.setScene(source.open());
        m_view.repaint();
      });
    }
    m_open.add(source.id, times);
  }

  void pan(const DiagramId& figure) {
    const QPointF begin(m_view.width() / 2.0, m_view.height() / 2.0);
    m_view.setViewport({false, m_view.scale() * 1.6, m_view.scene()->bounds().center()});
    frame();
    press(QEvent::MouseButtonPress, QPointF(3, 3), Qt::LeftButton);
    Timing times("");
    for (int i = 0; i < m_runs; ++i) {
      const int step = i % kThereAndBack;
      const int there = std::min(step, kThereAndBack - step);
      move(begin + QPointF(9.0 * there, 5.0 * there), Qt::LeftButton);
      times.measure([&] { m_view.repaint(); });
      QCoreApplication::processEvents();
    }
    press(QEvent::MouseButtonRelease, begin, Qt::NoButton);
    m_pan.add(figure, times);
  }

  void zoom(const DiagramId& figure) {
    m_view.setViewport({});
    frame();
    Timing gesture("");
    for (int i = 0; i < m_runs; ++i) {
      const QPointF here(m_view.width() / 2.0, m_view.height() / 2.0);
      const double by = i % kThereAndBack < kThereAndBack / 2 ? 0.03 : -0.029;
      QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2,
                                here, here, here, by, {});
      gesture.measure([&] {
        QCoreApplication::sendEvent(&m_view, &event);
        m_view.repaint();
      });
    }
    m_gesture.add(figure, gesture);
    Timing crisp("");
    for (int i = 0; i < m_runs; ++i) {
      m_view.setViewport({false, 0.8 + 0.004 * i, m_view.scene()->bounds().center()});
      crisp.measure([&] { m_view.repaint(); });
      QCoreApplication::processEvents();
    }
    m_crisp.add(figure, crisp);
  }

  void hover(const DiagramId& figure) {
    m_view.setViewport({});
    frame();
    Timing times("");
    const auto& items = m_view.scene()->items();
    for (int i = 0; i < m_runs; ++i) {
      const auto& item = items[static_cast<std::size_t>(i) % items.size()];
      times.measure([&] {
        move(m_view.toWidget().map(item.box.center()), Qt::NoButton);
        QCoreApplication::sendPostedEvents();
      });
      // Nobody points at the next part before the last one is on the screen, which takes the
      // display server about a millisecond.
      QGuiApplication::sync();
    }
    m_hover.add(figure, times);
  }

  void frame() {
    m_view.repaint();
    do
      QCoreApplication::processEvents();
    while (m_view.isAnimating());
  }
  void move(QPointF position, Qt::MouseButtons held) {
    QMouseEvent event(QEvent::MouseMove, position, m_view.mapToGlobal(position), Qt::NoButton, held,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&m_view, &event);
  }
  void press(QEvent::Type type, QPointF position, Qt::MouseButtons held) {
    QMouseEvent event(type, position, m_view.mapToGlobal(position), Qt::LeftButton, held,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&m_view, &event);
  }

  int m_runs;
  std::string m_label;
  DiagramView m_view;
  Pooled m_open{"open to painted" + m_label};
  Pooled m_pan{"pan frame" + m_label};
  Pooled m_gesture{"zoom frame" + m_label};
  Pooled m_crisp{"frame painted whole at a new scale" + m_label};
  Pooled m_hover{"hover repaint" + m_label};
};

}  // namespace

int main(int argc, char** argv) {
  must(argc > 2, "usage: scene_bench WIDTH HEIGHT [RUNS [FIGURE]]");
  const QApplication application(argc, argv);
  phaseboard::style::registerFonts();
  const auto pack = must(PackReader::open(PHASEBOARD_PACK));
  const std::vector<DiagramId> figures = figuresOf(*pack);
  const QSize size(std::atoi(argv[1]), std::atoi(argv[2]));
  const int runs = argc > 3 ? std::atoi(argv[3]) : 20;
  if (argc > 4) {
    Bench bench("", size, runs);
    bench.run(sourceOf(*pack, DiagramId(argv[4])));
    bench.print();
    return 0;
  }
  {
    Bench bench("", size, runs);
    for (const DiagramId& figure : figures)
      bench.run(sourceOf(*pack, figure));
    std::printf("%zu figures\n", figures.size());
    bench.print();
  }
  Bench large(" 200 parts", size, 10 * runs);
  large.run(largeSource());
  large.print();
  return 0;
}
