// SPDX-License-Identifier: Apache-2.0
// The window program is killed again and again in the middle of one mock interview. Every line of
// its record, every stroke and every kept word has to be there, and the clock must be right.
#include <chrono>
#include <filesystem>
#include <future>
#include <iostream>
#include <memory>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>
#include <unistd.h>

#include "app/board/history.h"
#include "app/mock/standing.h"
#include "db/notebook/backups.h"
#include "db/notebook/sqlite_board_store.h"
#include "db/notebook/sqlite_mock_store.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/places.h"
#include "tests/support/run_numbers.h"
#include "tests/support/running_program.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using std::chrono::milliseconds;

// Under a sanitizer a start takes several times as long. PHASEBOARD_KILLS asks for more.
#ifdef __SANITIZE_ADDRESS__
constexpr int kUsualKills = 4;
#else
constexpr int kUsualKills = 16;
#endif
constexpr int kCandidates = 4;  ///< notebooks, each with its own window, at the same time
constexpr std::int64_t kLongestBeatAndTalk = 35'000;  ///< ms that a life may add to the clock

/// What the program said it had kept.
struct SaidKept {
  std::string mock;
  std::int64_t events = 0;
  std::int64_t elapsed = 0;
  std::int64_t strokes = 0;
  std::int64_t words = 0;
};

/// One notebook whose window is killed again and again.
class CandidateLane {
 public:
  CandidateLane(std::filesystem::path folder, std::uint64_t seed, int lives)
      : m_folder(std::move(folder)), m_lives(lives), m_chance(seed) {}

  std::vector<std::string> run() {
    for (int life = 0; life < m_lives && m_lost.empty(); ++life)
      rehearseAndDie();
    const auto check = db::checkFile(notebook(), db::CheckDepth::Full);
    if (!check || !check->problems.empty())
      lost("the soundness of the notebook");
    return m_lost;
  }

  int kills = 0;
  SaidKept known;  ///< by the last life that spoke

 private:
  [[nodiscard]] std::string notebook() const { return m_folder / "notebook.db"; }
  void lost(const std::string& what) { m_lost.push_back(what); }

  void rehearseAndDie() {
    RunningProgram program({PHASEBOARD_REHEARSING_PROGRAM, notebook(),
                            test::inBuild("resources/mlsd.pack"), m_folder / "window.ini",
                            std::to_string(m_chance.next())});
    if (!program.isStarted() || !program.waitForLines(1))
      return lost("the program did not start");
    std::this_thread::sleep_for(milliseconds(m_chance.next() % 1'200));
    if (!program.killNow())
      return lost("the program ended by itself");
    ++kills;
    listen(program.words());
    if (!known.mock.empty())
      check();
  }

  void listen(const std::string& words) {
    std::istringstream lines(words.substr(0, words.rfind('\n') + 1));
    for (std::string line; std::getline(lines, line);) {
      std::istringstream parts(line);
      std::string what;
      SaidKept said;
      if (parts >> what >> said.mock >> said.events >> said.elapsed >> said.strokes >> said.words)
        known = said;
    }
  }

  void check() {
    SeededChance chance{1};
    const auto store = db::SqliteNotebookStore::open({notebook()}, chance);
    if (!store)
      return lost("the notebook does not open: " + describe(store.error()));
    const db::SqliteMockStore mocks(**store);
    const auto info = mocks.unfinishedMock();
    if (!info || !*info || (*info)->id.value() != known.mock)
      return lost("the interview " + known.mock);
    checkRecord(mocks, **info);
    const auto texts = mocks.texts((*info)->id);
    const auto text = texts ? textOfFirstPhase(*texts, **info) : std::string();
    const auto words = static_cast<std::int64_t>(std::count(text.begin(), text.end(), 'w'));
    if (words < known.words)
      lost(std::to_string(known.words - words) + " words");
    const db::SqliteBoardStore boards(**store);
    auto entries = boards.entries(*(*info)->board);
    const auto strokes = entries ? static_cast<std::int64_t>(entries->size()) : -1;
    if (strokes < known.strokes || !board::History::replay(std::move(*entries)))
      lost(std::to_string(known.strokes - strokes) + " strokes");
  }

  void checkRecord(const db::SqliteMockStore& mocks, const mock::MockInfo& info) {
    const auto events = mocks.events(info.id);
    const auto record =
        events ? mock::Record::replay(info.plan, *events) : Result<mock::Record>(passOn(events));
    if (!record)
      return lost("the sense of the record: " + describe(record.error()));
    if (static_cast<std::int64_t>(record->events().size()) < known.events)
      lost(std::to_string(known.events - static_cast<std::int64_t>(record->events().size())) +
           " lines of the record");
    const Instant last = record->events().back().at;
    const std::int64_t elapsed = mock::standingAt(*record, last).elapsed.value();
    if (elapsed < known.elapsed || elapsed > known.elapsed + kLongestBeatAndTalk)
      lost("the clock: " + std::to_string(elapsed) + " ms instead of " +
           std::to_string(known.elapsed));
    // However long it stays dead, no time of that counts.
    const Instant muchLater{last.value() + 3'600'000};
    if (mock::standingAt(*record, muchLater).elapsed.value() != elapsed)
      lost("the clock ran while nobody was there");
  }

  static std::string textOfFirstPhase(const std::map<std::string, std::string>& texts,
                                      const mock::MockInfo& info) {
    const auto found = texts.find(mock::textOf(info.plan.stages.front().phases.front()));
    return found == texts.end() ? std::string() : found->second;
  }

  std::filesystem::path m_folder;
  int m_lives;
  SeededChance m_chance;
  std::vector<std::string> m_lost;
};

TEST(MockWindowKill, LosesNothingOfAnInterviewAndKeepsItsClock) {
  SeededChance chance{announcedSeed()};
  const auto wanted = static_cast<int>(numberFrom("PHASEBOARD_KILLS", kUsualKills));
  const TemporaryFolder folder;
  std::vector<std::unique_ptr<CandidateLane>> lanes;
  std::vector<std::future<std::vector<std::string>>> running;
  for (int i = 0; i < kCandidates; ++i) {
    const auto place = folder / ("lane" + std::to_string(i));
    std::filesystem::create_directory(place);
    lanes.push_back(std::make_unique<CandidateLane>(place, chance.next(), wanted / kCandidates));
    running.push_back(std::async(std::launch::async, &CandidateLane::run, lanes.back().get()));
  }

  int kills = 0;
  SaidKept all;
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    for (const std::string& what : running[i].get())
      ADD_FAILURE() << "lane " << i << " lost " << what;
    kills += lanes[i]->kills;
    all.events += lanes[i]->known.events;
    all.strokes += lanes[i]->known.strokes;
    all.words += lanes[i]->known.words;
  }

  EXPECT_EQ(kills, wanted / kCandidates * kCandidates);
  EXPECT_GT(all.events, kills);
  EXPECT_GT(all.strokes, 0);
  std::cout << kills << " kills in interviews: " << all.events << " lines, " << all.strokes
            << " strokes and " << all.words << " words, all there\n";
}

}  // namespace
}  // namespace phaseboard::test
