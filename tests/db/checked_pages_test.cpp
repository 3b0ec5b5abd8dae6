// SPDX-License-Identifier: Apache-2.0
#include "db/checked_pages.h"

#include <array>
#include <set>
#include <string>
#include <vector>

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

/// The file as SQLite's own layer sees it, without a database over it.
class RawFile {
 public:
  explicit RawFile(const std::filesystem::path& file) : m_name(file.string() + '\0' + '\0') {
    sqlite3_vfs* vfs = sqlite3_vfs_find(db::checkedVfs().c_str());
    m_room.resize(static_cast<std::size_t>(vfs->szOsFile));
    m_file = reinterpret_cast<sqlite3_file*>(m_room.data());
    constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_DB;
    EXPECT_EQ(vfs->xOpen(vfs, m_name.c_str(), m_file, kFlags, nullptr), SQLITE_OK);
  }
  ~RawFile() { m_file->pMethods->xClose(m_file); }
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;

  int read(char* into, int size, sqlite3_int64 at) {
    return m_file->pMethods->xRead(m_file, into, size, at);
  }
  int write(const std::string& bytes, sqlite3_int64 at) {
    return m_file->pMethods->xWrite(m_file, bytes.data(), static_cast<int>(bytes.size()), at);
  }

 private:
  std::string m_name;
  std::vector<char> m_room;
  sqlite3_file* m_file = nullptr;
};

TEST_F(CheckedPages, AreCheckedWholeWhenAPartIsRead) {
  const std::string whole = contentsOf(m_file);
  std::array<char, 200> part{};
  {
    RawFile file(m_file);
    ASSERT_EQ(file.read(part.data(), 100, 0), SQLITE_OK) << "the header says how the rest is read";
    ASSERT_EQ(file.read(part.data(), 200, kPageSize + 300), SQLITE_OK);
    EXPECT_EQ(std::string(part.data(), 200), whole.substr(kPageSize + 300, 200));
    EXPECT_EQ(file.read(part.data(), 200, 2 * kPageSize - 100), SQLITE_IOERR_DATA)
        << "no page has all of it";
    EXPECT_EQ(file.read(part.data(), 200, static_cast<sqlite3_int64>(whole.size()) + 300),
              SQLITE_IOERR_DATA)
        << "there is no such page";
  }
  std::string hurt = whole;
  hurt[kPageSize + 2000] = static_cast<char>(hurt[kPageSize + 2000] ^ 1);
  const auto other = m_folder.write("hurt.db", hurt);
  RawFile file(other);
  ASSERT_EQ(file.read(part.data(), 100, 0), SQLITE_OK);
  EXPECT_EQ(file.read(part.data(), 200, kPageSize + 300), SQLITE_IOERR_DATA);
}

TEST_F(CheckedPages, DoNotBelieveAHeaderThatTakesTheirChecksumsAway) {
  std::string odd = contentsOf(m_file);
  odd[20] = 0;  // the bytes left free
  const auto plain = m_folder.write("plain.db", odd);
  std::array<char, 100> header{};
  EXPECT_EQ(RawFile(plain).read(header.data(), 100, 0), SQLITE_OK) << "a file of anybody's";
  odd.replace(68, 4, "PhBd");
  odd.replace(60, 4, std::string("\0\0\0\x0a", 4));
  const auto ours = m_folder.write("ours.db", odd);
  EXPECT_EQ(RawFile(ours).read(header.data(), 100, 0), SQLITE_IOERR_DATA);
  odd.replace(60, 4, std::string("\0\0\0\x09", 4));
  const auto older = m_folder.write("older.db", odd);
  EXPECT_EQ(RawFile(older).read(header.data(), 100, 0), SQLITE_OK) << "they had none then";
}

TEST_F(CheckedPages, ArePassedOnAsTheyAreWhenOnlyAPartIsWritten) {
  RawFile file(m_file);
  std::array<char, 100> header{};
  ASSERT_EQ(file.read(header.data(), 100, 0), SQLITE_OK);

  ASSERT_EQ(file.write("part", kPageSize + 300), SQLITE_OK);

  EXPECT_EQ(contentsOf(m_file).substr(kPageSize + 300, 4), "part");
  std::array<char, kPageSize> page{};
  EXPECT_EQ(file.read(page.data(), kPageSize, kPageSize), SQLITE_IOERR_DATA) << "it tells";
}

TEST(CheckedConnection, OpensAFileWithAnyNameForReadingOnly) {
  const TemporaryFolder folder;
  const auto file = folder / "what? 100% #1.db";
  {
    const auto made = db::Connection::open(file, db::Access::ReadWrite);
    ASSERT_TRUE(made.has_value());
    (*made)->execute("CREATE TABLE word (text TEXT)");
  }
  const auto opened = db::Connection::open(file, db::Access::Immutable);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ((*opened)->integer("SELECT count(*) FROM word"), 0);
  EXPECT_THROW((*opened)->execute("DROP TABLE word"), SQLite::Exception);
}

TEST(CheckedConnection, SaysWhenThereIsNoLogToWriteAhead) {
  const auto memory = db::Connection::open(":memory:", db::Access::ReadWrite);
  ASSERT_TRUE(memory.has_value());
  const Status durable = (*memory)->makeDurable();
  ASSERT_FALSE(durable.has_value());
  EXPECT_EQ(durable.error().kind, ErrorKind::InputOutput);
}

}  // namespace
}  // namespace phaseboard::test
