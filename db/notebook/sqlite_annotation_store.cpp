// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/sqlite_annotation_store.h"

#include <algorithm>
#include <string>
#include <utility>

#include "db/connection.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

using annotations::Annotation;

#define PHASEBOARD_ANNOTATION_COLUMNS                                                     \
  "id, target, quote, before_quote, after_quote, snapshot, version, colour, note, tags, " \
  "is_starred, made_ms, changed_ms"

std::string joinedTags(const std::vector<std::string>& tags) {
  std::string joined;
  for (const std::string& tag : tags)
    joined += (joined.empty() ? "" : "\n") + tag;
  return joined;
}

std::vector<std::string> splitTags(const std::string& joined) {
  std::vector<std::string> tags;
  for (std::size_t at = 0; at < joined.size();) {
    const std::size_t end = std::min(joined.find('\n', at), joined.size());
    tags.push_back(joined.substr(at, end - at));
    at = end + 1;
  }
  return tags;
}

Result<Annotation> annotationFrom(const Query& row, const std::string& subject) {
  Annotation annotation;
  annotation.id = annotations::AnnotationId{row.text(0)};
  annotation.anchor = {TargetId{row.text(1)}, row.text(2),
                       row.text(3),           row.text(4),
                       row.text(5),           static_cast<std::uint64_t>(row.integer(6))};
  if (!row.isNull(7)) {
    annotation.content.colour = annotations::colourNamed(row.text(7));
    if (!annotation.content.colour)
      return fail(ErrorKind::Damaged, subject, "the colour of " + annotation.id.value());
  }
  annotation.content.note = row.text(8);
  annotation.content.tags = splitTags(row.text(9));
  annotation.content.isStarred = row.integer(10) != 0;
  annotation.madeAt = Instant{row.integer(11)};
  annotation.changedAt = Instant{row.integer(12)};
  return annotation;
}

}  // namespace

template <class Work>
Status SqliteAnnotationStore::write(Work&& work) {
  Connection& db = m_notebook.connection();
  if (!db.isInTransaction())
    return fail(ErrorKind::Internal, db.subject(), "a writer outside a unit of work");
  return db.guarded([&]() -> Status {
    work(db);
    return {};
  });
}

Result<std::vector<Annotation>> SqliteAnnotationStore::annotations() const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::vector<Annotation>> {
    std::vector<Annotation> found;
    Query rows =
        db.query("SELECT " PHASEBOARD_ANNOTATION_COLUMNS " FROM annotation ORDER BY made_ms, key");
    while (rows.next()) {
      PHASEBOARD_TRY_ASSIGN(auto annotation, annotationFrom(rows, db.subject()));
      found.push_back(std::move(annotation));
    }
    return found;
  });
}

Result<std::optional<Annotation>> SqliteAnnotationStore::annotation(
    const annotations::AnnotationId& id) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::optional<Annotation>> {
    Query row =
        db.query("SELECT " PHASEBOARD_ANNOTATION_COLUMNS " FROM annotation WHERE id = ?", id);
    if (!row.next())
      return std::optional<Annotation>();
    PHASEBOARD_TRY_ASSIGN(auto annotation, annotationFrom(row, db.subject()));
    return std::optional(std::move(annotation));
  });
}

Status SqliteAnnotationStore::writeAnnotation(const Annotation& annotation) {
  const annotations::Anchor& anchor = annotation.anchor;
  const annotations::Content& content = annotation.content;
  return write([&](Connection& db) {
    db.run(
        "INSERT INTO annotation (" PHASEBOARD_ANNOTATION_COLUMNS
        ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "target = excluded.target, quote = excluded.quote, before_quote = excluded.before_quote, "
        "after_quote = excluded.after_quote, snapshot = excluded.snapshot, "
        "version = excluded.version, colour = excluded.colour, note = excluded.note, "
        "tags = excluded.tags, is_starred = excluded.is_starred, changed_ms = excluded.changed_ms",
        annotation.id, anchor.target, anchor.quote, anchor.before, anchor.after, anchor.snapshot,
        static_cast<std::int64_t>(anchor.version),
        content.colour ? std::optional(std::string(annotations::name(*content.colour)))
                       : std::nullopt,
        content.note, joinedTags(content.tags), content.isStarred, annotation.madeAt,
        annotation.changedAt);
  });
}

Status SqliteAnnotationStore::removeAnnotation(const annotations::AnnotationId& id) {
  return write([&](Connection& db) { db.run("DELETE FROM annotation WHERE id = ?", id); });
}

}  // namespace phaseboard::db
