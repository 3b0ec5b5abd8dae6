// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <ostream>

#include "app/memory/parameters.h"
#include "app/memory/rating.h"

/// FSRS-6: how long something is remembered. Pure functions over doubles; days go in, states come
/// out. No clock, no chance, no allocation. Formulas and their order: fsrs-rs 6.6, `model.rs`,
/// which this follows where the published implementations differ (README.md).
namespace phaseboard::memory {

inline constexpr double kLeastStabilityDays = 0.001;
inline constexpr double kGreatestStabilityDays = 36'500;
inline constexpr double kLeastDifficulty = 1;
inline constexpr double kGreatestDifficulty = 10;

/// What is known about one memory right after an answer.
struct MemoryState {
  double stability = 0;   ///< days until recall has fallen to 90 %, [0.001, 36500]
  double difficulty = 0;  ///< 1 (easy) to 10

  friend bool operator==(const MemoryState&, const MemoryState&) = default;
  friend std::ostream& operator<<(std::ostream& out, const MemoryState& state) {
    return out << "{stability " << state.stability << ", difficulty " << state.difficulty << '}';
  }
};

/// Parameters together with what only depends on them, worked out once.
class Model {
 public:
  using Parameters = phaseboard::memory::Parameters;
  using State = MemoryState;
  using Days = int;  ///< whole study days pass between answers
  static constexpr int kVersion = kModelVersion;
  static constexpr std::string_view kName = kModelName;

  explicit Model(const Parameters& parameters = {});

  [[nodiscard]] const Parameters& parameters() const { return m_parameters; }
  [[nodiscard]] double operator[](Weight weight) const { return m_parameters[weight]; }

  /// Exponent of the forgetting curve, negative.
  [[nodiscard]] double decay() const { return m_decay; }
  /// Makes recall exactly 90 % when as many days have passed as the stability says.
  [[nodiscard]] double factor() const { return m_factor; }
  /// e^w8.
  [[nodiscard]] double recallGain() const { return m_recallGain; }
  /// A lapse leaves at most this share of the stability.
  [[nodiscard]] double lapseCeiling() const { return m_lapseCeiling; }
  /// Difficulty of a first Easy before clamping; difficulty drifts towards it.
  [[nodiscard]] double easyDifficulty() const { return m_easyDifficulty; }

 private:
  Parameters m_parameters;
  double m_decay;
  double m_factor;
  double m_recallGain;
  double m_lapseCeiling;
  double m_easyDifficulty;
};

/// Probability of recall `elapsedDays` after an answer that left `stability`. 1 at 0 days, 0.9 when
/// both are equal.
[[nodiscard]] double retrievability(const Model& model, double elapsedDays, double stability);

/// Days until recall falls to `retention` (between 0 and 1, both excluded). Neither rounded nor
/// clamped.
[[nodiscard]] double interval(const Model& model, double stability, double retention);

/// The same for a whole state, so that every model is asked in the same words.
[[nodiscard]] inline double retrievability(const Model& model, double elapsedDays,
                                           const MemoryState& state) {
  return retrievability(model, elapsedDays, state.stability);
}
[[nodiscard]] inline double interval(const Model& model, const MemoryState& state,
                                     double retention) {
  return interval(model, state.stability, retention);
}

/// `interval` for a stability of one day; intervals are proportional to stability.
[[nodiscard]] double intervalScale(const Model& model, double retention);

[[nodiscard]] double initialStability(const Model& model, Rating rating);

/// Not clamped to [1, 10].
[[nodiscard]] double initialDifficulty(const Model& model, Rating rating);

/// In [1, 10]. Difficulty moves on same-day reviews too.
[[nodiscard]] double nextDifficulty(const Model& model, double difficulty, Rating rating);

/// Stability after Hard, Good or Easy on a later day; `recall` is the retrievability at the answer.
/// Never less than before. Like the next two not yet clamped to the range of stability.
[[nodiscard]] double stabilityAfterRecall(const Model& model, const MemoryState& state,
                                          double recall, Rating rating);

/// Stability after Again on a later day. Never more than before.
[[nodiscard]] double stabilityAfterLapse(const Model& model, const MemoryState& state,
                                         double recall);

/// Stability after another answer on the same day. Hard, Good and Easy never lower it.
[[nodiscard]] double stabilityAfterSameDay(const Model& model, double stability, Rating rating);

/// The memory after an answer.
///
/// @param state        nothing before the first answer
/// @param elapsedDays  whole study days since the previous answer; ignored at the first, and
///                     negative (the clock went back) counts as 0
[[nodiscard]] MemoryState step(const Model& model, const std::optional<MemoryState>& state,
                               int elapsedDays, Rating rating);

using FourStates = ForEachRating<MemoryState>;

/// `step` for all four ratings, sharing what they have in common.
[[nodiscard]] FourStates nextStates(const Model& model, const std::optional<MemoryState>& state,
                                    int elapsedDays);

/// A memory for something that another program scheduled by SM-2.
///
/// @param easeFactor     SM-2's ease as a factor, 1.3 or more; 2.5 is its default
/// @param intervalDays   the interval that it last gave
/// @param retention      recall that those intervals aimed at, 0.9 if unknown
/// @return nothing when an argument is not finite or out of range
[[nodiscard]] std::optional<MemoryState> memoryFromSm2(const Model& model, double easeFactor,
                                                       double intervalDays, double retention);

}  // namespace phaseboard::memory
