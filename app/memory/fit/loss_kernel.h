// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "app/memory/fit/lanes.h"
#include "app/memory/fit/packed_log.h"
#include "app/memory/model.h"

/// The derivative of the loss, written out by hand: each block of prompts is walked forwards once,
/// keeping what every review saw, and backwards once, passing on how much the later losses depend
/// on the stability and the difficulty after each review.
///
/// Written once for any number of lanes (`lanes.h`). A lane that does not take a branch computes it
/// all the same and selects the other; a branch that no lane takes is left out. In names, `perX` is
/// a derivative with respect to X.
namespace phaseboard::memory {

/// What of the model the kernel reads, ready to be multiplied.
struct KernelModel {
  explicit KernelModel(const Model& model) : factor(model.factor()), decay(model.decay()) {
    w = model.parameters().weights();
    lapseCeiling = model.lapseCeiling();
    easyDifficulty = model.easyDifficulty();
    factorPerDecay = (factor + 1) * std::log(0.9) / (decay * decay);
    for (std::size_t i = 0; i < firstDifficulty.size(); ++i) {
      firstDifficulty[i] = initialDifficulty(model, kRatings[i]);
      firstDifficultyPerSlope[i] = -double(i) * std::exp(w[5] * double(i));
    }
  }

  Parameters::Weights w{};  ///< by the numbers that the papers give them
  double factor;
  double decay;
  double lapseCeiling = 0;
  double easyDifficulty = 0;
  double factorPerDecay = 0;                        ///< of the positive decay, w20
  std::array<double, 4> firstDifficulty{};          ///< by rating
  std::array<double, 4> firstDifficultyPerSlope{};  ///< by rating
};

/// Walks blocks and adds up what they say. `L` is one of the lanes of `lanes.h`.
template <class L>
class LossKernel {
 public:
  using Wide = typename L::Wide;

  /// What one step of a block saw, kept for the way back.
  struct alignas(L::kCount * sizeof(double)) Trace {
    Wide stability, difficulty;   ///< before
    Wide inverse, logStability;   ///< of the stability before
    Wide recall, logBase, share;  ///< share: what passed time adds to the base of the curve, of all
    Wide spacing, growth, rating;  ///< growth: of a Good; rating: its factor for Hard and Easy
    Wide lapsePower, lapseStability, logDifficulty, logOneMore;
    Wide sameDay;
    Wide newStability, newDifficulty;  ///< after, before clamping
  };

  LossKernel(const KernelModel& model, Trace* traces) : m_model(model), m_traces(traces) {}

  /// Adds one block, from lane `lane` of its steps on.
  PHASEBOARD_INLINE void add(const PackedLog::Step* steps, std::size_t count, std::size_t lane) {
    forwards(steps, count, lane);
    Wide perStability{};
    Wide perDifficulty{};
    for (std::size_t i = count - 1; i > 0; --i)
      backwards(steps[i], lane, m_traces[i], perStability, perDifficulty);
    first(L::load(steps[0].rating + lane), perStability, perDifficulty);
  }

  /// Hands what went to the difficulty of a first Easy on to the weights that it is made of.
  PHASEBOARD_INLINE void finish() {
    m_slopes[4] += m_reversion * m_model.w[7];
    m_slopes[5] += m_reversion * (m_model.w[7] * m_model.firstDifficultyPerSlope[3]);
    m_reversion = Wide{};
  }

  /// Adds up what another kernel, finished, has found.
  PHASEBOARD_INLINE void add(const LossKernel& other) {
    m_loss += other.m_loss;
    for (std::size_t i = 0; i < kWeightCount; ++i)
      m_slopes[i] += other.m_slopes[i];
  }

  [[nodiscard]] PHASEBOARD_INLINE double loss() const { return L::sum(m_loss); }
  [[nodiscard]] PHASEBOARD_INLINE double slope(std::size_t weight) const {
    return L::sum(m_slopes[weight]);
  }
  [[nodiscard]] PHASEBOARD_INLINE const Wide& slopes(std::size_t weight) const {
    return m_slopes[weight];
  }

