// SPDX-License-Identifier: Apache-2.0
// What backups and journal are for: the notebook is lost or garbled, the program is killed while it
// backs up, the power fails while a backup is restored or an old notebook is brought up. Nothing
// that was acknowledged is missing. PHASEBOARD_SEED and PHASEBOARD_ROUNDS choose how much is tried.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <optional>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/ops/merge_operations.h"
#include "app/ops/replay.h"
#include "db/checked_pages.h"
#include "db/connection.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/backups.h"
#include "db/notebook/migrator.h"
#include "db/notebook/sqlite_merge_store.h"
#include "tests/support/disk_trace.h"
#include "tests/support/failing_files.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/merge_dump.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/page_damage.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using memory::Rating;

std::uint64_t chosen(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

OpenDesk reopened(const std::filesystem::path& file) {
  SeededChance chance{3};
  auto store = db::SqliteNotebookStore::open({file}, chance);
  EXPECT_THAT(store, IsOk());
  return OpenDesk{std::move(*store)};
}

std::set<std::string> eventIdsOf(const db::SqliteNotebookStore& store) {
  std::set<std::string> ids;
  EXPECT_THAT(store.eachLog([&ids](const ports::PromptLog& log) -> Status {
    for (const review::ReviewEvent& event : log.events)
      ids.insert(event.id.text());
    return {};
  }),
              IsOk());
  return ids;
}

// --- Backup and journal -------------------------------------------------------------------------

/// A notebook with yesterday's backup and a day of answers after it.
class LostNotebook : public testing::Test {
 protected:
  void study(int answers) {
    OpenDesk desk = reopened(m_file);
    writeSample(desk);
    const auto backup = m_backups.make(desk.clock.now());
    ASSERT_THAT(backup, IsOk());
    ASSERT_THAT(desk.store->rotateJournal(db::Backups::journalOf(*backup)), IsOk());
    desk.clock.advanceDays(1);
    for (int i = 0; i < answers; ++i) {
      desk.clock.advanceSeconds(20);
      const auto rating = memory::kRatings[static_cast<std::size_t>(i) % 4];
      ASSERT_THAT(
          desk.desk.answerPrompt(aPrompt("p" + std::to_string(i % 97)), rating, Millis{900}),
          IsOk());
    }
    m_ids = eventIdsOf(*desk.store);
  }

  void restore() {
    ASSERT_THAT(db::restoreNotebook(db::diskFiles(), m_file, std::nullopt, Instant{1}), IsOk());
  }

  void expectEverything() {
    OpenDesk desk = reopened(m_file);
    EXPECT_FALSE(desk.store->doubt().has_value());
    EXPECT_TRUE(eventIdsOf(*desk.store) == m_ids);
    EXPECT_EQ(ops::compareWithLog(*desk.store, {})->differenceCount, 0);
  }

  TemporaryFolder m_folder{fastestPlace()};
  std::filesystem::path m_file = m_folder / "notebook.db";
  db::Backups m_backups{db::diskFiles(), m_file};
  std::set<std::string> m_ids;
};

TEST_F(LostNotebook, ComesBackWithEveryAnswerWhenItIsGarbledOrGone) {
  const auto answers = static_cast<int>(chosen("PHASEBOARD_ROUNDS", 300));
  ASSERT_NO_FATAL_FAILURE(study(answers));

  m_folder.write("notebook.db", std::string(100'000, 'x'));
  ASSERT_NO_FATAL_FAILURE(restore());
  expectEverything();

  std::filesystem::remove(m_file);
  ASSERT_NO_FATAL_FAILURE(restore());
  expectEverything();
  std::cout << m_ids.size() << " answers, all back\n";
}

/// Only the prompts that the journal is about are worked out anew; the others are as they were.
TEST_F(LostNotebook, ComesBackAsItWasToTheLastAnswer) {
  ASSERT_NO_FATAL_FAILURE(study(40));
  std::string before;
  {
    const OpenDesk desk = reopened(m_file);
    before = mergedDump(*desk.store);
  }
  std::filesystem::remove(m_file);

  ASSERT_NO_FATAL_FAILURE(restore());

  const OpenDesk desk = reopened(m_file);
  EXPECT_EQ(mergedDump(*desk.store), before);
}

/// An answer of the journal may be known under another prompt: its id was changed by a pack.
TEST_F(LostNotebook, TakesNoAnswerTwiceWhosePromptWasRenamedBeforeTheBackup) {
  ASSERT_NO_FATAL_FAILURE(study(3));
  {
    OpenDesk desk = reopened(m_file);
    const auto unit = desk.store->begin();
    ASSERT_THAT(unit, IsOk());
    ASSERT_THAT(desk.store->renamePrompt(aPrompt("p1").id, aPrompt("renamed").id,
                                         aPrompt("renamed").question, aPrompt("renamed").phase),
                IsOk());
    ASSERT_THAT((*unit)->commit(desk.clock.now()), IsOk());
    ASSERT_THAT(m_backups.make(*instantFromIso("2030-01-01T00:00:00Z")), IsOk());
  }
  std::filesystem::remove(m_file);

  ASSERT_NO_FATAL_FAILURE(restore());

  const OpenDesk desk = reopened(m_file);
  EXPECT_TRUE(desk.store->events(aPrompt("p1").id)->empty());
  EXPECT_EQ(desk.store->events(aPrompt("renamed").id)->size(), 1U);
  EXPECT_TRUE(eventIdsOf(*desk.store) == m_ids);
}

TEST_F(LostNotebook, TakesTheNextBackupWhenTheNewestIsDamaged) {
  ASSERT_NO_FATAL_FAILURE(study(5));
  const auto newer = m_backups.make(*instantFromIso("2030-01-01T00:00:00Z"));
  ASSERT_THAT(newer, IsOk());
  std::string bytes = contentsOf(newer->file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
  std::ofstream(newer->file, std::ios::binary) << bytes;
  std::filesystem::remove(m_file);

  const auto restored = db::restoreNotebook(db::diskFiles(), m_file, std::nullopt, Instant{1});

  ASSERT_THAT(restored, IsOk());
  EXPECT_NE(restored->backup, newer->file);
  expectEverything();
}

/// What lies in the one place or, after a failure on the way, in the other.
void expectNothingLost(const std::filesystem::path& folder, const std::set<std::string>& ids) {
  std::vector<std::filesystem::path> places{folder / "notebook.db"};
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.is_directory() && entry.path().filename().string().starts_with("notebook-before-"))
      places.push_back(entry.path() / "notebook.db");
  const bool isThere = std::any_of(places.begin(), places.end(), [&](const auto& file) {
    return db::restoreNotebook(db::diskFiles(), file, std::nullopt, Instant{7}).has_value() &&
           eventIdsOf(*reopened(file).store) == ids;
  });
  EXPECT_TRUE(isThere);
}

TEST_F(LostNotebook, GivesWayToANewOneAndIsKeptAside) {
  ASSERT_NO_FATAL_FAILURE(study(20));
  std::filesystem::remove(m_file);
  const std::string journal = contentsOf(m_folder / "notebook.journal");

  const auto aside = db::setAside(db::diskFiles(), m_file, Instant{86'400'000});

  ASSERT_THAT(aside, IsOk());
  EXPECT_EQ(aside->filename(), "notebook-before-19700102T000000000Z");
  EXPECT_EQ(contentsOf(*aside / "notebook.journal"), journal);
  {
    OpenDesk desk = reopened(m_file);
    EXPECT_EQ(desk.store->stats()->reviews, 0);
    ASSERT_THAT(desk.desk.answerPrompt(aPrompt("new"), Rating::Good, Millis{1}), IsOk());
  }
  EXPECT_EQ(contentsOf(*aside / "notebook.journal"), journal);
  expectNothingLost(m_folder.path(), m_ids);
  EXPECT_EQ(reopened(m_file).store->stats()->reviews, 1);
}

TEST_F(LostNotebook, IsInOneOfTheTwoPlacesWhenAnyCallFailsWhileItGivesWay) {
  ASSERT_NO_FATAL_FAILURE(study(5));
  std::filesystem::remove(m_file);
  FailingFiles files;
  bool isReached = true;
  int failures = 0;
  for (int call = 1; isReached; ++call)
    for (const bool forEver : {false, true}) {
      SCOPED_TRACE(call);
      const TemporaryFolder folder{fastestPlace()};
      std::filesystem::copy(m_folder.path(), folder.path(),
                            std::filesystem::copy_options::recursive |
                                std::filesystem::copy_options::overwrite_existing);
      files.failAt(call, forEver);
      const auto aside = db::setAside(files, folder / "notebook.db", Instant{1});
      isReached = files.calls() >= call;
      failures += aside ? 0 : 1;
      expectNothingLost(folder.path(), m_ids);
    }
  EXPECT_GT(failures, 10);
}

/// An answer that a merge brought is in the notebook when it is opened again, and not any more when
/// the merge is taken back. That is no damage.
TEST_F(LostNotebook, IsNotWhatAMergeLeavesThatWasTakenBack) {
  ASSERT_NO_FATAL_FAILURE(study(3));
  const auto elsewhere = m_folder / "elsewhere.db";
  {
    SeededChance chance{77};
    auto store = db::SqliteNotebookStore::open({elsewhere}, chance);
    ASSERT_THAT(store, IsOk());
    OpenDesk other{std::move(*store)};
    other.clock.set("2030-01-01T00:00:00Z");
    ASSERT_THAT(other.desk.answerPrompt(aPrompt("there"), Rating::Good, Millis{900}), IsOk());
  }
  {
    OpenDesk desk = reopened(m_file);
    db::SqliteMergeStore own(*desk.store);
    const auto other = db::openOtherNotebook(elsewhere, m_file);
    ASSERT_THAT(other, IsOk());
    ASSERT_THAT(
        ops::MergeOperations(*desk.store, own, desk.clock).merge((*other)->contents(), "elsewhere"),
        IsOk());
  }
  {
    OpenDesk desk = reopened(m_file);
    EXPECT_EQ(desk.store->events(aPrompt("there").id)->size(), 1U);
    ASSERT_THAT(desk.desk.undo(), IsOk());
  }
  {
    OpenDesk desk = reopened(m_file);
    EXPECT_TRUE(desk.store->events(aPrompt("there").id)->empty());
    // From now on it cannot be brought back either.
    desk.clock.set("2030-01-02T00:00:00Z");
    ASSERT_THAT(desk.desk.answerPrompt(aPrompt("here"), Rating::Good, Millis{900}), IsOk());
  }
  const OpenDesk desk = reopened(m_file);
  EXPECT_EQ(desk.store->events(aPrompt("here").id)->size(), 1U);
}

/// SQLite would take a log for that of whatever file lies beside it.
TEST_F(LostNotebook, DoesNotComeBackWithTheLogOfTheLostOne) {
  ASSERT_NO_FATAL_FAILURE(study(5));
  std::string log;
  {
    OpenDesk desk = reopened(m_file);
    desk.clock.set("2030-01-01T00:00:00Z");
    ASSERT_THAT(desk.desk.answerPrompt(aPrompt("late"), Rating::Good, Millis{1}), IsOk());
    log = contentsOf(m_folder / "notebook.db-wal");
    m_ids = eventIdsOf(*desk.store);
  }
  std::filesystem::remove(m_file);
  m_folder.write("notebook.db-wal", log);

  ASSERT_NO_FATAL_FAILURE(restore());

  expectEverything();
  EXPECT_TRUE(db::checkFile(m_file, db::CheckDepth::Full)->problems.empty());
}

TEST_F(LostNotebook, GetsWhatIsWholeOfADamagedJournalAndNothingElse) {
  ASSERT_NO_FATAL_FAILURE(study(60));
  const auto journal = m_folder / "notebook.journal";
  const std::string whole = contentsOf(journal);
  std::set<std::string> known;
  for (const db::JournalEntry& entry : db::readJournal(whole).entries)
    known.insert(db::journalRecord(entry));
  ASSERT_GE(known.size(), 60U);
  SeededChance chance{chosen("PHASEBOARD_SEED", 1)};

  // A cut keeps everything before it; whatever else happens, nothing is invented.
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const auto found = db::readJournal(whole.substr(0, size));
    const auto before = db::readJournal(whole.substr(0, found.wholeBytes));
    ASSERT_EQ(found.entries.size(), before.entries.size()) << size;
    for (const db::JournalEntry& entry : found.entries)
      ASSERT_TRUE(known.contains(db::journalRecord(entry))) << size;
  }
  for (std::uint64_t round = 0; round < chosen("PHASEBOARD_ROUNDS", 300); ++round) {
    const Damage damage = damaged(whole, chance);
    for (const db::JournalEntry& entry : db::readJournal(damage.bytes).entries)
      ASSERT_TRUE(known.contains(db::journalRecord(entry))) << damage.what;
  }

  const Damage damage = damaged(whole, chance);
  m_folder.write("notebook.journal", damage.bytes);
  std::filesystem::remove(m_file);
  ASSERT_NO_FATAL_FAILURE(restore());
  const OpenDesk desk = reopened(m_file);
  for (const std::string& id : eventIdsOf(*desk.store))
    EXPECT_TRUE(m_ids.contains(id)) << damage.what;
}

// --- Backing up ---------------------------------------------------------------------------------

/// Studies and backs up until it is killed.
[[noreturn]] void studyAndBackUp(const std::filesystem::path& file, std::uint64_t seed) {
  SeededChance chance{seed};
  auto opened = db::SqliteNotebookStore::open({file}, chance);
  if (!opened)
    _exit(2);
  OpenDesk open{std::move(*opened)};
  open.chance = SeededChance{seed};
  open.clock.advanceSeconds(static_cast<std::int64_t>(seed));
  const db::Backups backups(db::diskFiles(), file);
  for (;;) {
    open.clock.advanceSeconds(70);
    for (int i = 0; i < 3; ++i)
      if (!open.desk.answerPrompt(aPrompt("p" + std::to_string(chance.next() % 23)), Rating::Good,
                                  Millis{1}))
        _exit(3);
    const auto backup = backups.make(open.clock.now());
    if (!backup || !open.store->rotateJournal(db::Backups::journalOf(*backup)))
      _exit(4);
  }
}

std::set<std::filesystem::path> backupsOf(const std::filesystem::path& notebook) {
  std::set<std::filesystem::path> files;
  if (const auto backups = db::Backups(db::diskFiles(), notebook).list())
    for (const db::Backup& backup : *backups)
      files.insert(backup.file);
  return files;
}

/// Returns when there is a backup that was not there, or after half a minute.
void waitForBackupBeside(const std::filesystem::path& notebook,
                         const std::set<std::filesystem::path>& known) {
  const auto isKnown = [&known](const auto& file) { return known.contains(file); };
  for (int i = 0; i < 6'000; ++i) {
    const auto files = backupsOf(notebook);
    if (!std::all_of(files.begin(), files.end(), isKnown))
      return;
    usleep(5'000);
  }
}

TEST(BackupKill, LeavesOnlyBackupsThatRestore) {
  const std::uint64_t seed = chosen("PHASEBOARD_SEED", 1);
  const std::uint64_t kills = chosen("PHASEBOARD_ROUNDS", 12);
  constexpr std::uint64_t kRestoreEvery = 5;
  constexpr std::uint64_t kLiveToBackUpEvery = 3;  // however slow the machine is
  constexpr std::uint64_t kKillsOfOneFolder = 100;
  SeededChance chance{seed};
  std::optional<TemporaryFolder> place;
  std::set<std::size_t> whole;  // what was checked, by its hash
  std::size_t seen = 0;
  std::size_t restored = 0;
  for (std::uint64_t kill = 0; kill < kills; ++kill) {
    SCOPED_TRACE(kill);
    if (kill % kKillsOfOneFolder == 0)
      place.emplace(fastestPlace());
    const TemporaryFolder& folder = *place;
    const auto file = folder / "notebook.db";
    const std::uint64_t childSeed = kill * 40'000 + chance.next() % 1'000;  // seconds, too
    const auto known = backupsOf(file);
    const pid_t child = fork();
    if (child == 0)
      studyAndBackUp(file, childSeed);
    if (kill % kLiveToBackUpEvery == 0)
      waitForBackupBeside(file, known);
    usleep(static_cast<useconds_t>(10'000 + chance.next() % 90'000));
    ::kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "it ended by itself with " << WEXITSTATUS(status);

    const auto backups = db::Backups(db::diskFiles(), file).list();
    ASSERT_THAT(backups, IsOk());
    for (const db::Backup& backup : *backups) {
      ++seen;
      if (!whole.insert(std::hash<std::string>{}(contentsOf(backup.file))).second)
        continue;
      const auto check = db::checkFile(backup.file, db::CheckDepth::Full);
      ASSERT_TRUE(check && check->problems.empty()) << backup.file;
    }
    const std::set<std::string> ids = eventIdsOf(*reopened(file).store);
    if (!backups->empty()) {
      // Whichever of them, with the journals since.
      const TemporaryFolder copy{fastestPlace()};
      std::filesystem::copy(folder.path(), copy.path(),
                            std::filesystem::copy_options::recursive |
                                std::filesystem::copy_options::overwrite_existing);
      const auto& chosenOne = (*backups)[chance.next() % backups->size()].file;
      ASSERT_THAT(db::restoreNotebook(db::diskFiles(), copy / "notebook.db",
                                      copy / "backups" / chosenOne.filename(), Instant{1}),
                  IsOk());
      ASSERT_TRUE(eventIdsOf(*reopened(copy / "notebook.db").store) == ids) << chosenOne;
      ++restored;
    }
    if (kill % kRestoreEvery == 0 && !backups->empty()) {
      folder.write("notebook.db", "garbled");
      ASSERT_THAT(db::restoreNotebook(db::diskFiles(), file, std::nullopt,
                                      Instant{static_cast<std::int64_t>(kill)}),
                  IsOk());
      ASSERT_TRUE(eventIdsOf(*reopened(file).store) == ids);
    }
  }
  EXPECT_GT(seen, kills / 4) << "too few backups were made";
  EXPECT_GT(restored, kills / 4);
  std::cout << kills << " kills, " << seen << " backups checked, " << restored << " restored, seed "
            << seed << "\n";
}

TEST(BackupOnAFullDisk, FailsAndKeepsTheOldOnes) {
  const TemporaryFolder folder{fastestPlace()};
  const auto file = folder / "notebook.db";
  OpenDesk desk = reopened(file);
  writeSample(desk);
  FaultVfs vfs;
  const db::Backups backups(db::diskFiles(), file, vfs.name());
  ASSERT_THAT(backups.make(*instantFromIso("2026-03-03T09:00:00Z")), IsOk());
  bool isReached = true;
  int failures = 0;
  for (int call = 1; isReached; ++call) {
    for (const bool forEver : {false, true}) {
      SCOPED_TRACE(call);
      vfs.failAt(call, DiskFault::Full, forEver);
      const auto made = backups.make(*instantFromIso("2026-03-04T09:00:00Z"));
      isReached = vfs.hasFailed();
      vfs.reset();
      failures += made ? 0 : 1;
      const auto listed = backups.list();
      ASSERT_EQ(listed->size(), made ? 2U : 1U);
      for (const db::Backup& backup : *listed)
        EXPECT_TRUE(db::checkFile(backup.file, db::CheckDepth::Full)->problems.empty());
      if (made)
        std::filesystem::remove(made->file);
    }
  }
  EXPECT_GT(failures, 10);
}

// --- The power fails ----------------------------------------------------------------------------

constexpr std::array kLosses{Loss::Everything, Loss::Nothing, Loss::Tail, Loss::Sectors};

/// Calls `check` with a folder for each moment at which the power may fail.
template <class Check>
std::size_t eachImage(const DiskTrace& trace, Check check) {
  SeededChance chance{chosen("PHASEBOARD_SEED", 1)};
  const std::size_t step = std::getenv("PHASEBOARD_ROUNDS") == nullptr ? 6 : 1;
  std::size_t images = 0;
  for (std::uint64_t round = 0; round < chosen("PHASEBOARD_ROUNDS", 1); ++round) {
    DiskTrace::Playback disk(trace);
    do {
      if (disk.calls() % step != 0 && disk.calls() != trace.calls())
        continue;
      for (const Loss loss : kLosses) {
        const TemporaryFolder folder{fastestPlace()};
        write(disk.image(loss, chance), folder.path());
        SCOPED_TRACE("after " + std::to_string(disk.calls()) + " calls, loss " +
                     std::to_string(static_cast<int>(loss)));
        check(folder, disk.calls());
        ++images;
        if (testing::Test::HasFailure())
          return images;
      }
    } while (disk.next());
  }
  return images;
}

TEST_F(LostNotebook, IsStillThereOrBackWhenThePowerFailsWhileItIsRestored) {
  ASSERT_NO_FATAL_FAILURE(study(20));
  const std::string garbled(30'000, 'x');
  m_folder.write("notebook.db", garbled);
  DiskTrace trace;
  FaultVfs vfs;
  TracedFiles files(trace);
  trace.begin(m_folder.path());
  vfs.recordIn(&trace);
  ASSERT_THAT(db::restoreNotebook(files, m_file, std::nullopt, Instant{1}, vfs.name()), IsOk());
  vfs.recordIn(nullptr);
  ASSERT_GT(trace.calls(), 20U);

  const std::size_t images =
      eachImage(trace, [&](const TemporaryFolder& folder, std::size_t calls) {
        const auto file = folder / "notebook.db";
        ASSERT_TRUE(std::filesystem::exists(file));
        const bool isOld = contentsOf(file) == garbled;
        ASSERT_TRUE(!isOld || calls < trace.calls());
        if (isOld) {
          ASSERT_THAT(db::restoreNotebook(db::diskFiles(), file, std::nullopt, Instant{2}), IsOk());
        }
        ASSERT_TRUE(eventIdsOf(*reopened(file).store) == m_ids);
      });
  std::cout << images << " images\n";
}

TEST_F(LostNotebook, IsAsBeforeOrBackWhenAnyCallToTheDiskFailsWhileItIsRestored) {
  ASSERT_NO_FATAL_FAILURE(study(20));
  const std::string garbled(30'000, 'x');
  FaultVfs vfs;
  bool isReached = true;
  const int step = chosen("PHASEBOARD_ROUNDS", 0) > 0 ? 1 : 23;
  for (int call = 1; isReached; call += step)
    for (const DiskFault fault : {DiskFault::InputOutput, DiskFault::Full, DiskFault::ShortWrite}) {
      SCOPED_TRACE(call);
      m_folder.write("notebook.db", garbled);
      vfs.failAt(call, fault, call % 2 == 0);
      const auto restored =
          db::restoreNotebook(db::diskFiles(), m_file, std::nullopt, Instant{call}, vfs.name());
      isReached = vfs.hasFailed();
      vfs.reset();
      ASSERT_EQ(restored.has_value(), contentsOf(m_file) != garbled);
      for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
        if (entry.path().filename().string().find(".before-restore-") != std::string::npos)
          std::filesystem::remove(entry.path());
    }
  expectEverything();
}

/// A notebook of the first schema, without checksums.
void writeFirstSchema(const std::filesystem::path& file) {
  const auto connection = db::Connection::open(file, db::Access::ReadWrite);
  ASSERT_THAT(connection, IsOk());
  ASSERT_THAT((*connection)->makeDurable(), IsOk());
  ASSERT_THAT(db::migrate(**connection, {}, db::notebookMigrations().first(1)), IsOk());
  (*connection)->execute(R"(
    INSERT INTO device VALUES (1, x'00000000000070008000000000000001', 1);
    INSERT INTO prompt VALUES (1, 'number:ads/one', 'ads', 'model', 1760020000000);
    INSERT INTO day_summary VALUES (20370, 'ads', 1, 0, 1, 4000);
    INSERT INTO review VALUES (1, x'0199C95DED0070008000000000000001', 0, NULL, 1760020000000,
      7200, 20370, 3, 4000, 77, 1, 864000);)");
}

void expectBroughtUp(const std::filesystem::path& file) {
  SeededChance chance{3};
  const auto store = db::SqliteNotebookStore::open({file}, chance);
  ASSERT_THAT(store, IsOk());
  ASSERT_EQ((*store)->events(PromptId{"number:ads/one"})->size(), 1U);
  ASSERT_TRUE(db::hasChecksums((*store)->connection().handle()));
  const auto check = db::checkFile(file, db::CheckDepth::Full);
  ASSERT_TRUE(check && check->problems.empty());
  ASSERT_EQ(check->schema, db::notebookMigrations().back().version);
}

TEST(OldNotebook, LosesNothingWhenThePowerFailsWhileItIsBroughtUp) {
  const TemporaryFolder folder{fastestPlace()};
  const auto file = folder / "notebook.db";
  ASSERT_NO_FATAL_FAILURE(writeFirstSchema(file));
  DiskTrace trace;
  FaultVfs vfs;
  TracedFiles files(trace);
  trace.begin(folder.path());
  vfs.recordIn(&trace);
  {
    SeededChance chance{3};
    ASSERT_THAT(db::SqliteNotebookStore::open({file, vfs.name(), &files}, chance), IsOk());
  }
  vfs.recordIn(nullptr);
  ASSERT_GT(trace.calls(), 100U);

  std::size_t copies = 0;
  const std::size_t images = eachImage(trace, [&](const TemporaryFolder& image, std::size_t) {
    expectBroughtUp(image / "notebook.db");
    const auto copy =
        image / ("notebook.db.before-v" + std::to_string(db::notebookMigrations().back().version));
    if (std::filesystem::exists(copy)) {
      ++copies;
      const auto check = db::checkFile(copy, db::CheckDepth::Full);
      ASSERT_TRUE(check && check->problems.empty() && check->schema == 1);
    }
  });
  EXPECT_GT(copies, images / 2);
  std::cout << images << " images\n";
}

TEST(OldNotebook, IsAsBeforeOrBroughtUpWhenAnyCallToTheDiskFails) {
  const TemporaryFolder original{fastestPlace()};
  ASSERT_NO_FATAL_FAILURE(writeFirstSchema(original / "notebook.db"));
  FaultVfs vfs;
  bool isReached = true;
  const std::uint64_t step = chosen("PHASEBOARD_ROUNDS", 0) > 0 ? 1 : 23;
  for (std::uint64_t call = 1; isReached; call += step)
    for (const DiskFault fault : {DiskFault::InputOutput, DiskFault::Full, DiskFault::ShortWrite}) {
      SCOPED_TRACE(call);
      const TemporaryFolder folder{fastestPlace()};
      const auto file = folder / "notebook.db";
      std::filesystem::copy_file(original / "notebook.db", file);
      vfs.failAt(static_cast<int>(call), fault, call % 2 == 0);
      {
        SeededChance chance{3};
        const auto opened = db::SqliteNotebookStore::open({file, vfs.name()}, chance);
        EXPECT_TRUE(opened || opened.error().kind != ErrorKind::Damaged);
        isReached = vfs.hasFailed();
        vfs.reset();
      }
      ASSERT_NO_FATAL_FAILURE(expectBroughtUp(file));
    }
}

}  // namespace
}  // namespace phaseboard::test
