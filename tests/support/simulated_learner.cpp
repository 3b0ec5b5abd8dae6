// SPDX-License-Identifier: Apache-2.0
#include "tests/support/simulated_learner.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>

#include "app/memory/model.h"
#include "tests/support/fake_clock.h"

namespace phaseboard::test {
namespace {

using memory::LoggedReview;
using memory::MemoryState;
using memory::Model;
using memory::Parameters;
using memory::Rating;

/// How far each weight strays from the published one between people (fsrs-rs, `training.rs`).
constexpr std::array<double, 21> kStray{6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6,
                                        0.12, 0.39, 0.18,  0.33,  0.3,  0.09, 0.16,
                                        0.57, 0.25, 1.03,  0.31,  0.32, 0.14, 0.27};

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : m_chance(seed) {}

  /// In [0, 1).
  double roll() { return static_cast<double>(m_chance.next() >> 11U) * 0x1.0p-53; }

  /// From the standard normal distribution (Box and Muller).
  double normal() {
    const double radius = std::sqrt(-2 * std::log(1 - roll()));
    return radius * std::cos(2 * std::numbers::pi * roll());
  }

 private:
  SeededChance m_chance;
};

Parameters strayed(Dice& dice) {
  Parameters::Weights weights = Parameters{}.weights();
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double drawn = dice.normal() / 2;
    // First stabilities stay positive and in order: all four move by one factor.
    weights[i] = i < 4 ? weights[i] : weights[i] + drawn * kStray[i];
  }
  const double pace = std::exp(0.5 * dice.normal());
  for (std::size_t i = 0; i < 4; ++i)
    weights[i] *= pace;
  return clipped(Parameters{weights});
}

Rating recalledRating(Dice& dice) {
  const double drawn = dice.roll();
  return drawn < 0.15 ? Rating::Hard : drawn < 0.85 ? Rating::Good : Rating::Easy;
}

/// One prompt from its first day on.
void learn(std::uint32_t prompt, int day, const Model& truth, Dice& dice,
           std::vector<LoggedReview>& log) {
  constexpr double kUnknownEase = 0.35;
  const Model published;
  const double pace = std::exp(kUnknownEase * dice.normal());
  const int reviews = 10 + static_cast<int>(dice.roll() * 21);
  std::optional<MemoryState> memory;    // as it is
  std::optional<MemoryState> believed;  // by the scheduler
  for (int i = 0; i < reviews; ++i) {
    int elapsed = 0;
    if (memory && dice.roll() >= 1.0 / 7) {
      const double late = 0.8 + 0.8 * dice.roll();
      elapsed = std::clamp(static_cast<int>(std::lround(believed->stability * late)), 1, 365);
    }
    const double chance = !memory        ? 0.65
                          : elapsed == 0 ? 0.9
                                         : retrievability(truth, elapsed * pace, memory->stability);
    const Rating rating = dice.roll() < chance ? recalledRating(dice) : Rating::Again;
    day += elapsed;
    log.push_back({prompt, day, double(elapsed), rating});
    memory = step(truth, memory, elapsed, rating);
    believed = step(published, believed, elapsed, rating);
  }
}

}  // namespace

std::vector<memory::ReviewRow> simulatedLog(const Parameters& truth, int prompts, int reviewsEach,
                                            std::uint64_t seed) {
  Dice dice(seed);
  const Model model(truth);
  std::vector<memory::ReviewRow> rows;
  for (int prompt = 0; prompt < prompts; ++prompt) {
    std::optional<MemoryState> state;
    int day = static_cast<int>(dice.roll() * 365);
    for (int i = 0; i < reviewsEach; ++i) {
      int elapsed = 0;
      if (state && dice.roll() >= 0.125)
        elapsed =
            std::clamp(static_cast<int>(state->stability * (0.3 + 2.2 * dice.roll())), 1, 900);
      const bool recalled =
          !state ? dice.roll() < 0.6
                 : elapsed == 0 || dice.roll() < retrievability(model, elapsed, state->stability);
      const Rating rating = recalled ? recalledRating(dice) : Rating::Again;
      day += elapsed;
      rows.push_back({"p" + std::to_string(prompt), day, elapsed, rating});
      state = step(model, state, elapsed, rating);
    }
  }
  return rows;
}

Parameters somebodysParameters() {
  return Parameters{{0.7066, 1.0032, 1.2606, 5.0757, 6.5293, 0.4866, 2.9814,
                     0.0674, 1.6736, 0.3888, 0.6746, 1.4872, 0.0734, 0.2988,
                     1.7502, 0.4076, 2.3495, 0.77,   0.1469, 0.0986, 0.2637}};
}

std::vector<LoggedReview> learnersLog(std::uint64_t seed, int prompts) {
  Dice dice(seed);
  const Model truth(strayed(dice));
  std::vector<LoggedReview> log;
  for (int prompt = 0; prompt < prompts; ++prompt)
    learn(static_cast<std::uint32_t>(prompt), prompt * 365 / prompts, truth, dice, log);
  return log;
}

std::vector<memory::ReviewRow> asRows(std::span<const LoggedReview> log) {
  std::vector<memory::ReviewRow> rows;
  rows.reserve(log.size());
  for (const LoggedReview& review : log)
    rows.push_back({"p" + std::to_string(review.prompt), review.day,
                    static_cast<int>(review.elapsedDays), review.rating});
  return rows;
}

}  // namespace phaseboard::test
