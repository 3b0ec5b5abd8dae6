// SPDX-License-Identifier: Apache-2.0
// The window program is killed again and again in the middle of drawing. Every stroke that it
// acknowledged has to be there.
#include <chrono>
#include <filesystem>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>
#include <unistd.h>

#include "app/board/history.h"
#include "db/notebook/backups.h"
#include "db/notebook/sqlite_board_store.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/places.h"
#include "tests/support/run_numbers.h"
#include "tests/support/running_program.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using std::chrono::milliseconds;

constexpr int kUsualKills = 20;  ///< PHASEBOARD_KILLS asks for more
constexpr int kDrawers = 4;      ///< notebooks, each with its own window, at the same time

/// One notebook whose window is killed again and again.
class DrawingLane {
 public:
  DrawingLane(std::filesystem::path folder, std::uint64_t seed, int lives)
      : m_folder(std::move(folder)), m_lives(lives), m_chance(seed) {}

  std::vector<std::string> run() {
    for (int life = 0; life < m_lives && m_lost.empty(); ++life)
      drawAndDie();
    if (m_lost.empty()) {
      const auto check = db::checkFile(notebook(), db::CheckDepth::Full);
      if (!check || !check->problems.empty())
        m_lost.emplace_back("the soundness of the notebook");
    }
    return m_lost;
  }

  int kills = 0;
  [[nodiscard]] std::int64_t strokes() const {
    std::int64_t all = 0;
    for (const auto& [board, count] : m_known)
      all += count;
    return all;
  }

 private:
  [[nodiscard]] std::string notebook() const { return m_folder / "notebook.db"; }

  void drawAndDie() {
    RunningProgram program({PHASEBOARD_DRAWING_PROGRAM, notebook(),
                            test::inBuild("resources/mlsd.pack"), m_folder / "window.ini",
                            std::to_string(m_chance.next())});
    if (!program.isStarted() || !program.waitForLines(1)) {
      m_lost.emplace_back("the program did not start");
      return;
    }
    std::this_thread::sleep_for(milliseconds(m_chance.next() % 1'200));
    if (!program.killNow()) {
      m_lost.emplace_back("the program ended by itself");
      return;
    }
    ++kills;
    listen(program.words());
    check();
  }

  void listen(const std::string& words) {
    std::istringstream lines(words.substr(0, words.rfind('\n') + 1));
    for (std::string what; lines >> what;) {
      if (what != "k")
        continue;
      std::string board;
      std::int64_t count = 0;
      lines >> board >> count;
      std::int64_t& known = m_known[board::BoardId{board}];
      known = std::max(known, count);
    }
  }

  void check() {
    SeededChance chance{1};
    const auto store = db::SqliteNotebookStore::open({notebook()}, chance);
    if (!store) {
      m_lost.push_back("the notebook does not open: " + describe(store.error()));
      return;
    }
    const db::SqliteBoardStore boards(**store);
    for (const auto& [board, count] : m_known) {
      auto entries = boards.entries(board);
      const auto found = entries ? static_cast<std::int64_t>(entries->size()) : -1;
      if (found < count)
        m_lost.push_back(std::to_string(count - found) + " strokes of " + board.value());
      if (!entries || !board::History::replay(std::move(*entries)))
        m_lost.push_back("the sense of the log of " + board.value());
    }
  }

  std::filesystem::path m_folder;
  int m_lives;
  SeededChance m_chance;
  std::map<board::BoardId, std::int64_t> m_known;
  std::vector<std::string> m_lost;
};

TEST(BoardKill, LosesNoAcknowledgedStroke) {
  const std::uint64_t chosen = announcedSeed();
  const int lives = static_cast<int>(numberFrom("PHASEBOARD_KILLS", kUsualKills)) / kDrawers;
  const TemporaryFolder folder;
  SeededChance chance{chosen};
  std::vector<std::unique_ptr<DrawingLane>> lanes;
  std::vector<std::future<std::vector<std::string>>> running;
  for (int i = 0; i < kDrawers; ++i) {
    const auto place = folder / ("lane" + std::to_string(i));
    std::filesystem::create_directory(place);
    lanes.push_back(std::make_unique<DrawingLane>(place, chance.next(), lives));
    running.push_back(std::async(std::launch::async, &DrawingLane::run, lanes.back().get()));
  }

  int kills = 0;
  std::int64_t strokes = 0;
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    for (const std::string& lost : running[i].get())
      ADD_FAILURE() << "lane " << i << " lost " << lost;
    kills += lanes[i]->kills;
    strokes += lanes[i]->strokes();
  }

  EXPECT_EQ(kills, kDrawers * lives);
  EXPECT_GT(strokes, kills);
  std::cout << kills << " kills while drawing: " << strokes << " acknowledged strokes, all there\n";
}

}  // namespace
}  // namespace phaseboard::test
