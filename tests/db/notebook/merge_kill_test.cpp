// SPDX-License-Identifier: Apache-2.0
// A process that merges notebooks, or exchanges news through a shared folder, is killed at random
// moments: another notebook came wholly or not at all, what was acknowledged is there, and the
// folder holds whole files that nobody ever changes. PHASEBOARD_SEED and PHASEBOARD_MERGE_KILLS
// choose the kills.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "app/merge/segment.h"
#include "app/ops/replay.h"
#include "app/ops/sync_operations.h"
#include "db/connection.h"
#include "db/files/file_system.h"
#include "db/notebook/backups.h"
#include "db/notebook/shared_folder.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_telling.h"
#include "tests/support/killed_child.h"
#include "tests/support/merge_dump.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/places.h"
#include "tests/support/result_matchers.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

namespace fs = std::filesystem;
using memory::Rating;

constexpr std::uint64_t kUsualMergeKills = 16;
constexpr std::uint64_t kMergesOfOneNotebook = 6;
constexpr int kAnswersElsewhere = 40;

OpenDesk deviceOn(const fs::path& file, std::uint64_t seed) {
  SeededChance chance{5'000 + seed};
  auto opened = db::SqliteNotebookStore::open({file}, chance);
  EXPECT_THAT(opened, IsOk());
  OpenDesk open{std::move(*opened)};
  open.chance = SeededChance{6'000 + seed};
  return open;
}

std::set<Uuid> eventsIn(const OpenDesk& open) {
  std::set<Uuid> ids;
  std::size_t count = 0;
  EXPECT_THAT(open.store->eachLog([&](const ports::PromptLog& log) -> Status {
    for (const review::ReviewEvent& event : log.events)
      ids.insert(event.id);
    count += log.events.size();
    return {};
  }),
              IsOk());
  EXPECT_EQ(ids.size(), count) << "an event stands twice";
  return ids;
}

void expectSound(const fs::path& file) {
  {
    // Whoever was killed at the start may not have had a notebook yet.
    const OpenDesk open = deviceOn(file, 0);
    EXPECT_FALSE(open.store->doubt().has_value());
    const auto report = ops::compareWithLog(*open.store, {});
    ASSERT_THAT(report, IsOk());
    EXPECT_EQ(report->differenceCount, 0);
  }
  const auto check = db::checkFile(file, db::CheckDepth::Full);
  ASSERT_TRUE(check && check->problems.empty());
}

/// The id of the answer, acknowledged; nothing when it failed.
std::optional<Uuid> answer(OpenDesk& open, Chance& chance) {
  open.clock.advanceSeconds(5);
  const auto prompt = aPrompt("p" + std::to_string(chance.next() % 31));
  if (!open.desk.answerPrompt(prompt, memory::kRatings[chance.next() % 4], Millis{900}))
    return std::nullopt;
  const auto newest = open.store->recentEvents(1);
  return newest && !newest->empty() ? std::optional(newest->front().id) : std::nullopt;
}

/// A line is one letter and what belongs to it.
std::vector<std::pair<char, std::string>> linesOf(const std::string& words) {
  std::vector<std::pair<char, std::string>> lines;
  std::istringstream all(words);
  for (std::string line; std::getline(all, line);)
    lines.emplace_back(line.front(), line.substr(std::min<std::size_t>(2, line.size())));
  return lines;
}

// --- Merging ------------------------------------------------------------------------------------

/// Merges others, from number `first` on, and answers in between, until it is killed. Says
/// "b NUMBER" when a merge begins, "m NUMBER" when it is acknowledged, "a ID" of an answer.
[[noreturn]] void mergeUntilKilled(const fs::path& file, const std::vector<fs::path>& others,
                                   std::size_t first, int descriptor, std::uint64_t seed) {
  OpenDesk open = deviceOn(file, seed);
  open.clock.advanceMinutes(static_cast<std::int64_t>(seed % 10'000));
  SeededChance chance{seed};
  db::SqliteMergeStore own(*open.store);
  ops::MergeOperations merges(*open.store, own, open.clock);
  for (std::size_t number = first; number < others.size(); ++number) {
    const auto id = answer(open, chance);
    if (!id)
      _exit(2);
    sayLine(descriptor, "a " + id->text());
    sayLine(descriptor, "b " + std::to_string(number));
    const auto other = db::openOtherNotebook(others[number], file);
    if (!other || !merges.merge((*other)->contents(), "other"))
      _exit(3);
    sayLine(descriptor, "m " + std::to_string(number));
  }
  for (;;)
    pause();
}

class MergeKill : public testing::Test {
 protected:
  MergeKill() {
    for (std::uint64_t number = 0; number < kMergesOfOneNotebook; ++number) {
      const fs::path file = m_folder / ("other" + std::to_string(number) + ".db");
      OpenDesk open = deviceOn(file, 10 + number);
      writeSample(open);
      SeededChance chance{number};
      for (int i = 0; i < kAnswersElsewhere; ++i)
        EXPECT_TRUE(answer(open, chance).has_value());
      m_otherEvents.push_back(eventsIn(open));
      m_others.push_back(file);
    }
  }

  void begin(std::uint64_t number) {
    m_file = m_folder / ("own" + std::to_string(number)) / "notebook.db";
    fs::create_directory(m_file.parent_path());
    m_answers.clear();
    m_next = 0;
  }

  /// One life; whether it ended in the middle of a merge.
  bool mergeAndDie(Chance& chance) {
    const std::uint64_t seed = chance.next();
    const std::string words = wordsUntilKilled(chance, [&](int descriptor) {
      mergeUntilKilled(m_file, m_others, m_next, descriptor, seed);
    });
    const auto lines = linesOf(words);
    for (const auto& [what, detail] : lines) {
      if (what == 'a')
        m_answers.insert(Uuid::parse(detail).value());
      if (what == 'm')
        m_next = std::stoul(detail) + 1;
    }
    return !lines.empty() && lines.back().first == 'b';
  }

  void expectWholeMerges() {
    ASSERT_NO_FATAL_FAILURE(expectSound(m_file));
    const OpenDesk open = deviceOn(m_file, 0);
    const std::set<Uuid> events = eventsIn(open);
    EXPECT_TRUE(std::includes(events.begin(), events.end(), m_answers.begin(), m_answers.end()));
    for (std::size_t number = 0; number < m_others.size(); ++number) {
      const std::set<Uuid>& theirs = m_otherEvents[number];
      const auto came = static_cast<std::size_t>(std::count_if(
          theirs.begin(), theirs.end(), [&](const Uuid& event) { return events.contains(event); }));
      EXPECT_TRUE(came == 0 || came == theirs.size()) << came << " of " << theirs.size();
      EXPECT_TRUE(number >= m_next || came > 0) << "an acknowledged merge is gone";
      // The one after the last acknowledged may be there too.
      EXPECT_TRUE(number <= m_next || came == 0);
      const db::SqliteMergeStore own(*open.store);
      const auto other = db::openOtherNotebook(m_others[number], m_file);
      ASSERT_THAT(other, IsOk());
      const auto left = ops::previewMerge(*open.store, own, (*other)->contents());
      EXPECT_EQ(left->bringsNothing(), came > 0) << "it came in part";
      if (came > 0)
        m_next = std::max(m_next, number + 1);
    }
  }

  /// As it would be had nobody been killed.
  void expectUnion() {
    OpenDesk open = deviceOn(m_file, 0);
    OpenDesk clean = deviceOn(m_folder / "clean.db", 900);
    db::SqliteMergeStore own(*clean.store);
    ops::MergeOperations merges(*clean.store, own, clean.clock);
    for (auto other = m_others.rbegin(); other != m_others.rend(); ++other)
      ASSERT_THAT(merges.merge((*db::openOtherNotebook(*other, m_folder / "clean.db"))->contents(),
                               "other"),
                  IsOk());
    const db::SqliteMergeStore killed(*open.store);
    ASSERT_THAT(merges.merge(killed, "killed"), IsOk());
    EXPECT_EQ(mergedDump(*open.store), mergedDump(*clean.store));
  }

  [[nodiscard]] bool isDone() const { return m_next == m_others.size(); }

  const TemporaryFolder m_folder{fastestPlace()};

 private:
  std::vector<fs::path> m_others;
  std::vector<std::set<Uuid>> m_otherEvents;
  fs::path m_file;
  std::set<Uuid> m_answers;
  std::size_t m_next = 0;
};

TEST_F(MergeKill, BringsANotebookWhollyOrNotAtAll) {
  SeededChance chance{announcedSeed()};
  const std::uint64_t wanted = numberFrom("PHASEBOARD_MERGE_KILLS", kUsualMergeKills);
  std::uint64_t inMerge = 0;
  std::uint64_t notebooks = 0;
  begin(notebooks++);
  for (std::uint64_t kill = 0; kill < wanted; ++kill) {
    SCOPED_TRACE(kill);
    inMerge += mergeAndDie(chance) ? 1U : 0U;
    ASSERT_NO_FATAL_FAILURE(expectWholeMerges());
    if (isDone()) {
      ASSERT_NO_FATAL_FAILURE(expectUnion());
      fs::remove(m_folder / "clean.db");
      fs::remove(m_folder / "clean.journal");
      begin(notebooks++);
    }
    if (HasFailure())
      return;
  }
  EXPECT_GT(inMerge, wanted / 6) << "too few were killed while merging";
  std::cout << wanted << " kills, " << inMerge << " of them in a merge, of " << notebooks
            << " notebooks: every merge whole\n";
}

// --- A shared folder ----------------------------------------------------------------------------

/// Answers and exchanges news until it is killed. Says "a ID", "b" and "s" around an exchange.
[[noreturn]] void syncUntilKilled(const fs::path& file, const fs::path& shared, int descriptor,
                                  std::uint64_t seed) {
  OpenDesk open = deviceOn(file, seed);
  open.clock.advanceMinutes(static_cast<std::int64_t>(seed % 10'000));
  SeededChance chance{seed};
  db::SqliteMergeStore own(*open.store);
  ops::MergeOperations merges(*open.store, own, open.clock);
  db::SqliteTelling telling(*open.store);
  const db::DiskSharedFolder folders(db::diskFiles());
  ops::SyncOperations syncs(*open.store, merges, telling, folders, open.clock);
  for (int round = 0;; ++round) {
    for (std::uint64_t i = chance.next() % 4; i < 4; ++i) {
      const auto id = answer(open, chance);
      if (!id)
        _exit(2);
      sayLine(descriptor, "a " + id->text());
    }
    if (!open.desk.writeAnswer(kAdsModel, std::to_string(seed) + " " + std::to_string(round)))
      _exit(3);
    sayLine(descriptor, "b");
    if (!syncs.sync(shared.string()))
      _exit(4);
    sayLine(descriptor, "s");
  }
}

class SyncKill : public testing::Test {
 protected:
  SyncKill() { fs::create_directory(m_shared); }

  [[nodiscard]] fs::path notebook(std::uint64_t device) const {
    return m_folder / ("device" + std::to_string(device)) / "notebook.db";
  }

  /// One life of a device; whether it ended in the middle of an exchange.
  bool syncAndDie(std::uint64_t device, Chance& chance) {
    fs::create_directories(notebook(device).parent_path());
    const std::uint64_t seed = chance.next();
    const std::string words = wordsUntilKilled(chance, [&](int descriptor) {
      syncUntilKilled(notebook(device), m_shared, descriptor, seed);
    });
    const auto lines = linesOf(words);
    std::set<Uuid> answered;
    for (const auto& [what, detail] : lines) {
      if (what == 'a')
        answered.insert(Uuid::parse(detail).value());
      if (what == 's')
        m_told.insert(answered.begin(), answered.end());
    }
    m_answered.insert(answered.begin(), answered.end());
    const std::set<Uuid> events = eventsIn(deviceOn(notebook(device), 0));
    EXPECT_TRUE(std::includes(events.begin(), events.end(), answered.begin(), answered.end()));
    return !lines.empty() && lines.back().first == 'b';
  }

  /// Whole files that stay as they are, with everything that was acknowledged as told.
  void expectWholeFolder() {
    std::set<Uuid> found;
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(m_shared)) {
      if (entry.path().extension() != ".events")
        continue;
      const std::string bytes = contentsOf(entry.path());
      const auto contents = merge::readSegment(bytes, entry.path().string());
      ASSERT_THAT(contents, IsOk()) << entry.path();
      for (const auto& [prompt, log] : contents->logs())
        for (const review::ReviewEvent& event : log.events)
          found.insert(event.id);
      files.emplace(entry.path().string(), bytes);
    }
    for (const auto& [name, bytes] : m_files) {
      const auto now = files.find(name);
      ASSERT_TRUE(now != files.end() && now->second == bytes) << name << " was changed";
    }
    EXPECT_TRUE(std::includes(found.begin(), found.end(), m_told.begin(), m_told.end()));
    m_files = std::move(files);
  }

  /// Lets a device that nobody kills exchange news, and gives its notebook back as text.
  std::string settledDump(std::uint64_t device) {
    fs::create_directories(notebook(device).parent_path());
    OpenDesk open = deviceOn(notebook(device), 700 + device);
    db::SqliteMergeStore own(*open.store);
    ops::MergeOperations merges(*open.store, own, open.clock);
    db::SqliteTelling telling(*open.store);
    const db::DiskSharedFolder folders(db::diskFiles());
    EXPECT_THAT(ops::SyncOperations(*open.store, merges, telling, folders, open.clock)
                    .sync(m_shared.string()),
                IsOk());
    const std::set<Uuid> events = eventsIn(open);
    m_isEverythingThere =
        std::includes(events.begin(), events.end(), m_answered.begin(), m_answered.end());
    return mergedDump(*open.store);
  }

  void expectNoUnfinishedFiles() const {
    for (const auto& entry : fs::recursive_directory_iterator(m_shared))
      EXPECT_NE(entry.path().extension(), ".tmp") << entry.path();
  }

  [[nodiscard]] std::size_t toldCount() const { return m_told.size(); }
  [[nodiscard]] std::size_t fileCount() const { return m_files.size(); }
  [[nodiscard]] bool isEverythingThere() const { return m_isEverythingThere; }

 private:
  const TemporaryFolder m_folder{fastestPlace()};
  const fs::path m_shared = m_folder / "shared";
  std::set<Uuid> m_answered;
  std::set<Uuid> m_told;
  std::map<std::string, std::string> m_files;
  bool m_isEverythingThere = false;
};

TEST_F(SyncKill, LeavesWholeFilesAndLosesNothing) {
  constexpr std::uint64_t kDevices = 3;
  SeededChance chance{announcedSeed()};
  const std::uint64_t wanted = numberFrom("PHASEBOARD_MERGE_KILLS", kUsualMergeKills);
  std::uint64_t inExchange = 0;
  for (std::uint64_t kill = 0; kill < wanted; ++kill) {
    SCOPED_TRACE(kill);
    inExchange += syncAndDie(kill % kDevices, chance) ? 1U : 0U;
    ASSERT_NO_FATAL_FAILURE(expectSound(notebook(kill % kDevices)));
    ASSERT_NO_FATAL_FAILURE(expectWholeFolder());
    if (HasFailure())
      return;
  }

  for (std::uint64_t device = 0; device < kDevices; ++device)
    (void)settledDump(device);
  const std::string newcomer = settledDump(kDevices);
  EXPECT_TRUE(isEverythingThere());
  for (std::uint64_t device = 0; device < kDevices; ++device) {
    EXPECT_EQ(settledDump(device), newcomer) << "device " << device;
    EXPECT_TRUE(isEverythingThere());
    expectSound(notebook(device));
  }
  expectNoUnfinishedFiles();
  EXPECT_GT(inExchange, wanted / 6) << "too few were killed while exchanging";
  EXPECT_GT(toldCount(), 0U);
  std::cout << wanted << " kills, " << inExchange << " of them in an exchange: " << toldCount()
            << " answers told in " << fileCount() << " files, all whole\n";
}

}  // namespace
}  // namespace phaseboard::test