 private:
  PHASEBOARD_INLINE static Wide clamped(const Wide& value, double least, double greatest) {
    const Wide raised = value < least ? Wide{} + least : value;
    return raised > greatest ? Wide{} + greatest : raised;
  }

  /// `slope` where `value` is within its bounds, else 0: a clamp passes nothing on.
  PHASEBOARD_INLINE static Wide passed(const Wide& value, double least, double greatest,
                                       const Wide& slope) {
    const Wide kept = value < least ? Wide{} : slope;
    return value > greatest ? Wide{} : kept;
  }

  /// One of four numbers by rating.
  PHASEBOARD_INLINE static Wide byRating(const Wide& rating, double again, double hard, double good,
                                         double easy) {
    const Wide high = rating > 3.0 ? Wide{} + easy : Wide{} + good;
    const Wide low = rating < 2.0 ? Wide{} + again : Wide{} + hard;
    return rating < 3.0 ? low : high;
  }

  PHASEBOARD_INLINE void forwards(const PackedLog::Step* steps, std::size_t count,
                                  std::size_t lane) {
    const Wide rating = L::load(steps[0].rating + lane);
    const auto& d0 = m_model.firstDifficulty;
    Wide stability =
        clamped(byRating(rating, m_model.w[0], m_model.w[1], m_model.w[2], m_model.w[3]),
                kLeastStabilityDays, kGreatestStabilityDays);
    Wide difficulty = clamped(byRating(rating, d0[0], d0[1], d0[2], d0[3]), kLeastDifficulty,
                              kGreatestDifficulty);
    for (std::size_t i = 1; i < count; ++i) {
      Trace& trace = m_traces[i];
      trace.stability = stability;
      trace.difficulty = difficulty;
      see(steps[i], lane, trace);
      stability = clamped(trace.newStability, kLeastStabilityDays, kGreatestStabilityDays);
      difficulty = clamped(trace.newDifficulty, kLeastDifficulty, kGreatestDifficulty);
    }
  }

  PHASEBOARD_INLINE void see(const PackedLog::Step& step, std::size_t lane, Trace& trace) const {
    const Wide days = L::load(step.elapsedDays + lane);
    const Wide rating = L::load(step.rating + lane);
    const Wide s = trace.stability;
    const Wide d = trace.difficulty;
    trace.inverse = 1 / s;
    trace.logStability = L::log(s);
    const Wide added = m_model.factor * days * trace.inverse;
    trace.logBase = L::log(1 + added);
    trace.share = added / (1 + added);
    trace.recall = L::exp(m_model.decay * trace.logBase);
    trace.spacing = L::exp(m_model.w[10] * (1 - trace.recall));
    trace.growth =
        (11 - d) * L::exp(m_model.w[8] - m_model.w[9] * trace.logStability) * (trace.spacing - 1);
    trace.rating = byRating(rating, 1, m_model.w[15], 1, m_model.w[16]);
    trace.newStability = s * (1 + trace.growth * trace.rating);
    if (L::any(rating < 2.0))
      seeLapse(rating, trace);
    if (L::any(days < 1.0))
      seeSameDay(days, rating, trace);
    const Wide moved = d - (10 - d) * (m_model.w[6] / 9) * (rating - 3);
    trace.newDifficulty = moved + m_model.w[7] * (m_model.easyDifficulty - moved);
  }

  PHASEBOARD_INLINE void seeLapse(const Wide& rating, Trace& trace) const {
    const Wide s = trace.stability;
    trace.logDifficulty = L::log(trace.difficulty);
    trace.logOneMore = L::log(s + 1);
    trace.lapsePower = L::exp(m_model.w[13] * trace.logOneMore);
    trace.lapseStability =
        m_model.w[11] *
        L::exp(m_model.w[14] * (1 - trace.recall) - m_model.w[12] * trace.logDifficulty) *
        (trace.lapsePower - 1);
    const Wide ceiling = s * m_model.lapseCeiling;
    const Wide lapsed = ceiling < trace.lapseStability ? ceiling : trace.lapseStability;
    trace.newStability = rating < 2.0 ? lapsed : trace.newStability;
  }

