// SPDX-License-Identifier: Apache-2.0
// The window program is killed in the middle of a sitting and of typing. What it acknowledged, and
// all text older than five seconds, has to be there.
#include <algorithm>
#include <chrono>
#include <future>
#include <iostream>
#include <map>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>
#include <unistd.h>

#include "app/ops/replay.h"
#include "db/notebook/backups.h"
#include "db/notebook/sqlite_notebook_store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/places.h"
#include "tests/support/run_numbers.h"
#include "tests/support/running_program.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr int kUsualKills = 48;  ///< PHASEBOARD_KILLS asks for more
constexpr int kLanes = 8;        ///< notebooks, each with its own window, at the same time
constexpr int kTypistLives = 2;  ///< of each lane: long ones, typing without a pause
constexpr std::int64_t kTextIsSafeAfterMs = 5'000;

std::int64_t steadyMillis() {
  return std::chrono::duration_cast<milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

struct Typed {
  int number = 0;
  std::int64_t at = 0;
};

/// What one program said before it was killed.
struct Acknowledged {
  bool wasReady = false;
  std::map<Uuid, PromptId> grades;
  std::map<PhaseId, int> kept;
  std::map<PhaseId, std::vector<Typed>> typed;
};

Acknowledged readWords(const std::string& words) {
  Acknowledged said;
  std::istringstream lines(words.substr(0, words.rfind('\n') + 1));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream parts(line);
    std::string what;
    std::string name;
    parts >> what >> name;
    said.wasReady = true;
    if (what == "g") {
      std::string prompt;
      parts >> prompt;
      said.grades.emplace(Uuid::parse(name).value_or(Uuid{}), PromptId{prompt});
    } else if (what == "k") {
      parts >> said.kept[PhaseId{name}];
    } else if (what == "t") {
      Typed typed;
      parts >> typed.number >> typed.at;
      said.typed[PhaseId{name}].push_back(typed);
    }
  }
  return said;
}

/// One notebook whose window is killed again and again. Says what was lost.
class Lane {
 public:
  Lane(std::filesystem::path folder, std::uint64_t chanceSeed, int lives)
      : m_folder(std::move(folder)), m_lives(lives), m_chance(chanceSeed) {}

  std::vector<std::string> run() {
    for (int life = 0; life < m_lives && m_lost.empty(); ++life)
      liveAndDie(life % (m_lives / kTypistLives) == 1);
    if (m_lost.empty())
      checkNotebook();
    return m_lost;
  }

  int grades = 0;        ///< acknowledged by all lives together
  int words = 0;         ///< old enough to be safe
  int livesToStudy = 0;  ///< that were not to be killed while the program starts
  int killedBusy = 0;

