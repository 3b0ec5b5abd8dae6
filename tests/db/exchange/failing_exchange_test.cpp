// SPDX-License-Identifier: Apache-2.0
// Exports and imports with each of SQLite's statements, and each call to the disk, failing in turn;
// and foreign collections with nothing, or something else, in each of their cells.
#include <array>

#include <gmock/gmock.h>

#include "app/exchange/csv_table.h"
#include "db/exchange/anki_package_reader.h"
#include "db/exchange/file_exchange.h"
#include "db/exchange/table_writer.h"
#include "db/pack/pack_writer.h"
#include "tests/support/anki_sample.h"
#include "tests/support/failing_files.h"
#include "tests/support/failing_statements.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/zip_builder.h"

namespace phaseboard::test {
namespace {

namespace fs = std::filesystem;
using ports::TableFormat;

constexpr Instant kExportedAt{1'772'400'000'000};

/// A notebook and a pack in files, and an exchange over them.
class FailingExchange : public testing::Test {
 protected:
  FailingExchange() {
    SeededChance chance{3};
    auto store = db::SqliteNotebookStore::open({m_folder / "notebook.db"}, chance);
    EXPECT_THAT(store, IsOk());
    OpenDesk open{std::move(*store)};
    writeSample(open);
    EXPECT_THAT(db::writePack(miniPack(), m_folder / "mini.pack"), IsOk());
    fs::create_directory(m_folder / "out");
  }

  [[nodiscard]] fs::path out(const char* name) const { return m_folder / "out" / name; }

  void emptyOut() const {
    fs::remove_all(m_folder / "out");
    fs::create_directory(m_folder / "out");
  }

  static exchange::AnkiDeck deck() {
    exchange::AnkiDeck deck;
    deck.madeAt = kExportedAt;
    deck.notes = {{"authored:ads/loss", "<p>Why?</p>", "<p>Proper.</p>", "Phaseboard::Ads", {}}};
    deck.pictures = {{"f.png", [] { return Result<std::string>("pixels"); }}};
    return deck;
  }

  /// Everything that writes, by name, to a fresh place below `out`.
  std::vector<std::pair<std::string, std::function<Status()>>> exports() {
    return {
        {"json",
         [&] { return m_exchange.writeTables(out("a.json"), TableFormat::Json, kExportedAt, {}); }},
        {"csv",
         [&] { return m_exchange.writeTables(out("a"), TableFormat::Csv, kExportedAt, {}); }},
        {"anki", [&] { return m_exchange.writeAnkiPackage(out("a.apkg"), deck(), {}); }},
        {"folder", [&] {
           int left = 2;
           return m_exchange.writeFolder(
               out("b"), [&left]() -> Result<std::optional<ports::FolderFile>> {
                 if (left-- == 0)
                   return std::optional<ports::FolderFile>();
                 return std::optional(ports::FolderFile{"sub/" + std::to_string(left), "x"});
               });
         }}};
  }

