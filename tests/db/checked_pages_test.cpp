// SPDX-License-Identifier: Apache-2.0
#include "db/checked_pages.h"

#include <set>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "db/connection.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

constexpr std::size_t kPageSize = 4'096;

TEST(PageChecksum, DiffersForEveryBitAndEveryPlace) {
  std::string page(kPageSize - db::kChecksumBytes, 'p');
  std::set<std::uint64_t> sums{db::pageChecksum(page, 1), db::pageChecksum(page, 2)};
  for (std::size_t bit = 0; bit < page.size() * 8; ++bit) {
    std::string flipped = page;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ 1 << bit % 8);
    sums.insert(db::pageChecksum(flipped, 1));
  }

  EXPECT_EQ(sums.size(), page.size() * 8 + 2);
}

class CheckedPages : public testing::Test {
 protected:
  CheckedPages() {
    // Larger than SQLite's cache, so that pages reach the file before its first.
    SQLite::Database database = open(SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db::wantChecksums(database.getHandle());
    database.exec("CREATE TABLE word (text TEXT)");
    database.exec(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
        "INSERT INTO word SELECT printf('%d %s', i, hex(zeroblob(i % 5 * 2000))) FROM n");
  }

  [[nodiscard]] SQLite::Database open(int flags) const {
    SQLite::Database database(m_file.string(), flags, 0, db::checkedVfs());
    sqlite3_extended_result_codes(database.getHandle(), 1);
    return database;
  }

  [[nodiscard]] std::int64_t length() const {
    SQLite::Database database = open(SQLite::OPEN_READONLY);
    return database.execAndGet("SELECT sum(length(text)) FROM word").getInt64();
  }

  TemporaryFolder m_folder;
  std::filesystem::path m_file = m_folder / "some.db";
};

TEST_F(CheckedPages, ReadWhatWasWritten) {
  SQLite::Database database = open(SQLite::OPEN_READONLY);

  EXPECT_TRUE(db::hasChecksums(database.getHandle()));
  EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(CheckedPages, CanBeReadByOtherPrograms) {
  SQLite::Database other(m_file.string(), SQLite::OPEN_READONLY);

  EXPECT_EQ(other.execAndGet("SELECT sum(length(text)) FROM word").getInt64(), length());
}

TEST_F(CheckedPages, StayWholeThroughALogACheckpointAndRoomGivenBack) {
  {
    SQLite::Database database = open(SQLite::OPEN_READWRITE);
    ASSERT_EQ(database.execAndGet("PRAGMA journal_mode = WAL").getString(), "wal");
    for (int round = 0; round < 20; ++round) {
      database.exec("DELETE FROM word WHERE rowid % 3 = 0");
      database.exec("INSERT INTO word SELECT hex(zeroblob(3000)) FROM word LIMIT 300");
      database.exec("PRAGMA wal_checkpoint");
    }
    database.exec("DELETE FROM word WHERE rowid % 2 = 0");
    database.exec("VACUUM");
  }
  SQLite::Database database = open(SQLite::OPEN_READONLY);
  EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(CheckedPages, AreInheritedByACopy) {
  const auto copy = m_folder / "copy.db";
  open(SQLite::OPEN_READONLY).exec("VACUUM INTO '" + copy.string() + "'");

  SQLite::Database database(copy.string(), SQLite::OPEN_READONLY, 0, db::checkedVfs());

  EXPECT_TRUE(db::hasChecksums(database.getHandle()));
  EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(CheckedPages, ComeIntoAnOldFileWhenItIsWrittenAnew) {
  const auto old = m_folder / "old.db";
  SQLite::Database(old.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(50000))");
  {
    SQLite::Database database(old.string(), SQLite::OPEN_READWRITE, 0, db::checkedVfs());
    ASSERT_FALSE(db::hasChecksums(database.getHandle()));
    ASSERT_EQ(database.execAndGet("PRAGMA journal_mode = WAL").getString(), "wal");
    db::wantChecksums(database.getHandle());
    database.exec("VACUUM");
  }
  const std::string bytes = contentsOf(old);
  EXPECT_EQ(bytes[20], db::kChecksumBytes);
  SQLite::Database database(old.string(), SQLite::OPEN_READONLY, 0, db::checkedVfs());
  EXPECT_EQ(database.execAndGet("SELECT length(x) FROM t").getInt(), 50'000);
}

TEST_F(CheckedPages, TellOfOneFlippedBitAsDamage) {
  std::string bytes = contentsOf(m_file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  m_folder.write("some.db", bytes);
  const auto connection = db::Connection::open(m_file, db::Access::ReadOnly);
  ASSERT_THAT(connection, IsOk());

  const auto read = (*connection)->guarded([&]() -> Result<std::int64_t> {
    return (*connection)->integer("SELECT sum(length(text)) FROM word").value_or(0);
  });

  EXPECT_THAT(read, FailsWith(ErrorKind::Damaged));
}

TEST_F(CheckedPages, TellOfPagesThatChangedPlaces) {
  std::string bytes = contentsOf(m_file);
  const std::string page = bytes.substr(3 * kPageSize, kPageSize);
  bytes.replace(3 * kPageSize, kPageSize, bytes, 4 * kPageSize, kPageSize);
  bytes.replace(4 * kPageSize, kPageSize, page);
  m_folder.write("some.db", bytes);

  EXPECT_THROW(static_cast<void>(length()), SQLite::Exception);
}

TEST_F(CheckedPages, TellOfWhatWasWrittenByAnotherProgram) {
  SQLite::Database(m_file.string(), SQLite::OPEN_READWRITE).exec("DELETE FROM word");

  EXPECT_THROW(static_cast<void>(length()), SQLite::Exception);
}

}  // namespace
}  // namespace phaseboard::test
