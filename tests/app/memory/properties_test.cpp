// SPDX-License-Identifier: Apache-2.0
// What must hold whatever the memory and whatever the parameters, over sweeps and random histories.
// PHASEBOARD_HISTORIES sets the number of histories (default 20,000; before a release 10,000,000).
#include <cmath>
#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

#include "app/memory/scheduler.h"
#include "tests/support/fake_clock.h"

namespace phaseboard::memory {
namespace {

class PropertyDice {
 public:
  explicit PropertyDice(std::uint64_t seed) : m_chance(seed) {}

  double in(double least, double greatest) {
    return least + (greatest - least) * static_cast<double>(m_chance.next() >> 11U) * 0x1.0p-53;
  }
  int below(int count) { return static_cast<int>(m_chance.next() % std::uint64_t(count)); }
  Rating rating() { return kRatings[std::size_t(below(4))]; }

 private:
  test::SeededChance m_chance;
};

/// Anything, clipped: every vector that the program could ever hold.
Parameters anyParameters(PropertyDice& dice) {
  Parameters::Weights weights{};
  for (double& weight : weights)
    weight = std::exp(dice.in(-8, 5));
  return clipped(Parameters{weights}, dice.below(4));
}

TEST(Properties, AHigherRetentionNeverGivesALongerInterval) {
  PropertyDice dice(1);
  for (int i = 0; i < 300; ++i) {
    const Model model(anyParameters(dice));
    const MemoryState state{std::exp(dice.in(-7, 10)), dice.in(1, 10)};
    double last = interval(model, state, 0.70);
    for (int percent = 71; percent <= 99; ++percent) {
      const double next = interval(model, state, percent / 100.0);
      EXPECT_LE(next, last);
      last = next;
    }
  }
}

TEST(Properties, AHarderAnswerIsNeverAskedLater) {
  PropertyDice dice(2);
  for (int i = 0; i < 20'000; ++i) {
    ScheduleSettings settings;
    settings.parameters = anyParameters(dice);
    settings.retention = dice.in(0.7, 0.99);
    if (dice.below(4) == 0)
      settings.relearningSteps = {};
    const Scheduler scheduler(settings);
    const int lastInterval = 1 + static_cast<int>(std::exp(dice.in(0, 8)));
    const LearningState state{Standing::Review, 0, lastInterval,
                              MemoryState{std::exp(dice.in(-7, 10)), dice.in(1, 10)}};
    const FourOutcomes found =
        scheduler.outcomes(state, dice.below(2 * lastInterval), dice.in(0, 0.999));
    EXPECT_LE(found.hard.intervalSeconds, found.good.intervalSeconds);
    EXPECT_LE(found.good.intervalSeconds, found.easy.intervalSeconds);
    if (!settings.relearningSteps.empty()) {
      EXPECT_LE(found.again.intervalSeconds, found.hard.intervalSeconds);
    }
  }
}

TEST(Properties, EverythingStaysFiniteAndWithinItsBounds) {
  const char* given = std::getenv("PHASEBOARD_HISTORIES");
  const long histories = given ? std::atol(given) : 20'000;
  PropertyDice dice(3);
  long broken = 0;
  for (long i = 0; i < histories; ++i) {
    const Model model(anyParameters(dice));
    std::optional<MemoryState> state;
    for (int review = dice.below(20); review >= 0; --review) {
      const int days = dice.below(3) == 0 ? 0 : static_cast<int>(std::exp(dice.in(0, 21)));
      state = step(model, state, days, dice.rating());
      const double days90 = interval(model, *state, 0.9);
      const double recall = retrievability(model, days, *state);
      const bool isFine = state->stability >= kLeastStabilityDays &&
                          state->stability <= kGreatestStabilityDays && state->difficulty >= 1 &&
                          state->difficulty <= 10 && std::isfinite(days90) && days90 > 0 &&
                          recall >= 0 && recall <= 1;
      broken += isFine ? 0 : 1;
    }
  }
  EXPECT_EQ(broken, 0);
}

TEST(Properties, ADamagedStateBecomesAUsableOne) {
  const double none = std::nan("");
  for (const double odd : {none, HUGE_VAL, -HUGE_VAL, 0.0, -5.0, 1e300})
    for (const int days : {0, 7})
      for (const Rating rating : kRatings) {
        const MemoryState state = step(Model{}, MemoryState{odd, odd}, days, rating);
        EXPECT_TRUE(std::isfinite(state.stability)) << odd << ' ' << rating;
        EXPECT_TRUE(std::isfinite(state.difficulty)) << odd << ' ' << rating;
      }
}

TEST(Properties, AReplayGivesWhatTheStepsGave) {
  PropertyDice dice(4);
  const Model six;
  const Fsrs7Model seven;
  for (int i = 0; i < 500; ++i) {
    std::vector<Answer<int>> days;
    std::vector<Answer<double>> exact;
    std::optional<MemoryState> state;
    std::optional<Fsrs7State> state7;
    for (int review = dice.below(15); review >= 0; --review) {
      days.push_back({dice.below(60), dice.rating()});
      exact.push_back({days.back().elapsedDays + dice.in(0, 1), days.back().rating});
      state = step(six, state, days.back().elapsedDays, days.back().rating);
      state7 = step(seven, state7, exact.back().elapsedDays, exact.back().rating);
    }
    EXPECT_EQ(replayed<Model>(six, days), state);
    EXPECT_EQ(replayed<Fsrs7Model>(seven, exact), state7);
  }
}

TEST(AnyParameters, AreTaggedWithTheirModel) {
  for (const auto* name : {"FSRS-6", "fsrs-7", "6", "7"}) {
    const auto published = publishedParameters(name);
    ASSERT_TRUE(published) << name;
    const auto read = readAnyParameters(text(*published));
    ASSERT_TRUE(std::holds_alternative<AnyParameters>(read)) << name;
    EXPECT_EQ(std::get<AnyParameters>(read), *published) << name;
    EXPECT_EQ(versionOf(*published), std::string_view(name).ends_with('7') ? 7 : 6);
  }
  for (const auto* name : {"FSRS-5", "fsrs-", "", "xxxxx6", "fsrs_6", "fsrs-66"})
    EXPECT_FALSE(publishedParameters(name)) << name;
  EXPECT_EQ(std::get<ParameterFault>(readAnyParameters("1,2")), ParameterFault::WrongCount);
  EXPECT_EQ(std::get<ParameterFault>(readAnyParameters("1,x")), ParameterFault::NotNumbers);
}

}  // namespace
}  // namespace phaseboard::memory
