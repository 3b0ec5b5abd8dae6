// SPDX-License-Identifier: Apache-2.0
// Packs, packages, tables and notebooks of somebody who means harm: each is read or refused with a
// reason, soon, and nothing else is opened (packaging/scripts/hostile.sh watches that).
#include <chrono>
#include <fstream>
#include <iostream>

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "app/exchange/incoming_csv.h"
#include "app/exchange/incoming_markdown.h"
#include "db/exchange/anki_package_reader.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "db/pack/pack_file.h"
#include "db/pack/pack_reader.h"
#include "db/pack/pack_writer.h"
#include "tests/support/anki_sample.h"
#include "tests/support/hostile_texts.h"
#include "tests/support/old_notebook.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"
#include "tests/support/run_numbers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/zip_builder.h"

namespace phaseboard::test {
namespace {

constexpr std::uint64_t kUsualShareOfCorpus = 8;  ///< one file of so many
constexpr double kLongestSeconds = 5;             ///< a Debug build on a busy machine
constexpr Instant kReadAt{1'772'400'000'000};

class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
  }

 private:
  std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

/// A sound file spoilt here and there: bytes turned, parts cut out, cut off or doubled.
std::string spoilt(std::string bytes, Chance& chance) {
  const auto below = [&](std::size_t count) {
    return chance.next() % std::max<std::size_t>(1, count);
  };
  switch (chance.next() % 5) {
    case 0:
      bytes.resize(below(bytes.size()));
      break;
    case 1:
      bytes.erase(below(bytes.size()), below(2'000));
      break;
    case 2:
      bytes.insert(below(bytes.size()), bytes.substr(below(bytes.size()), below(2'000)));
      break;
    default:
      for (std::uint64_t i = 0; i <= chance.next() % 40; ++i)
        bytes[below(bytes.size())] = static_cast<char>(chance.next());
  }
  return bytes;
}

/// What somebody can do who has SQLite; each goes to a fresh copy.
constexpr const char* kTamperings[]{
    "CREATE TRIGGER t AFTER INSERT ON question BEGIN SELECT load_extension('x'); END",
    "CREATE VIEW v AS SELECT load_extension('x') AS x",
    "CREATE TABLE extra (x)",
    "CREATE INDEX extra ON question (id)",
    "PRAGMA user_version = 99",
    "PRAGMA user_version = 0",
    "PRAGMA application_id = 1",
    "UPDATE question SET id = '../../etc/passwd'",
    "UPDATE question SET id = zeroblob(1000000)",
    "UPDATE question SET title = replace(hex(zeroblob(500000)), '0', '<b>')",
    "DELETE FROM question",
    "DELETE FROM phase",
    "DROP TABLE question",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE question (x)' WHERE "
    "name = 'question'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 1",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'garbage'",
    "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('trigger', 't', 'question', 0, "
    "'CREATE TRIGGER t AFTER INSERT ON question BEGIN SELECT 1; END')"};

void expectSoon(const Stopwatch& watch, int number) {
  EXPECT_LT(watch.seconds(), kLongestSeconds) << number;
}

void usePack(const std::filesystem::path& file, int number) {
  const Stopwatch watch;
  const auto pack = db::PackReader::open(file);
  if (!pack) {
    EXPECT_FALSE(describe(pack.error()).empty());
    return expectSoon(watch, number);
  }
  for (const ports::QuestionCard& card : (*pack)->questions()) {
    (void)(*pack)->question(card.id).has_value();
    for (const framework::Phase& phase : (*pack)->framework().phases)
      (void)(*pack)->note(card.id, phase.id).has_value();
    for (const auto& diagram : card.diagrams)
      (void)(*pack)->diagram(diagram.id).has_value();
  }
  (void)(*pack)->search(search::parseQuery("model \"a b\" se"), 20).has_value();
  (void)(*pack)->concepts().has_value();
  (void)db::checkPackFile(file).has_value();
  expectSoon(watch, number);
}

TEST(HostileCorpus, PacksAreReadOrRefused) {
  constexpr int kSpoilt = 320;
  const std::uint64_t share = numberFrom("PHASEBOARD_CORPUS_SHARE", kUsualShareOfCorpus);
  SeededChance chance{announcedSeed()};
  const TemporaryFolder folder{fastestPlace()};
  ASSERT_THAT(db::writePack(miniPack(), folder / "sound.pack"), IsOk());
  const std::string sound = contentsOf(folder / "sound.pack");
  int count = 0;
  for (std::uint64_t i = 0; i < kSpoilt; i += share, ++count)
    usePack(folder.write("spoilt.pack", spoilt(sound, chance)), count);
  for (const char* sql : kTamperings) {
    const auto file = folder.write("tampered.pack", sound);
    try {
      SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql);
    } catch (const SQLite::Exception&) {
      continue;  // SQLite itself would not have it
    }
    usePack(file, count++);
  }
  for (const char* name : {"/dev/zero", "/dev/null", "/proc/self/mem", "/", "/nowhere"})
    EXPECT_FALSE(db::PackReader::open(name).has_value()) << name;
  std::filesystem::create_symlink("/etc/passwd", folder / "link.pack");
  EXPECT_FALSE(db::PackReader::open(folder / "link.pack").has_value());
  std::cout << count + 6 << " hostile packs\n";
}

TEST(HostileCorpus, PackagesAreReadOrRefused) {
  constexpr int kSpoilt = 120;
  const std::uint64_t share = numberFrom("PHASEBOARD_CORPUS_SHARE", kUsualShareOfCorpus);
  SeededChance chance{announcedSeed()};
  const TemporaryFolder folder{fastestPlace()};
  const std::string older = ankiCollection(kOneCard);
  const std::string newer = newAnkiCollection(kOneCard);
  int count = 0;
  for (std::uint64_t i = 0; i < kSpoilt; i += share, ++count) {
    std::string package;
    switch (chance.next() % 4) {
      case 0:
        package = zipOf({{"collection.anki2", spoilt(older, chance)}, {"media", "{}"}});
        break;
      case 1:
        package = zipOf({{"collection.anki21b", zstdOf(spoilt(newer, chance))}});
        break;
      case 2:
        package = zipOf({{"collection.anki21b", spoilt(zstdOf(newer), chance)}});
        break;
      default:
        package = spoilt(zipOf({{"collection.anki2", older}, {"media", "{}"}}), chance);
    }
    const Stopwatch watch;
    const auto read = db::readAnkiPackage(folder.write("deck.apkg", package), kReadAt, {});
    EXPECT_TRUE(read || !read.error().detail.empty() || !read.error().subject.empty());
    expectSoon(watch, count);
  }
  std::cout << count << " hostile packages\n";
}

TEST(HostileCorpus, TablesAndTextsAreReadOrRefused) {
  const std::uint64_t share = numberFrom("PHASEBOARD_CORPUS_SHARE", kUsualShareOfCorpus);
  int count = 0;
  std::uint64_t number = 0;
  auto all = hostileTables();
  for (HostileText& text : hostileTexts("/nowhere/phaseboard-bait.png"))
    all.push_back(std::move(text));
  for (const HostileText& text : all) {
    if (number++ % share != 0)
      continue;
    SCOPED_TRACE(text.name);
    const Stopwatch watch;
    const auto table = exchange::incomingFromCsv(text.text, "f");
    EXPECT_TRUE(table || !table.error().detail.empty());
    const auto sections = exchange::incomingFromMarkdown(text.text, "f");
    EXPECT_TRUE(sections || !sections.error().detail.empty());
    expectSoon(watch, count++);
  }
  std::cout << count << " hostile tables and texts\n";
}

TEST(HostileCorpus, NotebooksAreOpenedOrRefused) {
  constexpr int kSpoilt = 120;
  const std::uint64_t share = numberFrom("PHASEBOARD_CORPUS_SHARE", kUsualShareOfCorpus);
  SeededChance chance{announcedSeed()};
  const TemporaryFolder made{fastestPlace()};
  ASSERT_NO_FATAL_FAILURE(writeOldNotebook(made / "notebook.db", 8));
  const std::string sound = contentsOf(made / "notebook.db");
  int count = 0;
  for (std::uint64_t i = 0; i < kSpoilt; i += share, ++count) {
    const TemporaryFolder folder{fastestPlace()};
    const auto file = folder.write("notebook.db", spoilt(sound, chance));
    const Stopwatch watch;
    SeededChance ids{1};
    auto store = db::SqliteNotebookStore::open({file}, ids);
    if (!store)
      store = db::SqliteNotebookStore::openReadOnly({file});
    if (store) {
      OpenDesk open{std::move(*store)};
      (void)open.desk.answerPrompt(aPrompt("one"), memory::Rating::Good, Millis{1}).has_value();
      (void)open.desk.writeAnswer(kAdsModel, "x").has_value();
      (void)open.desk.undo().has_value();
      (void)open.store->promptRows().has_value();
      (void)open.store->ownPrompts().has_value();
    } else {
      EXPECT_FALSE(describe(store.error()).empty());
    }
    expectSoon(watch, count);
  }
  std::cout << count << " hostile notebooks\n";
}

}  // namespace
}  // namespace phaseboard::test
