// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <QString>

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/ops/annotation_operations.h"
#include "app/ops/board_operations.h"
#include "app/ops/bookmark_operations.h"
#include "app/ops/desk.h"
#include "app/ops/image_operations.h"
#include "app/ops/mock_operations.h"
#include "app/ops/update_operations.h"
#include "app/ports/pack_library.h"
#include "db/exchange/file_exchange.h"
#include "db/notebook/backups.h"
#include "db/notebook/sqlite_annotation_store.h"
#include "db/notebook/sqlite_board_store.h"
#include "db/notebook/sqlite_bookmark_store.h"
#include "db/notebook/sqlite_image_store.h"
#include "db/notebook/sqlite_mock_store.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "db/notebook/sqlite_seen_content_store.h"
#include "db/pack/own_content_files.h"
#include "db/pack/pack_shelf.h"
#include "db/search/text_index.h"
#include "ui/bridge/session.h"
#include "ui/desktop/first_window.h"
#include "ui/desktop/notebook_keeper.h"
#include "ui/desktop/portal_theme.h"
#include "ui/desktop/reminder.h"
#include "ui/library/thumbnail_store.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_memory.h"
#include "ui/workbench/update_notice.h"
#include "ui/workbench/workshop.h"

namespace phaseboard::ui {

/// The files that a window works with.
struct ProgramFiles {
  QString notebook;                          ///< full path; made when it does not exist
  std::vector<std::filesystem::path> packs;  ///< one or more
  QString memory;                            ///< what windows remember
  QString ownContent = {};                   ///< folder; empty: the one of Settings
  bool readsDamaged = false;                 ///< a damaged notebook is opened for reading only
};

/// The window program on one notebook: everything from the store to the window, built in that
/// order and taken down in reverse.
class Program {
 public:
  /// For writing, or for reading only where it cannot be written. Clock and chance outlive the
  /// program.
  ///
  /// @return `Busy` while another window has the notebook, `Damaged` with the notebook's path as
  ///         subject when it is to be restored (`RecoveryDialog`), else what notebook or packs say
  [[nodiscard]] static Result<std::unique_ptr<Program>> open(const ProgramFiles& files,
                                                             const Clock& clock, Chance& chance);

  /// Opens the window where the user was last time.
  void show();

  /// What a check in the background found wrong with the notebook since it was opened.
  [[nodiscard]] const std::optional<Error>& damage() const { return m_damage; }

  [[nodiscard]] MainWindow& window() { return *m_window; }
  [[nodiscard]] Session& session() { return m_session; }
  [[nodiscard]] db::SqliteNotebookStore& store() { return *m_store; }
  [[nodiscard]] Workshop& workshop() { return m_workshop; }
  [[nodiscard]] UpdateNotice& news() { return m_news; }

 private:
  Program(const ProgramFiles& files, std::unique_ptr<db::SqliteNotebookStore> store,
          db::OwnContentFiles ownContent, std::unique_ptr<db::PackShelf> pack, const Clock& clock,
          Chance& chance);

  void followDesktop();
  /// The packs that are open, the user's own last.
  [[nodiscard]] std::vector<std::filesystem::path> packFiles() const;
  void openOwnPack();
  /// Says once of each question that is gone what stays of it.
  void tellLeftBehind();
  void connectOwnContent();

  std::unique_ptr<db::SqliteNotebookStore> m_store;
  std::vector<std::filesystem::path> m_hosts;  ///< packs beside which own content is opened
  db::OwnContentFiles m_ownContent;
  std::unique_ptr<db::PackShelf> m_pack;
  ops::Desk m_desk;
  db::SqliteAnnotationStore m_annotationStore;
  ops::AnnotationOperations m_annotations;
  db::SqliteBoardStore m_boardStore;
  ops::BoardOperations m_boards;
  db::FileExchange m_exchange;
  db::Backups m_backups;
  db::SqliteImageStore m_imageStore;
  ops::ImageOperations m_images;
  db::SqliteBookmarkStore m_bookmarkStore;
  ops::BookmarkOperations m_bookmarks;
  std::unique_ptr<db::SqliteTextIndex> m_ownIndex;  ///< on connections of its own, if possible
  db::SharedTextIndex m_sharedIndex;
  db::SqliteSeenContentStore m_seenStore;
  ops::UpdateOperations m_updates;
  db::SqliteMockStore m_mockStore;
  ops::MockOperations m_mocks;
  Session m_session;
  WindowMemory m_memory;
  ThumbnailStore m_thumbnails;
  Workshop m_workshop;
  UpdateNotice m_news;
  std::unique_ptr<MainWindow> m_window;
  FirstWindow m_first;
  NotebookKeeper m_keeper;
  PortalTheme m_portal;
  Reminder m_reminder;
  std::optional<Error> m_damage;
};

}  // namespace phaseboard::ui
