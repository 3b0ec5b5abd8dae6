// SPDX-License-Identifier: Apache-2.0
// The floor that starting up is compared with: a Qt Widgets window with a menu, a toolbar, a list
// and a text, as plain as Qt makes them. Watched by the same watch as the program.
#include <QApplication>
#include <QListWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QSplitter>
#include <QTextEdit>
#include <QToolBar>

#include "ui/desktop/settled_watch.h"

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  phaseboard::ui::SettledWatch::watchIfWanted(&application);
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
  window.show();
  return QApplication::exec();
}
