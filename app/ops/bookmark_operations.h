// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/bookmarks/bookmark.h"
#include "app/ops/desk.h"

namespace phaseboard::ports {
class BookmarkStore;
class NotebookStore;
class PackLibrary;
}  // namespace phaseboard::ports

namespace phaseboard::ops {

/// A place under the id that stands for it in `pack`.
[[nodiscard]] bookmarks::Spot currentSpot(const bookmarks::Spot& spot,
                                          const ports::PackLibrary& pack);

/// Marking places, as `Desk` for the rest: one transaction with one sync, one step of undo.
///
/// What a bookmark keeps is the id that the place had when it was marked. Renames are followed
/// whenever bookmarks are read, so that going back to an older pack finds them too.
class BookmarkOperations {
 public:
  /// All three outlive it; `bookmarks` keeps its rows in `notebook`.
  BookmarkOperations(ports::NotebookStore& notebook, ports::BookmarkStore& bookmarks,
                     const Clock& clock);

  /// All bookmarks, the newest first, under their ids of today; one for each place.
  [[nodiscard]] Result<std::vector<bookmarks::Bookmark>> read(const ports::PackLibrary& pack) const;

  /// Marks a place, or takes its mark off. `spot` is under its id of today. `InvalidInput` with the
  /// subject "bookmark" for a place without an id, "bookmarks" beyond `kMostBookmarks`.
  Result<OpOutcome> markPlace(const bookmarks::Spot& spot, const std::string& title, bool marked,
                              const ports::PackLibrary& pack);

 private:
  ports::NotebookStore& m_notebook;
  ports::BookmarkStore& m_bookmarks;
  const Clock& m_clock;
};

}  // namespace phaseboard::ops
