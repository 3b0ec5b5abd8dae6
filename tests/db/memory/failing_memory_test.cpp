// SPDX-License-Identifier: Apache-2.0
// Memory runs out at any allocation of SQLite's or of ours while an operation is done or a file is
// read: the program does not crash, the notebook is as before or as after it, and what was
// acknowledged is there. A `std::bad_alloc` may leave an operation: then the program may end.
//
// A usual run tries a few allocations of each operation; PHASEBOARD_ROUNDS says how many,
// PHASEBOARD_SEED which. PHASEBOARD_SLICE=3/20 tries every 20th from the third on, each once and
// for ever: the twenty slices are all.
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iostream>
#include <new>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/exchange/file_exchange.h"
#include "db/notebook/backups.h"
#include "tests/support/anki_sample.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/result_matchers.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/zip_builder.h"

namespace {

enum class Source { Sqlite, Ours };

/// Which allocation fails. Plain numbers: it is asked inside the allocator.
struct MemoryPlan {
  bool isCounting = false;
  Source source = Source::Ours;
  long count = 0;
  long failing = 0;  ///< from 1; 0 for none
  bool isForEver = false;
};

MemoryPlan memoryPlan;

bool runsOut(Source source) {
  MemoryPlan& plan = memoryPlan;
  if (!plan.isCounting || plan.source != source)
    return false;
  ++plan.count;
  return plan.failing > 0 &&
         (plan.count == plan.failing || (plan.isForEver && plan.count > plan.failing));
}

sqlite3_mem_methods usualMemory;

void* sqliteMalloc(int size) {
  return runsOut(Source::Sqlite) ? nullptr : usualMemory.xMalloc(size);
}

void* sqliteRealloc(void* block, int size) {
  return runsOut(Source::Sqlite) ? nullptr : usualMemory.xRealloc(block, size);
}

/// Before SQLite is used for the first time.
const bool kIsMemoryReplaced = [] {
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usualMemory);
  sqlite3_mem_methods failing = usualMemory;
  failing.xMalloc = sqliteMalloc;
  failing.xRealloc = sqliteRealloc;
  // Lookaside memory would hide most of what SQLite asks for.
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
  return sqlite3_config(SQLITE_CONFIG_MALLOC, &failing) == SQLITE_OK;
}();

void* allocate(std::size_t size) {
  if (runsOut(Source::Ours))
    return nullptr;
  return std::malloc(std::max<std::size_t>(size, 1));
}

void* allocateOrThrow(std::size_t size) {
  void* block = allocate(size);
  if (block == nullptr)
    throw std::bad_alloc();
  return block;
}

}  // namespace

void* operator new(std::size_t size) {
  return allocateOrThrow(size);
}
void* operator new[](std::size_t size) {
  return allocateOrThrow(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size);
}
void operator delete(void* block) noexcept {
  std::free(block);
}
void operator delete[](void* block) noexcept {
  std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
  std::free(block);
}
void operator delete[](void* block, std::size_t) noexcept {
  std::free(block);
}

