// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string_view>

#include "app/memory/rating.h"

/// FSRS-7: two traces of each memory, one that fades fast and one that fades slowly. The same
/// functions as FSRS-6 has (`model.h`), so that whoever is written for one model can be used with
/// the other
/// (`memory_model.h`). Formulas: fsrs-rs, `model_v7.rs`; bounds: `parameter_clipper_v7.rs`.
///
/// Upstream has merged this model but not yet released it; figures may still change there.
namespace phaseboard::memory {

inline constexpr int kFsrs7Version = 7;
inline constexpr std::string_view kFsrs7Name = "FSRS-7";
inline constexpr std::size_t kFsrs7WeightCount = 34;
inline constexpr double kFsrs7LeastStabilityDays = 0.0001;

/// The 34 weights of FSRS-7, in the order of the published vector. Made without arguments it is the
/// published default vector.
class Fsrs7Parameters {
 public:
  using Weights = std::array<double, kFsrs7WeightCount>;

  Fsrs7Parameters();
  explicit constexpr Fsrs7Parameters(const Weights& weights) : m_weights(weights) {}

  [[nodiscard]] constexpr double operator[](std::size_t index) const { return m_weights[index]; }
  [[nodiscard]] constexpr const Weights& weights() const { return m_weights; }

  friend bool operator==(const Fsrs7Parameters&, const Fsrs7Parameters&) = default;

 private:
  Weights m_weights;
};

/// The nearest vector inside the published bounds. The first stabilities are brought into the order
/// of the ratings. What is not a number becomes its lower bound.
[[nodiscard]] Fsrs7Parameters clipped(const Fsrs7Parameters& parameters);

/// What is known about one memory right after an answer. Not convertible from or to FSRS-6's: the
/// log is replayed.
struct Fsrs7State {
  double slow = 0;        ///< days, [0.0001, 36500]
  double fast = 0;        ///< days, [0.0001, 36500]
  double difficulty = 0;  ///< 1 (easy) to 10

  friend bool operator==(const Fsrs7State&, const Fsrs7State&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Fsrs7State& state) {
    return out << "{slow " << state.slow << ", fast " << state.fast << ", difficulty "
               << state.difficulty << '}';
  }
};

/// Parameters ready for use.
class Fsrs7Model {
 public:
  using Parameters = Fsrs7Parameters;
  using State = Fsrs7State;
  using Days = double;  ///< time between answers is exact; a same-day answer has no rule of its own
  static constexpr int kVersion = kFsrs7Version;
  static constexpr std::string_view kName = kFsrs7Name;

  explicit Fsrs7Model(const Fsrs7Parameters& parameters = {}) : m_parameters(parameters) {}

  [[nodiscard]] const Fsrs7Parameters& parameters() const { return m_parameters; }

 private:
  Fsrs7Parameters m_parameters;
};

/// Probability of recall `elapsedDays` after the answer that left `state`, in (0, 1). Negative days
/// count as 0.
[[nodiscard]] double retrievability(const Fsrs7Model& model, double elapsedDays,
                                    const Fsrs7State& state);

/// Days until recall falls to `retention` (clamped to [0.0001, 0.9999]), between a second and
/// 36,500 days; 0 for a retention of 0.9999 or more. Unrounded. There is no closed form: up to
/// seven Newton steps in the logarithm of time, and bisection where they miss the retention by more
/// than 0.001.
[[nodiscard]] double interval(const Fsrs7Model& model, const Fsrs7State& state, double retention);

/// The memory after an answer.
///
/// @param state        nothing before the first answer
/// @param elapsedDays  since the previous answer, with fractions; ignored at the first, and
/// negative
///                     (the clock went back) counts as 0
[[nodiscard]] Fsrs7State step(const Fsrs7Model& model, const std::optional<Fsrs7State>& state,
                              double elapsedDays, Rating rating);

/// `step` for all four ratings.
[[nodiscard]] ForEachRating<Fsrs7State> nextStates(const Fsrs7Model& model,
                                                   const std::optional<Fsrs7State>& state,
                                                   double elapsedDays);

/// A memory for something that another program scheduled by SM-2: the stability at which the
/// interval ends at `retention`, with a difficulty of 5. FSRS-7 takes nothing from the ease.
///
/// @return nothing when an argument is not finite or out of range
[[nodiscard]] std::optional<Fsrs7State> memoryFromSm2(const Fsrs7Model& model, double easeFactor,
                                                      double intervalDays, double retention);

}  // namespace phaseboard::memory
