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
#include <optional>
#include <set>
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

/// The rows of the notebook in a folder; nothing when it is not whole.
std::optional<std::string> dumpIn(const TemporaryFolder& folder) {
  SeededChance chance{3};
  const auto store = db::SqliteNotebookStore::open({folder / "notebook.db"}, chance);
  const auto check = db::checkFile(folder / "notebook.db", db::CheckDepth::Full);
  if (!store || !check || !check->problems.empty())
    return std::nullopt;
  return dumpOf(**store);
}

/// The same after the last step was taken back.
std::optional<std::string> dumpOfUndoneIn(const TemporaryFolder& folder) {
  {
    OpenDesk open = deskOn(folder);
    if (!open.desk.undo())
      return std::nullopt;
  }
  return dumpIn(folder);
}

/// What a work finds and leaves when nothing disturbs it.
struct Undisturbed {
  std::string before;
  std::string after;
  std::optional<std::string> undone;
};

/// Looks at what a work left behind. What is the same to the last byte is opened once.
class FolderJudge {
 public:
  explicit FolderJudge(const Undisturbed& expected) : m_expected(expected) {}

  /// What is wrong with the notebook; empty when nothing is.
  [[nodiscard]] std::string faultIn(const TemporaryFolder& folder, bool isAcknowledged) {
    std::string bytes = isAcknowledged ? "+" : "-";
    for (const char* name : {"notebook.db", "notebook.db-wal", "notebook.journal"})
      bytes += std::filesystem::exists(folder / name) ? contentsOf(folder / name) + name : "";
    if (!m_known.insert(std::hash<std::string>{}(bytes)).second)
      return {};
    const auto found = dumpIn(folder);
    if (!found)
      return "the notebook does not open, or is damaged";
    if (*found == m_expected.after || (!isAcknowledged && *found == m_expected.before))
      return {};
    if (isAcknowledged && withoutUndo(*found) == withoutUndo(m_expected.after))
      return faultOfUndo(folder);
    return (isAcknowledged ? "acknowledged, but " : "refused, but ") +
           firstDifference(*found, isAcknowledged ? m_expected.after : m_expected.before);
  }

 private:
  /// Its step of undo is another one than usual, and has to come to the same.
  [[nodiscard]] std::string faultOfUndo(const TemporaryFolder& folder) const {
    const auto undone = dumpOfUndoneIn(folder);
    if (!undone || !m_expected.undone)
      return "cannot be taken back";
    if (withoutUndo(*undone) == withoutUndo(*m_expected.undone))
      return {};
    return "taken back, but " + firstDifference(*undone, *m_expected.undone);
  }

  const Undisturbed& m_expected;
  std::set<std::size_t> m_known;
};

constexpr std::size_t kPlansOfAProcess = 200;

/// What a process tells the one that made it, also when it crashes.
struct Report {
  std::size_t tried = 0;
  char fault[1'000] = "";

  void say(const std::string& what) { fault[what.copy(fault, sizeof fault - 1)] = '\0'; }
};

class SharedReport {
 public:
  SharedReport()
      : m_report(new (mmap(nullptr, sizeof(Report), PROT_READ | PROT_WRITE,
                           MAP_SHARED | MAP_ANONYMOUS, -1, 0)) Report) {}
  ~SharedReport() { munmap(m_report, sizeof(Report)); }
  SharedReport(const SharedReport&) = delete;
  SharedReport& operator=(const SharedReport&) = delete;

  Report* operator->() { return m_report; }

 private:
  Report* m_report;
};

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

  /// Every chosen allocation of `work`, in processes of their own, so that a crash is only one more
  /// finding.
  void tryAll(const std::string& name, const Work& work) {
    SCOPED_TRACE(name);
    Undisturbed expected;
    expected.before = dumpIn(m_folder).value_or("");
    for (const Source source : {Source::Sqlite, Source::Ours}) {
      const TemporaryFolder folder{fastestPlace()};
      copyTo(folder);
      long count = 0;
      {
        OpenDesk open = deskOn(folder);
        ASSERT_TRUE(tryWork(work, open, {false, source, 0, 0, false}));
        count = memoryPlan.count;
      }
      expected.after = dumpIn(folder).value_or("");
      ASSERT_FALSE(expected.before.empty() || expected.after.empty());
      expected.undone = dumpOfUndoneIn(folder);
      m_allocations += static_cast<std::uint64_t>(count);
      tryEach(work, plansOf(source, static_cast<std::uint64_t>(count)), expected);
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

  std::vector<MemoryPlan> plansOf(Source source, std::uint64_t last) {
    std::vector<MemoryPlan> plans;
    for (const std::uint64_t failing : chosenOf(last))
      for (const bool forEver : {false, true})
        if (!isSampleOfOne() || forEver == (m_chance.next() % 2 == 0))
          plans.push_back({false, source, 0, static_cast<long>(failing), forEver});
    return plans;
  }

  void sayHowMuch() const {
    std::cout << m_runs << " runs, " << m_ended << " of them ended the program, " << m_allocations
              << " allocations in all\n";
  }

  /// A process goes on with the next plan after each, as the program would, until it ends.
  void tryEach(const Work& work, const std::vector<MemoryPlan>& plans,
               const Undisturbed& expected) {
    SharedReport report;
    while (report->tried < plans.size()) {
      const std::size_t first = report->tried;
      const TemporaryFolder folder{fastestPlace()};
      const pid_t child = fork();
      ASSERT_GE(child, 0);
      if (child == 0) {
        FolderJudge judge(expected);
        while (report->tried < plans.size() && report->tried < first + kPlansOfAProcess) {
          const bool isDone = tryOne(work, plans[report->tried], folder);
          report->say(judge.faultIn(folder, isDone));
          if (report->fault[0] != '\0')
            break;
          ++report->tried;
        }
        _exit(0);
      }
      int status = 0;
      waitpid(child, &status, 0);
      m_runs += static_cast<int>(report->tried - first);
      if (WIFEXITED(status) && report->fault[0] == '\0')
        continue;
      const MemoryPlan& plan = plans[report->tried];
      SCOPED_TRACE((plan.source == Source::Sqlite ? "SQLite's allocation " : "our allocation ") +
                   std::to_string(plan.failing) + (plan.isForEver ? " and all later" : ""));
      ASSERT_STREQ(report->fault, "");
      const bool mayEnd = m_mayEnd && plan.source == Source::Ours && WTERMSIG(status) == SIGABRT;
      ASSERT_TRUE(mayEnd) << "it crashed with signal " << WTERMSIG(status);
      ASSERT_EQ(FolderJudge(expected).faultIn(folder, false), "");
      ++report->tried;
      ++m_runs;
      ++m_ended;
    }
  }

  /// Whether the work was acknowledged.
  bool tryOne(const Work& work, const MemoryPlan& plan, const TemporaryFolder& folder) const {
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
      std::filesystem::remove_all(entry.path());
    copyTo(folder);
    OpenDesk open = deskOn(folder);
    return tryWork(work, open, plan);
  }

  TemporaryFolder m_folder{fastestPlace()};
  SeededChance m_chance{numberFrom("PHASEBOARD_SEED", 1)};
  std::uint64_t m_tries = std::max<std::uint64_t>(1, numberFrom("PHASEBOARD_ROUNDS", kUsualTries));
  Slice m_slice = askedSlice();
  /// Without memory the JSON library cannot take a value apart, nor the standard library list a
  /// folder, and both end the program then.
  bool m_mayEnd = false;
  int m_runs = 0;
  int m_ended = 0;
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
