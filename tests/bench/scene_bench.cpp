// SPDX-License-Identifier: Apache-2.0
// Opening, panning, zooming and hovering of every figure of the pack in the diagram view.
//   scene_bench WIDTH HEIGHT [RUNS]   the view at this size; RUNS times each figure
//   scene_bench beside-qt             reading and painting whole, with QSvgRenderer by turns
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <QApplication>
#include <QImage>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QSvgRenderer>
#include <QWindow>

#include "db/pack/pack_reader.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/fonts.h"
#include "tests/bench/must.h"
#include "tests/bench/samples.h"
#include "ui/widgets/diagram_view.h"

namespace {

using phaseboard::DiagramId;
using phaseboard::bench::must;
using phaseboard::bench::Timing;
using phaseboard::db::PackReader;
using phaseboard::scene::Scene;
using phaseboard::style::ThemeName;
using phaseboard::ui::DiagramView;

constexpr int kThereAndBack = 40;  // frames of a movement

std::vector<DiagramId> figuresOf(const PackReader& pack) {
  std::vector<DiagramId> figures;
  for (const auto& question : pack.questions())
    for (const auto& figure : question.diagrams)
      figures.push_back(figure.id);
  must(!figures.empty(), "the pack has no figures");
  return figures;
}

std::shared_ptr<const Scene> read(const PackReader& pack, const DiagramId& figure) {
  return std::make_shared<const Scene>(must(Scene::read(must(pack.diagram(figure)).svg)));
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
  Bench(const PackReader& pack, QSize size, int runs)
      : m_pack(pack),
        m_runs(runs),
        m_label(" " + std::to_string(size.width()) + "x" + std::to_string(size.height())) {
    m_view.resize(size);
    m_view.show();
    while (!m_view.windowHandle()->isExposed())
      QCoreApplication::processEvents();
    must(m_view.size() == size, "the display is too small");
  }

  void run(const DiagramId& figure) {
    open(figure);
    pan(figure);
    zoom(figure);
    hover(figure);
  }

  void print() const {
    for (const Pooled* pooled : {&m_open, &m_pan, &m_gesture, &m_crisp, &m_hover})
      pooled->print();
  }

 private:
  void open(const DiagramId& figure) {
    Timing times("");
    for (int i = 0; i < m_runs; ++i) {
      m_view.setScene(nullptr);
      frame();
      times.measure([&] {
        m_view.setScene(read(m_pack, figure));
        m_view.repaint();
      });
    }
    m_open.add(figure, times);
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
        m_view.repaint();
      });
    }
    m_hover.add(figure, times);
  }

  void frame() {
    m_view.repaint();
    QCoreApplication::processEvents();
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

  const PackReader& m_pack;
  int m_runs;
  std::string m_label;
  DiagramView m_view;
  Pooled m_open{"open to painted" + m_label};
  Pooled m_pan{"pan frame" + m_label};
  Pooled m_gesture{"zoom frame" + m_label};
  Pooled m_crisp{"frame painted whole at a new scale" + m_label};
  Pooled m_hover{"hover frame" + m_label};
};

void paintBesideQt(const PackReader& pack, const std::vector<DiagramId>& figures) {
  constexpr QSize kSize(1440, 900);
  constexpr int kRuns = 5;
  QImage image(kSize, QImage::Format_RGB32);
  Timing sceneRead("scene, read");
  Timing qtRead("QSvgRenderer, read");
  Timing scenePaint("scene, paint whole");
  Timing qtPaint("QSvgRenderer, paint whole");
  for (const DiagramId& figure : figures) {
    const std::string svg = must(pack.diagram(figure)).svg;
    for (int run = 0; run < kRuns; ++run) {
      std::unique_ptr<Scene> scene;
      QSvgRenderer renderer;
      sceneRead.measure([&] { scene = std::make_unique<Scene>(must(Scene::read(svg))); });
      qtRead.measure([&] { renderer.load(QByteArray::fromStdString(svg)); });
      const QSizeF size = scene->size().scaled(kSize, Qt::KeepAspectRatio);
      scenePaint.measure([&] {
        QPainter painter(&image);
        painter.scale(size.width() / scene->size().width(), size.height() / scene->size().height());
        scene->paint(painter, ThemeName::Light, {});
      });
      qtPaint.measure([&] {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(QPointF(), size));
      });
    }
  }
  for (const Timing* times : {&sceneRead, &qtRead, &scenePaint, &qtPaint})
    times->print();
}

}  // namespace

int main(int argc, char** argv) {
  must(argc > 1, "usage: scene_bench WIDTH HEIGHT [RUNS] | beside-qt");
  const QApplication application(argc, argv);
  phaseboard::style::registerFonts();
  const auto pack = must(PackReader::open(PHASEBOARD_PACK));
  const std::vector<DiagramId> figures = figuresOf(*pack);
  if (argc == 2) {
    paintBesideQt(*pack, figures);
    return 0;
  }
  const int runs = argc > 3 ? std::atoi(argv[3]) : 20;
  Bench bench(*pack, QSize(std::atoi(argv[1]), std::atoi(argv[2])), runs);
  for (const DiagramId& figure : figures)
    bench.run(figure);
  std::printf("%zu figures\n", figures.size());
  bench.print();
  return 0;
}
