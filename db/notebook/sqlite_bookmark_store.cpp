// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/sqlite_bookmark_store.h"

#include <utility>

#include "db/connection.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {

template <class Work>
Status SqliteBookmarkStore::write(Work&& work) {
  Connection& db = m_notebook.connection();
  if (!db.isInTransaction())
    return fail(ErrorKind::Internal, db.subject(), "a writer outside a unit of work");
  return db.guarded([&]() -> Status {
    work(db);
    return {};
  });
}

Result<std::vector<bookmarks::Bookmark>> SqliteBookmarkStore::bookmarks() const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::vector<bookmarks::Bookmark>> {
    std::vector<bookmarks::Bookmark> found;
    Query rows =
        db.query("SELECT spot, title, made_ms FROM bookmark ORDER BY made_ms DESC, spot DESC");
    while (rows.next()) {
      auto spot = bookmarks::spotFrom(rows.text(0));
      if (!spot)
        return fail(ErrorKind::Damaged, db.subject(), "the bookmark " + rows.text(0));
      found.push_back({std::move(*spot), rows.text(1), Instant{rows.integer(2)}});
    }
    return found;
  });
}

Status SqliteBookmarkStore::insertBookmark(const bookmarks::Bookmark& bookmark) {
  return write([&](Connection& db) {
    db.run("INSERT INTO bookmark (spot, title, made_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
           bookmarks::textOf(bookmark.spot), bookmark.title, bookmark.madeAt);
  });
}

Status SqliteBookmarkStore::removeBookmark(const bookmarks::Spot& spot) {
  return write(
      [&](Connection& db) { db.run("DELETE FROM bookmark WHERE spot = ?", textOf(spot)); });
}

}  // namespace phaseboard::db
