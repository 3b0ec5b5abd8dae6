// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace phaseboard::memory {

/// The model that parameters and memory states belong to; stored beside both. States of one model
/// cannot be converted to another: the log is replayed.
inline constexpr int kModelVersion = 6;
inline constexpr std::string_view kModelName = "FSRS-6";

/// What each weight of FSRS-6 does, in the order of the published vector (w0 to w20).
enum class Weight : std::size_t {
  FirstAgain,            ///< w0, days of stability after a first Again
  FirstHard,             ///< w1
  FirstGood,             ///< w2
  FirstEasy,             ///< w3
  FirstDifficulty,       ///< w4, difficulty after a first Again
  FirstDifficultySlope,  ///< w5, how fast it falls with a better first rating
  DifficultyChange,      ///< w6, difficulty per rating away from Good
  DifficultyReversion,   ///< w7, share by which difficulty returns to that of a first Easy
  RecallGain,            ///< w8, logarithm of the growth after a recall
  RecallSaturation,      ///< w9, growth falls as this power of stability
  RecallSpacing,         ///< w10, growth rises with forgetting that was overcome
  LapseScale,            ///< w11
  LapseDifficulty,       ///< w12, power of difficulty
  LapseStability,        ///< w13, power of stability
  LapseSpacing,          ///< w14
  HardPenalty,           ///< w15, factor of the growth
  EasyBonus,             ///< w16, factor of the growth
  SameDayGain,           ///< w17
  SameDayOffset,         ///< w18
  SameDaySaturation,     ///< w19
  Decay                  ///< w20, exponent of the forgetting curve, as a positive number
};

inline constexpr std::size_t kWeightCount = 21;

/// The 21 weights of FSRS-6 (fsrs-rs, `inference.rs`). Made without arguments it is the published
/// default vector.
class Parameters {
 public:
  using Weights = std::array<double, kWeightCount>;

  Parameters();
  explicit constexpr Parameters(const Weights& weights) : m_weights(weights) {}

  [[nodiscard]] constexpr double operator[](Weight weight) const {
    return m_weights[static_cast<std::size_t>(weight)];
  }
  [[nodiscard]] constexpr const Weights& weights() const { return m_weights; }

  friend bool operator==(const Parameters&, const Parameters&) = default;

 private:
  Weights m_weights;
};

/// Why a list of numbers is not a parameter vector.
enum class ParameterFault {
  WrongCount,  ///< not 17 (FSRS 4.5), 19 (FSRS-5) or 21 (FSRS-6)
  NotFinite,   ///< infinite or not a number, also after the upgrade
  NotNumbers   ///< a text that is not numbers with commas between them
};

/// The numbers of a text: with commas between them, blanks allowed.
[[nodiscard]] std::variant<std::vector<double>, ParameterFault> readNumbers(std::string_view text);

/// Numbers with commas between them, in as few digits as give exactly the same back.
[[nodiscard]] std::string joinedNumbers(std::span<const double> numbers);

/// One line for people who wrote the vector, e.g. "expected 17, 19 or 21 numbers".
[[nodiscard]] std::string_view describe(ParameterFault fault);

/// Reads a vector of FSRS-6, or upgrades one of FSRS 4.5 or FSRS-5 so that it predicts the same.
/// The values are not clipped.
[[nodiscard]] std::variant<Parameters, ParameterFault> readParameters(
    std::span<const double> weights);

/// The same from a text: numbers with commas between them, blanks allowed.
[[nodiscard]] std::variant<Parameters, ParameterFault> readParameters(std::string_view text);

/// The weights with commas between them; `readParameters` gives exactly the same back.
[[nodiscard]] std::string text(const Parameters& parameters);

/// The nearest vector inside the published bounds. Two or more relearning steps lower the bounds of
/// the same-day weights, so that the steps after a lapse cannot undo it.
///
/// @param relearningSteps  how many relearning steps are used, 0 or more
[[nodiscard]] Parameters clipped(const Parameters& parameters, int relearningSteps = 1);

}  // namespace phaseboard::memory
