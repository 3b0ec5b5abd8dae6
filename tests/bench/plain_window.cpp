// SPDX-License-Identifier: Apache-2.0
// The floor that starting up is compared with: a Qt Widgets window with a menu, a toolbar, a list
// and a text, as plain as Qt makes them. Quits as soon as it is painted and idle.
#include <QApplication>
#include <QListWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QSplitter>
#include <QTextEdit>
#include <QTimer>
#include <QToolBar>

namespace {

/// Quits once the window was painted and nothing is waiting any more.
class QuitWhenSettled : public QObject {
 public:
  using QObject::QObject;

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::Paint)
      QTimer::singleShot(0, this, [] { QTimer::singleShot(0, qApp, &QApplication::quit); });
    return QObject::eventFilter(watched, event);
  }
};

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QMainWindow window;
  for (const char* title : {"File", "Edit", "View", "Help"})
    window.menuBar()->addMenu(QString::fromLatin1(title))->addAction(QStringLiteral("Action"));
  QToolBar* bar = window.addToolBar(QStringLiteral("Tools"));
  for (int button = 0; button < 8; ++button)
    bar->addAction(QStringLiteral("Button %1").arg(button));

  auto* splitter = new QSplitter(&window);
  auto* list = new QListWidget(splitter);
  for (int row = 0; row < 100; ++row)
    list->addItem(QStringLiteral("Row %1").arg(row));
  auto* text = new QTextEdit(splitter);
  text->setPlainText(
      QStringLiteral("A paragraph of plain text that fills a few lines. ").repeated(40));
  window.setCentralWidget(splitter);
  window.resize(1440, 900);

  QuitWhenSettled quitter;
  text->viewport()->installEventFilter(&quitter);
  window.show();
  return QApplication::exec();
}
