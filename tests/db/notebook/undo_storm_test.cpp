// SPDX-License-Identifier: Apache-2.0
// Long sequences of operations chosen by chance: taking everything back leaves what was there
// before them, doing everything again what was there after them, also after the program was killed.
// PHASEBOARD_SEED and PHASEBOARD_OPERATIONS choose them.
#include <csignal>
#include <fstream>
#include <iostream>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/ops/replay.h"
#include "app/ops/study_plan.h"
#include "db/connection.h"
#include "db/notebook/backups.h"
#include "tests/support/killed_child.h"
#include "tests/support/random_work.h"
#include "tests/support/result_matchers.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

constexpr std::uint64_t kUsualOperations = 1'500;
constexpr std::uint64_t kOperationsOfOneNotebook = 500;
constexpr int kStepsOfAKilledProgram = 1'100;

/// Forgets the steps so far, so that taking back everything comes back here.
void forgetAllSteps(OpenDesk& open) {
  const auto unit = open.store->begin();
  ASSERT_THAT(unit, IsOk());
  ASSERT_THAT(open.store->forgetSteps(), IsOk());
  ASSERT_THAT((*unit)->commit(Instant{1}), IsOk());
}

Result<ops::OpOutcome> takeBack(ops::Desk& desk) {
  return desk.undo();
}

Result<ops::OpOutcome> doAgain(ops::Desk& desk) {
  return desk.redo();
}

/// Takes back, or does again, until there is nothing left; how often.
int allOf(OpenDesk& open, Result<ops::OpOutcome> (*operation)(ops::Desk&)) {
  int count = 0;
  auto done = operation(open.desk);
  for (; done; done = operation(open.desk))
    ++count;
  EXPECT_THAT(done, FailsWith(ErrorKind::NotFound));
  return count;
}

void expectScheduleAsLog(OpenDesk& open) {
  const auto settings = open.store->settings();
  ASSERT_THAT(settings, IsOk());
  const auto memory = ops::memorySettings(*settings);
  ASSERT_THAT(memory, IsOk());
  const auto report = ops::compareWithLog(*open.store, *memory);
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(report->differenceCount, 0) << report->differences.front();
}

/// Takes everything back and does it again; `before` and `after` are what has to be found.
int expectThereAndBack(OpenDesk& open, const std::string& before, const std::string& after) {
  const int steps = allOf(open, takeBack);
  EXPECT_TRUE(undoableDumpOf(*open.store) == before) << "taking back";
  expectScheduleAsLog(open);
  EXPECT_EQ(allOf(open, doAgain), steps);
  EXPECT_TRUE(undoableDumpOf(*open.store) == after) << "doing again";
  expectScheduleAsLog(open);
  return steps;
}

TEST(UndoStorm, TakesBackAndDoesAgainWhateverWasDone) {
  SeededChance chance{announcedSeed()};
  const std::uint64_t wanted = numberFrom("PHASEBOARD_OPERATIONS", kUsualOperations);
  std::uint64_t done = 0;
  std::int64_t steps = 0;
  for (int notebook = 0; done < wanted && !testing::Test::HasFailure(); ++notebook) {
    SCOPED_TRACE(notebook);
    OpenDesk open = OpenDesk::inMemory();
    ASSERT_NO_FATAL_FAILURE(writeSample(open));
    ASSERT_NO_FATAL_FAILURE(forgetAllSteps(open));
    const std::string before = undoableDumpOf(*open.store);
    RandomWork work{chance.next()};
    for (std::uint64_t i = 0; i < kOperationsOfOneNotebook; ++i, ++done)
      ASSERT_THAT(work.step(open), IsOk()) << work.lastSteps();
    (void)allOf(open, doAgain);
    SCOPED_TRACE(work.lastSteps());
    expectScheduleAsLog(open);
    steps += expectThereAndBack(open, before, undoableDumpOf(*open.store));
  }
  std::cout << done << " operations, " << steps << " steps taken back and done again\n";
}

/// Does steps, says what the notebook is then, and goes on typing until it is killed.
[[noreturn]] void workUntilKilled(const std::filesystem::path& folder, std::uint64_t seed,
                                  int descriptor) {
  SeededChance chance{3};
  auto store = db::SqliteNotebookStore::open({folder / "notebook.db"}, chance);
  if (!store)
    _exit(2);
  OpenDesk open{std::move(*store)};
  writeSample(open);
  forgetAllSteps(open);
  std::ofstream(folder / "before") << undoableDumpOf(*open.store);
  RandomWork work{seed};
  const auto steps = [&open] {
    return open.store->connection().integer("SELECT count(*) FROM undo_step").value_or(0);
  };
  while (steps() < kStepsOfAKilledProgram)
    if (!work.step(open))
      _exit(3);
  allOf(open, doAgain);
  if (!open.store->settle())
    _exit(4);
  std::ofstream(folder / "after") << undoableDumpOf(*open.store);
  sayLine(descriptor, "r");
  for (int number = 0;; ++number)
    if (!open.desk.keepDraft(kAdsModel, std::to_string(number), std::nullopt))
      _exit(5);
}

TEST(UndoStorm, KeepsAThousandStepsWhenTheProgramIsKilled) {
  const std::uint64_t seed = announcedSeed();
  const TemporaryFolder folder{fastestPlace()};
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0)
    workUntilKilled(folder.path(), seed, ends[1]);
  close(ends[1]);
  char word = 0;
  ASSERT_EQ(read(ends[0], &word, 1), 1);
  usleep(static_cast<useconds_t>(seed % 20'000));
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  close(ends[0]);
  ASSERT_TRUE(WIFSIGNALED(status)) << "it ended by itself with " << WEXITSTATUS(status);

  SeededChance chance{3};
  auto store = db::SqliteNotebookStore::open({folder / "notebook.db"}, chance);
  ASSERT_THAT(store, IsOk());
  OpenDesk open{std::move(*store)};
  open.clock.advanceDays(8'000);
  const std::string after = contentsOf(folder / "after");
  ASSERT_TRUE(undoableDumpOf(*open.store) == after);

  EXPECT_GE(expectThereAndBack(open, contentsOf(folder / "before"), after), 1'000);
}

}  // namespace
}  // namespace phaseboard::test