namespace phaseboard::test {
namespace {

constexpr std::uint64_t kUsualTries = 1;

/// Which of all allocations are tried, when it is not a sample.
struct Slice {
  std::uint64_t first = 1;
  std::uint64_t step = 0;  ///< 0: a sample
};

Slice askedSlice() {
  const char* text = std::getenv("PHASEBOARD_SLICE");
  if (text == nullptr)
    return {};
  const char* step = std::strchr(text, '/');
  return {std::strtoull(text, nullptr, 10),
          step == nullptr ? 1 : std::max<std::uint64_t>(1, std::strtoull(step + 1, nullptr, 10))};
}

OpenDesk deskOn(const TemporaryFolder& folder) {
  SeededChance chance{3};
  auto store = db::SqliteNotebookStore::open({folder / "notebook.db"}, chance);
  EXPECT_THAT(store, IsOk());
  OpenDesk open{std::move(*store)};
  open.clock.set("2026-03-03T09:00:00Z");
  return open;
}

/// The first line that differs, with what was expected there.
std::string firstDifference(const std::string& found, const std::string& expected) {
  std::istringstream ours(found);
  std::istringstream theirs(expected);
  std::string our;
  std::string their;
  while (std::getline(ours, our) && std::getline(theirs, their))
    if (our != their)
      return "'" + our + "' in place of '" + their + "'";
  return "one is longer";
}

/// What a dump says beside the rows of undo. A merge that was short of memory may come to the same
/// rows in another order, and its step of undo notes that order.
std::string withoutUndo(const std::string& dump) {
  const std::size_t begin = dump.find("\nundo_step\n");
  const std::size_t end = dump.find("\nundo_step_event\n");
  return dump.substr(0, begin) + dump.substr(end);
}

/// Something to do while memory runs out; true when it was acknowledged.
using Work = std::function<bool(OpenDesk&)>;

/// Does it, and keeps what it came to out of the way of what is measured.
bool tryWork(const Work& work, OpenDesk& open, const MemoryPlan& plan) {
  bool isDone = false;
  memoryPlan = plan;
  memoryPlan.isCounting = true;
  try {
    isDone = work(open);
  } catch (const std::bad_alloc&) {
    isDone = false;
  }
  memoryPlan.isCounting = false;
  return isDone;
}

class FailingMemory : public testing::Test {
 protected:
  FailingMemory() {
    OpenDesk open = deskOn(m_folder);
    writeSample(open);
  }

  void copyTo(const TemporaryFolder& folder) const {
    for (const char* name : {"notebook.db", "notebook.journal"})
      std::filesystem::copy_file(m_folder / name, folder / name);
  }

  static std::string dumpIn(const TemporaryFolder& folder) {
    const OpenDesk open = deskOn(folder);
    const auto check = db::checkFile(folder / "notebook.db", db::CheckDepth::Full);
    EXPECT_TRUE(check && check->problems.empty());
    return dumpOf(*open.store);
  }

  /// Every chosen allocation of `work`, each in a process of its own, so that a crash is only one
  /// more finding.
  void tryAll(const std::string& name, const Work& work) {
    SCOPED_TRACE(name);
    const std::string before = dumpIn(m_folder);
    for (const Source source : {Source::Sqlite, Source::Ours}) {
      const TemporaryFolder folder{fastestPlace()};
      copyTo(folder);
      long count = 0;
      {
        OpenDesk open = deskOn(folder);
        ASSERT_TRUE(tryWork(work, open, {false, source, 0, 0, false}));
        count = memoryPlan.count;
      }
      const std::string after = dumpIn(folder);
      const auto last = static_cast<std::uint64_t>(count);
      m_allocations += last;
      for (const std::uint64_t failing : chosenOf(last))
        for (const bool forEver : {false, true})
          if (!isSampleOfOne() || forEver == (m_chance.next() % 2 == 0))
            tryOne(work, {false, source, 0, static_cast<long>(failing), forEver}, before, after);
    }
  }

  [[nodiscard]] bool isSampleOfOne() const { return m_slice.step == 0 && m_tries == kUsualTries; }

  std::vector<std::uint64_t> chosenOf(std::uint64_t last) {
    std::vector<std::uint64_t> chosen;
    if (m_slice.step > 0)
      for (std::uint64_t i = m_slice.first; i <= last; i += m_slice.step)
        chosen.push_back(i);
    else
      for (std::uint64_t i = 0; i < std::min(m_tries, last); ++i)
        chosen.push_back(1 + m_chance.next() % last);
    return chosen;
  }

  void sayHowMuch() const {
    std::cout << m_runs << " runs, " << m_allocations << " allocations in all\n";
  }

