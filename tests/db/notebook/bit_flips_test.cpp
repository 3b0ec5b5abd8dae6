// SPDX-License-Identifier: Apache-2.0
// A bit flips, a file is cut, a sector is lost or changed: reading gives what was there, or an
// error; never anything else. PHASEBOARD_SEED chooses what is hurt, PHASEBOARD_ROUNDS how often.
#include <cstdlib>
#include <iostream>
#include <map>
#include <optional>
#include <string>

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "db/pack/pack_file.h"
#include "db/pack/pack_writer.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/page_damage.h"
#include "tests/support/result_matchers.h"
#include "tests/support/stub_figure_compiler.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

constexpr std::uint64_t kUsualRounds = 120;
/// Of long runs every so many rounds show what would go unnoticed without checksums.
constexpr std::uint64_t kCompareEvery = 10;

std::uint64_t wanted(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

/// What reading gave; nothing after an error.
using Dump = std::optional<std::string>;

Dump plainDumpOf(const std::filesystem::path& file) {
  try {
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    return dumpOf(database);
  } catch (const SQLite::Exception&) {
    return std::nullopt;
  }
}

Dump notebookDumpOf(const std::filesystem::path& file) {
  SeededChance chance{3};
  const auto store = db::SqliteNotebookStore::open({file}, chance);
  if (!store)
    return std::nullopt;
  try {
    std::string dump = dumpOf(**store);
    return (*store)->doubt() ? Dump() : dump;
  } catch (const SQLite::Exception&) {
    return std::nullopt;
  }
}

/// Doubts, which do not keep the notebook closed, left aside. What does keep it closed is said.
Dump undoubtedDumpOf(const std::filesystem::path& file) {
  SeededChance chance{3};
  const auto store = db::SqliteNotebookStore::open({file}, chance);
  return store ? dumpOf(**store) : describe(store.error());
}

Dump packDumpOf(const std::filesystem::path& file) {
  const auto pack = db::openPackFile(file);
  if (!pack)
    return std::nullopt;
  try {
    return dumpOf(**pack);
  } catch (const SQLite::Exception&) {
    return std::nullopt;
  }
}

struct Tally {
  std::uint64_t harmless = 0;
  std::uint64_t noticed = 0;
  std::uint64_t silent = 0;
  std::uint64_t compared = 0;
  std::uint64_t silentWithout = 0;  ///< of those compared, what SQLite alone would not notice
};

/// A set of files of which one is hurt at a time.
struct Files {
  std::string hurt;                          ///< which of them
  std::map<std::string, std::string> bytes;  ///< by name; the first is the one that is read

  [[nodiscard]] std::filesystem::path writeTo(const TemporaryFolder& folder,
                                              const std::string& damagedBytes) const {
    for (const auto& [name, whole] : bytes)
      folder.write(name, name == hurt ? damagedBytes : whole);
    return folder / bytes.begin()->first;
  }
};

template <class Read>
Tally tallyOf(const Files& files, const std::string& dump, Read read) {
  const std::uint64_t seed = wanted("PHASEBOARD_SEED", 1);
  const std::uint64_t rounds = wanted("PHASEBOARD_ROUNDS", kUsualRounds);
  SeededChance chance{seed};
  Tally tally;
  for (std::uint64_t round = 0; round < rounds; ++round) {
    const Damage damage = damaged(files.bytes.at(files.hurt), chance);
    if (rounds <= kUsualRounds * kCompareEvery || round % kCompareEvery == 0) {
      const TemporaryFolder folder{fastestPlace()};
      const Dump without = plainDumpOf(files.writeTo(folder, damage.bytes));
      ++tally.compared;
      if (without && *without != dump)
        ++tally.silentWithout;
    }
    const TemporaryFolder other{fastestPlace()};  // SQLite may have changed a log that it read
    const Dump found = read(files.writeTo(other, damage.bytes));
    if (!found)
      ++tally.noticed;
    else if (*found == dump)
      ++tally.harmless;
    else if (++tally.silent < 10)
      ADD_FAILURE() << files.hurt << ": " << damage.what << " gives other rows, seed " << seed
                    << ": " << found->substr(0, 200);
  }
  std::cout << files.hurt << ": " << tally.noticed << " noticed, " << tally.harmless
            << " harmless, " << tally.silent << " silent; without checksums " << tally.silentWithout
            << " of " << tally.compared << " silent; seed " << seed << "\n";
  return tally;
}

TEST(BitFlips, InANotebookAreNoticedOrHarmless) {
  Files files{"notebook.db", {}};
  std::string dump;
  {
    const TemporaryFolder folder;
    const auto open = [&folder] {
      SeededChance chance{3};
      return std::move(*db::SqliteNotebookStore::open({folder / "notebook.db"}, chance));
    };
    {
      OpenDesk desk{open()};
      writeSample(desk);
      ASSERT_THAT(desk.desk.writeAnswer(kAdsModel, std::string(60'000, 't')), IsOk());
    }
    dump = dumpOf(*open());
    for (const char* name : {"notebook.db", "notebook.journal"})
      files.bytes[name] = contentsOf(folder / name);
  }

  const Tally tally = tallyOf(files, dump, notebookDumpOf);

  EXPECT_EQ(tally.silent, 0U);
  EXPECT_GT(tally.harmless, 0U);
  EXPECT_GT(tally.silentWithout, 0U) << "the run would not find what it looks for";
}

/// The end of a log is what SQLite takes for a change that nobody was told of.
TEST(BitFlips, InTheLogOfAKilledProgramAreNoticedOrHarmless) {
  Files files{"notebook.db-wal", {}};
  std::string dump;
  {
    const TemporaryFolder folder;
    SeededChance chance{3};
    OpenDesk desk{std::move(*db::SqliteNotebookStore::open({folder / "notebook.db"}, chance))};
    writeSample(desk);
    ASSERT_THAT(desk.store->settle(), IsOk());
    for (int day = 0; day < 5; ++day) {
      desk.clock.advanceDays(1);
      ASSERT_THAT(desk.desk.answerPrompt(aPrompt("one"), memory::Rating::Good, Millis{1}), IsOk());
      ASSERT_THAT(desk.desk.keepDraft(kAdsModel, std::string(6'000, 'w'), std::nullopt), IsOk());
    }
    dump = dumpOf(*desk.store);
    for (const char* name : {"notebook.db", "notebook.db-wal", "notebook.journal"})
      files.bytes[name] = contentsOf(folder / name);
  }

  const Tally tally = tallyOf(files, dump, notebookDumpOf);

  EXPECT_EQ(tally.silent, 0U);
  EXPECT_GT(tally.noticed, 0U);
  EXPECT_GT(tally.silentWithout, 0U) << "the run would not find what it looks for";
}

TEST(BitFlips, InTheJournalChangeNothingInTheNotebook) {
  const TemporaryFolder folder;
  {
    SeededChance chance{3};
    OpenDesk desk{std::move(*db::SqliteNotebookStore::open({folder / "notebook.db"}, chance))};
    writeSample(desk);
  }
  Files files{"notebook.journal", {}};
  for (const char* name : {"notebook.db", "notebook.journal"})
    files.bytes[name] = contentsOf(folder / name);

  const Tally tally = tallyOf(files, *notebookDumpOf(folder / "notebook.db"), undoubtedDumpOf);

  EXPECT_EQ(tally.silent + tally.noticed, 0U);
}

/// The moment in its head has no checksum.
TEST(BitFlips, InTheHeadOfTheJournalKeepNoNotebookClosed) {
  const TemporaryFolder folder;
  {
    SeededChance chance{3};
    OpenDesk desk{std::move(*db::SqliteNotebookStore::open({folder / "notebook.db"}, chance))};
    writeSample(desk);
  }
  const std::string whole = contentsOf(folder / "notebook.journal");
  const Dump dump = notebookDumpOf(folder / "notebook.db");
  constexpr std::size_t kHead = 12;
  for (std::size_t bit = 0; bit < 8 * kHead; ++bit) {
    std::string damagedBytes = whole;
    damagedBytes[bit / 8] = static_cast<char>(damagedBytes[bit / 8] ^ 1 << bit % 8);
    const TemporaryFolder copy;
    std::filesystem::copy_file(folder / "notebook.db", copy / "notebook.db");
    copy.write("notebook.journal", damagedBytes);

    EXPECT_EQ(undoubtedDumpOf(copy / "notebook.db"), dump) << bit;
  }
}

TEST(BitFlips, InAPackAreNoticedOrHarmless) {
  const TemporaryFolder folder;
  const auto file = folder / "mini.pack";
  ASSERT_THAT(db::writePack(miniPack(), file), IsOk());
  const Dump dump = packDumpOf(file);
  ASSERT_TRUE(dump);

  const Tally tally = tallyOf({"mini.pack", {{"mini.pack", contentsOf(file)}}}, *dump, packDumpOf);

  EXPECT_EQ(tally.silent, 0U);
  EXPECT_GT(tally.silentWithout, 0U) << "the run would not find what it looks for";
}

}  // namespace
}  // namespace phaseboard::test
