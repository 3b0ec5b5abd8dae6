// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include <gtest/gtest.h>

#include "app/ops/annotation_operations.h"
#include "app/ops/board_operations.h"
#include "app/ops/bookmark_operations.h"
#include "app/ops/desk.h"
#include "app/ops/image_operations.h"
#include "app/ops/mock_operations.h"
#include "db/notebook/sqlite_annotation_store.h"
#include "db/notebook/sqlite_board_store.h"
#include "db/notebook/sqlite_bookmark_store.h"
#include "db/notebook/sqlite_image_store.h"
#include "db/notebook/sqlite_mock_store.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "db/pack/pack_reader.h"
#include "db/search/text_index.h"
#include "tests/support/fake_clock.h"
#include "tests/support/places.h"
#include "ui/bridge/session.h"

namespace phaseboard::test {

inline const QuestionId kShippedQuestion{"ad-click-prediction"};

/// The pack that we ship, compiled by the build.
inline std::unique_ptr<db::PackReader> shippedPack() {
  auto pack = db::PackReader::open(inBuild("resources/mlsd.pack"));
  EXPECT_TRUE(pack.has_value()) << (pack ? "" : describe(pack.error()));
  return pack ? std::move(*pack) : nullptr;
}

/// A session on the shipped pack and a notebook in a file or in memory.
struct ShippedSession {
  /// @param vfs  SQLite's way to the disk; empty for the usual one
  explicit ShippedSession(const std::filesystem::path& notebook = {}, const std::string& vfs = {})
      : pack(shippedPack()), store(openStore(notebook, vfs)) {
    session.setAnnotations(annotations);
    session.setBoards(boards);
    session.setImages(images);
    session.setBookmarks(bookmarks);
    session.setTextIndex(textIndex);
    session.setMocks(mocks);
  }

  FakeClock clock;
  SeededChance chance{7};
  std::unique_ptr<db::PackReader> pack;
  std::unique_ptr<db::SqliteNotebookStore> store;
  ops::Desk desk{*store, clock, chance};
  db::SqliteAnnotationStore annotationStore{*store};
  ops::AnnotationOperations annotations{*store, annotationStore, clock, chance};
  db::SqliteBoardStore boardStore{*store};
  ops::BoardOperations boards{*store, boardStore, clock, chance};
  db::SqliteImageStore imageStore{*store};
  ops::ImageOperations images{*store, imageStore, clock, chance};
  db::SqliteBookmarkStore bookmarkStore{*store};
  ops::BookmarkOperations bookmarks{*store, bookmarkStore, clock};
  db::SharedTextIndex textIndex{*pack, *store};
  db::SqliteMockStore mockStore{*store};
  ops::MockOperations mocks{*store, boardStore, mockStore, clock, chance};
  ui::Session session{*pack, *store, desk, clock};

 private:
  std::unique_ptr<db::SqliteNotebookStore> openStore(const std::filesystem::path& notebook,
                                                     const std::string& vfs) {
    auto opened = notebook.empty() ? db::SqliteNotebookStore::openInMemory(chance)
                                   : db::SqliteNotebookStore::open({notebook, vfs}, chance);
    EXPECT_TRUE(opened.has_value()) << (opened ? "" : describe(opened.error()));
    return std::move(*opened);
  }
};

}  // namespace phaseboard::test
