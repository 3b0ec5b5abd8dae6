// SPDX-License-Identifier: Apache-2.0
// Every figure of the pack opened and painted at 1440 x 900 by the diagram view and, by turns in
// the same run, by QSvgWidget and by a QGraphicsSvgItem in a QGraphicsView; and drawn by
// rsvg-convert.
//   beside_bench [RUNS]
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <sys/resource.h>

#include <QApplication>
#include <QFile>
#include <QGraphicsScene>
#include <QGraphicsSvgItem>
#include <QGraphicsView>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QSvgWidget>
#include <QTemporaryDir>
#include <QWindow>

#include "db/pack/pack_reader.h"
#include "diagrams/scene/scene.h"
#include "diagrams/style/fonts.h"
#include "tests/bench/must.h"
#include "tests/bench/samples.h"
#include "ui/widgets/diagram_view.h"

namespace {

using namespace phaseboard;
using bench::must;
using bench::Timing;
using scene::Scene;

constexpr QSize kSize(1440, 900);

template <class Widget>
void expose(Widget& widget) {
  widget.resize(kSize);
  widget.show();
  while (!widget.windowHandle()->isExposed())
    QCoreApplication::processEvents();
}

/// What the three widgets took for all figures.
class Widgets {
 public:
  Widgets() {
    m_graphics.setScene(&m_canvas);
    m_graphics.setRenderHint(QPainter::Antialiasing);
    m_graphics.setFrameShape(QFrame::NoFrame);
    expose(m_view);
    expose(m_svg);
    expose(m_graphics);
  }

  void run(const content::Diagram& figure) {
    const QByteArray svg = QByteArray::fromStdString(figure.svg);
    m_view.setScene(nullptr);
    m_view.repaint();
    m_openView.measure([&] {
      m_view.setScene(std::make_shared<const Scene>(must(Scene::read(figure.svg, figure.drawing))));
      m_view.repaint();
    });
    const double scale = m_view.scale();
    m_openSvg.measure([&] {
      m_svg.load(svg);
      m_svg.renderer()->setAspectRatioMode(Qt::KeepAspectRatio);
      m_svg.repaint();
    });
    m_openItem.measure([&] {
      m_canvas.clear();
      m_renderer = std::make_unique<QSvgRenderer>(svg);
      auto* item = new QGraphicsSvgItem;
      item->setSharedRenderer(m_renderer.get());
      item->setCacheMode(QGraphicsItem::NoCache);
      m_canvas.addItem(item);
      m_canvas.setSceneRect(item->boundingRect());
      m_graphics.setTransform(QTransform::fromScale(scale, scale));
      m_graphics.viewport()->repaint();
    });
    again(scale);
  }

  void print() const {
    for (const Timing* timing :
         {&m_openView, &m_openSvg, &m_openItem, &m_paintView, &m_paintSvg, &m_paintItem})
      timing->print();
  }

 private:
  /// Painted whole at a scale that was not seen before, as after each zoom.
  void again(double scale) {
    static int count = 0;
    const double other = scale * (1 - 0.0007 * (++count % 90 + 1));
    m_view.setViewport({false, other, m_view.scene()->bounds().center()});
    m_paintView.measure([&] { m_view.repaint(); });
    m_paintSvg.measure([&] { m_svg.repaint(); });
    m_graphics.setTransform(QTransform::fromScale(other, other));
    m_paintItem.measure([&] { m_graphics.viewport()->repaint(); });
  }

  ui::DiagramView m_view;
  QSvgWidget m_svg;
  QGraphicsView m_graphics;
  QGraphicsScene m_canvas;
  std::unique_ptr<QSvgRenderer> m_renderer;
  Timing m_openView{"DiagramView, open"};
  Timing m_openSvg{"QSvgWidget, open"};
  Timing m_openItem{"QGraphicsSvgItem, open"};
  Timing m_paintView{"DiagramView, paint whole"};
  Timing m_paintSvg{"QSvgWidget, paint whole"};
  Timing m_paintItem{"QGraphicsSvgItem, paint whole"};
};

double childMilliseconds() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  const auto of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  return of(usage.ru_utime) + of(usage.ru_stime);
}

/// Processor time of one `rsvg-convert` at 1440 pixels.
double convert(const QString& program, const QString& file) {
  const double before = childMilliseconds();
  QProcess process;
  process.start(program, {QStringLiteral("-w"), QString::number(kSize.width()),
                          QStringLiteral("-o"), file + QStringLiteral(".png"), file});
  must(process.waitForFinished() && process.exitCode() == 0, "rsvg-convert failed");
  return childMilliseconds() - before;
}

/// rsvg-convert without what it takes for a blank page of the same size, beside our own drawing of
/// the same picture.
void besideConverter(const std::vector<content::Diagram>& figures) {
  const QString program = QStandardPaths::findExecutable(QStringLiteral("rsvg-convert"));
  if (program.isEmpty())
    return;
  const QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("figure.svg"));
  const auto write = [&](const QByteArray& bytes) {
    QFile out(file);
    must(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size(), "cannot write");
  };
  bench::Samples theirs("rsvg-convert, drawing only, own time");
  Timing ours("scene, read from SVG and drawn");
  for (const content::Diagram& figure : figures) {
    write("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " +
          QByteArray::number(figure.width) + ' ' + QByteArray::number(figure.height) + "\"/>");
    const double blank = convert(program, file);
    write(QByteArray::fromStdString(figure.svg));
    theirs.add(convert(program, file) - blank);
    ours.measure([&] {
      const Scene scene = must(Scene::read(figure.svg));
      const double scale = kSize.width() / scene.size().width();
      QImage image((scene.size() * scale).toSize(), QImage::Format_RGB32);
      QPainter painter(&image);
      painter.scale(scale, scale);
      scene.paint(painter, style::ThemeName::Light, {});
    });
  }
  theirs.print();
  ours.print();
}

}  // namespace

int main(int argc, char** argv) {
  const QApplication application(argc, argv);
  style::registerFonts();
  const int runs = argc > 1 ? std::atoi(argv[1]) : 3;
  const auto pack = must(db::PackReader::open(PHASEBOARD_PACK));
  std::vector<content::Diagram> figures;
  for (const ports::QuestionCard& question : pack->questions())
    for (const ports::DiagramCard& figure : question.diagrams)
      figures.push_back(must(pack->diagram(figure.id)));
  std::printf("%zu figures\n", figures.size());
  Widgets widgets;
  for (int run = 0; run < runs; ++run)
    for (const content::Diagram& figure : figures)
      widgets.run(figure);
  widgets.print();
  besideConverter(figures);
  return 0;
}
