// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/migrator.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <utility>

#include <gtest/gtest.h>

#include "app/base/hash.h"
#include "app/ops/replay.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/old_notebook.h"
#include "tests/support/places.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using db::Connection;
using db::FileKind;
using db::Migration;

const std::filesystem::path kPicture = test::inSources("db/notebook/schema.sql");

/// Released steps are frozen: a change to one would make old files and new ones differ.
constexpr std::array<std::uint64_t, 11> kChecksums{
    0x9b3de994d94dc095ULL, 0xc09af02e635ca3a6ULL, 0x73531e13028e1c74ULL, 0xf42f925a271cc081ULL,
    0x639221096adf64c8ULL, 0x3e6a6828a498abdeULL, 0x891dd8da4796e210ULL, 0x963a6bd53bbd1f33ULL,
    0x47bb55b2e7d77c2eULL, 0xebce2ab5b772ccc4ULL, 0x7d56e68087b06c10ULL};

class MigratorTest : public testing::Test {
 protected:
  std::unique_ptr<Connection> connect() {
    auto opened = Connection::open(m_file, db::Access::ReadWrite);
    EXPECT_THAT(opened, IsOk());
    return std::move(*opened);
  }

  std::int64_t version() { return *connect()->integer("PRAGMA user_version"); }

  Result<std::unique_ptr<db::SqliteNotebookStore>> openStore() {
    SeededChance chance{1};
    return db::SqliteNotebookStore::open({m_file}, chance);
  }

  TemporaryFolder m_folder;
  std::filesystem::path m_file = m_folder / "notebook.db";
};

TEST_F(MigratorTest, BringsAFreshFileToTheNewestSchema) {
  ASSERT_THAT(openStore(), IsOk());

  EXPECT_EQ(version(), db::notebookMigrations().back().version);
  EXPECT_EQ(connect()->integer("PRAGMA application_id"), db::kNotebookApplicationId);
}

TEST_F(MigratorTest, DoesNothingTheSecondTime) {
  ASSERT_THAT(openStore(), IsOk());
  const std::string before = contentsOf(m_file);

  ASSERT_THAT(openStore(), IsOk());

  EXPECT_EQ(contentsOf(m_file), before);
}

TEST_F(MigratorTest, RefusesANewerFileAndLeavesItAlone) {
  ASSERT_THAT(openStore(), IsOk());
  connect()->execute("PRAGMA user_version = 99");
  const std::string before = contentsOf(m_file);

  EXPECT_THAT(openStore(), FailsWith(ErrorKind::FileTooNew));

  EXPECT_EQ(contentsOf(m_file), before);
}

TEST_F(MigratorTest, RefusesTheDatabaseOfAnotherProgramAndLeavesItAlone) {
  connect()->execute("CREATE TABLE song (title TEXT)");
  const std::string before = contentsOf(m_file);

  EXPECT_THAT(openStore(), FailsWith(ErrorKind::ForeignFile));

  EXPECT_EQ(contentsOf(m_file), before);
}