 private:
  void liveAndDie(bool isTypist) {
    std::vector<std::string> command{PHASEBOARD_STUDYING_PROGRAM, notebook(),
                                     test::inBuild("resources/mlsd.pack"), m_folder / "window.ini",
                                     std::to_string(m_chance.next())};
    if (isTypist)
      command.emplace_back("typist");
    RunningProgram program(command);
    if (!program.isStarted())
      return lost("the program did not start");
    const bool diesEarly = !isTypist && m_chance.next() % 10 == 0;
    // Counted in what it did, not in time: a busy machine only makes it slower. One line says that
    // it is ready, the others what it acknowledged.
    const std::size_t lines = diesEarly ? 0 : isTypist ? 2 : 2 + m_chance.next() % 12;
    if (!program.waitForLines(lines))
      return lost("the program said nothing");
    const std::uint64_t most = isTypist ? 3'000 : diesEarly ? 300 : 60;
    std::this_thread::sleep_for(milliseconds((isTypist ? 5'500 : 0) + m_chance.next() % most));
    livesToStudy += diesEarly ? 0 : 1;
    const std::int64_t killedAt = steadyMillis();
    if (!program.killNow())
      return lost("the program ended by itself");
    check(readWords(program.words()), killedAt);
  }

  void check(const Acknowledged& said, std::int64_t killedAt) {
    m_known.insert(said.grades.begin(), said.grades.end());
    grades += static_cast<int>(said.grades.size());
    killedBusy += !said.grades.empty() || !said.typed.empty() ? 1 : 0;
    if (!said.wasReady && m_known.empty())
      return;  // killed before there was a notebook
    SeededChance chance{1};
    const auto store = db::SqliteNotebookStore::open({notebook()}, chance);
    if (!store)
      return lost("the notebook does not open: " + describe(store.error()));
    for (const auto& [event, prompt] : m_known)
      checkGrade(**store, event, prompt);
    for (const auto& [phase, typed] : said.typed) {
      int safe = said.kept.contains(phase) ? said.kept.at(phase) : 0;
      for (const Typed& word : typed)
        if (killedAt - word.at > kTextIsSafeAfterMs) {
          safe = std::max(safe, word.number);
          ++words;
        }
      checkText(**store, phase, safe);
    }
  }

  void checkGrade(const db::SqliteNotebookStore& store, const Uuid& event, const PromptId& prompt) {
    const auto events = store.events(prompt);
    const bool isThere = events && std::any_of(events->begin(), events->end(),
                                               [&](const auto& one) { return one.id == event; });
    if (!isThere)
      lost("the grade " + event.text() + " of " + prompt.value());
  }

  /// Words are numbers in order: "w1 w2 w3".
  void checkText(const db::SqliteNotebookStore& store, const PhaseId& phase, int safe) {
    const auto keys = store.answeredKeys();
    int found = 0;
    for (const answers::AnswerKey& key : keys ? *keys : std::vector<answers::AnswerKey>{}) {
      if (key.phase != phase)
        continue;
      const auto draft = store.draft(key);
      const auto version = store.currentAnswer(key);
      for (const std::string& text :
           {draft && *draft ? (*draft)->text : "", version && *version ? (*version)->text : ""})
        found = std::max(found, wordsIn(text));
    }
    if (found < safe)
      lost(std::to_string(safe - found) + " words of " + phase.value() + " after " +
           std::to_string(found));
  }

  int wordsIn(const std::string& text) {
    std::istringstream all(text);
    int number = 0;
    for (std::string word; all >> word;)
      if (word != "w" + std::to_string(++number))
        lost("the order of words: " + word + " in place " + std::to_string(number));
    return number;
  }

  void checkNotebook() {
    const auto check = db::checkFile(notebook(), db::CheckDepth::Full);
    if (!check || !check->problems.empty())
      lost("the soundness of the notebook");
    SeededChance chance{1};
    const auto store = db::SqliteNotebookStore::open({notebook()}, chance);
    const auto report = store ? ops::compareWithLog(**store, {}) : passOn(store);
    if (!report || report->differenceCount != 0)
      lost("the agreement of schedule and log");
  }

  [[nodiscard]] std::string notebook() const { return m_folder / "notebook.db"; }
  void lost(const std::string& what) { m_lost.push_back(what); }

  std::filesystem::path m_folder;
  int m_lives;
  SeededChance m_chance;
  std::map<Uuid, PromptId> m_known;
  std::vector<std::string> m_lost;
};

TEST(WindowKill, LosesNoAcknowledgedGradeAndNoTextOlderThanFiveSeconds) {
  const std::uint64_t chosen = announcedSeed();
  const int lives = static_cast<int>(numberFrom("PHASEBOARD_KILLS", kUsualKills)) / kLanes;
  const TemporaryFolder folder;
  SeededChance chance{chosen};
  std::vector<std::unique_ptr<Lane>> lanes;
  std::vector<std::future<std::vector<std::string>>> running;
  for (int i = 0; i < kLanes; ++i) {
    const auto place = folder / ("lane" + std::to_string(i));
    std::filesystem::create_directory(place);
    lanes.push_back(std::make_unique<Lane>(place, chance.next(), lives));
    running.push_back(std::async(std::launch::async, &Lane::run, lanes.back().get()));
  }

  int grades = 0;
  int words = 0;
  int busy = 0;
  int toStudy = 0;
  for (int i = 0; i < kLanes; ++i) {
    for (const std::string& lost : running[static_cast<std::size_t>(i)].get())
      ADD_FAILURE() << "lane " << i << " lost " << lost;
    const Lane& lane = *lanes[static_cast<std::size_t>(i)];
    grades += lane.grades;
    words += lane.words;
    busy += lane.killedBusy;
    toStudy += lane.livesToStudy;
  }

  EXPECT_GE(busy, toStudy) << "not all were killed while studying";
  EXPECT_GT(toStudy, kLanes * lives / 2);
  EXPECT_GT(grades, 0);
  EXPECT_GT(words, 0);
  std::cout << kLanes * lives << " kills, " << busy << " while studying: " << grades
            << " grades and " << words << " words older than 5 s, all there\n";
}

}  // namespace
}  // namespace phaseboard::test
