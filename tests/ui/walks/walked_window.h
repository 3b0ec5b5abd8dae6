// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QTest>

#include "db/exchange/file_exchange.h"
#include "tests/support/shipped_session.h"
#include "tests/support/temporary_folder.h"
#include "ui/bridge/text.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_memory.h"
#include "ui/study/note_view.h"
#include "ui/study/page_view.h"
#include "ui/widgets/motion.h"

namespace phaseboard::ui {

/// The real window on the shipped pack, for those who walk through it without a pointer.
struct WalkedWindow {
  WalkedWindow() {
    setMotionReduced(*qApp, true);
    window.setExchange(door());
    window.resize(1440, 900);
    window.show();
    QApplication::setActiveWindow(&window);
  }

  [[nodiscard]] ExchangeDoor door() { return {files, *opened.store, opened.chance}; }

  /// Shows a place and lets everything on it come to rest.
  void go(const Place& place) {
    window.goTo(place);
    settle();
  }
  void settle() {
    for (auto* note : window.findChildren<PageView*>())
      if (note->isVisible())
        note->finish();
    for (int round = 0; round < 3; ++round)
      QApplication::processEvents();
  }
  void command(const QString& name) {
    auto* action = window.findChild<QAction*>(name);
    ASSERT_NE(action, nullptr) << fromQt(name);
    action->trigger();
    settle();
  }
  [[nodiscard]] static Place study() {
    Place place{.screen = ScreenName::Study, .question = test::kShippedQuestion};
    place.phase = PhaseId("serve");
    return place;
  }

  test::TemporaryFolder folder;
  test::ShippedSession opened{folder / "notebook.db"};
  db::FileExchange files{{folder / "notebook.db", {test::inBuild("resources/mlsd.pack")}, nullptr}};
  WindowMemory memory{toQt((folder / "window.ini").string())};
  ThumbnailStore thumbnails{*opened.pack};
  MainWindow window{{opened.session, memory, thumbnails}};
};

/// What a widget is, for messages.
inline std::string describeWidget(const QWidget* widget) {
  if (widget == nullptr)
    return "nothing";
  return std::string(widget->metaObject()->className()) + " \"" +
         fromQt(widget->accessibleName().left(60)) + "\" " + fromQt(widget->objectName());
}

}  // namespace phaseboard::ui
