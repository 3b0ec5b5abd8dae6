// SPDX-License-Identifier: Apache-2.0
// Rows that no program of ours would have written: they are refused as damage, or do no harm.
#include <gmock/gmock.h>
#include <sqlite3.h>

#include "db/connection.h"
#include "db/notebook/row_changes.h"
#include "db/notebook/settings_rows.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/readable_notebook.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

/// Values that no program of ours writes, in the type of the column.
std::vector<std::string> odditiesOf(const std::string& type) {
  if (type == "TEXT")
    return {"'odd'", "''"};
  if (type == "BLOB")
    return {"x'0d'", "x''"};
  return {"-7", "99"};
}

/// They keep the log from being changed, and the index of words in step.
void dropTriggers(SQLite::Database& database) {
  std::string script;
  SQLite::Statement names(database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
  while (names.executeStep())
    script += "DROP TRIGGER " + names.getColumn(0).getString() + ";";
  names.reset();
  database.exec(script);
}

TEST(OddRows, AreHarmlessOrDamageWhateverColumnOfTheNotebookIsOdd) {
  ReadableNotebook notebook;
  SQLite::Database& database = notebook.store().connection().database();
  database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
  dropTriggers(database);
  int noticed = 0;
  SQLite::Statement columns(
      database,
      "SELECT m.name, c.name, c.type FROM sqlite_schema m, pragma_table_info(m.name) c WHERE "
      "m.type = 'table' AND m.name NOT GLOB 'own_text*' AND m.name NOT GLOB 'sqlite_*'");
  const auto readings = notebook.everyReading();
  while (columns.executeStep())
    for (const std::string& oddity : odditiesOf(columns.getColumn(2).getString())) {
      const std::string table = columns.getColumn(0).getString();
      const std::string assignment = columns.getColumn(1).getString() + " = " + oddity;
      SCOPED_TRACE(table + "." + assignment);
      database.exec("SAVEPOINT odd; UPDATE OR IGNORE " + table + " SET " + assignment);
      for (const NamedReading& reading : readings)
        if (const Status read = reading.run(); !read) {
          ++noticed;
          EXPECT_EQ(read.error().kind, ErrorKind::Damaged)
              << reading.name << ": " << describe(read.error());
        }
      database.exec("ROLLBACK TO odd; RELEASE odd");
    }
  EXPECT_GT(noticed, 20);
  for (const NamedReading& reading : readings)
    EXPECT_THAT(reading.run(), IsOk()) << reading.name;
}

TEST(OddRows, OfASettingAreDamage) {
  ports::Settings all;
  all.theme = ports::Theme::Dark;
  all.textPercent = 120;
  all.interviewDate = StudyDay{20'700};
  all.finalDays = 5;
  all.dailyMinutes = 45;
  all.newPerDay = 3;
  all.retention = 0.85;
  all.week = {50, 100, 100, 100, 100, 0, 0};
  all.away = review::DayRange{StudyDay{20'600}, StudyDay{20'610}};
  all.spreadsLoad = false;
  all.sittingMinutes = 20;
  all.leechLapses = 4;
  all.suspendsLeeches = true;
  all.reminds = true;
  all.reminderHour = 20;
  all.dayStart = DayStart{3};
  all.reducedMotion = true;
  all.parameters.assign(memory::kWeightCount, 0.5);
  all.stageMinutes = {{StageId{"data"}, 12}};
  all.typesAnswers = true;
  all.wordsPerMinute = 33;
  const db::SettingRows rows = db::rowsFrom(all);
  ASSERT_EQ(rows.size(), 21U) << "a new setting belongs in this test";
  EXPECT_EQ(db::settingsFrom(rows).value(), all);
  for (const auto& [name, text] : rows) {
    db::SettingRows odd = rows;
    for (const char* value : {"odd", "1x", "2026-03-01/", "/", "50,x,1,1,1,1,1", "1,2"}) {
      odd[name] = value;
      const auto read = db::settingsFrom(odd);
      if (value == std::string("odd") || !read) {
        EXPECT_THAT(read, FailsWith(ErrorKind::Damaged)) << name << " = " << value;
      }
    }
  }
  db::SettingRows newer = rows;
  newer["of-a-newer-program"] = "whatever";
  EXPECT_EQ(db::settingsFrom(newer).value(), all) << "what is unknown is left alone";
}

/// A notebook whose newest step changes values of every type.
class OddSteps : public testing::Test {
 protected:
  OddSteps() {
    writeSample(m_open);
    for (const NamedOperation& operation : everyOperation())
      if (operation.name == "answerPrompt" || operation.name == "flagPrompt") {
        EXPECT_THAT(operation.run(m_open), IsOk());
      }
    db::Connection& connection = m_open.store->connection();
    db::Query rows = connection.query("SELECT row_changes FROM undo_step ORDER BY id");
    while (rows.next())
      m_changes += rows.text(0);
  }

  /// Tries to take `changes` back and to do them again, and leaves no trace.
  std::pair<Status, Status> tried(const std::string& changes) {
    db::Connection& connection = m_open.store->connection();
    const auto once = [&](Status (*put)(db::Connection&, std::string_view)) {
      connection.execute("SAVEPOINT odd");
      const Status done = connection.guarded([&]() -> Status { return put(connection, changes); });
      connection.execute("ROLLBACK TO odd");
      connection.execute("RELEASE odd");
      return done;
    };
    return {once(db::revertRows), once(db::reapplyRows)};
  }

  OpenDesk m_open = OpenDesk::inMemory();
  std::string m_changes;
};

TEST_F(OddSteps, ThatEndTooEarlyAreDamage) {
  const std::string before = dumpOf(*m_open.store);
  ASSERT_GT(m_changes.size(), 1'000U);
  for (std::size_t size = 1; size < 400; ++size) {
    const auto [reverted, reapplied] = tried(m_changes.substr(0, size));
    EXPECT_FALSE(reverted.has_value() && reapplied.has_value()) << size;
    if (!reverted) {
      EXPECT_EQ(reverted.error().kind, ErrorKind::Damaged) << size;
    }
  }
  EXPECT_TRUE(dumpOf(*m_open.store) == before);
}

TEST_F(OddSteps, WithAnotherByteAreDamageOrOfAnotherRow) {
  const std::string before = dumpOf(*m_open.store);
  int refused = 0;
  for (std::size_t at = 0; at < 400; ++at)
    for (const char byte : {'\x07', '\xff'}) {
      std::string odd = m_changes;
      if (odd[at] == byte)
        continue;
      odd[at] = byte;
      refused += tried(odd).second ? 0 : 1;
    }
  EXPECT_GT(refused, 300);
  EXPECT_TRUE(dumpOf(*m_open.store) == before);
}

TEST_F(OddSteps, AreNotTakenBackWhenTheyAreGone) {
  const auto step = m_open.store->stepToUndo();
  ASSERT_TRUE(step.has_value() && step->has_value());
  auto unit = m_open.store->begin();
  ASSERT_THAT(unit, IsOk());
  ASSERT_THAT(m_open.store->forgetSteps(), IsOk());

  EXPECT_THAT(m_open.store->revert(**step), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(m_open.store->reapply(**step), FailsWith(ErrorKind::NotFound));
}

TEST(SqliteCodes, MeanTheSameToTheUserWhereverTheyComeFrom) {
  for (const auto& [code, kind] :
       std::vector<std::pair<int, ErrorKind>>{{SQLITE_FULL, ErrorKind::DiskFull},
                                              {SQLITE_READONLY_DIRECTORY, ErrorKind::ReadOnly},
                                              {SQLITE_PERM, ErrorKind::ReadOnly},
                                              {SQLITE_BUSY_SNAPSHOT, ErrorKind::Busy},
                                              {SQLITE_LOCKED, ErrorKind::Busy},
                                              {SQLITE_PROTOCOL, ErrorKind::Busy},
                                              {SQLITE_CORRUPT_INDEX, ErrorKind::Damaged},
                                              {SQLITE_NOTADB, ErrorKind::Damaged},
                                              {SQLITE_FORMAT, ErrorKind::Damaged},
                                              {SQLITE_IOERR_DATA, ErrorKind::Damaged},
                                              {SQLITE_IOERR_READ, ErrorKind::InputOutput},
                                              {SQLITE_CANTOPEN, ErrorKind::InputOutput},
                                              {SQLITE_NOLFS, ErrorKind::InputOutput},
                                              {SQLITE_MISUSE, ErrorKind::Internal}})
    EXPECT_EQ(db::translate(code, "said", "notebook.db").kind, kind) << code;
  EXPECT_EQ(db::translate(SQLITE_FULL, "said", "notebook.db").detail, "said (SQLite 13)");
}

}  // namespace
}  // namespace phaseboard::test
