// SPDX-License-Identifier: Apache-2.0
#include "app/memory/simulation.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "app/memory/fuzz.h"

namespace phaseboard::memory {
namespace {

/// SplitMix64 (Steele, Lea, Flood 2014).
class PlayedChance {
 public:
  explicit PlayedChance(std::uint64_t seed) : m_state(seed) {}

  /// In [0, 1).
  [[nodiscard]] double next() {
    std::uint64_t mixed = m_state += 0x9e3779b97f4a7c15ULL;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
    return static_cast<double>((mixed ^ (mixed >> 31U)) >> 11U) * 0x1.0p-53;
  }

 private:
  std::uint64_t m_state;
};

SimulationSettings playable(SimulationSettings settings) {
  settings.days = std::clamp(settings.days, 0, kLongestIntervalDays);
  settings.longestIntervalDays = std::clamp(settings.longestIntervalDays, 1, kLongestIntervalDays);
  settings.newPerDay = std::max(0, settings.newPerDay);
  if (!(settings.retention > 0 && settings.retention < 1))
    settings.retention = kDefaultRetention;
  return settings;
}

/// Plays one set of prompts from the first day to the last.
template <class M>
class Play {
 public:
  using State = typename M::State;

  Play(const M& model, std::span<const BasicSimulatedPrompt<State>> prompts,
       const SimulationSettings& settings)
      : m_model(model), m_settings(playable(settings)), m_chance(m_settings.seed) {
    m_due.resize(static_cast<std::size_t>(m_settings.days));
    m_learnt.reserve(prompts.size());
    for (const BasicSimulatedPrompt<State>& prompt : prompts)
      add(prompt);
  }

  [[nodiscard]] Simulation run() {
    Simulation played;
    played.days.reserve(m_due.size());
    for (m_today = 0; m_today < m_settings.days; ++m_today) {
      played.days.push_back(day());
      played.seconds += played.days.back().seconds;
      played.answers += played.days.back().reviews + played.days.back().newPrompts;
    }
    played.known = played.days.empty() ? known() : played.days.back().known;
    return played;
  }

 private:
  struct Learnt {
    State memory;
    int lastDay = 0;  ///< of the last answer; before the first day negative
  };

  void add(const BasicSimulatedPrompt<State>& prompt) {
    if (!prompt.memory) {
      ++m_new;
      return;
    }
    m_learnt.push_back({*prompt.memory, -std::max(0, prompt.daysSinceAnswer)});
    put(m_learnt.size() - 1, std::max(0, prompt.daysUntilDue));
  }

  void put(std::size_t index, int day) {
    if (m_settings.lastDueDay && day > *m_settings.lastDueDay && *m_settings.lastDueDay > m_today)
      day = *m_settings.lastDueDay;
    if (day < m_settings.days)
      m_due[static_cast<std::size_t>(day)].push_back(index);
  }

  [[nodiscard]] bool isFull(const SimulatedDay& day) const {
    return m_settings.mostSecondsPerDay && day.seconds >= *m_settings.mostSecondsPerDay;
  }

  SimulatedDay day() {
    SimulatedDay day;
    std::vector<std::size_t>& due = m_due[static_cast<std::size_t>(m_today)];
    m_waiting.insert(m_waiting.end(), due.begin(), due.end());
    due = {};
    std::size_t done = 0;
    for (; done < m_waiting.size() && !isFull(day); ++done)
      review(m_waiting[done], day);
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(done));
    for (int i = 0; i < m_settings.newPerDay && m_new > 0 && !isFull(day); ++i)
      begin(day);
    day.waiting = static_cast<int>(m_waiting.size());
    day.known = known();
    return day;
  }

  void review(std::size_t index, SimulatedDay& day) {
    Learnt& learnt = m_learnt[index];
    const int elapsed = m_today - learnt.lastDay;
    const bool recalled = m_chance.next() < retrievability(m_model, elapsed, learnt.memory);
    const Rating rating = recalled ? recalledRating() : Rating::Again;
    ++day.reviews;
    day.forgotten += recalled ? 0 : 1;
    day.seconds += m_settings.habits.seconds[rating];
    learnt = {step(m_model, learnt.memory, elapsed, rating), m_today};
    put(index, m_today + intervalOf(learnt.memory));
  }

  void begin(SimulatedDay& day) {
    --m_new;
    ++day.newPrompts;
    const Rating rating = firstRating();
    day.seconds += m_settings.habits.firstSeconds[rating];
    m_learnt.push_back({step(m_model, std::nullopt, 0, rating), m_today});
    put(m_learnt.size() - 1, m_today + intervalOf(m_learnt.back().memory));
  }

  [[nodiscard]] int intervalOf(const State& memory) {
    const double days = interval(m_model, memory, m_settings.retention);
    const double bounded = std::clamp(days, 1.0, double(m_settings.longestIntervalDays));
    return fuzzed(roundedDays(bounded), m_chance.next(), 1, m_settings.longestIntervalDays);
  }

  [[nodiscard]] Rating recalledRating() {
    const double drawn = m_chance.next();
    if (drawn < m_settings.habits.hardShare)
      return Rating::Hard;
    return drawn < m_settings.habits.hardShare + m_settings.habits.easyShare ? Rating::Easy
                                                                             : Rating::Good;
  }

  [[nodiscard]] Rating firstRating() {
    const ForEachRating<double>& share = m_settings.habits.firstShare;
    double drawn = m_chance.next() * (share.again + share.hard + share.good + share.easy);
    for (const Rating rating : {Rating::Again, Rating::Hard, Rating::Good}) {
      drawn -= share[rating];
      if (drawn < 0)
        return rating;
    }
    return Rating::Easy;
  }

  [[nodiscard]] double known() const {
    double sum = 0;
    for (const Learnt& learnt : m_learnt)
      sum += retrievability(m_model, m_today - learnt.lastDay, learnt.memory);
    return sum;
  }

  const M& m_model;
  SimulationSettings m_settings;
  PlayedChance m_chance;
  int m_today = 0;
  std::size_t m_new = 0;
  std::vector<Learnt> m_learnt;
  std::vector<std::vector<std::size_t>> m_due;  ///< by day
  std::vector<std::size_t> m_waiting;           ///< due, the longest first
};

}  // namespace

Simulation simulate(const Model& model, std::span<const SimulatedPrompt> prompts,
                    const SimulationSettings& settings) {
  return Play<Model>(model, prompts, settings).run();
}

Simulation simulate(const Fsrs7Model& model,
                    std::span<const BasicSimulatedPrompt<Fsrs7State>> prompts,
                    const SimulationSettings& settings) {
  return Play<Fsrs7Model>(model, prompts, settings).run();
}

}  // namespace phaseboard::memory
