// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/migrator.h"

#include <SQLiteCpp/Transaction.h>

namespace phaseboard::db {
namespace {

/// Foreign keys off for as long as it lives. Inside a transaction the pragma does nothing, so this
/// stands outside.
class ForeignKeysOff {
 public:
  explicit ForeignKeysOff(Connection& connection) : m_connection(connection) {
    m_connection.execute("PRAGMA foreign_keys = OFF");
  }
  ~ForeignKeysOff() { m_connection.database().tryExec("PRAGMA foreign_keys = ON"); }
  ForeignKeysOff(const ForeignKeysOff&) = delete;
  ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;

 private:
  Connection& m_connection;
};

Status runStep(Connection& connection, const Migration& step) {
  connection.execute(std::string(step.sql));
  {
    Query broken = connection.query("PRAGMA foreign_key_check");
    if (broken.next())
      return fail(ErrorKind::Damaged, connection.subject(),
                  "step " + std::to_string(step.version) + " finds a broken reference in " +
                      broken.text(0));
  }
  connection.execute("PRAGMA application_id = " + std::to_string(kNotebookApplicationId));
  connection.execute("PRAGMA user_version = " + std::to_string(step.version));
  return {};
}

}  // namespace

Result<FileState> identify(Connection& connection, std::span<const Migration> migrations) {
  return connection.guarded([&]() -> Result<FileState> {
    if (connection.integer("SELECT count(*) FROM sqlite_schema") == 0)
      return FileState{FileKind::Empty, 0};
    if (connection.integer("PRAGMA application_id") != kNotebookApplicationId)
      return fail(ErrorKind::ForeignFile, connection.subject(), "not a Phaseboard notebook");
    const int version = static_cast<int>(connection.integer("PRAGMA user_version").value_or(0));
    const int newest = migrations.back().version;
    if (version > newest)
      return fail(
          ErrorKind::FileTooNew, connection.subject(),
          "schema " + std::to_string(version) + ", this program knows " + std::to_string(newest));
    if (version < 1)
      return fail(ErrorKind::Damaged, connection.subject(), "tables without a schema version");
    return FileState{version == newest ? FileKind::Current : FileKind::Older, version};
  });
}

Status migrate(Connection& connection, const FileState& state,
               std::span<const Migration> migrations) {
  return connection.guarded([&]() -> Status {
    const ForeignKeysOff guard(connection);
    SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
    for (const Migration& step : migrations)
      if (step.version > state.version)
        PHASEBOARD_TRY(runStep(connection, step));
    transaction.commit();
    return {};
  });
}

std::filesystem::path copyOfBefore(std::filesystem::path file, int version) {
  file += ".before-v" + std::to_string(version);
  return file;
}

Result<std::string> schemaPicture(Connection& connection) {
  return connection.guarded([&]() -> Result<std::string> {
    std::string picture;
    Query rows = connection.query(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
        "ORDER BY tbl_name, type = 'table' DESC, name");
    while (rows.next())
      picture += rows.text(0) + ";\n\n";
    return picture;
  });
}

}  // namespace phaseboard::db