  PHASEBOARD_INLINE void seeSameDay(const Wide& days, const Wide& rating, Trace& trace) const {
    trace.sameDay =
        L::exp(m_model.w[17] * (rating - 3 + m_model.w[18]) - m_model.w[19] * trace.logStability);
    const Wide least = rating < 2.0 ? Wide{} : Wide{} + 1.0;
    const Wide factor = trace.sameDay < least ? least : trace.sameDay;
    trace.newStability = days < 1.0 ? trace.stability * factor : trace.newStability;
  }

  PHASEBOARD_INLINE void backwards(const PackedLog::Step& step, std::size_t lane,
                                   const Trace& trace, Wide& perStability, Wide& perDifficulty) {
    const Wide days = L::load(step.elapsedDays + lane);
    const Wide rating = L::load(step.rating + lane);
    const Wide after =
        passed(trace.newStability, kLeastStabilityDays, kGreatestStabilityDays, perStability);
    const Wide difficultyAfter =
        passed(trace.newDifficulty, kLeastDifficulty, kGreatestDifficulty, perDifficulty);
    const Wide later = days < 1.0 ? Wide{} : after;
    const Wide recalled = rating < 2.0 ? Wide{} : later;
    passDifficulty(rating, trace, difficultyAfter, perDifficulty);
    Wide perRecall = passRecall(rating, trace, recalled, perStability, perDifficulty);
    Wide perLogRecall = L::load(step.weight + lane);  // the loss of a recall is minus its logarithm
    m_loss -= (rating < 2.0 ? Wide{} : perLogRecall) * (m_model.decay * trace.logBase);
    perLogRecall = rating < 2.0 ? Wide{} : -perLogRecall;
    if (L::any(rating < 2.0)) {
      passLapse(trace, rating < 2.0 ? later : Wide{}, perStability, perDifficulty, perRecall);
      addLapseLoss(L::load(step.weight + lane), rating, trace, perRecall);
    }
    if (L::any(days < 1.0))
      passSameDay(rating, trace, days < 1.0 ? after : Wide{}, perStability);
    passCurve(trace, perLogRecall + perRecall * trace.recall, perStability);
  }

  /// What forgetting costs. Certainty ends at 1e-7, and with it the slope.
  PHASEBOARD_INLINE void addLapseLoss(const Wide& weight, const Wide& rating, const Trace& trace,
                                      Wide& perRecall) {
    constexpr double kLeastDoubt = 1e-7;
    const Wide doubt = 1 - trace.recall;
    const Wide counted = rating < 2.0 ? weight : Wide{};
    m_loss -= counted * L::log(clamped(doubt, kLeastDoubt, 1));
    perRecall += doubt < kLeastDoubt ? Wide{} : counted / clamped(doubt, kLeastDoubt, 1);
  }

  /// recall = (1 + factor * days / stability) ^ decay, and the factor depends on the decay too.
  /// `perLog` is of the logarithm of recall.
  PHASEBOARD_INLINE void passCurve(const Trace& trace, const Wide& perLog, Wide& perStability) {
    const Wide perBase = m_model.decay * trace.share * perLog;
    perStability -= perBase * trace.inverse;
    m_slopes[20] += perBase * (m_model.factorPerDecay / m_model.factor) - perLog * trace.logBase;
  }

  PHASEBOARD_INLINE void passDifficulty(const Wide& rating, const Trace& trace, const Wide& after,
                                        Wide& perDifficulty) {
    const Wide d = trace.difficulty;
    const Wide distance = rating - 3;
    const double kept = 1 - m_model.w[7];
    const Wide change = (m_model.w[6] / 9) * distance;
    const Wide moved = d - (10 - d) * change;
    perDifficulty = after * kept * (1 + change);
    m_slopes[6] -= after * (10 - d) * distance * (kept / 9);
    m_slopes[7] += after * (m_model.easyDifficulty - moved);
    m_reversion += after;
  }

