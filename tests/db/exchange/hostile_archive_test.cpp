// SPDX-License-Identifier: Apache-2.0
// Packages that are made to do harm. Each must be refused with a reason, quickly, and leave
// nothing.
#include <filesystem>

#include <gmock/gmock.h>

#include "app/exchange/csv_table.h"
#include "db/exchange/anki_package_reader.h"
#include "db/exchange/archive_reader.h"
#include "db/exchange/exchange_limits.h"
#include "db/exchange/file_exchange.h"
#include "db/exchange/foreign_database.h"
#include "tests/support/anki_sample.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/zip_builder.h"

namespace phaseboard::test {
namespace {

using testing::HasSubstr;

constexpr Instant kReadAt{1'772'400'000'000};

const std::string& soundCollection() {
  static const std::string bytes = ankiCollection(kOneCard);
  return bytes;
}

ZipEntry collectionEntry() {
  return {"collection.anki2", soundCollection()};
}

ZipEntry named(const std::string& name) {
  return {name, "x"};
}

ZipEntry ofMode(std::uint32_t mode) {
  ZipEntry entry{"1", "/etc/passwd"};
  entry.mode = mode;
  return entry;
}

ZipEntry declaring(const std::string& name, std::int64_t size) {
  ZipEntry entry{name, "x"};
  entry.method = 8;
  entry.declared = size;
  return entry;
}

ZipEntry broken() {
  ZipEntry entry = collectionEntry();
  entry.breaksChecksum = true;
  return entry;
}

ZipEntry encrypted() {
  ZipEntry entry{"media", "{}"};
  entry.flags = 1;
  return entry;
}

struct HostileArchive {
  std::string title;
  std::vector<ZipEntry> entries;
  std::string reason;
};

std::vector<HostileArchive> hostileArchives() {
  std::vector<ZipEntry> doubled{collectionEntry(), collectionEntry()};
  std::vector<ZipEntry> folded{collectionEntry(), {"Collection.anki2", soundCollection()}};
  return {
      {"climbs out", {collectionEntry(), named("../evil")}, "climbs out"},
      {"climbs out inside", {collectionEntry(), named("a/../../evil")}, "climbs out"},
      {"ends in dots", {collectionEntry(), named("a/..")}, "climbs out"},
      {"absolute", {collectionEntry(), named("/etc/cron.d/x")}, "absolute"},
      {"absolute of Windows", {collectionEntry(), named("C:evil")}, "absolute"},
      {"backslash", {collectionEntry(), named("..\\evil")}, "climbs out"},
      {"newline in a name", {collectionEntry(), named("a\nb")}, "control characters"},
      {"escape in a name", {collectionEntry(), named("a\x1b[2Jb")}, "control characters"},
      {"long name", {collectionEntry(), named(std::string(300, 'n'))}, "255"},
      {"deep", {collectionEntry(), named("a/b/c/d/e/f/g/h/i/j")}, "deeper"},
      {"no name", {collectionEntry(), named("")}, "without a name"},
      {"symbolic link", {collectionEntry(), ofMode(0120777)}, "link"},
      {"device", {collectionEntry(), ofMode(0020666)}, "no file"},
      {"twice", doubled, "one name"},
      {"twice but for case", folded, "one name"},
      {"under a password", {collectionEntry(), encrypted()}, "password"},
      {"bomb in the collection", {zeroBomb("collection.anki2", 60'000'000)}, "200 times"},
      {"bomb in media", {collectionEntry(), zeroBomb("0", 60'000'000)}, "200 times"},
      {"claims 4 GB", {collectionEntry(), declaring("0", 4'000'000'000)}, "GB"},
      {"claims 300 MB", {declaring("collection.anki2", 300'000'000)}, "256 MB"},
      {"wrong checksum", {broken()}, "damaged"},
      {"damaged data", {declaring("collection.anki2", 4'000)}, "damaged"},
      {"unknown packing", {{"collection.anki2", soundCollection(), 77}}, "damaged"},
      {"no collection", {named("media")}, "holds no collection"},
      {"not a database", {{"collection.anki2", std::string(5'000, 'x')}}, "SQLite"},
      {"empty database", {{"collection.anki2", ""}}, "SQLite"},
      {"not zstandard", {{"collection.anki21b", "nonsense"}}, "Support older"},
      {"zstandard of nonsense", {{"collection.anki21b", zstdOf("nonsense")}}, "SQLite"},
      {"zstandard bomb",
       {{"collection.anki21b", zstdOf(std::string(260'000'000, '\0'))}},
       "Support older"},
  };
}

TEST(HostileArchive, EachIsRefusedWithItsReason) {
  const TemporaryFolder folder;
  for (const HostileArchive& hostile : hostileArchives()) {
    SCOPED_TRACE(hostile.title);
    const auto file = folder.write("deck.apkg", zipOf(hostile.entries));
    const auto read = db::readAnkiPackage(file, kReadAt, {});

    ASSERT_THAT(read, FailsWith(ErrorKind::InvalidInput));
    EXPECT_THAT(read.error().detail, HasSubstr(hostile.reason));
    EXPECT_EQ(read.error().subject, file.string());
  }
  // Nothing was unpacked beside it.
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

/// The limits, from both sides. What an entry only claims costs nothing to make.
class ArchiveLimits : public testing::Test {
 protected:
  Result<exchange::Incoming> read(const std::vector<ZipEntry>& entries) {
    return db::readAnkiPackage(m_folder.write("deck.apkg", zipOf(entries)), kReadAt, {});
  }
  static ZipEntry claiming(const std::string& name, std::int64_t size) {
    ZipEntry entry{name, "x"};
    entry.declared = size;
    return entry;
  }
  static void expectRefused(const Result<exchange::Incoming>& read, const char* reason) {
    ASSERT_THAT(read, FailsWith(ErrorKind::InvalidInput));
    EXPECT_THAT(read.error().detail, HasSubstr(reason));
  }

  TemporaryFolder m_folder;
};

TEST_F(ArchiveLimits, AHundredThousandEntriesAndNotOneMore) {
  std::vector<ZipEntry> entries{collectionEntry()};
  while (entries.size() < db::kMostEntries)
    entries.push_back(named(std::to_string(entries.size())));
  EXPECT_THAT(read(entries), IsOk());

  entries.push_back(named("one-more"));
  expectRefused(read(entries), "more than 100,000 entries");
}

TEST_F(ArchiveLimits, TwoGigabytesWhenUnpackedAndNotOneByteMore) {
  // Large enough for the ratio.
  const ZipEntry filler{"0", std::string(11'000'000, 'f')};
  const auto own = static_cast<std::int64_t>(filler.bytes.size() + soundCollection().size());
  EXPECT_THAT(read({collectionEntry(), filler, claiming("1", db::kMostUnpacked - own)}), IsOk());
  expectRefused(read({collectionEntry(), filler, claiming("1", db::kMostUnpacked - own + 1)}),
                "more than 2 GB");
}

TEST_F(ArchiveLimits, TwoHundredTimesItsSizeAndNotOneByteMore) {
  const auto packed =
      static_cast<std::int64_t>(zipOf({collectionEntry(), claiming("1", 1)}).size());
  const std::int64_t most = packed * db::kHighestRatio + db::kRatioGrace -
                            static_cast<std::int64_t>(soundCollection().size());
  EXPECT_THAT(read({collectionEntry(), claiming("1", most)}), IsOk());
  expectRefused(read({collectionEntry(), claiming("1", most + 1)}), "200 times");
}

TEST_F(ArchiveLimits, EightFoldersDeepAndNotOneMore) {
  EXPECT_THAT(read({collectionEntry(), named("1/2/3/4/5/6/7/8/x")}), IsOk());
  expectRefused(read({collectionEntry(), named("1/2/3/4/5/6/7/8/9/x")}), "deeper than 8");
}

TEST_F(ArchiveLimits, NamesOf255BytesAndNotOneMore) {
  EXPECT_THAT(read({collectionEntry(), named(std::string(255, 'n'))}), IsOk());
  expectRefused(read({collectionEntry(), named(std::string(256, 'n'))}), "255");
}

TEST_F(ArchiveLimits, AFileOfMoreThanTwoGigabytesIsNotEvenRead) {
  const auto file = m_folder.write("deck.apkg", "PK\3\4");
  std::filesystem::resize_file(file, static_cast<std::uintmax_t>(db::kLargestArchive) + 1);
  expectRefused(db::readAnkiPackage(file, kReadAt, {}), "larger than 2 GB");
}

TEST_F(ArchiveLimits, ATableOrTextOfMoreThan64MegabytesIsNotEvenRead) {
  const db::FileExchange files({m_folder / "notebook.db", {}, nullptr});
  for (const char* name : {"table.csv", "questions.md"}) {
    const auto file = m_folder.write(name, "ask,answer\n");
    std::filesystem::resize_file(file, exchange::kLongestCsv + 1);
    expectRefused(files.readIncoming(file, kReadAt, {}), "larger than 64 MB");
  }
}

TEST(ForeignDatabase, GivesUpWhenItsTimeIsOver) {
  std::string many =
      "INSERT INTO notes (id) WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT "
      "i + 1 FROM n WHERE i < 30000) SELECT i FROM n;";
  const auto opened =
      db::ForeignDatabase::open(ankiCollection(std::string(kOneCard) + many), {"notes"},
                                "deck.apkg", {}, std::chrono::milliseconds{-1});

  ASSERT_THAT(opened, FailsWith(ErrorKind::InvalidInput));
  EXPECT_THAT(opened.error().detail, HasSubstr("longer than 20 seconds"));
}

TEST(HostileArchive, TruncatedAtAnyPlaceItIsRefused) {
  const TemporaryFolder folder;
  const std::string whole = zipOf({collectionEntry(), named("media")});
  for (std::size_t size = 0; size < whole.size(); size += whole.size() / 40 + 1) {
    const auto file = folder.write("deck.apkg", whole.substr(0, size));
    EXPECT_FALSE(db::readAnkiPackage(file, kReadAt, {})) << size;
  }
}

TEST(HostileArchive, WithAnyByteChangedItIsReadOrRefused) {
  const TemporaryFolder folder;
  const std::string whole = zipOf({collectionEntry(), named("media")});
  for (std::size_t at = 0; at < whole.size(); at += at < 100 ? 1 : whole.size() / 150) {
    std::string spoilt = whole;
    spoilt[at] = static_cast<char>(spoilt[at] ^ 0x5a);
    const auto file = folder.write("deck.apkg", spoilt);
    const auto read = db::readAnkiPackage(file, kReadAt, {});
    EXPECT_TRUE(read || !read.error().detail.empty()) << at;
  }
}

TEST(HostileArchive, WhatIsNoArchiveIsForeign) {
  const TemporaryFolder folder;
  EXPECT_THAT(db::readAnkiPackage(folder.write("a.apkg", "plain text, no archive"), kReadAt, {}),
              FailsWith(ErrorKind::ForeignFile));
  EXPECT_THAT(db::readAnkiPackage(folder.write("b.apkg", ""), kReadAt, {}),
              FailsWith(ErrorKind::ForeignFile));
  EXPECT_THAT(db::readAnkiPackage(folder / "missing.apkg", kReadAt, {}),
              FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(db::readAnkiPackage(folder.path(), kReadAt, {}), FailsWith(ErrorKind::NotFound));
}

TEST(HostileArchive, ReadingCanBeStopped) {
  const TemporaryFolder folder;
  const auto file = folder.write("deck.apkg", zipOf({collectionEntry()}));
  const auto read =
      db::readAnkiPackage(file, kReadAt, [](std::int64_t, std::int64_t) { return false; });

  ASSERT_FALSE(read);
  EXPECT_TRUE(exchange::isStopped(read.error()));
}

}  // namespace
}  // namespace phaseboard::test
