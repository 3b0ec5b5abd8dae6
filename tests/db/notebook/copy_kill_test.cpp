// SPDX-License-Identifier: Apache-2.0
// A process that backs its notebook up, or imports, is killed at random moments: a backup that has
// its name is whole, one that was acknowledged is there, and an import is there wholly or not at
// all. PHASEBOARD_SEED and PHASEBOARD_COPY_KILLS choose them.
#include <iostream>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "app/ops/import_operations.h"
#include "db/notebook/backups.h"
#include "tests/support/killed_child.h"
#include "tests/support/open_desk.h"
#include "tests/support/prompt_pack.h"
#include "tests/support/result_matchers.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

constexpr std::uint64_t kUsualCopyKills = 20;
constexpr std::uint64_t kKillsOfOneNotebook = 40;
constexpr int kCardsOfADeck = 40;

exchange::Incoming deckNumber(int number) {
  exchange::Incoming deck;
  deck.source = "Anki package";
  for (int card = 0; card < kCardsOfADeck; ++card) {
    exchange::IncomingPrompt prompt;
    prompt.origin = "deck:" + std::to_string(number) + ":" + std::to_string(card);
    prompt.ask = "What is " + prompt.origin + "?";
    prompt.answer = "It is.";
    prompt.reviews = {
        {Instant{1'760'000'000'000 + card}, memory::Rating::Good, Millis{4'000}, 600}};
    deck.prompts.push_back(std::move(prompt));
  }
  return deck;
}

/// Imports decks, from number `first` on, or answers and backs up, until it is killed.
[[noreturn]] void copyUntilKilled(const std::filesystem::path& file, int descriptor, int first,
                                  bool imports, std::uint64_t seed) {
  SeededChance chance{seed};
  auto opened = db::SqliteNotebookStore::open({file}, chance);
  if (!opened)
    _exit(2);
  OpenDesk open{std::move(*opened)};
  open.chance = SeededChance{seed};
  open.clock.advanceMinutes(first);
  const db::Backups backups(db::diskFiles(), file);
  ops::ImportOperations imported(*open.store, open.clock, open.chance);
  for (int number = first;; ++number) {
    open.clock.advanceMinutes(1);
    if (imports) {
      if (!imported.importPrompts(PromptPack{{}}, deckNumber(number),
                                  {QuestionId{"ads"}, PhaseId{"model"}}))
        _exit(3);
    } else {
      if (!open.desk.answerPrompt(aPrompt("p" + std::to_string(number % 9)), memory::Rating::Good,
                                  Millis{900}) ||
          !backups.make(open.clock.now()))
        _exit(4);
    }
    sayLine(descriptor, std::to_string(number));
  }
}

class CopyKill : public testing::Test {
 protected:
  /// @return the number of the last deck or backup that was acknowledged, or `first - 1`
  int copyAndKill(int first, bool imports, Chance& chance) const {
    const std::uint64_t seed = chance.next();
    std::istringstream lines(wordsUntilKilled(chance, [&](int descriptor) {
      copyUntilKilled(m_file, descriptor, first, imports, seed);
    }));
    int last = first - 1;
    for (int number = 0; lines >> number;)
      last = number;
    return last;
  }

  /// How many prompts were imported; as many as whole decks have.
  [[nodiscard]] int importedPrompts() const {
    SeededChance chance{1};
    const auto store = db::SqliteNotebookStore::open({m_file}, chance);
    EXPECT_THAT(store, IsOk());
    const auto prompts = store ? (*store)->ownPrompts() : passOn(store);
    EXPECT_THAT(prompts, IsOk());
    return prompts ? static_cast<int>(prompts->size()) : -1;
  }

  void expectWholeBackups(const Instant& acknowledged) const {
    const auto all = db::Backups(db::diskFiles(), m_file).list();
    ASSERT_THAT(all, IsOk());
    for (const db::Backup& backup : *all) {
      const auto check = db::checkFile(backup.file, db::CheckDepth::Full);
      ASSERT_THAT(check, IsOk());
      EXPECT_TRUE(check->problems.empty()) << backup.file;
    }
    if (acknowledged > Instant{0}) {
      ASSERT_FALSE(all->empty());
      EXPECT_GE(all->front().takenAt, acknowledged);
    }
  }

  const TemporaryFolder m_folder{fastestPlace()};
  std::filesystem::path m_file = m_folder / "notebook.db";
};

TEST_F(CopyKill, LeavesWholeBackupsAndWholeImports) {
  SeededChance chance{announcedSeed()};
  const std::uint64_t wanted = numberFrom("PHASEBOARD_COPY_KILLS", kUsualCopyKills);
  int next = 1;
  int decks = 0;
  int backups = 0;
  for (std::uint64_t kill = 0; kill < wanted; ++kill) {
    SCOPED_TRACE(kill);
    if (kill % kKillsOfOneNotebook == 0) {
      m_file = m_folder / ("n" + std::to_string(kill)) / "notebook.db";
      std::filesystem::create_directory(m_file.parent_path());
      next = 1;
      decks = 0;
    }
    const bool imports = kill % 2 == 0;
    const int last = copyAndKill(next, imports, chance);
    const int acknowledged = last - next + 1;
    FakeClock clock;
    clock.advanceMinutes(last);
    ASSERT_NO_FATAL_FAILURE(
        expectWholeBackups(!imports && acknowledged > 0 ? clock.now() : Instant{0}));
    const int prompts = importedPrompts();
    EXPECT_EQ(prompts % kCardsOfADeck, 0) << "half a deck";
    if (imports) {
      EXPECT_GE(prompts / kCardsOfADeck, decks + acknowledged);
      EXPECT_LE(prompts / kCardsOfADeck, decks + acknowledged + 1);
    }
    decks = prompts / kCardsOfADeck;
    backups += imports ? 0 : acknowledged;
    // The one after the last acknowledged may be there too.
    next = last + 2;
    const auto check = db::checkFile(m_file, db::CheckDepth::Full);
    ASSERT_TRUE(check && check->problems.empty());
    if (HasFailure())
      return;
  }
  EXPECT_GT(backups, 0);
  std::cout << wanted << " kills while backing up and importing: " << backups
            << " backups and every deck whole\n";
}

}  // namespace
}  // namespace phaseboard::test
