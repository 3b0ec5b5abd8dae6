// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/damage_survey.h"

#include <string>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "db/checked_pages.h"
#include "db/connection.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/migrator.h"

namespace phaseboard::db {
namespace {

struct TablesOfPart {
  NotebookPart part;
  std::vector<std::string> tables;  ///< the first is counted
};

std::vector<TablesOfPart> tablesOfParts() {
  return {{NotebookPart::Grades, {"review", "prompt", "schedule", "day_summary", "time_summary"}},
          {NotebookPart::Answers, {"answer_version", "draft", "tick"}},
          {NotebookPart::Annotations, {"annotation", "bookmark", "favourite"}},
          {NotebookPart::Boards, {"board_entry", "board"}},
          {NotebookPart::Mocks, {"mock", "mock_event", "mock_stage", "mock_text", "mock_tick"}},
          {NotebookPart::OwnPrompts, {"own_prompt", "text_override", "prompt_flag"}},
          {NotebookPart::Pictures, {"image_data", "answer_image"}},
          {NotebookPart::Settings, {"setting", "device", "undo_step"}}};
}

/// Reads on until the end or the first row that fails; whether it came to the end.
bool readRows(Connection& connection, const std::string& sql, std::int64_t& rows) {
  try {
    SQLite::Statement statement(connection.database(), sql);
    while (statement.executeStep()) {
      // A long value is read only when it is asked for.
      for (int column = 0; column < statement.getColumnCount(); ++column)
        (void)statement.getColumn(column).getBytes();
      ++rows;
    }
    return true;
  } catch (const SQLite::Exception&) {
    return false;
  }
}

PartReach reachOf(Connection& connection, const TablesOfPart& wanted) {
  PartReach reach{wanted.part, 0, false};
  for (const std::string& table : wanted.tables) {
    std::int64_t rows = 0;
    if (!readRows(connection, "SELECT * FROM " + table, rows)) {
      reach.isHurt = true;
      // From the other end. A table without row numbers has none to go by.
      (void)readRows(connection, "SELECT * FROM " + table + " ORDER BY rowid DESC", rows);
    }
    if (table == wanted.tables.front())
      reach.rows = rows;
  }
  return reach;
}

std::unique_ptr<Connection> openAnyhow(const std::filesystem::path& notebook) {
  for (const Access access : {Access::ReadOnly, Access::Immutable})
    if (auto connection = Connection::open(notebook, access))
      if (const auto state = identify(**connection, notebookMigrations());
          state && state->kind != FileKind::Empty)
        return std::move(*connection);
  return nullptr;
}

/// Where pages have checksums, reading all of them tells; older backups are also compared with
/// their indexes.
Result<FileCheck> checkBackup(const std::filesystem::path& backup) {
  auto check = checkFile(backup, CheckDepth::Quick);
  if (check && check->schema < kFirstCheckedNotebook)
    check = checkFile(backup, CheckDepth::Full);
  return check;
}

std::int64_t gradesAfter(FileSystem& files, const Backups& backups, Instant moment) {
  std::unordered_set<Uuid> later;
  for (const std::filesystem::path& file : backups.journals())
    if (const auto bytes = files.read(file))
      for (const JournalEntry& entry : readJournal(*bytes).entries)
        if (entry.event.at >= moment)
          later.insert(entry.event.id);
  return static_cast<std::int64_t>(later.size());
}

}  // namespace

DamageSurvey surveyDamage(FileSystem& files, const std::filesystem::path& notebook) {
  DamageSurvey survey;
  std::error_code ignored;  // what cannot be looked at cannot be read either
  survey.isGone = !std::filesystem::exists(notebook, ignored) ||
                  std::filesystem::file_size(notebook, ignored) == 0;
  if (!survey.isGone)
    if (const auto connection = openAnyhow(notebook))
      for (const TablesOfPart& part : tablesOfParts())
        survey.parts.push_back(reachOf(*connection, part));
  const Backups backups(files, notebook);
  const auto known = backups.list();
  for (const Backup& backup : known ? *known : std::vector<Backup>()) {
    const auto check = checkBackup(backup.file);
    if (!check || !check->problems.empty())
      continue;
    survey.backup = backup;
    survey.backupGrades = check->events;
    survey.laterGrades = gradesAfter(files, backups, backup.takenAt);
    break;
  }
  return survey;
}

}  // namespace phaseboard::db
