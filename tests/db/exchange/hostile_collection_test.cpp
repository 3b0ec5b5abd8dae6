// SPDX-License-Identifier: Apache-2.0
// Databases that are made to do harm, inside an archive that is sound.
#include <gmock/gmock.h>

#include "app/base/bytes.h"
#include "db/exchange/anki_package_reader.h"
#include "tests/support/anki_sample.h"
#include "tests/support/result_matchers.h"

namespace phaseboard::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::SizeIs;

constexpr Instant kCollectionReadAt{1'772'400'000'000};

Result<exchange::Incoming> readCollection(const std::string& bytes) {
  return db::readAnkiCollection(bytes, false, "deck.apkg", kCollectionReadAt, {});
}

Result<exchange::Incoming> withSql(const std::string& sql) {
  return readCollection(ankiCollection(std::string(kOneCard) + sql));
}

struct HostileDatabase {
  std::string title;
  std::string sql;
  std::string reason;
};

const std::vector<HostileDatabase>& hostileDatabases() {
  static const std::vector<HostileDatabase> all{
      {"a view in the place of a table",
       "DROP TABLE revlog; CREATE VIEW revlog AS SELECT 1 AS id, 20 AS cid, 3 AS ease, 1 AS ivl, "
       "1 AS time, 1 AS type, 1 AS factor;",
       "no ordinary table \"revlog\""},
      {"an endless view",
       "DROP TABLE notes; CREATE VIEW notes AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT "
       "id + 1 FROM r) SELECT id, id AS guid, 1 AS mid, '' AS tags, '' AS flds FROM r;",
       "no ordinary table \"notes\""},
      {"a virtual table",
       "DROP TABLE notes; CREATE VIRTUAL TABLE notes USING fts5(guid, mid, tags, flds);",
       "no ordinary table \"notes\""},
      {"no cards", "DROP TABLE cards;", "no table \"cards\""},
      {"no history", "DROP TABLE revlog;", "no table \"revlog\""},
      {"no notes", "DROP TABLE notes;", "no table \"notes\""},
      {"no collection", "DROP TABLE col;", "no table \"col\""},
      {"an empty collection", "DELETE FROM col;", "no collection"},
      {"columns that are missing", "DROP TABLE cards; CREATE TABLE cards (id integer);", "damaged"},
      {"note types that are no JSON", "UPDATE col SET models = '{\"1\":';", "note types"},
      {"note types that are a list", "UPDATE col SET models = '[]';", "note types"},
      {"note types as a number", "UPDATE col SET models = 7;", "note types"},
      {"JSON as deep as a well",
       "UPDATE col SET models = replace(hex(zeroblob(100000)), '0', '[');", "note types"},
      {"a value of 20 MB", "UPDATE notes SET flds = replace(hex(zeroblob(10000000)), '0', 'x');",
       "16 MB"},
      {"no cards with text", "UPDATE notes SET flds = char(31);", "no cards"},
      {"cards of nothing", "UPDATE cards SET nid = 99;", "no cards"},
      {"cards out of range", "UPDATE cards SET ord = 1000000;", "no cards"},
      {"notes of an unknown type", "UPDATE notes SET mid = 99;", "no cards"},
      {"texts of 200 KB",
       "UPDATE notes SET flds = replace(hex(zeroblob(100000)), '0', 'x') || char(31) || 'b';",
       "no cards"},
      {"a generated column of a gigabyte",
       "DROP TABLE revlog; CREATE TABLE revlog (id integer primary key, cid, ease, ivl, time, "
       "type, "
       "factor AS (length(zeroblob(1000000000))));"
       "INSERT INTO revlog (id, cid) VALUES (1, 20);",
       "its database"},
  };
  return all;
}

TEST(HostileCollection, EachIsRefusedWithItsReason) {
  for (const HostileDatabase& hostile : hostileDatabases()) {
    SCOPED_TRACE(hostile.title);
    const auto read = withSql(hostile.sql);

    ASSERT_THAT(read, FailsWith(ErrorKind::InvalidInput));
    EXPECT_THAT(read.error().detail, HasSubstr(hostile.reason));
  }
}

