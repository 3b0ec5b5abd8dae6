// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/sqlite_seen_content_store.h"

#include <utility>

#include "db/connection.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

Status checkUnit(const Connection& db) {
  if (db.isInTransaction())
    return {};
  return fail(ErrorKind::Internal, db.subject(), "a writer outside a unit of work");
}

}  // namespace

Result<std::string> SqliteSeenContentStore::seenStamp() const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::string> {
    Query row = db.query("SELECT stamp FROM seen_packs");
    return row.next() ? row.text(0) : std::string();
  });
}

Result<content::Contents> SqliteSeenContentStore::seenContents() const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<content::Contents> {
    content::Contents seen;
    Query rows = db.query("SELECT question, contents FROM seen_question");
    while (rows.next()) {
      auto contents = content::readPackedContents(rows.text(1));
      if (!contents)
        return fail(ErrorKind::Damaged, db.subject(), "what was seen of " + rows.text(0));
      seen.emplace(QuestionId{rows.text(0)}, std::move(*contents));
    }
    return seen;
  });
}

Status SqliteSeenContentStore::writeSeenStamp(const std::string& stamp) {
  Connection& db = m_notebook.connection();
  PHASEBOARD_TRY(checkUnit(db));
  return db.guarded([&]() -> Status {
    db.run(
        "INSERT INTO seen_packs (only_row, stamp) VALUES (1, ?) "
        "ON CONFLICT (only_row) DO UPDATE SET stamp = excluded.stamp",
        stamp);
    return {};
  });
}

Status SqliteSeenContentStore::writeSeen(const QuestionId& question,
                                         const content::QuestionContents& contents) {
  Connection& db = m_notebook.connection();
  PHASEBOARD_TRY(checkUnit(db));
  const std::string bytes = content::packedContents(contents);
  return db.guarded([&]() -> Status {
    db.run(
        "INSERT INTO seen_question (question, contents) VALUES (?, ?) "
        "ON CONFLICT (question) DO UPDATE SET contents = excluded.contents",
        question, Blob{bytes});
    return {};
  });
}

}  // namespace phaseboard::db