  void tryOne(const Work& work, const MemoryPlan& plan, const std::string& before,
              const std::string& after) {
    SCOPED_TRACE((plan.source == Source::Sqlite ? "SQLite's allocation " : "our allocation ") +
                 std::to_string(plan.failing) + (plan.isForEver ? " and all later" : ""));
    const TemporaryFolder folder{fastestPlace()};
    copyTo(folder);
    const pid_t child = fork();
    if (child == 0) {
      bool isDone = false;
      {
        OpenDesk open = deskOn(folder);
        isDone = tryWork(work, open, plan);
      }
      _exit(isDone ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ++m_runs;
    const bool isEnded = m_mayEnd && plan.source == Source::Ours && WIFSIGNALED(status) &&
                         WTERMSIG(status) == SIGABRT;
    ASSERT_TRUE(WIFEXITED(status) || isEnded) << "it crashed with signal " << WTERMSIG(status);
    const bool isAcknowledged = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    const std::string found = dumpIn(folder);
    if (found == after || (!isAcknowledged && found == before))
      return;
    EXPECT_TRUE(isAcknowledged && withoutUndo(found) == withoutUndo(after))
        << (isAcknowledged ? "acknowledged, but " : "refused, but ")
        << firstDifference(found, isAcknowledged ? after : before);
  }

  TemporaryFolder m_folder{fastestPlace()};
  SeededChance m_chance{numberFrom("PHASEBOARD_SEED", 1)};
  std::uint64_t m_tries = std::max<std::uint64_t>(1, numberFrom("PHASEBOARD_ROUNDS", kUsualTries));
  Slice m_slice = askedSlice();
  /// Without memory the JSON library cannot take a value apart, nor the standard library list a
  /// folder, and both end the program then.
  bool m_mayEnd = false;
  int m_runs = 0;
  std::uint64_t m_allocations = 0;
};

TEST_F(FailingMemory, LeavesTheNotebookBeforeOrAfterAnOperation) {
  ASSERT_TRUE(kIsMemoryReplaced);
  for (const NamedOperation& operation : everyOperation())
    tryAll(operation.name, [&](OpenDesk& open) { return operation.run(open).has_value(); });
  sayHowMuch();
}

TEST_F(FailingMemory, DoesNotHurtOpeningSettlingAndBackingUp) {
  m_mayEnd = true;
  tryAll("settle", [](OpenDesk& open) { return open.store->settle().has_value(); });
  tryAll("back up", [](OpenDesk& open) {
    const db::Backups backups(db::diskFiles(), open.store->path());
    const auto backup = backups.make(open.clock.now());
    return backup && open.store->rotateJournal(db::Backups::journalOf(*backup)).has_value();
  });
  tryAll("open", [](OpenDesk& open) {
    const std::filesystem::path file = open.store->path();
    open.store.reset();
    SeededChance chance{3};
    auto opened = db::SqliteNotebookStore::open({file}, chance);
    const bool isDone = opened.has_value();
    if (opened)
      open.store = std::move(*opened);
    return isDone;
  });
  sayHowMuch();
}

TEST_F(FailingMemory, EndsTheReadingOfAForeignFile) {
  const auto csv = m_folder.write("cards.csv", "ask,answer\nWhat is AUC?,\"A rank measure\"\n");
  const auto notes = m_folder.write("cards.md", "# One\n\n## What is recall?\n\nA share.\n");
  const auto old = m_folder.write(
      "old.apkg", zipOf({{"collection.anki2", ankiCollection(kOneCard)}, {"media", "{}"}}));
  m_mayEnd = true;
  for (const std::filesystem::path& file : {csv, notes, old}) {
    tryAll(file.filename().string(), [&file](OpenDesk& open) {
      const db::FileExchange files({open.store->path(), {}, nullptr});
      return files.readIncoming(file, open.clock.now(), {}).has_value();
    });
  }
  sayHowMuch();
}

}  // namespace
}  // namespace phaseboard::test