TEST(HostileCollection, TriggersAndOtherTablesAreOfNoConcern) {
  const auto read = withSql(
      "CREATE TABLE other (x); CREATE TRIGGER t AFTER INSERT ON other BEGIN SELECT "
      "load_extension('evil'); END; CREATE VIEW w AS SELECT load_extension('evil');");

  ASSERT_THAT(read, IsOk());
  EXPECT_THAT(read->prompts, SizeIs(1));
}

TEST(HostileCollection, DamagedPagesAreNoticedOrHarmless) {
  const std::string whole = ankiCollection(kOneCard);
  int refused = 0;
  for (std::size_t at = 0; at < whole.size(); at += 97) {
    std::string spoilt = whole;
    spoilt[at] = static_cast<char>(spoilt[at] ^ 0xff);
    const auto read = readCollection(spoilt);
    refused += read ? 0 : 1;
    EXPECT_TRUE(!read || !read->prompts.empty()) << at;
  }
  EXPECT_GT(refused, 5);
}

TEST(HostileCollection, CutOffAnywhereItIsRefused) {
  const std::string whole = ankiCollection(kOneCard);
  for (std::size_t size = 0; size < whole.size(); size += 1'024)
    EXPECT_FALSE(readCollection(whole.substr(0, size))) << size;
}

TEST(HostileCollection, BytesThatAreNoTextBecomeText) {
  const auto read = withSql(
      "UPDATE notes SET guid = CAST(x'ff00fe' AS TEXT), tags = CAST(x'ff' AS TEXT), "
      "flds = CAST(x'61ff1f62fe0107' AS TEXT);");

  ASSERT_THAT(read, IsOk());
  ASSERT_THAT(read->prompts, SizeIs(1));
  EXPECT_TRUE(isUtf8(read->prompts[0].ask));
  EXPECT_EQ(read->prompts[0].answer, "b\xEF\xBF\xBD");
  EXPECT_EQ(read->prompts[0].origin, "anki:note-10:0");
}

TEST(HostileCollection, ReviewsOutOfBoundsAreLeftOutAndCounted) {
  const auto read = withSql(
      "INSERT INTO revlog VALUES (-5,20,0,3,1,0,0,0,1), (9223372036854775807,20,0,3,1,0,0,0,1),"
      "(1760000800000,20,0,9,1,0,0,0,1), (1760000900000,20,0,0,1,0,0,0,4),"
      "(1760001000000,20,0,3,'far',0,0,0,1), (1760001100000,20,0,3,1,0,0,0,3);");

  ASSERT_THAT(read, IsOk());
  EXPECT_THAT(read->prompts[0].reviews, SizeIs(2));
  EXPECT_THAT(read->remarks, Contains(HasSubstr("6 entries of the history")));
}

TEST(HostileCollection, HugeIntervalsAndTimesAreCut) {
  const auto read = withSql(
      "UPDATE revlog SET ivl = 9223372036854775807, time = 9223372036854775807 WHERE id = "
      "1760000700000; UPDATE revlog SET ivl = -9223372036854775808 WHERE id = 1760000000000;");

  ASSERT_THAT(read, IsOk());
  const auto& reviews = read->prompts[0].reviews;
  ASSERT_THAT(reviews, SizeIs(2));
  EXPECT_EQ(reviews[0].intervalSeconds, 2 * 86'400);
  EXPECT_EQ(reviews[1].intervalSeconds, 36'500LL * 86'400);
  EXPECT_EQ(reviews[1].thinking, Millis{600'000});
}

TEST(HostileCollection, AFileOfAWriteAheadLogIsReadWithoutIt) {
  std::string bytes = ankiCollection(kOneCard);
  bytes[18] = 2;
  bytes[19] = 2;

  EXPECT_THAT(readCollection(bytes), IsOk());
}

TEST(HostileCollection, NewFormWithPartsOutOfPlaceIsRefused) {
  for (const char* sql : {"UPDATE fields SET ord = 100000 WHERE ord = 0;",
                          "UPDATE templates SET ord = -1;", "DROP TABLE templates;"}) {
    const auto read = db::readAnkiCollection(newAnkiCollection(std::string(kOneCard) + sql), true,
                                             "deck.apkg", kCollectionReadAt, {});
    EXPECT_THAT(read, FailsWith(ErrorKind::InvalidInput)) << sql;
  }
}

}  // namespace
}  // namespace phaseboard::test
