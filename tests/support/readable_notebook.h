// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "db/notebook/sqlite_annotation_store.h"
#include "db/notebook/sqlite_board_store.h"
#include "db/notebook/sqlite_bookmark_store.h"
#include "db/notebook/sqlite_image_store.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_mock_store.h"
#include "db/notebook/sqlite_seen_content_store.h"
#include "db/notebook/sqlite_telling.h"
#include "tests/support/open_desk.h"

namespace phaseboard::test {

/// One way to read something, by name.
struct NamedReading {
  std::string name;
  std::function<Status()> run;
};

/// A notebook in memory with rows in every table, and everything of it that can be read.
class ReadableNotebook {
 public:
  ReadableNotebook();

  [[nodiscard]] std::vector<NamedReading> everyReading();
  [[nodiscard]] db::SqliteNotebookStore& store() { return *m_open.store; }

 private:
  [[nodiscard]] std::vector<NamedReading> ofReview();
  [[nodiscard]] std::vector<NamedReading> ofAnswers();
  [[nodiscard]] std::vector<NamedReading> ofSubjects();
  [[nodiscard]] std::vector<NamedReading> ofMerges();

  OpenDesk m_open = OpenDesk::inMemory();
  db::SqliteAnnotationStore m_annotations{*m_open.store};
  db::SqliteBoardStore m_boards{*m_open.store};
  db::SqliteBookmarkStore m_bookmarks{*m_open.store};
  db::SqliteImageStore m_images{*m_open.store};
  db::SqliteMockStore m_mocks{*m_open.store};
  db::SqliteSeenContentStore m_seen{*m_open.store};
  db::SqliteMergeStore m_merge{*m_open.store};
  db::SqliteTelling m_telling{*m_open.store};
  annotations::AnnotationId m_annotation;
  board::BoardId m_board;
  mock::MockId m_mock;
};

}  // namespace phaseboard::test
