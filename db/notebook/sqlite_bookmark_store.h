// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ports/bookmark_store.h"

namespace phaseboard::db {

class SqliteNotebookStore;

/// The bookmarks in the notebook's file, over its connection and in its units of work.
class SqliteBookmarkStore : public ports::BookmarkStore {
 public:
  /// The notebook outlives it.
  explicit SqliteBookmarkStore(SqliteNotebookStore& notebook) : m_notebook(notebook) {}

  [[nodiscard]] Result<std::vector<bookmarks::Bookmark>> bookmarks() const override;

  [[nodiscard]] Status insertBookmark(const bookmarks::Bookmark& bookmark) override;
  [[nodiscard]] Status removeBookmark(const bookmarks::Spot& spot) override;

 private:
  template <class Work>
  [[nodiscard]] Status write(Work&& work);

  SqliteNotebookStore& m_notebook;
};

}  // namespace phaseboard::db
