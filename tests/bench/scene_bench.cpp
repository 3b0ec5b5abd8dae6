// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>
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

#include "diagrams/compiler/figure_compiler.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/fonts.h"
#include "ui/widgets/diagram_view.h"

/// Reading, painting, panning, zooming and hovering of figures, with QSvgRenderer beside it in the
/// same run. Prints p50 and p99 of the wall clock and p50 of the thread's own time, milliseconds.
namespace {

using phaseboard::DiagramId;
using phaseboard::scene::Scene;
using phaseboard::style::ThemeName;
using phaseboard::ui::DiagramView;
using ScenePtr = std::shared_ptr<const Scene>;

double ownMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double at(std::vector<double>& values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

/// Times `frame(i)` after `before(i)`, which is not timed.
void measure(const std::string& name, int runs, const std::function<void(int)>& before,
             const std::function<void(int)>& frame) {
  std::vector<double> wall;
  std::vector<double> own;
  for (int i = 0; i < runs; ++i) {
    before(i);
    const auto start = std::chrono::steady_clock::now();
    const double ownStart = ownMilliseconds();
    frame(i);
    own.push_back(ownMilliseconds() - ownStart);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    wall.push_back(took.count());
  }
  std::printf("  %-34s p50 %7.2f  p99 %7.2f  own p50 %7.2f  own p99 %7.2f\n", name.c_str(),
              at(wall, 0.5), at(wall, 0.99), at(own, 0.5), at(own, 0.99));
}

std::string compiled(const std::string& name) {
  std::ifstream in(PHASEBOARD_FIGURES "/" + name + ".dot", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  const auto result = phaseboard::compiler::SvgFigureCompiler().compile(
      {DiagramId("q/" + name), name + ".dot", text.str()}, {});
  return result.figure ? result.figure->svg : std::string();
}

ScenePtr read(const std::string& svg) {
  auto scene = Scene::read(svg);
  return scene ? std::make_shared<const Scene>(std::move(*scene)) : nullptr;
}

void nothing(int /*run*/) {}

void paintWhole(const ScenePtr& scene, const std::string& svg, QSize size, int runs) {
  const std::string label = std::to_string(size.width()) + " wide";
  QImage image(size, QImage::Format_RGB32);
  const double scale =
      std::min(size.width() / scene->size().width(), size.height() / scene->size().height());
  measure("scene whole, " + label, runs, nothing, [&](int) {
    QPainter painter(&image);
    painter.scale(scale, scale);
    scene->paint(painter, ThemeName::Light, {});
  });
  QSvgRenderer renderer(QByteArray::fromStdString(svg));
  measure("QSvgRenderer whole, " + label, runs, nothing, [&](int) {
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(QPointF(), scene->size() * scale));
  });
}

void moveTo(DiagramView& view, QPointF position, Qt::MouseButtons held) {
  QMouseEvent event(QEvent::MouseMove, position, view.mapToGlobal(position), Qt::NoButton, held,
                    Qt::NoModifier);
  QCoreApplication::sendEvent(&view, &event);
}

void pan(DiagramView& view, int runs) {
  const QPointF begin(view.width() / 2.0, view.height() / 2.0);
  view.setViewport({false, view.scale() * 1.6, view.scene()->bounds().center()});
  view.repaint();
  QMouseEvent press(QEvent::MouseButtonPress, QPointF(3, 3), view.mapToGlobal(QPointF(3, 3)),
                    Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&view, &press);
  measure(
      "pan frame", runs,
      [&](int i) {
        const int there = i % 40 < 20 ? i % 20 : 20 - i % 20;
        moveTo(view, begin + QPointF(9.0 * there, 5.0 * there), Qt::LeftButton);
      },
      [&](int) { view.repaint(); });
  QMouseEvent release(QEvent::MouseButtonRelease, begin, view.mapToGlobal(begin), Qt::LeftButton,
                      Qt::NoButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&view, &release);
}

void zoom(DiagramView& view, int runs) {
  view.setViewport({});
  view.repaint();
  measure(
      "zoom frame, gesture", runs,
      [&](int i) {
        const QPointF here(view.width() / 2.0, view.height() / 2.0);
        QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(),
                                  2, here, here, here, i % 40 < 20 ? 0.03 : -0.029, {});
        QCoreApplication::sendEvent(&view, &event);
      },
      [&](int) { view.repaint(); });
  measure(
      "zoom frame, crisp at a new scale", runs,
      [&](int i) {
        view.setViewport({false, 0.8 + 0.004 * i, view.scene()->bounds().center()});
      },
      [&](int) { view.repaint(); });
}

void hover(DiagramView& view, int runs) {
  view.setViewport({});
  view.repaint();
  const auto& items = view.scene()->items();
  measure(
      "hover repaint", runs,
      [&](int i) {
        const auto& item = items[static_cast<std::size_t>(i) % items.size()];
        moveTo(view, view.toWidget().map(item.box.center()), Qt::NoButton);
      },
      [&](int) { view.repaint(); });
  measure("hit test", runs, nothing,
          [&](int i) { view.scene()->partAt(QPointF(i * 3.1, i * 1.7)); });
}

void showFigure(const std::string& name, int runs) {
  const std::string svg = compiled(name);
  const ScenePtr scene = read(svg);
  if (!scene) {
    std::printf("%s: cannot be compiled\n", name.c_str());
    return;
  }
  std::printf("%s: %zu KB, %zu parts\n", name.c_str(), svg.size() / 1024, scene->items().size());
  measure("read", runs, nothing, [&](int) { read(svg); });
  measure("QSvgRenderer parse", runs, nothing,
          [&](int) { QSvgRenderer renderer(QByteArray::fromStdString(svg)); });
  for (const QSize size : {QSize(1440, 900), QSize(3840, 2160)}) {
    paintWhole(scene, svg, size, runs / 2);
    std::printf(" view of %d x %d\n", size.width(), size.height());
    DiagramView view;
    view.resize(size);
    view.show();
    while (!view.windowHandle()->isExposed())
      QCoreApplication::processEvents();
    measure(
        "open to painted", runs / 2, [&](int) { view.setScene(nullptr); },
        [&](int) {
          view.setScene(read(svg));
          view.repaint();
        });
    pan(view, runs);
    zoom(view, runs);
    hover(view, runs);
  }
}

}  // namespace

int main(int argc, char** argv) {
  setenv("QT_QPA_PLATFORM", "offscreen", 0);
  const QApplication application(argc, argv);
  phaseboard::style::registerFonts();
  const int runs = argc > 1 ? std::max(10, std::atoi(argv[1])) : 200;
  for (const char* name : {"ads-serving", "learning-loop", "two-tower"})
    showFigure(name, runs);
  return 0;
}
