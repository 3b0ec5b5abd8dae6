// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>

#include <QObject>
#include <QWidget>

#include "app/ops/annotation_operations.h"
#include "app/ops/board_operations.h"
#include "app/ops/desk.h"
#include "app/ops/mock_operations.h"
#include "db/notebook/sqlite_annotation_store.h"
#include "db/notebook/sqlite_board_store.h"
#include "db/notebook/sqlite_mock_store.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "db/pack/pack_reader.h"
#include "db/search/text_index.h"
#include "tests/support/fake_clock.h"
#include "ui/bridge/session.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_memory.h"

namespace phaseboard::bench {

/// Runs the event loop by hand and counts what it delivers.
class EventPump : public QObject {
 public:
  EventPump();

  /// Delivers everything that waits, with what follows from it, until a pass delivers nothing.
  void drain();

  /// The same, but only until `widget` was painted. False when all is delivered and it was not.
  bool drainUntilPainted(const QWidget* widget);

  /// How often `widget` was painted since the last call for any widget.
  int takePaints(const QWidget* widget);

  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool pass();

  int m_delivered = 0;
  std::map<const QObject*, int> m_paints;
};

/// The window of the program on the shipped pack and a notebook in a file, 1440 x 900, as
/// `ui/desktop/main.cpp` puts it together, with a clock that the benchmark moves.
class OpenWindow {
 public:
  /// @param now  in ISO 8601
  OpenWindow(const std::filesystem::path& notebook, const char* now);

  /// Shows the window and waits until keys reach it.
  void show();

  test::FakeClock clock;
  test::SeededChance chance{7};
  std::unique_ptr<db::PackReader> pack;
  std::unique_ptr<db::SqliteNotebookStore> store;
  ops::Desk desk;
  db::SqliteAnnotationStore annotationStore;
  ops::AnnotationOperations annotations;
  db::SqliteBoardStore boardStore;
  ops::BoardOperations boards;
  db::SqliteMockStore mockStore;
  ops::MockOperations mocks;
  std::unique_ptr<db::SqliteTextIndex> textIndex;
  ui::Session session;
  ui::WindowMemory memory;
  ui::ThumbnailStore thumbnails;
  ui::MainWindow window;
  EventPump pump;
};

}  // namespace phaseboard::bench