  FailingStatements m_statements;
  TemporaryFolder m_folder{fastestPlace()};
  FailingFiles m_files;
  db::FileExchange m_exchange{{m_folder / "notebook.db", {m_folder / "mini.pack"}, &m_files}};
};

TEST_F(FailingExchange, LeavesNothingWhenAStatementFails) {
  for (const auto& [name, write] : exports()) {
    SCOPED_TRACE(name);
    const Status whole = failEachStatement(m_statements, write, [&](const FailedStatement& failed) {
      // Opening for reading has a second way when the first one fails.
      if (!failed.outcome) {
        EXPECT_TRUE(fs::is_empty(m_folder / "out")) << "statement " << failed.number;
      }
      emptyOut();
    });
    EXPECT_THAT(whole, IsOk());
    EXPECT_FALSE(fs::is_empty(m_folder / "out"));
    emptyOut();
  }
}

TEST_F(FailingExchange, LeavesNothingWhenTheDiskFails) {
  for (const auto& [name, write] : exports()) {
    SCOPED_TRACE(name);
    bool isWhole = false;
    // The first ones tell files and folders apart; later they are alike.
    for (int call = 1; !isWhole; call += call < 12 ? 1 : 7) {
      SCOPED_TRACE(call);
      ASSERT_LT(call, 400);
      m_files.failAt(call, true);
      const Status written = write();
      isWhole = m_files.calls() < call;
      m_files.failAt(0, false);
      EXPECT_EQ(written.has_value(), isWhole);
      // A last sync that fails leaves what is there wholly.
      if (!written && !fs::is_empty(m_folder / "out")) {
        EXPECT_EQ(std::distance(fs::directory_iterator(m_folder / "out"), {}), 1);
      }
      emptyOut();
    }
  }
}

TEST_F(FailingExchange, TellsWhenAFileCannotBeReadIn) {
  const fs::path old = m_folder.write(
      "old.apkg", zipOf({{"collection.anki2", ankiCollection(kOneCard)}, {"media", "{}"}}));
  const fs::path fresh = m_folder.write(
      "new.apkg", zipOf({{"collection.anki21b", zstdOf(newAnkiCollection(kOneCard))}}));
  for (const fs::path& file : {old, fresh}) {
    int failures = 0;
    const Status whole = failEachStatement(
        m_statements, [&] { return statusOf(m_exchange.readIncoming(file, kExportedAt, {})); },
        [&](const FailedStatement& failed) {
          ++failures;
          EXPECT_THAT(failed.outcome, FailsWith(ErrorKind::InvalidInput)) << failed.number;
        });
    EXPECT_THAT(whole, IsOk());
    EXPECT_GT(failures, 3);
  }
  EXPECT_THAT(m_exchange.readIncoming(m_folder / "notebook.db", kExportedAt, {}),
              FailsWith(ErrorKind::ForeignFile));
  EXPECT_THAT(m_exchange.readIncoming(m_folder / "gone.csv", kExportedAt, {}),
              FailsWith(ErrorKind::NotFound));
}

TEST_F(FailingExchange, TellsWhenPackOrNotebookCannotBeOpened) {
  int failures = 0;
  const Status whole = failEachStatement(
      m_statements, [&] { return statusOf(m_exchange.openReading()); },
      [&](const FailedStatement&) { ++failures; });
  EXPECT_THAT(whole, IsOk());
  EXPECT_GT(failures, 3);
  m_exchange.setPacks({m_folder / "gone.pack"});
  EXPECT_THAT(m_exchange.openReading(), FailsWith(ErrorKind::NotFound));
}

TEST_F(FailingExchange, ReadsAFileByTheEndingOfItsName) {
  const std::string cards = "ask,answer\nWhat is AUC?,A rank measure\n";
  for (const char* name : {"a.csv", "b.CSV", "c.txt"})
    EXPECT_THAT(m_exchange.readIncoming(m_folder.write(name, cards), kExportedAt, {}), IsOk())
        << name;
  EXPECT_THAT(
      m_exchange.readIncoming(
          m_folder.write("d.tsv", "ask\tanswer\nWhat is AUC?\tA rank measure\n"), kExportedAt, {}),
      IsOk());
  for (const char* name : {"e.md", "f.markdown"})
    EXPECT_THAT(
        m_exchange.readIncoming(m_folder.write(name, "# One\n\n## What is recall?\n\nA share.\n"),
                                kExportedAt, {}),
        IsOk())
        << name;
  EXPECT_THAT(m_exchange.readIncoming(m_folder.write("g.colpkg", "no zip"), kExportedAt, {}),
              FailsWith(ErrorKind::ForeignFile));
  const fs::path large = m_folder.write("h.csv", "");
  fs::resize_file(large, exchange::kLongestCsv + 1);
  EXPECT_THAT(m_exchange.readIncoming(large, kExportedAt, {}), FailsWith(ErrorKind::InvalidInput));
}

TEST_F(FailingExchange, EndsWhereverTheUserStopsIt) {
  const fs::path file = m_folder.write(
      "many.apkg", zipOf({{"collection.anki2", ankiCollection(manyCards(1'100, 1))}}));
  for (const bool isImport : {false, true})
    for (int stop = 1;; ++stop) {
      ASSERT_LT(stop, 200);
      int looks = 0;
      const exchange::Progress until = [&](std::int64_t, std::int64_t) { return ++looks < stop; };
      const Status done =
          isImport ? statusOf(m_exchange.readIncoming(file, kExportedAt, until))
                   : m_exchange.writeTables(out("a.json"), TableFormat::Json, kExportedAt, until);
      if (looks < stop) {
        EXPECT_THAT(done, IsOk());
        emptyOut();
        break;
      }
      ASSERT_FALSE(done.has_value()) << stop;
      EXPECT_TRUE(exchange::isStopped(done.error())) << describe(done.error());
      EXPECT_TRUE(fs::is_empty(m_folder / "out"));
    }
}

TEST_F(FailingExchange, PassesOnWhyAFolderHasNoMoreFiles) {
  EXPECT_THAT(m_exchange.writeFolder(out("b"),
                                     []() -> Result<std::optional<ports::FolderFile>> {
                                       return fail(ErrorKind::Damaged, "figure");
                                     }),
              FailsWith(ErrorKind::Damaged));
  EXPECT_TRUE(fs::is_empty(m_folder / "out"));
}

TEST_F(FailingExchange, RefusesNamesThatNoPackageHas) {
  for (const std::string& name :
       {std::string(), std::string(300, 'x'), std::string("a\xff"), std::string("a\x01"),
        std::string("a\x7f"), std::string("/a"), std::string("c:a"), std::string("a/../b"),
        std::string("1/2/3/4/5/6/7/8/9/10")})
    EXPECT_THAT(
        m_exchange.readIncoming(
            m_folder.write("odd.apkg",
                           zipOf({{"collection.anki2", ankiCollection(kOneCard)}, {name, "x"}})),
            kExportedAt, {}),
        FailsWith(ErrorKind::InvalidInput))
        << name;
  EXPECT_THAT(m_exchange.readIncoming(m_folder.write("odd.apkg", zipOf({})), kExportedAt, {}),
              FailsWith(ErrorKind::InvalidInput));
}

TEST(ForeignCollection, HasNoteTypesOfSensibleJsonOnly) {
  for (const char* models :
       {"[]", "{\"x\": {}}", "{\"1x\": {}}", "{\"1\": 7}", "{\"1\": {\"flds\": 7}}",
        "{\"1\": {\"flds\": [7, {\"name\": 7}], \"tmpls\": [7, {\"qfmt\": 7}]}}",
        "{\"1\": {\"type\": \"x\"}}"}) {
    const std::string sql = std::string(kOneCard) + "UPDATE col SET models = '" + models + "'";
    EXPECT_THAT(db::readAnkiCollection(ankiCollection(sql), false, "odd", kExportedAt, {}),
                FailsWith(ErrorKind::InvalidInput))
        << models;
  }
}

TEST(ForeignCollection, HoldsTheSameOrLessWhateverIsInACell) {
  constexpr std::array<const char*, 5> kOddities{"NULL", "-1", "1e300", "x'00ff'", "'odd ' || 7"};
  for (const bool isNew : {false, true})
    for (const auto& [table, columns] :
         std::vector<std::pair<std::string, std::vector<std::string>>>{
             {"notes", {"guid", "mid", "tags", "flds"}},
             {"cards", {"nid", "ord", "queue", "type"}},
             {"revlog", {"cid", "ease", "ivl", "time", "type", "factor"}},
             {isNew ? "notetypes" : "col", isNew ? std::vector<std::string>{"config"}
                                                 : std::vector<std::string>{"models", "conf"}},
             {isNew ? "fields" : "col", {isNew ? "ord" : "conf"}},
             {isNew ? "templates" : "col", {isNew ? "config" : "models"}}})
      for (const std::string& column : columns)
        for (const char* oddity : kOddities) {
          SCOPED_TRACE(table + "." + column + " = " + oddity);
          const std::string sql = std::string(kOneCard) + "UPDATE OR IGNORE " + table + " SET " +
                                  column + " = " + oddity;
          const auto read = db::readAnkiCollection(
              isNew ? newAnkiCollection(sql) : ankiCollection(sql), isNew, "odd", kExportedAt, {});
          EXPECT_TRUE(read ? read->prompts.size() == 1
                           : read.error().kind == ErrorKind::InvalidInput);
        }
}

TEST_F(FailingExchange, LeavesNothingOfAnAnkiPackageThatOutgrowsTheDisk) {
  exchange::AnkiDeck large = deck();
  large.pictures = {{"f.png", [] {
                       SeededChance chance{5};
                       std::string bytes;
                       for (int i = 0; i < 100'000; ++i)
                         bytes += std::to_string(chance.next());  // hardly packs
                       return Result<std::string>(bytes);
                     }}};
  m_files.failAt(2, false);

  EXPECT_THAT(m_exchange.writeAnkiPackage(out("a.apkg"), large, {}),
              FailsWith(ErrorKind::DiskFull));

  m_files.failAt(0, false);
  EXPECT_TRUE(fs::is_empty(m_folder / "out"));
  int looks = 0;
  const Status stopped = m_exchange.writeAnkiPackage(
      out("a.apkg"), deck(), [&looks](std::int64_t, std::int64_t) { return ++looks < 2; });
  EXPECT_TRUE(stopped.has_value() || exchange::isStopped(stopped.error()));
}

TEST(ExportedTables, HoldEveryKindOfEvent) {
  const TemporaryFolder folder;
  OpenDesk open = OpenDesk::inMemory();
  writeSample(open);
  for (const NamedOperation& operation : everyOperation())
    if (operation.name == "correctGrade" || operation.name == "startAfresh") {
      ASSERT_THAT(operation.run(open), IsOk());
    }
  ASSERT_THAT(open.desk.answerPrompt(aPrompt("two"), memory::Rating::Good, Millis{9}), IsOk());
  ASSERT_THAT(open.desk.undo(), IsOk());
  ASSERT_THAT(db::writeNotebookTables(db::diskFiles(), *open.store, folder / "a.json",
                                      TableFormat::Json, kExportedAt, {}),
              IsOk());

  const std::string text = contentsOf(folder / "a.json");
  EXPECT_THAT(text, testing::HasSubstr("\"kind\":\"correct\""));
  EXPECT_THAT(text, testing::HasSubstr("\"kind\":\"void\""));
}

TEST(ForeignCollection, LeavesOutOddCardsOnly) {
  for (const char* guid : {"char(1) || 'x'", "'x' || char(127)", "x'ff'",
                           "replace(hex(zeroblob(200)), '00', 'ab')", "''"}) {
    const std::string sql = std::string(kOneCard) + "UPDATE notes SET guid = " + guid;
    const auto read = db::readAnkiCollection(ankiCollection(sql), false, "odd", kExportedAt, {});
    ASSERT_THAT(read, IsOk()) << guid;
    EXPECT_EQ(read->prompts.front().origin, "anki:note-10:0") << guid;
  }
  const std::string ours =
      std::string(kOneCard) +
      "UPDATE notes SET guid = 'authored:ads/loss', tags = ' phaseboard::phase:: ', flds = "
      "'Why?<img src=\"phaseboard-1.png\"><br>' || char(31) || 'Proper.'";
  const auto read = db::readAnkiCollection(ankiCollection(ours), false, "ours", kExportedAt, {});
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->prompts.front().origin, "authored:ads/loss");
  EXPECT_EQ(read->prompts.front().ask, "Why?");
  EXPECT_TRUE(read->prompts.front().phase.value().empty());
  for (const char* fields : {"'<img src=\"phaseboard-1.png\">' || char(31) || 'Proper.'",
                             "'Why?' || char(31) || '<img src=\"phaseboard-1.png\">'",
                             "'Why?' || char(31) || replace(hex(zeroblob(100001)), '00', 'x')"}) {
    const std::string sql =
        std::string(kOneCard) + "UPDATE notes SET guid = 'authored:ads/loss', flds = " + fields;
    EXPECT_THAT(db::readAnkiCollection(ankiCollection(sql), false, "odd", kExportedAt, {}),
                FailsWith(ErrorKind::InvalidInput))
        << fields;
  }
}

TEST(ForeignCollection, CountsAnswersOnly) {
  for (const char* odd : {"type = 3, factor = 0", "type = -1", "ivl = NULL", "ease = 9", "ease = 0",
                          "id = id - 1700000000000"}) {
    const std::string sql = std::string(kOneCard) + "UPDATE revlog SET " + odd;
    const auto read = db::readAnkiCollection(ankiCollection(sql), false, "odd", kExportedAt, {});
    ASSERT_THAT(read, IsOk()) << odd;
    EXPECT_TRUE(read->prompts.front().reviews.empty()) << odd;
  }
  const std::string old = std::string(kOneCard) +
                          "UPDATE col SET conf = '{}'; UPDATE revlog SET ease = 1 WHERE type = 0; "
                          "UPDATE revlog SET type = 2 WHERE type = 1";
  const auto read = db::readAnkiCollection(ankiCollection(old), false, "old", kExportedAt, {});
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->prompts.front().reviews.front().rating, memory::Rating::Again);
  EXPECT_EQ(read->prompts.front().reviews.back().rating, memory::Rating::Easy) << "good of three";
}

TEST(ForeignCollection, SurvivesBytesThatAreNoTemplate) {
  for (const char* bytes : {"x'0d01020304'", "x'090102030405060708'", "x'80'", "x'0aff01'",
                            "x'18ffffffffffffffffffffff'", "x'1a0141'", "x'0b'", "x''"})
    for (const char* target : {"templates SET config", "notetypes SET config"}) {
      const std::string sql = std::string(kOneCard) + "UPDATE " + target + " = " + bytes;
      const auto read =
          db::readAnkiCollection(newAnkiCollection(sql), true, "odd", kExportedAt, {});
      EXPECT_TRUE(read || read.error().kind == ErrorKind::InvalidInput) << bytes;
    }
  const TemporaryFolder folder;
  const std::string packed = zstdOf(newAnkiCollection(kOneCard));
  for (const std::size_t size : {packed.size() - 1, packed.size() / 2, std::size_t{5}})
    EXPECT_THAT(
        db::readAnkiPackage(
            folder.write("cut.apkg", zipOf({{"collection.anki21b", packed.substr(0, size)}})),
            kExportedAt, {}),
        FailsWith(ErrorKind::InvalidInput))
        << size;
}

}  // namespace
}  // namespace phaseboard::test
