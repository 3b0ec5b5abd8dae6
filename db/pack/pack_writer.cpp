// SPDX-License-Identifier: Apache-2.0
#include "db/pack/pack_writer.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <unistd.h>

#include "app/review/prompt_derivation.h"
#include "db/checked_pages.h"
#include "db/pack/content_writer.h"
#include "db/pack/schema.h"
#include "db/pack/search_writer.h"
#include "db/pack/sqlite_error.h"

namespace phaseboard::db {
namespace {

namespace fs = std::filesystem;

/// A file that is removed again unless it was kept.
class Draft {
 public:
  explicit Draft(fs::path path) : m_path(std::move(path)) { remove(); }
  ~Draft() { remove(); }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  [[nodiscard]] const fs::path& path() const { return m_path; }

 private:
  void remove() const noexcept {
    std::error_code ignored;  // it is not there after a rename
    fs::remove(m_path, ignored);
  }

  fs::path m_path;
};

tl::unexpected<Error> systemFailure(const fs::path& file, int code) {
  const ErrorKind kind = code == ENOSPC || code == EDQUOT ? ErrorKind::DiskFull
                         : code == EACCES || code == EROFS || code == EPERM || code == ENOENT ||
                                 code == ENOTDIR || code == EISDIR
                             ? ErrorKind::ReadOnly
                             : ErrorKind::InputOutput;
  return fail(kind, file.string(), std::strerror(code));
}

Status syncToDisk(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0)
    return systemFailure(path, errno);
  const int synced = ::fsync(descriptor);
  const int code = errno;
  ::close(descriptor);
  if (synced != 0)
    return systemFailure(path, code);
  return {};
}

void fill(SQLite::Database& database, const content::Pack& pack) {
  const std::vector<review::Prompt> prompts = review::derivePrompts(pack);
  SQLite::Transaction transaction(database);
  for (const std::string_view statement : kPackSchema)
    database.exec(std::string(statement));
  writeFramework(database, pack);
  writeConcepts(database, pack);
  writeQuestions(database, pack, prompts);
  writeNotes(database, pack);
  writeDiagrams(database, pack);
  writePrompts(database, prompts);
  writeConceptUses(database, pack);
  writeSearchIndex(database, pack);
  transaction.commit();
}

Status writeDatabase(const content::Pack& pack, const fs::path& path) try {
  SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0,
                            checkedVfs());
  wantChecksums(database.getHandle());
  // Until the rename nobody reads this file, and a crash leaves nothing worth keeping.
  database.exec("PRAGMA page_size = 4096");
  database.exec("PRAGMA journal_mode = OFF");
  database.exec("PRAGMA synchronous = OFF");
  database.exec("PRAGMA foreign_keys = ON");
  database.exec("PRAGMA application_id = " + std::to_string(kPackApplicationId));
  database.exec("PRAGMA user_version = " + std::to_string(kPackFormat));
  fill(database, pack);
  database.exec("VACUUM");
  return {};
} catch (const SQLite::Exception& error) {
  return translatePackError(error, path.string());
}

}  // namespace

Status writePack(const content::Pack& pack, const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const Draft draft(folder / (file.filename().string() + ".draft-" + std::to_string(::getpid())));
  PHASEBOARD_TRY(writeDatabase(pack, draft.path()));
  PHASEBOARD_TRY(syncToDisk(draft.path(), O_RDONLY));
  std::error_code failure;
  fs::rename(draft.path(), file, failure);
  if (failure)
    return systemFailure(file, failure.value());
  return syncToDisk(folder, O_RDONLY | O_DIRECTORY);
}

}  // namespace phaseboard::db
