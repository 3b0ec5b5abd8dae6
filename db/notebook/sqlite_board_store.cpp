// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/sqlite_board_store.h"

#include <string>
#include <utility>

#include "app/board/edit_codec.h"
#include "db/connection.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

#define PHASEBOARD_BOARD_COLUMNS                                                                 \
  "id, purpose, title, question, diagram, level, created_ms, "                                   \
  "coalesce((SELECT drawn_ms FROM board_entry WHERE board_key = board.key ORDER BY number DESC " \
  "LIMIT 1), created_ms) AS changed_ms, finished_ms, score"

template <class Id>
std::optional<Id> idAt(const Query& row, int column) {
  return row.isNull(column) ? std::nullopt : std::optional(Id{row.text(column)});
}

Result<board::BoardInfo> boardFrom(const Query& row, const std::string& subject) {
  board::BoardInfo info;
  info.id = board::BoardId{row.text(0)};
  const auto purpose = board::purposeNamed(row.text(1));
  const auto level = row.isNull(5) ? std::nullopt : board::levelNamed(row.text(5));
  if (!purpose || level.has_value() == row.isNull(5))
    return fail(ErrorKind::Damaged, subject, "board " + info.id.value());
  info.purpose = *purpose;
  info.title = row.text(2);
  info.question = idAt<QuestionId>(row, 3);
  info.diagram = idAt<DiagramId>(row, 4);
  info.level = level;
  info.createdAt = Instant{row.integer(6)};
  info.changedAt = Instant{row.integer(7)};
  if (!row.isNull(8))
    info.outcome = board::Outcome{Instant{row.integer(8)}, row.real(9)};
  return info;
}

bool isDrawing(board::EntryKind kind) {
  return kind == board::EntryKind::Draw || kind == board::EntryKind::Given;
}

Result<board::Entry> entryFrom(const Query& row, const std::string& subject) {
  constexpr int kLastKind = static_cast<int>(board::EntryKind::Given);
  board::Entry entry;
  entry.number = row.integer(0);
  entry.at = Instant{row.integer(1)};
  const int kind = row.number(2);
  if (kind < 0 || kind > kLastKind)
    return fail(ErrorKind::Damaged, subject, "an entry of a board");
  entry.kind = static_cast<board::EntryKind>(kind);
  if (isDrawing(entry.kind)) {
    PHASEBOARD_TRY_ASSIGN(entry.edit, board::decodeEdit(row.text(4)));
  } else {
    entry.target = row.integer(3);
  }
  return entry;
}

}  // namespace

template <class Work>
Status SqliteBoardStore::write(Work&& work) {
  Connection& db = m_notebook.connection();
  if (!db.isInTransaction())
    return fail(ErrorKind::Internal, db.subject(), "a writer outside a unit of work");
  return db.guarded([&]() -> Status { return work(db); });
}

Result<std::vector<board::BoardInfo>> SqliteBoardStore::boards() const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::vector<board::BoardInfo>> {
    std::vector<board::BoardInfo> found;
    Query rows = db.query("SELECT " PHASEBOARD_BOARD_COLUMNS
                          " FROM board WHERE is_removed = 0 ORDER BY changed_ms DESC, key DESC");
    while (rows.next()) {
      PHASEBOARD_TRY_ASSIGN(auto info, boardFrom(rows, db.subject()));
      found.push_back(std::move(info));
    }
    return found;
  });
}

Result<std::optional<board::BoardInfo>> SqliteBoardStore::board(const board::BoardId& id) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::optional<board::BoardInfo>> {
    Query row = db.query(
        "SELECT " PHASEBOARD_BOARD_COLUMNS " FROM board WHERE id = ? AND is_removed = 0", id);
    if (!row.next())
      return std::optional<board::BoardInfo>();
    PHASEBOARD_TRY_ASSIGN(auto info, boardFrom(row, db.subject()));
    return std::optional(std::move(info));
  });
}

Result<std::vector<board::Entry>> SqliteBoardStore::entries(const board::BoardId& id) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::vector<board::Entry>> {
    std::vector<board::Entry> found;
    Query rows = db.query(
        "SELECT number, drawn_ms, kind, target, edit FROM board_entry "
        "WHERE board_key = (SELECT key FROM board WHERE id = ?) ORDER BY number",
        id);
    while (rows.next()) {
      PHASEBOARD_TRY_ASSIGN(auto entry, entryFrom(rows, db.subject()));
      found.push_back(std::move(entry));
    }
    return found;
  });
}

Result<std::int64_t> SqliteBoardStore::entryCount(const board::BoardId& id) const {
  Connection& db = m_notebook.connection();
  return db.guarded([&]() -> Result<std::int64_t> {
    return db
        .integer(
            "SELECT max(number) FROM board_entry "
            "WHERE board_key = (SELECT key FROM board WHERE id = ?)",
            id)
        .value_or(0);
  });
}

Status SqliteBoardStore::insertBoard(const board::BoardInfo& info) {
  return write([&](Connection& db) -> Status {
    db.run(
        "INSERT INTO board (id, purpose, title, question, diagram, level, created_ms, is_removed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
        info.id, std::string(board::nameOf(info.purpose)), info.title, info.question, info.diagram,
        info.level ? std::optional(std::string(board::nameOf(*info.level))) : std::nullopt,
        info.createdAt);
    return {};
  });
}

Status SqliteBoardStore::appendEntry(const board::BoardId& id, const board::Entry& entry) {
  return write([&](Connection& db) -> Status {
    const auto key = db.integer("SELECT key FROM board WHERE id = ?", id);
    if (!key)
      return fail(ErrorKind::NotFound, id.value(), "no such board");
    if (db.integer("SELECT 1 FROM board_entry WHERE board_key = ? AND number = ?", *key,
                   entry.number))
      return fail(ErrorKind::AlreadyExists, id.value(), std::to_string(entry.number));
    const std::string edit = isDrawing(entry.kind) ? board::encodeEdit(entry.edit) : std::string();
    db.run(
        "INSERT INTO board_entry (board_key, number, drawn_ms, kind, target, edit) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        *key, entry.number, entry.at, static_cast<int>(entry.kind),
        isDrawing(entry.kind) ? std::nullopt : std::optional(entry.target),
        isDrawing(entry.kind) ? std::optional(Blob{edit}) : std::nullopt);
    return {};
  });
}

Status SqliteBoardStore::writeTitle(const board::BoardId& id, const std::string& title) {
  return write([&](Connection& db) -> Status {
    db.run("UPDATE board SET title = ? WHERE id = ?", title, id);
    return {};
  });
}

Status SqliteBoardStore::writeRemoved(const board::BoardId& id, bool removed) {
  return write([&](Connection& db) -> Status {
    db.run("UPDATE board SET is_removed = ? WHERE id = ?", removed, id);
    return {};
  });
}

Status SqliteBoardStore::writeOutcome(const board::BoardId& id, const board::Outcome& outcome) {
  return write([&](Connection& db) -> Status {
    db.run("UPDATE board SET finished_ms = ?, score = ? WHERE id = ?", outcome.at, outcome.score,
           id);
    return {};
  });
}

}  // namespace phaseboard::db
