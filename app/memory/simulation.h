// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "app/memory/memory_model.h"
#include "app/memory/rating.h"
#include "app/memory/scheduler.h"

/// What a way of scheduling will cost and bring: the days ahead played through by chance.
namespace phaseboard::memory {

/// One thing being learnt, as it stands before the first simulated day.
template <class State>
struct BasicSimulatedPrompt {
  std::optional<State> memory;  ///< nothing while new
  int daysSinceAnswer = 0;      ///< 0 or more; of no account while new
  int daysUntilDue = 0;         ///< from the first day on; 0 or less when it is due there already
};

using SimulatedPrompt = BasicSimulatedPrompt<MemoryState>;

/// How somebody answers and how long that takes. The defaults are the averages that fsrs-rs 6.6
/// plays with (`SimulatorConfig::default`: the first ratings, the ratings of what is recalled, and
/// the seconds by state and rating).
struct AnswerHabits {
  ForEachRating<double> firstShare{0.24, 0.094, 0.495, 0.171};  ///< of first answers; any scale
  double hardShare = 0.224;                                     ///< of answers that are recalled
  double easyShare = 0.145;                                     ///< the rest is Good
  ForEachRating<double> firstSeconds{19.58, 18.79, 13.78, 10.71};
  ForEachRating<double> seconds{19.38, 17.59, 12.38, 8.94};  ///< of every later answer
};

struct SimulationSettings {
  int days = 365;                                  ///< to play, 0 to 36500
  double retention = kDefaultRetention;            ///< to aim at, within (0, 1)
  int longestIntervalDays = kLongestIntervalDays;  ///< 1 to 36500

  /// Nothing falls due after this day (0 is the first): whatever is seen before is seen once more
  /// by then. For an interview on that day or the next. Nothing: no such day.
  std::optional<int> lastDueDay;

  int newPerDay = 20;                       ///< new prompts begun each day, 0 or more
  std::optional<double> mostSecondsPerDay;  ///< what does not fit waits; reviews go first
  AnswerHabits habits;
  std::uint64_t seed = 1;  ///< of the chance; the same seed gives the same days
};

/// What one day came to.
struct SimulatedDay {
  int reviews = 0;     ///< answers to prompts seen before
  int newPrompts = 0;  ///< first answers
  int forgotten = 0;   ///< of the reviews
  int waiting = 0;     ///< due, but left for the next day
  double seconds = 0;
  double known = 0;  ///< prompts expected to be recalled if all were asked when the day is over

  friend bool operator==(const SimulatedDay&, const SimulatedDay&) = default;
};

struct Simulation {
  std::vector<SimulatedDay> days;
  double seconds = 0;  ///< of all days
  int answers = 0;     ///< of all days, first ones included
  double known = 0;    ///< after the last day: see `SimulatedDay::known`
};

/// Plays the days from `prompts` on. Each answer is drawn from the recall that `model` predicts,
/// each interval is rounded and fuzzed as the scheduler does; steps within a day are not played,
/// but the seconds of `habits` may include them.
///
/// The prompts are begun in the given order. When the seconds of a day run out, what was due first
/// goes first. Settings out of range are clamped.
///
/// Cost: about 50 ns an answer and 20 ns for each prompt and day; 5,000 prompts and a year take
/// some 40 ms.
[[nodiscard]] Simulation simulate(const Model& model, std::span<const SimulatedPrompt> prompts,
                                  const SimulationSettings& settings = {});

/// The same with FSRS-7, some ten times slower.
[[nodiscard]] Simulation simulate(const Fsrs7Model& model,
                                  std::span<const BasicSimulatedPrompt<Fsrs7State>> prompts,
                                  const SimulationSettings& settings = {});

}  // namespace phaseboard::memory
