// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/sqlite_notebook_store.h"

#include <array>
#include <iterator>
#include <new>
#include <string_view>
#include <utility>

#include "db/checked_pages.h"
#include "db/connection.h"
#include "db/files/safe_file.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/backups.h"
#include "db/notebook/cell_tracker.h"
#include "db/notebook/log_check.h"
#include "db/notebook/merge_trace.h"
#include "db/notebook/migrator.h"
#include "db/notebook/notebook_lock.h"
#include "db/notebook/notebook_rows.h"
#include "db/notebook/row_changes.h"
#include "db/notebook/settings_rows.h"

namespace phaseboard::db {
namespace {

/// Tables that undo puts back. The log of reviews is not among them: it only grows.
constexpr std::array<std::string_view, 16> kUndoableTables{
    "schedule",  "day_summary",   "time_summary", "prompt_flag", "answer_version", "tick",
    "favourite", "text_override", "setting",      "own_prompt",  "board",          "annotation",
    "mock",      "mock_tick",     "answer_image", "bookmark"};

Status giveBackRoom(Connection& connection) {
  return connection.guarded([&]() -> Status {
    const std::int64_t pages = connection.integer("PRAGMA page_count").value_or(0);
    const std::int64_t unused = connection.integer("PRAGMA freelist_count").value_or(0);
    // A step may have written a large table anew; what it left behind would stay for ever.
    if (unused * 4 > pages)
      connection.execute("VACUUM");
    return {};
  });
}

/// Writes every page anew, in one transaction: after a crash all pages have checksums, or none has.
/// The step that says that they must comes after it.
Status addChecksums(Connection& connection) {
  if (hasChecksums(connection.handle()))
    return {};
  wantChecksums(connection.handle());
  return connection.guarded([&]() -> Status {
    connection.execute("VACUUM");
    return {};
  });
}

}  // namespace

Result<std::unique_ptr<SqliteNotebookStore>> SqliteNotebookStore::open(const NotebookFile& file,
                                                                       Chance& chance) {
  PHASEBOARD_TRY_ASSIGN(auto lock, NotebookLock::acquire(file.path));
  FileSystem& files = file.files == nullptr ? diskFiles() : *file.files;
  std::optional<Error> doubt;
  if (file.hasJournal) {
    PHASEBOARD_TRY_ASSIGN(doubt, checkTraces(files, file.path));
  }
  PHASEBOARD_TRY_ASSIGN(auto connection, Connection::open(file.path, Access::ReadWrite, file.vfs));
  PHASEBOARD_TRY(prepare(*connection, file));
  std::unique_ptr<SqliteNotebookStore> store(
      new SqliteNotebookStore(file.path, std::move(connection), false));
  store->m_vfs = file.vfs;
  store->m_lock = std::make_unique<NotebookLock>(std::move(lock));
  store->m_doubt = std::move(doubt);
  PHASEBOARD_TRY(store->track());
  PHASEBOARD_TRY(store->makeDevice(chance));
  if (file.hasJournal)
    PHASEBOARD_TRY(store->m_connection->guarded([&]() { return store->openJournal(files); }));
  return store;
}

Result<std::unique_ptr<SqliteNotebookStore>> SqliteNotebookStore::openReadOnly(
    const NotebookFile& file) {
  if (!std::filesystem::exists(file.path))
    return fail(ErrorKind::NotFound, file.path.string(), "no such notebook");
  auto identified = [&](Access access) -> Result<std::unique_ptr<Connection>> {
    PHASEBOARD_TRY_ASSIGN(auto connection, Connection::open(file.path, access, file.vfs));
    PHASEBOARD_TRY_ASSIGN(const auto state, identify(*connection, notebookMigrations()));
    if (state.kind == FileKind::Empty)
      return fail(ErrorKind::NotFound, file.path.string(), "the notebook is empty");
    return connection;
  };
  auto connection = identified(Access::ReadOnly);
  // A write-ahead log needs an index beside the file; where none can be made, nobody writes either.
  if (!connection && connection.error().kind != ErrorKind::FileTooNew &&
      connection.error().kind != ErrorKind::ForeignFile)
    connection = identified(Access::Immutable);
  if (!connection)
    return passOn(connection);
  std::unique_ptr<SqliteNotebookStore> store(
      new SqliteNotebookStore(file.path, std::move(*connection), true));
  PHASEBOARD_TRY(store->readDevice());
  return store;
}

Result<std::unique_ptr<SqliteNotebookStore>> SqliteNotebookStore::openInMemory(Chance& chance) {
  PHASEBOARD_TRY_ASSIGN(auto connection, Connection::open(":memory:", Access::ReadWrite));
  PHASEBOARD_TRY(migrate(*connection, {}, notebookMigrations()));
  std::unique_ptr<SqliteNotebookStore> store(
      new SqliteNotebookStore(":memory:", std::move(connection), false));
  PHASEBOARD_TRY(store->track());
  PHASEBOARD_TRY(store->makeDevice(chance));
  return store;
}

SqliteNotebookStore::SqliteNotebookStore(std::filesystem::path path,
                                         std::unique_ptr<Connection> connection, bool isReadOnly)
    : m_path(std::move(path)),
      m_connection(std::move(connection)),
      m_recorder(std::make_unique<RowRecorder>(*m_connection, kUndoableTables,
                                               [this](std::string_view table, const RowView& row) {
                                                 if (m_tracker)
                                                   m_tracker->note(table, row);
                                               })),
      m_isReadOnly(isReadOnly) {}

SqliteNotebookStore::~SqliteNotebookStore() {
  if (m_lender) {
    // What the journal would not take is tried again with the lender's next event.
    std::move(m_unwritten.begin(), m_unwritten.end(), std::back_inserter(m_lender->m_unwritten));
    m_lender->m_changesOfLoans += SqliteNotebookStore::changeCount();
    m_recorder.reset();
    m_tracker.reset();
    m_connection.reset();
    m_lender->m_isLent = false;
  }
  if (!m_journal)
    return;
  try {
    // Opening puts back from the notebook what is missing. The log goes when the connection does.
    (void)m_journal->append({}, LogMark{}).has_value();
    (void)m_journal->sync().has_value();
  } catch (const std::bad_alloc&) {
    m_journalTrouble.reset();  // the journal stays as it is, and the next opening completes it
  }
}

Result<std::unique_ptr<ports::NotebookStore>> SqliteNotebookStore::lend() {
  PHASEBOARD_TRY_ASSIGN(auto loan, lendWhole());
  return std::unique_ptr<ports::NotebookStore>(std::move(loan));
}

Result<std::unique_ptr<SqliteNotebookStore>> SqliteNotebookStore::lendWhole() {
  if (m_isReadOnly || m_path == ":memory:")
    return fail(ErrorKind::ReadOnly, m_path.string(), "only a notebook that is written is lent");
  if (m_isWriting || m_isLent)
    return fail(ErrorKind::Busy, m_path.string(), "it is being changed already");
  PHASEBOARD_TRY_ASSIGN(auto connection, Connection::open(m_path, Access::ReadWrite, m_vfs));
  PHASEBOARD_TRY(connection->makeDurable());
  std::unique_ptr<SqliteNotebookStore> loan(
      new SqliteNotebookStore(m_path, std::move(connection), false));
  PHASEBOARD_TRY(loan->track());
  PHASEBOARD_TRY(loan->readDevice());
  loan->m_lender = this;
  m_isLent = true;
  return loan;
}

Status SqliteNotebookStore::prepare(Connection& connection, const NotebookFile& file) {
  PHASEBOARD_TRY_ASSIGN(const FileState state, identify(connection, notebookMigrations()));
  if (state.kind == FileKind::Empty)
    wantChecksums(connection.handle());  // before it has a page
  PHASEBOARD_TRY(connection.makeDurable());
  if (state.kind == FileKind::Current)
    return {};
  if (state.kind == FileKind::Older) {
    PHASEBOARD_TRY(copyBeforeUpgrade(connection, file, notebookMigrations().back().version));
    PHASEBOARD_TRY(addChecksums(connection));
  }
  PHASEBOARD_TRY(migrate(connection, state, notebookMigrations()));
  return state.kind == FileKind::Older ? giveBackRoom(connection) : Status{};
}

Status SqliteNotebookStore::copyBeforeUpgrade(Connection& connection, const NotebookFile& file,
                                              int version) {
  return connection.guarded([&]() -> Status {
    FileSystem& files = file.files == nullptr ? diskFiles() : *file.files;
    const std::filesystem::path copy = copyOfBefore(file.path, version);
    std::filesystem::path temporary = copy;
    temporary += ".tmp";
    PHASEBOARD_TRY(files.remove(temporary));
    connection.run("VACUUM INTO ?", temporary.string());
    PHASEBOARD_TRY_ASSIGN(const FileCheck check, checkFile(temporary, CheckDepth::Quick, file.vfs));
    if (!check.problems.empty())
      return fail(ErrorKind::Damaged, temporary.string(), check.problems.front());
    return installSafely(files, temporary, copy);
  });
}

Status SqliteNotebookStore::track() {
  return m_connection->guarded([&]() -> Status {
    m_tracker = std::make_unique<CellTracker>(*m_connection);
    return {};
  });
}

Status SqliteNotebookStore::readDevice() {
  return m_connection->guarded([&]() -> Status {
    Query own = m_connection->query("SELECT key, id FROM device WHERE is_own = 1");
    if (!own.next())
      return fail(ErrorKind::NotFound, m_path.string(), "the notebook has no id yet");
    m_deviceKey = own.integer(0);
    PHASEBOARD_TRY_ASSIGN(m_device, uuidFrom(own, 1));
    return {};
  });
}

Status SqliteNotebookStore::makeDevice(Chance& chance) {
  Status known = readDevice();
  if (known || known.error().kind != ErrorKind::NotFound)
    return known;
  // Only the random part matters for an id of a notebook; it needs no moment.
  const std::uint64_t high = chance.next();
  const Uuid id = Uuid::version7(Instant{0}, high, chance.next());
  PHASEBOARD_TRY(m_connection->guarded([&]() -> Status {
    m_connection->run("INSERT INTO device (id, is_own) VALUES (?, 1)", Blob{id.view()});
    return {};
  }));
  return readDevice();
}

Status SqliteNotebookStore::settle() {
  if (m_isReadOnly || m_isWriting || m_isLent)
    return {};
  PHASEBOARD_TRY(m_connection->guarded([&]() -> Status {
    m_connection->run(
        "DELETE FROM undo_step WHERE id <= (SELECT id FROM undo_step ORDER BY id DESC "
        "LIMIT 1 OFFSET ?)",
        ports::kStepsKept);
    return {};
  }));
  if (m_connection->logPages() != 0)
    PHASEBOARD_TRY(m_connection->checkpoint());
  writeJournal();
  return m_journal ? m_journal->sync() : Status{};
}

}  // namespace phaseboard::db
