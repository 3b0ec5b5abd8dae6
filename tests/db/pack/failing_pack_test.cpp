// SPDX-License-Identifier: Apache-2.0
// Packs with each of SQLite's statements failing in turn, and with something odd in each column.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>

#include "db/checked_pages.h"
#include "db/pack/pack_file.h"
#include "db/pack/pack_reader.h"
#include "db/pack/pack_shelf.h"
#include "db/pack/pack_writer.h"
#include "tests/support/failing_statements.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::db {
namespace {

namespace fs = std::filesystem;
using test::FailedStatement;
using test::FailsWith;
using test::IsOk;
using test::statusOf;

const QuestionId kSpamFilter{"spam-filter"};
const DiagramId kRequestPath{"spam-filter/request-path"};

/// Reads everything that is in a library; the first failure.
Status readWhole(const ports::PackLibrary& pack) {
  for (const ports::QuestionCard& card : pack.questions()) {
    PHASEBOARD_TRY(pack.question(card.id));
    for (const framework::Phase& phase : pack.framework().phases)
      PHASEBOARD_TRY(pack.note(card.id, phase.id));
    for (const ports::DiagramCard& figure : card.diagrams)
      PHASEBOARD_TRY(pack.diagram(figure.id));
  }
  PHASEBOARD_TRY_ASSIGN(const auto concepts, pack.concepts());
  for (const content::Concept& one : concepts)
    PHASEBOARD_TRY(pack.occurrences(one.id));
  for (const review::Prompt& prompt : pack.prompts())
    PHASEBOARD_TRY(pack.prompt(prompt.id));
  (void)pack.formula("c");
  return statusOf(pack.search(search::parseQuery("model"), 9));
}

class FailingPack : public testing::Test {
 protected:
  FailingPack() { EXPECT_THAT(writePack(test::miniPack(), m_file), IsOk()); }

  test::FailingStatements m_statements;
  test::TemporaryFolder m_folder{test::fastestPlace()};
  fs::path m_file = m_folder / "mini.pack";
};

TEST_F(FailingPack, IsNotOpenedWhenAStatementFails) {
  int failures = 0;
  const auto count = [&failures](const FailedStatement& failed) {
    ++failures;
    EXPECT_FALSE(failed.outcome.has_value()) << failed.number;
  };

  EXPECT_THAT(failEachStatement(
                  m_statements, [&] { return statusOf(openPacks({m_file})); }, count),
              IsOk());
  EXPECT_THAT(failEachStatement(
                  m_statements, [&] { return statusOf(checkPackFile(m_file)); }, count),
              IsOk());

  EXPECT_GT(failures, 9);
}

TEST_F(FailingPack, SaysOfEveryReadingWhenAStatementFails) {
  const auto pack = PackReader::open(m_file);
  ASSERT_THAT(pack, IsOk());
  const PromptId prompt = (*pack)->prompts().front().id;
  for (const auto& [name, read] : std::vector<std::pair<std::string, std::function<Status()>>>{
           {"question", [&] { return statusOf((*pack)->question(kSpamFilter)); }},
           {"note", [&] { return statusOf((*pack)->note(kSpamFilter, PhaseId{"serve"})); }},
           {"diagram", [&] { return statusOf((*pack)->diagram(kRequestPath)); }},
           {"concepts", [&] { return statusOf((*pack)->concepts()); }},
           {"concept", [&] { return statusOf((*pack)->findConcept(ConceptId{"threshold"})); }},
           {"occurrences", [&] { return statusOf((*pack)->occurrences(ConceptId{"threshold"})); }},
           {"formulas", [&] { return statusOf((*pack)->formulas()); }},
           {"prompt", [&] { return statusOf((*pack)->prompt(prompt)); }},
           {"search", [&] { return statusOf((*pack)->search(search::parseQuery("model"), 9)); }}}) {
    SCOPED_TRACE(name);
    int failures = 0;
    EXPECT_THAT(failEachStatement(m_statements, read,
                                  [&](const FailedStatement& failed) {
                                    ++failures;
                                    EXPECT_FALSE(failed.outcome.has_value()) << failed.number;
                                  }),
                IsOk());
    EXPECT_GT(failures, 0);
  }
}

TEST_F(FailingPack, IsNotWrittenWhenAStatementFails) {
  const content::Pack pack = test::miniPack();
  const fs::path other = m_folder / "other.pack";
  int failures = 0;
  // There are hundreds of them, all alike: every ninth.
  for (int statement = 1;; statement += 9) {
    m_statements.failAt(statement);
    const Status written = writePack(pack, other);
    const bool hasFailed = m_statements.hasFailed();
    m_statements.failAt(0);
    ASSERT_EQ(written.has_value(), !hasFailed) << statement;
    ASSERT_EQ(fs::exists(other), !hasFailed) << statement;
    if (!hasFailed)
      break;
    ++failures;
  }
  EXPECT_GT(failures, 20);
  EXPECT_EQ(test::contentsOf(other), test::contentsOf(m_file));
}

TEST_F(FailingPack, IsReadOrRefusedWithSomethingOddInAnyColumn) {
  std::vector<std::array<std::string, 3>> columns;
  {
    const SQLite::Database whole(m_file, SQLite::OPEN_READONLY, 0, checkedVfs());
    SQLite::Statement rows(whole,
                           "SELECT m.name, c.name, c.type FROM sqlite_schema m, "
                           "pragma_table_info(m.name) c WHERE m.sql LIKE '%STRICT%'");
    while (rows.executeStep())
      columns.push_back({rows.getColumn(0), rows.getColumn(1), rows.getColumn(2)});
  }
  ASSERT_GT(columns.size(), 50U);
  const std::string bytes = test::contentsOf(m_file);
  int refused = 0;
  for (const auto& [table, column, type] : columns) {
    SCOPED_TRACE(table + "." + column);
    const fs::path odd = m_folder.write("odd.pack", bytes);
    {
      SQLite::Database database(odd, SQLite::OPEN_READWRITE, 0, checkedVfs());
      database.exec("PRAGMA ignore_check_constraints = ON; UPDATE OR IGNORE \"" + table +
                    "\" SET \"" + column + "\" = " +
                    (type == "TEXT"   ? "'odd'"
                     : type == "BLOB" ? "x'0d'"
                                      : "-7"));
    }
    const auto opened = PackReader::open(odd);
    const Status read = opened ? readWhole(**opened) : statusOf(opened);
    if (read)
      continue;
    ++refused;
    EXPECT_TRUE(read.error().kind == ErrorKind::Damaged || read.error().kind == ErrorKind::NotFound)
        << describe(read.error());
  }
  EXPECT_GT(refused, 5);
}

}  // namespace
}  // namespace phaseboard::db