TEST_F(MigratorTest, RefusesWhatIsNoDatabase) {
  m_folder.write("notebook.db", std::string(5'000, 'x'));

  EXPECT_THAT(openStore(), FailsWith(ErrorKind::Damaged));

  EXPECT_EQ(contentsOf(m_file), std::string(5'000, 'x'));
}

TEST_F(MigratorTest, LeavesTheFileAsItWasWhenAStepFails) {
  const std::array<Migration, 3> steps{{{1, "one", "CREATE TABLE a (x INTEGER);"},
                                        {2, "two", "CREATE TABLE b (x INTEGER);"},
                                        {3, "bad", "CREATE TABLE c (x); CREATE TABLE a (y);"}}};
  const auto connection = connect();

  EXPECT_FALSE(db::migrate(*connection, {}, steps).has_value());

  EXPECT_EQ(connection->integer("PRAGMA user_version"), 0);
  EXPECT_EQ(connection->integer("SELECT count(*) FROM sqlite_schema"), 0);
  EXPECT_EQ(connection->integer("PRAGMA foreign_keys"), 1);
}

TEST_F(MigratorTest, RefusesAStepThatLeavesBrokenReferences) {
  const std::array<Migration, 2> steps{
      {{1, "one", "CREATE TABLE a (x INTEGER PRIMARY KEY); CREATE TABLE b (x REFERENCES a (x));"},
       {2, "bad", "INSERT INTO b VALUES (7);"}}};
  const auto connection = connect();
  ASSERT_THAT(db::migrate(*connection, {}, std::span(steps).first(1)), IsOk());

  EXPECT_THAT(db::migrate(*connection, {FileKind::Older, 1}, steps), FailsWith(ErrorKind::Damaged));

  EXPECT_EQ(connection->integer("PRAGMA user_version"), 1);
  EXPECT_EQ(connection->integer("SELECT count(*) FROM b"), 0);
}

TEST_F(MigratorTest, SaysThatAFileIsOlder) {
  const std::array<Migration, 2> steps{
      {{1, "one", "CREATE TABLE a (x INTEGER);"}, {2, "two", "CREATE TABLE b (x INTEGER);"}}};
  const auto connection = connect();
  ASSERT_THAT(db::migrate(*connection, {}, std::span(steps).first(1)), IsOk());

  const auto state = db::identify(*connection, steps);

  ASSERT_THAT(state, IsOk());
  EXPECT_EQ(state->kind, FileKind::Older);
  EXPECT_EQ(state->version, 1);
  ASSERT_THAT(db::migrate(*connection, *state, steps), IsOk());
  EXPECT_EQ(db::identify(*connection, steps)->kind, FileKind::Current);
}

TEST_F(MigratorTest, KeepsEveryEventOfTheFirstSchemaAndCountsItsAnswers) {
  {
    const auto connection = connect();
    ASSERT_THAT(db::migrate(*connection, {}, db::notebookMigrations().first(1)), IsOk());
    connection->execute(kFirstSchemaRows);
  }

  const auto store = openStore();
  ASSERT_THAT(store, IsOk());

  const auto first = (*store)->events(PromptId{"number:ads/one"});
  ASSERT_THAT(first, IsOk());
  ASSERT_EQ(first->size(), 4U);
  EXPECT_EQ((*first)[0].at, Instant{1'760'020'000'000});
  EXPECT_EQ((*first)[0].day, StudyDay{20'370});
  EXPECT_EQ((*first)[1].at, Instant{1'760'100'000'500});
  EXPECT_EQ((*first)[2].target, (*first)[1].id);
  EXPECT_EQ((*first)[3].contentHash, static_cast<std::uint64_t>(-77));
  const auto second = (*store)->events(PromptId{"pitfall:ads/two"});
  ASSERT_EQ(second->size(), 1U);
  EXPECT_EQ(second->front().day, StudyDay{20'371}) << "east of the UTC day";
  EXPECT_EQ(second->front().intervalSeconds, 1'296'000);

  const auto report = ops::compareWithLog(**store, {});
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(report->answers, 3) << "what was taken back is no answer";
  const auto recall = (*store)->recallSummaries(StudyDay{0}, StudyDay{30'000});
  ASSERT_EQ(recall->size(), 3U);
  EXPECT_EQ((*recall)[2].maturity, review::Maturity::Young) << "what was taken back is no answer";
  const auto times = (*store)->timeSummaries();
  ASSERT_EQ(times->size(), 2U);
  EXPECT_EQ((*times)[1].time, Millis{10'000});
  ASSERT_THAT(ops::rebuildFromLog(**store, {}), IsOk());
  EXPECT_EQ((*store)->recallSummaries(StudyDay{0}, StudyDay{30'000})->size(), 3U);
}

TEST(Migrations, AreNumberedWithoutGaps) {
  int expected = 0;
  for (const Migration& step : db::notebookMigrations())
    EXPECT_EQ(step.version, ++expected) << step.name;
}

TEST(Migrations, AreFrozen) {
  ASSERT_EQ(db::notebookMigrations().size(), kChecksums.size());
  for (std::size_t i = 0; i < kChecksums.size(); ++i)
    EXPECT_EQ(fnv64(db::notebookMigrations()[i].sql), kChecksums[i])
        << "0x" << std::hex << fnv64(db::notebookMigrations()[i].sql);
}

TEST(Migrations, LeadToTheSchemaInThePicture) {
  OpenDesk open = OpenDesk::inMemory();
  const auto picture = db::schemaPicture(open.store->connection());
  ASSERT_THAT(picture, IsOk());

  if (std::getenv("UPDATE_GOLDEN") != nullptr)
    std::ofstream(kPicture, std::ios::binary) << *picture;

  EXPECT_EQ(contentsOf(kPicture), *picture);
}

}  // namespace
}  // namespace phaseboard::test
