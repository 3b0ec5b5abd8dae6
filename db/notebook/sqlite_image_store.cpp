// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/sqlite_image_store.h"

#include "db/connection.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {

Result<std::optional<answers::Image>> SqliteImageStore::image(const answers::ImageId& id) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::optional<answers::Image>> {
    Query row = db.query(
        "SELECT data.width, data.height, data.bytes FROM answer_image "
        "JOIN image_data AS data ON data.id = answer_image.id WHERE answer_image.id = ?",
        id);
    if (!row.next())
      return std::optional<answers::Image>();
    return std::optional(answers::Image{id, row.text(2), row.number(0), row.number(1)});
  });
}

Result<int> SqliteImageStore::imageCount(const answers::AnswerKey& key) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<int> {
    return static_cast<int>(
        db.integer("SELECT count(*) FROM answer_image WHERE question = ? AND phase = ?",
                   key.question, key.phase)
            .value_or(0));
  });
}

Result<int> SqliteImageStore::imageCount() const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<int> {
    return static_cast<int>(db.integer("SELECT count(*) FROM answer_image").value_or(0));
  });
}

Status SqliteImageStore::insertImage(const answers::Image& image, const answers::AnswerKey& key,
                                     Instant at) {
  Connection& db = m_notebook.connection();
  if (!db.isInTransaction())
    return fail(ErrorKind::Internal, db.subject(), "a writer outside a unit of work");
  return db.guarded([&]() -> Status {
    db.run("INSERT INTO image_data (id, width, height, bytes) VALUES (?, ?, ?, ?)", image.id,
           image.width, image.height, Blob{image.bytes});
    db.run("INSERT INTO answer_image (id, question, phase, added_ms) VALUES (?, ?, ?, ?)", image.id,
           key.question, key.phase, at);
    return {};
  });
}

}  // namespace phaseboard::db
