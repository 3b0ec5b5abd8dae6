// SPDX-License-Identifier: Apache-2.0
#include "app/memory/simulation.h"

#include <numeric>

#include <gtest/gtest.h>

namespace phaseboard::memory {
namespace {

const std::vector<SimulatedPrompt> kThousandNew(1000);

Simulation played(double retention, int days = 365) {
  SimulationSettings settings;
  settings.retention = retention;
  settings.days = days;
  return simulate(Model{}, kThousandNew, settings);
}

TEST(Simulate, CostsMoreAndKnowsMoreForAHigherRetention) {
  Simulation last = played(0.7);
  for (const double retention : {0.8, 0.9, 0.95}) {
    const Simulation next = played(retention);
    EXPECT_GT(next.known, last.known) << retention;
    EXPECT_GT(next.seconds, last.seconds) << retention;
    last = next;
  }
}

TEST(Simulate, MeetsTheRetentionItAimsAt) {
  for (const double retention : {0.8, 0.9}) {
    int reviews = 0;
    int forgotten = 0;
    for (const SimulatedDay& day : played(retention).days) {
      reviews += day.reviews;
      forgotten += day.forgotten;
    }
    EXPECT_NEAR(1 - double(forgotten) / reviews, retention, 0.03);
  }
}

TEST(Simulate, GivesTheSameDaysForTheSameSeedAndOthersForAnother) {
  SimulationSettings other;
  other.seed = 2;
  EXPECT_EQ(played(0.9).days, played(0.9).days);
  EXPECT_NE(simulate(Model{}, kThousandNew, other).days, played(0.9).days);
}

TEST(Simulate, BeginsNoMoreNewPromptsThanAllowed) {
  SimulationSettings settings;
  settings.newPerDay = 7;
  settings.days = 200;
  int begun = 0;
  for (const SimulatedDay& day : simulate(Model{}, kThousandNew, settings).days) {
    EXPECT_LE(day.newPrompts, 7);
    begun += day.newPrompts;
  }
  EXPECT_EQ(begun, 1000);
}

TEST(Simulate, LeavesForTomorrowWhatDoesNotFit) {
  SimulationSettings settings;
  settings.days = 30;
  settings.mostSecondsPerDay = 600;
  const std::vector<SimulatedPrompt> due(500, {MemoryState{10, 5}, 10, 0});

  const Simulation found = simulate(Model{}, due, settings);

  EXPECT_GT(found.days[0].waiting, 400);
  for (const SimulatedDay& day : found.days)
    EXPECT_LT(day.seconds, 600 + settings.habits.seconds.again);
  EXPECT_LT(found.days.back().waiting, found.days[0].waiting);
}

TEST(Simulate, HasEverythingSeenByTheLastDueDay) {
  SimulationSettings settings;
  settings.days = 60;
  settings.lastDueDay = 59;
  const std::vector<SimulatedPrompt> strong(100, {MemoryState{2000, 3}, 0, 2000});

  const Simulation found = simulate(Model{}, strong, settings);

  EXPECT_EQ(found.answers, 100);
  EXPECT_EQ(found.days.back().reviews, 100);
  EXPECT_NEAR(found.known, 100, 1e-9);
}

TEST(Simulate, CountsWhatIsKnownWithoutAnyDay) {
  SimulationSettings settings;
  settings.days = 0;
  const std::vector<SimulatedPrompt> one{{MemoryState{10, 5}, 10, 3}, {}};

  const Simulation found = simulate(Model{}, one, settings);

  EXPECT_TRUE(found.days.empty());
  EXPECT_NEAR(found.known, 0.9, 1e-9);
}

TEST(Simulate, SumsUpItsDays) {
  const Simulation found = played(0.9, 90);
  const double seconds =
      std::accumulate(found.days.begin(), found.days.end(), 0.0,
                      [](double sum, const SimulatedDay& day) { return sum + day.seconds; });
  EXPECT_NEAR(found.seconds, seconds, 1e-6);
  EXPECT_EQ(found.known, found.days.back().known);
  EXPECT_GT(found.answers, 1000);
}

}  // namespace
}  // namespace phaseboard::memory
