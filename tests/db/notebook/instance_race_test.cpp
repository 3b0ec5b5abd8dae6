// SPDX-License-Identifier: Apache-2.0
// Programs that open one notebook at the same moment: never do two of them write, what each was
// told is kept, and one that was killed is in nobody's way.
// PHASEBOARD_SEED and PHASEBOARD_RACES choose them.
#include <atomic>
#include <csignal>
#include <iostream>
#include <new>
#include <vector>

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/notebook/backups.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

constexpr std::uint64_t kUsualRaces = 25;
constexpr int kRacers = 3;

/// What the racers of one race tell each other and the judge.
struct RaceBoard {
  std::atomic<bool> isStarted{false};
  std::atomic<int> writing{0};
  std::atomic<int> collisions{0};
  std::atomic<int> winners{0};
  std::atomic<int> refused{0};
  std::atomic<int> answers{0};
  std::atomic<int> wrong{0};  ///< failures that are neither
};

/// A place that forked processes share.
class SharedBoard {
 public:
  SharedBoard()
      : m_board(new (mmap(nullptr, sizeof(RaceBoard), PROT_READ | PROT_WRITE,
                          MAP_SHARED | MAP_ANONYMOUS, -1, 0)) RaceBoard) {}
  ~SharedBoard() { munmap(m_board, sizeof(RaceBoard)); }
  SharedBoard(const SharedBoard&) = delete;
  SharedBoard& operator=(const SharedBoard&) = delete;

  RaceBoard* operator->() { return m_board; }
  RaceBoard& operator*() { return *m_board; }

 private:
  RaceBoard* m_board;
};

/// @param holds  whether it then keeps the notebook until it is killed
[[noreturn]] void race(const std::filesystem::path& file, std::uint64_t seed, bool holds,
                       RaceBoard& board) {
  while (!board.isStarted.load())
    sched_yield();
  SeededChance chance{seed};
  auto opened = db::SqliteNotebookStore::open({file}, chance);
  if (!opened) {
    (opened.error().kind == ErrorKind::Busy ? board.refused : board.wrong).fetch_add(1);
    _exit(0);
  }
  if (board.writing.fetch_add(1) != 0)
    board.collisions.fetch_add(1);
  board.winners.fetch_add(1);
  {
    OpenDesk open{std::move(*opened)};
    open.chance = SeededChance{seed};
    const auto answered = open.desk.answerPrompt(aPrompt("p" + std::to_string(seed % 7)),
                                                 memory::Rating::Good, Millis{900});
    (answered ? board.answers : board.wrong).fetch_add(1);
    while (holds)
      pause();
    board.writing.fetch_sub(1);
  }
  _exit(0);
}

TEST(InstanceRace, NeverLetsTwoWriteAndNeverWaitsForTheDead) {
  SeededChance chance{announcedSeed()};
  const std::uint64_t races = numberFrom("PHASEBOARD_RACES", kUsualRaces);
  const TemporaryFolder folder{fastestPlace()};
  const auto file = folder / "notebook.db";
  int answers = 0;
  int refused = 0;
  int killed = 0;
  for (std::uint64_t number = 0; number < races; ++number) {
    SCOPED_TRACE(number);
    SharedBoard board;
    // In a third of the races the winners hold on to the notebook and are killed.
    const bool areKilled = chance.next() % 3 == 0;
    std::vector<pid_t> racers;
    for (int i = 0; i < kRacers; ++i) {
      const std::uint64_t seed = chance.next();
      const pid_t racer = fork();
      ASSERT_GE(racer, 0);
      if (racer == 0)
        race(file, seed, areKilled, *board);
      racers.push_back(racer);
    }
    board->isStarted.store(true);
    if (areKilled) {
      while (board->answers.load() + board->refused.load() + board->wrong.load() < kRacers)
        usleep(200);
      for (const pid_t racer : racers)
        kill(racer, SIGKILL);
      killed += board->winners.load();
    }
    for (const pid_t racer : racers)
      waitpid(racer, nullptr, 0);
    ASSERT_EQ(board->collisions.load(), 0) << "two wrote at the same time";
    ASSERT_EQ(board->wrong.load(), 0);
    ASSERT_GE(board->winners.load(), 1) << "nobody got it";
    answers += board->answers.load();
    refused += board->refused.load();
  }
  const auto check = db::checkFile(file, db::CheckDepth::Full);
  ASSERT_THAT(check, IsOk());
  EXPECT_TRUE(check->problems.empty());
  EXPECT_EQ(check->events, answers);
  EXPECT_GT(refused, 0) << "they never met";
  EXPECT_GT(killed, 0);
  std::cout << races << " races of " << kRacers << ": " << answers << " answers, " << refused
            << " refused, " << killed << " holders killed, never two writers\n";
}

}  // namespace
}  // namespace phaseboard::test
