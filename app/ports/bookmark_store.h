// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/base/result.h"
#include "app/bookmarks/bookmark.h"

namespace phaseboard::ports {

/// The bookmarks of a notebook. Changes go through `ops::BookmarkOperations` only.
///
/// Writers work inside a unit of work of the notebook (`NotebookStore::begin`) and fail with
/// `Internal` outside. One thread.
class BookmarkStore {
 public:
  virtual ~BookmarkStore() = default;

  /// The newest first.
  [[nodiscard]] virtual Result<std::vector<bookmarks::Bookmark>> bookmarks() const = 0;

  [[nodiscard]] virtual Status insertBookmark(const bookmarks::Bookmark& bookmark) = 0;
  [[nodiscard]] virtual Status removeBookmark(const bookmarks::Spot& spot) = 0;
};

}  // namespace phaseboard::ports
