// SPDX-License-Identifier: Apache-2.0
#include "app/ops/bookmark_operations.h"

#include <algorithm>

#include "app/ops/desk_steps.h"
#include "app/ports/bookmark_store.h"
#include "app/ports/notebook_store.h"
#include "app/ports/pack_library.h"

namespace phaseboard::ops {

bookmarks::Spot currentSpot(const bookmarks::Spot& spot, const ports::PackLibrary& pack) {
  return {spot.kind, pack.currentId(spot.id)};
}

BookmarkOperations::BookmarkOperations(ports::NotebookStore& notebook,
                                       ports::BookmarkStore& bookmarks, const Clock& clock)
    : m_notebook(notebook), m_bookmarks(bookmarks), m_clock(clock) {}

Result<std::vector<bookmarks::Bookmark>> BookmarkOperations::read(
    const ports::PackLibrary& pack) const {
  PHASEBOARD_TRY_ASSIGN(const auto stored, m_bookmarks.bookmarks());
  std::vector<bookmarks::Bookmark> current;
  for (bookmarks::Bookmark bookmark : stored) {
    bookmark.spot = currentSpot(bookmark.spot, pack);
    const bool isKnown =
        std::any_of(current.begin(), current.end(),
                    [&](const bookmarks::Bookmark& other) { return other.spot == bookmark.spot; });
    if (!isKnown)
      current.push_back(std::move(bookmark));
  }
  return current;
}

Result<OpOutcome> BookmarkOperations::markPlace(const bookmarks::Spot& spot,
                                                const std::string& title, bool marked,
                                                const ports::PackLibrary& pack) {
  if (spot.id.empty())
    return fail(ErrorKind::InvalidInput, "bookmark", "a place without an id");
  const char* const operation = marked ? kAddBookmark : kRemoveBookmark;
  const Instant now = m_clock.now();
  PHASEBOARD_TRY_ASSIGN(const auto unit, m_notebook.begin());
  PHASEBOARD_TRY_ASSIGN(const auto stored, m_bookmarks.bookmarks());
  bool isMarked = false;
  for (const bookmarks::Bookmark& bookmark : stored) {
    if (currentSpot(bookmark.spot, pack) != spot)
      continue;
    isMarked = true;
    if (!marked)
      PHASEBOARD_TRY(m_bookmarks.removeBookmark(bookmark.spot));
  }
  if (isMarked == marked)
    return unchanged(operation);
  if (marked && stored.size() >= static_cast<std::size_t>(bookmarks::kMostBookmarks))
    return fail(ErrorKind::InvalidInput, "bookmarks", "1,000 at most");
  if (marked)
    PHASEBOARD_TRY(m_bookmarks.insertBookmark({spot, title, now}));
  return committed(*unit, operation, bookmarks::textOf(spot), now);
}

}  // namespace phaseboard::ops
