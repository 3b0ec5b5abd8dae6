// SPDX-License-Identifier: Apache-2.0
// A process that rehearses is killed at random moments. The record, the texts, the board and the
// clock have to be those that it acknowledged.
#include <array>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "app/board/drawing.h"
#include "app/board/history.h"
#include "db/notebook/backups.h"
#include "tests/support/killed_child.h"
#include "tests/support/open_mocks.h"
#include "tests/support/result_matchers.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using mock::EventKind;

constexpr int kUsualRehearsalsKilled = 40;  ///< PHASEBOARD_KILLS asks for more
constexpr int kDeadSeconds = 180;  ///< from a kill to the next start, on the clock of the test

/// What a process said it had kept.
struct Kept {
  std::int64_t events = 0;
  std::int64_t elapsed = 0;
  int text = 0;
  std::int64_t strokes = 0;
};

void sayKept(int descriptor, const Kept& kept) {
  std::ostringstream line;
  line << kept.events << ' ' << kept.elapsed << ' ' << kept.text << ' ' << kept.strokes;
  sayLine(descriptor, line.str());
}

/// Goes on with the attempt that was not finished, or begins one, until it is killed.
class Rehearser {
 public:
  Rehearser(const std::filesystem::path& file, std::uint64_t seed) : m_open(file), m_chance(seed) {
    m_open.open.chance = SeededChance{seed};
    const auto unfinished = m_open.store.unfinishedMock();
    if (!unfinished)
      _exit(2);
    m_info = *unfinished ? **unfinished : m_open.start();
    m_record = m_open.record(m_info);
    m_open.open.clock.set(toIso(m_record.events().back().at));
    if (*unfinished)
      comeBack();
    auto drawn = m_open.boards.entries(*m_info.board);
    auto history = drawn ? board::History::replay(std::move(*drawn)) : Result<board::History>();
    if (!history)
      _exit(3);
    m_history = std::move(*history);
  }

  [[noreturn]] void rehearse(int descriptor) {
    for (int number = 1;; ++number) {
      m_open.open.clock.advanceSeconds(1 + static_cast<int>(m_chance.next() % 5));
      step(number);
      m_kept.events = static_cast<std::int64_t>(m_record.events().size());
      m_kept.elapsed = mock::standingAt(m_record, m_record.events().back().at).elapsed.value();
      m_kept.strokes = static_cast<std::int64_t>(m_history.entries().size());
      sayKept(descriptor, m_kept);
    }
  }

 private:
  void comeBack() {
    m_open.open.clock.advanceSeconds(kDeadSeconds);
    if (m_record.stand() == mock::Stand::Running)
      note(EventKind::Paused);
    note(EventKind::Resumed);
  }

  void note(EventKind kind, const std::string& subject = {}, const std::string& text = {}) {
    const auto event = m_record.next(kind, subject, text, m_open.open.clock.now());
    if (!event || !m_open.mocks.noteMock(m_info.id, *event) || !m_record.append(*event))
      _exit(4);
  }

  void step(int number) {
    constexpr std::array<const char*, 3> kStages{"goal", "core", "run"};
    switch (m_chance.next() % 6) {
      case 0:
        note(EventKind::StageEntered, kStages[m_chance.next() % 3]);
        break;
      case 1:
        note(EventKind::Asked, {}, "How many " + std::to_string(number) + "?");
        break;
      case 2:
        if (!m_open.mocks.keepMockText(m_info.id, "phase:data", std::to_string(number)))
          _exit(5);
        m_kept.text = number;
        break;
      case 3:
        draw();
        break;
      default:
        note(EventKind::Beat);
    }
    if (number % 17 == 0 && !m_open.open.store->settle())
      _exit(6);
  }

  void draw() {
    const auto extent = [](const std::string&, board::PartKind) { return board::Extent{90, 60}; };
    auto entry = m_history.draw(
        board::placePart(m_history.document(), "Store", board::PartKind::Store, {10, 20}, extent),
        m_open.open.clock.now());
    ops::BoardOperations boards(*m_open.open.store, m_open.boards, m_open.open.clock,
                                m_open.open.chance);
    if (!entry || !*entry || !boards.drawOnBoard(*m_info.board, **entry))
      _exit(7);
  }

  OpenMocks m_open;
  SeededChance m_chance;
  mock::MockInfo m_info;
  mock::Record m_record{mock::Plan()};
  board::History m_history;
  Kept m_kept;
};

/// Lets a process rehearse for a while and kills it; its last whole line, if it got to one.
std::optional<Kept> rehearseAndKill(const std::filesystem::path& file, Chance& chance) {
  const std::uint64_t seed = chance.next();
  std::istringstream lines(wordsUntilKilled(
      chance, [&](int descriptor) { Rehearser(file, seed).rehearse(descriptor); }));
  std::optional<Kept> last;
  for (Kept kept; lines >> kept.events >> kept.elapsed >> kept.text >> kept.strokes;)
    last = kept;
  return last;
}

TEST(MockKill, LosesNothingAndKeepsTheClockRight) {
  const auto kills = static_cast<int>(numberFrom("PHASEBOARD_KILLS", kUsualRehearsalsKilled));
  SeededChance chance{announcedSeed()};
  const TemporaryFolder folder;
  const auto file = folder / "notebook.db";
  { const OpenMocks made{file}; }
  std::int64_t elapsedBefore = 0;
  std::int64_t lastEvents = 0;
  std::int64_t lastElapsed = 0;
  int lives = 0;
  for (int kill = 0; kill < kills; ++kill) {
    SCOPED_TRACE(kill);
    const auto said = rehearseAndKill(file, chance);
    const OpenMocks open{file};
    const auto info = open.store.unfinishedMock();
    ASSERT_THAT(info, IsOk());
    if (!*info)
      continue;  // killed before it began
    const mock::Record record = open.record(**info);
    const Instant last = record.events().back().at;
    const std::int64_t elapsed = mock::standingAt(record, last).elapsed.value();
    // The clock never goes back, and what nobody recorded is not counted.
    EXPECT_GE(elapsed, elapsedBefore);
    EXPECT_EQ(
        mock::standingAt(record, Instant{last.value() + kDeadSeconds * 1'000}).elapsed.value(),
        elapsed);
    elapsedBefore = elapsed;
    if (!said)
      continue;
    ++lives;
    EXPECT_GE(static_cast<std::int64_t>(record.events().size()), said->events);
    EXPECT_GE(elapsed, said->elapsed);
    // One line at most was kept and not said.
    EXPECT_LE(elapsed - said->elapsed, mock::kLongestStep.value());
    const auto texts = open.store.texts((*info)->id);
    ASSERT_THAT(texts, IsOk());
    if (said->text > 0) {
      EXPECT_GE(std::atoi(texts->at("phase:data").c_str()), said->text);
    }
    auto drawn = open.boards.entries(*(*info)->board);
    ASSERT_THAT(drawn, IsOk());
    EXPECT_GE(static_cast<std::int64_t>(drawn->size()), said->strokes);
    EXPECT_THAT(board::History::replay(std::move(*drawn)), IsOk());
    lastEvents = said->events;
    lastElapsed = said->elapsed;
  }
  const auto check = db::checkFile(file, db::CheckDepth::Full);
  ASSERT_THAT(check, IsOk());
  EXPECT_TRUE(check->problems.empty());
  EXPECT_GT(lives, kills / 2);
  std::cout << kills << " kills while rehearsing, " << lives << " lives that spoke: " << lastEvents
            << " lines and " << lastElapsed / 1'000 << " s of work, all there\n";
}

}  // namespace
}  // namespace phaseboard::test
