// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/open_window.h"

#include <QApplication>
#include <QEvent>
#include <QTest>

#include "tests/bench/must.h"
#include "ui/bridge/text.h"

namespace phaseboard::bench {

EventPump::EventPump() {
  qApp->installEventFilter(this);
}

bool EventPump::eventFilter(QObject* watched, QEvent* event) {
  ++m_delivered;
  if (event->type() == QEvent::Paint)
    ++m_paints[watched];
  return QObject::eventFilter(watched, event);
}

bool EventPump::pass() {
  m_delivered = 0;
  QCoreApplication::sendPostedEvents();
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  QCoreApplication::processEvents();
  return m_delivered > 0;
}

void EventPump::drain() {
  while (pass()) {
  }
}

bool EventPump::drainUntilPainted(const QWidget* widget) {
  while (m_paints[widget] == 0)
    if (!pass())
      return m_paints[widget] > 0;
  return true;
}

int EventPump::takePaints(const QWidget* widget) {
  const int paints = m_paints[widget];
  m_paints.clear();
  return paints;
}

OpenWindow::OpenWindow(const std::filesystem::path& notebook, const char* now)
    : clock(now),
      pack(must(db::PackReader::open(PHASEBOARD_PACK))),
      store(must(db::SqliteNotebookStore::open({notebook}, chance))),
      desk(*store, clock, chance),
      annotationStore(*store),
      annotations(*store, annotationStore, clock, chance),
      boardStore(*store),
      boards(*store, boardStore, clock, chance),
      mockStore(*store),
      mocks(*store, boardStore, mockStore, clock, chance),
      textIndex(must(db::SqliteTextIndex::open({PHASEBOARD_PACK}, notebook))),
      session(*pack, *store, desk, clock),
      memory(ui::toQt(notebook.string() + ".ini")),
      thumbnails(*pack),
      window((session.setAnnotations(annotations), session.setTextIndex(*textIndex),
              session.setBoards(boards), session.setMocks(mocks),
              ui::MainWindow::applyLookOf(session.settings()),
              ui::ScreenContext{session, memory, thumbnails})) {}

void OpenWindow::show() {
  window.resize(1440, 900);
  window.openLastPlace();
  window.show();
  window.activateWindow();
  must(QTest::qWaitForWindowActive(&window), "the window gets no keys from this display");
  pump.drain();
}

}  // namespace phaseboard::bench