  /// Returns the slope of the recall, for what lies before.
  PHASEBOARD_INLINE Wide passRecall(const Wide& rating, const Trace& trace, const Wide& after,
                                    Wide& perStability, Wide& perDifficulty) {
    const Wide scaled = after * trace.stability;
    const Wide grown = scaled * trace.growth;
    m_slopes[15] += rating < 3.0 ? grown : Wide{};
    m_slopes[16] += rating > 3.0 ? grown : Wide{};
    const Wide perGrowth = grown * trace.rating;
    perStability = after * (1 + trace.growth * trace.rating * (1 - m_model.w[9]));
    perDifficulty -= perGrowth / (11 - trace.difficulty);
    m_slopes[8] += perGrowth;
    m_slopes[9] -= perGrowth * trace.logStability;
    // Without forgetting nothing grows; the floor only keeps that from dividing by 0.
    const Wide gain = clamped(trace.spacing - 1, 1e-300, 1e300);
    const Wide perExponent = perGrowth * trace.spacing / gain;
    m_slopes[10] += perExponent * (1 - trace.recall);
    return -m_model.w[10] * perExponent;
  }

  PHASEBOARD_INLINE void passLapse(const Trace& trace, const Wide& after, Wide& perStability,
                                   Wide& perDifficulty, Wide& perRecall) {
    const Wide ceiling = trace.stability * m_model.lapseCeiling;
    const Wide bounded = ceiling < trace.lapseStability ? after : Wide{};
    perStability += bounded * m_model.lapseCeiling;
    m_slopes[17] -= bounded * ceiling * m_model.w[18];
    m_slopes[18] -= bounded * ceiling * m_model.w[17];
    const Wide scaled = (after - bounded) * trace.lapseStability;
    const Wide perPower = scaled * trace.lapsePower / (trace.lapsePower - 1);
    m_slopes[11] += scaled * (1 / m_model.w[11]);
    m_slopes[12] -= scaled * trace.logDifficulty;
    m_slopes[13] += perPower * trace.logOneMore;
    m_slopes[14] += scaled * (1 - trace.recall);
    perStability += perPower * m_model.w[13] / (trace.stability + 1);
    perDifficulty -= scaled * m_model.w[12] / trace.difficulty;
    perRecall -= scaled * m_model.w[14];
  }

  PHASEBOARD_INLINE void passSameDay(const Wide& rating, const Trace& trace, const Wide& after,
                                     Wide& perStability) {
    const Wide least = rating < 2.0 ? Wide{} : Wide{} + 1.0;
    const Wide bounded = trace.sameDay < least ? after : Wide{};
    const Wide free = after - bounded;
    const Wide scaled = free * trace.stability * trace.sameDay;
    perStability += bounded + free * trace.sameDay * (1 - m_model.w[19]);
    m_slopes[17] += scaled * (rating - 3 + m_model.w[18]);
    m_slopes[18] += scaled * m_model.w[17];
    m_slopes[19] -= scaled * trace.logStability;
  }

  PHASEBOARD_INLINE void first(const Wide& rating, const Wide& perStability,
                               const Wide& perDifficulty) {
    const auto& d0 = m_model.firstDifficulty;
    const Wide value = byRating(rating, d0[0], d0[1], d0[2], d0[3]);
    const Wide difficulty = passed(value, kLeastDifficulty, kGreatestDifficulty, perDifficulty);
    const Wide firstStability =
        byRating(rating, m_model.w[0], m_model.w[1], m_model.w[2], m_model.w[3]);
    const Wide stability =
        passed(firstStability, kLeastStabilityDays, kGreatestStabilityDays, perStability);
    for (std::size_t i = 0; i < 4; ++i)
      m_slopes[i] += rating == double(i + 1) ? stability : Wide{};
    const auto& slope = m_model.firstDifficultyPerSlope;
    m_slopes[4] += difficulty;
    m_slopes[5] += difficulty * byRating(rating, slope[0], slope[1], slope[2], slope[3]);
  }

  const KernelModel& m_model;
  Trace* m_traces;  ///< room for the longest block
  Wide m_loss{};
  Wide m_reversion{};  ///< towards the difficulty of a first Easy
  Wide m_slopes[kWeightCount]{};
};

}  // namespace phaseboard::memory
