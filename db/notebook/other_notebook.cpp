// SPDX-License-Identifier: Apache-2.0
#include <system_error>
#include <utility>

#include <SQLiteCpp/Backup.h>

#include "db/connection.h"
#include "db/notebook/backups.h"
#include "db/notebook/migrator.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_notebook_store.h"

namespace phaseboard::db {
namespace {

class FileOfOther : public ports::OtherNotebook {
 public:
  explicit FileOfOther(std::unique_ptr<SqliteNotebookStore> store)
      : m_store(std::move(store)), m_contents(*m_store) {}

  [[nodiscard]] const ports::MergeSource& contents() const override { return m_contents; }
  [[nodiscard]] int draftCount() const override {
    const auto count = m_store->connection().guarded([&]() -> Result<std::int64_t> {
      return m_store->connection().integer("SELECT count(*) FROM draft").value_or(0);
    });
    return static_cast<int>(count.value_or(0));
  }

 private:
  std::unique_ptr<SqliteNotebookStore> m_store;
  SqliteMergeStore m_contents;
};

}  // namespace

Result<std::unique_ptr<SqliteNotebookStore>> SqliteNotebookStore::openUpgradedCopy(
    const std::filesystem::path& file) {
  PHASEBOARD_TRY_ASSIGN(const auto source, Connection::open(file, Access::ReadOnly));
  PHASEBOARD_TRY_ASSIGN(auto copy, Connection::open(":memory:", Access::ReadWrite));
  PHASEBOARD_TRY(copy->guarded([&]() -> Status {
    SQLite::Backup backup(copy->database(), source->database());
    constexpr int kAllPages = -1;
    backup.executeStep(kAllPages);
    return {};
  }));
  PHASEBOARD_TRY_ASSIGN(const FileState state, identify(*copy, notebookMigrations()));
  PHASEBOARD_TRY(migrate(*copy, state, notebookMigrations()));
  std::unique_ptr<SqliteNotebookStore> store(new SqliteNotebookStore(file, std::move(copy), true));
  PHASEBOARD_TRY(store->readDevice());
  return store;
}

Result<std::unique_ptr<ports::OtherNotebook>> openOtherNotebook(const std::filesystem::path& file,
                                                                const std::filesystem::path& own) {
  std::error_code failure;
  if (!std::filesystem::is_regular_file(file, failure))
    return fail(ErrorKind::NotFound, file.string(), "no such notebook");
  if (std::filesystem::equivalent(file, own, failure))
    return fail(ErrorKind::InvalidInput, file.string(), "the notebook itself");
  PHASEBOARD_TRY_ASSIGN(const FileCheck check, checkFile(file, CheckDepth::Quick));
  if (!check.problems.empty())
    return fail(ErrorKind::Damaged, file.string(), check.problems.front());
  const bool isOlder = check.schema < notebookMigrations().back().version;
  PHASEBOARD_TRY_ASSIGN(auto store, isOlder ? SqliteNotebookStore::openUpgradedCopy(file)
                                            : SqliteNotebookStore::openReadOnly({file}));
  return std::make_unique<FileOfOther>(std::move(store));
}

}  // namespace phaseboard::db
