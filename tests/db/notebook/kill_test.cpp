// SPDX-License-Identifier: Apache-2.0
// A process that studies is killed at random moments. What it acknowledged has to be there.
// PHASEBOARD_KILLS says how often.
#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "app/ops/replay.h"
#include "db/notebook/answer_journal.h"
#include "db/notebook/backups.h"
#include "tests/support/killed_child.h"
#include "tests/support/open_desk.h"
#include "tests/support/result_matchers.h"
#include "tests/support/run_numbers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

constexpr int kUsualKills = 60;
constexpr int kPrompts = 23;

/// What one process said it had done before it was killed.
struct Acknowledged {
  std::map<int, int> reps;  ///< by prompt
  int draft = -1;
  int text = -1;
};

std::string typed(int number) {
  return std::to_string(number) + " " + std::string(static_cast<std::size_t>(number % 3'000), 'w');
}

int numberOf(const std::string& text) {
  return std::atoi(text.c_str());
}

/// Answers and types until it is killed; says each thing only after the desk returned.
[[noreturn]] void study(const std::filesystem::path& file, int descriptor, std::uint64_t chanceSeed,
                        int first) {
  SeededChance chance{chanceSeed};
  auto opened = db::SqliteNotebookStore::open({file}, chance);
  if (!opened)
    _exit(2);
  OpenDesk open{std::move(*opened)};
  open.chance = SeededChance{chanceSeed};
  for (int number = first;; ++number) {
    open.clock.advanceSeconds(number);
    const int prompt = static_cast<int>(chance.next() % kPrompts);
    const auto rating = memory::kRatings[chance.next() % 4];
    const auto answered =
        open.desk.answerPrompt(aPrompt("p" + std::to_string(prompt)), rating, Millis{1'000});
    if (!answered)
      _exit(3);
    sayLine(descriptor, "a " + std::to_string(prompt) + " " + std::to_string(answered->state.reps));
    if (!open.desk.keepDraft(kAdsModel, typed(number), std::nullopt))
      _exit(4);
    sayLine(descriptor, "d " + std::to_string(number));
    if (number % 5 == 0) {
      if (!open.desk.writeAnswer(kAdsModel, typed(number)))
        _exit(5);
      sayLine(descriptor, "t " + std::to_string(number));
    }
    if (number % 13 == 0 && !open.store->settle())
      _exit(6);
  }
}

/// Runs `study` for a while and kills it.
Acknowledged studyAndKill(const std::filesystem::path& file, Chance& chance, int first) {
  const std::uint64_t chanceSeed = chance.next();
  Acknowledged said;
  std::istringstream lines(wordsUntilKilled(
      chance, [&](int descriptor) { study(file, descriptor, chanceSeed, first); }));
  for (std::string what; lines >> what;) {
    int number = 0;
    lines >> number;
    if (what == "a")
      lines >> said.reps[number];
    else
      (what == "d" ? said.draft : said.text) = number;
  }
  return said;
}

class KillTest : public testing::Test {
 protected:
  void expectAllOf(const Acknowledged& said) {
    SeededChance chance{1};
    const auto opened = db::SqliteNotebookStore::open({m_file}, chance);
    ASSERT_THAT(opened, IsOk());
    const db::SqliteNotebookStore& store = **opened;
    for (const auto& [prompt, reps] : said.reps) {
      const PromptId id = aPrompt("p" + std::to_string(prompt)).id;
      const auto row = store.promptRow(id);
      ASSERT_TRUE(row && *row);
      EXPECT_GE((*row)->state.reps, reps);
      const auto events = store.events(id);
      ASSERT_THAT(events, IsOk());
      EXPECT_EQ((*row)->state.reps, static_cast<int>(events->size()));
      EXPECT_EQ(review::replay(*events, {}), (*row)->state);
      m_events += std::max(0, static_cast<int>(events->size()) - m_known[prompt]);
      m_known[prompt] = static_cast<int>(events->size());
    }
    const auto draft = store.draft(kAdsModel);
    const auto current = store.currentAnswer(kAdsModel);
    ASSERT_TRUE(draft && current);
    const int written = *current ? numberOf((*current)->text) : -1;
    EXPECT_GE(written, said.text);
    // A draft is there, or what it became.
    EXPECT_GE(*draft ? numberOf((*draft)->text) : written, said.draft);
    if (*draft) {
      EXPECT_EQ((*draft)->text, typed(numberOf((*draft)->text)));
    }
  }

  const TemporaryFolder m_folder;
  const std::filesystem::path m_file = m_folder / "notebook.db";
  std::map<int, int> m_known;
  int m_events = 0;
};

TEST_F(KillTest, LosesNoAcknowledgedGradeOrDraft) {
  SeededChance chance{announcedSeed()};
  const auto kills = static_cast<int>(numberFrom("PHASEBOARD_KILLS", kUsualKills));
  {
    SeededChance ids{1};
    ASSERT_THAT(db::SqliteNotebookStore::open({m_file}, ids), IsOk());
  }
  int acknowledged = 0;
  int next = 1;
  for (int kill = 0; kill < kills; ++kill) {
    SCOPED_TRACE(kill);
    const Acknowledged said = studyAndKill(m_file, chance, next);
    acknowledged += said.reps.empty() ? 0 : 1;
    next = std::max(next, said.draft + 1);

    expectAllOf(said);
    if (HasFatalFailure() || HasFailure())
      return;
  }
  EXPECT_GT(acknowledged, kills / 4) << "too few were killed while studying";

  const auto check = db::checkFile(m_file, db::CheckDepth::Full);
  ASSERT_THAT(check, IsOk());
  EXPECT_TRUE(check->problems.empty());
  SeededChance ids{1};
  const auto store = db::SqliteNotebookStore::open({m_file}, ids);
  ASSERT_THAT(store, IsOk());
  const auto report = ops::compareWithLog(**store, {});
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(report->differenceCount, 0);
  // The journal has every event once more.
  const auto journal = db::readJournal(contentsOf(m_folder / "notebook.journal"));
  EXPECT_EQ(static_cast<std::int64_t>(journal.entries.size()), check->events);
  EXPECT_EQ(journal.damagedBytes, 0U);
  std::cout << kills << " kills, " << acknowledged << " while studying, " << check->events
            << " grades, all there\n";
}

}  // namespace
}  // namespace phaseboard::test
