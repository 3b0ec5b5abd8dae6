// SPDX-License-Identifier: Apache-2.0
// The derivative of the loss, written out by hand: each prompt is walked forwards once, keeping
// what every review saw, and backwards once, passing on how much the later losses depend on the
// stability and the difficulty after each review.
#include <algorithm>
#include <cmath>
#include <thread>

#include "app/memory/model.h"
#include "app/memory/training_log.h"

namespace phaseboard::memory {
namespace {

constexpr double kLeastDoubt = 1e-7;

/// Prompts are summed in this many groups, whatever the number of threads, and the groups in order.
constexpr std::size_t kGroups = 64;

/// What one review saw, kept for the way back.
struct Trace {
  MemoryState before;
  double recall = 0;        ///< later day only
  double base = 1;          ///< later day only: 1 + factor * days / stability
  double logBase = 0;       ///< later day only
  double logStability = 0;  ///< of `before`; where a formula needs it
  double growth = 0;        ///< recall: the share of a Good; same day: the factor; lapse: unused
  double spacing = 0;       ///< recall: e^(w10(1-R)); lapse: (S+1)^w13
  double stability = 0;     ///< after, before clamping
  double difficulty = 0;    ///< after, before clamping
  bool isBounded = false;   ///< lapse: the ceiling held; same day: the floor held
};

/// How the losses that lie ahead change with a state.
struct Adjoint {
  double stability = 0;
  double difficulty = 0;
};

/// 0 to 3.
std::size_t index(Rating rating) {
  return static_cast<std::size_t>(number(rating) - 1);
}

bool isInside(double value, double least, double greatest) {
  return value >= least && value <= greatest;
}

class Pass {
 public:
  explicit Pass(const Parameters& parameters) : m_model(parameters) {
    for (const Rating rating : kRatings) {
      const int steps = number(rating) - 1;
      m_firstDifficulty[static_cast<std::size_t>(steps)] = initialDifficulty(m_model, rating);
      m_firstDifficultyPerSlope[static_cast<std::size_t>(steps)] =
          -steps * std::exp(w(Weight::FirstDifficultySlope) * steps);
    }
  }

  void add(std::span<const TrainingLog::Review> reviews) {
    if (reviews.size() < 2)
      return;
    forwards(reviews);
    Adjoint ahead;
    for (std::size_t i = reviews.size() - 1; i > 0; --i)
      ahead = backwards(reviews[i], m_traces[i], ahead);
    addFirst(reviews[0].rating, m_traces[0], ahead);
  }

  [[nodiscard]] const LossGradient& result() const { return m_result; }

 private:
  [[nodiscard]] double w(Weight weight) const { return m_model[weight]; }
  double& slope(Weight weight) { return m_result.gradient[static_cast<std::size_t>(weight)]; }

  void forwards(std::span<const TrainingLog::Review> reviews);
  [[nodiscard]] MemoryState clamped(const Trace& trace) const;
  void seeLaterDay(const TrainingLog::Review& review, Trace& trace) const;
  void seeSameDay(const TrainingLog::Review& review, Trace& trace) const;

  Adjoint backwards(const TrainingLog::Review& review, const Trace& trace, Adjoint after);
  double passRecall(Rating rating, const Trace& trace, double after, Adjoint& before);
  double passLapse(const Trace& trace, double after, Adjoint& before);
  void passSameDay(Rating rating, const Trace& trace, double after, Adjoint& before);
  void passDifficulty(Rating rating, const Trace& trace, double after, Adjoint& before);
  double addLoss(const TrainingLog::Review& review, const Trace& trace);
  void addFirst(Rating rating, const Trace& trace, Adjoint after);

  Model m_model;
  std::array<double, kRatings.size()> m_firstDifficulty{};          ///< by rating
  std::array<double, kRatings.size()> m_firstDifficultyPerSlope{};  ///< by rating
  LossGradient m_result;
  std::vector<Trace> m_traces;
};

MemoryState Pass::clamped(const Trace& trace) const {
  return {std::clamp(trace.stability, kLeastStabilityDays, kGreatestStabilityDays),
          std::clamp(trace.difficulty, kLeastDifficulty, kGreatestDifficulty)};
}

void Pass::forwards(std::span<const TrainingLog::Review> reviews) {
  if (m_traces.size() < reviews.size())
    m_traces.resize(reviews.size());
  Trace& first = m_traces[0];
  first = {};
  const std::size_t rating = index(reviews[0].rating);
  first.stability = m_model.parameters().weights()[rating];
  first.difficulty = m_firstDifficulty[rating];
  for (std::size_t i = 1; i < reviews.size(); ++i) {
    Trace& trace = m_traces[i];
    trace.before = clamped(m_traces[i - 1]);
    if (reviews[i].elapsedDays > 0)
      seeLaterDay(reviews[i], trace);
    else
      seeSameDay(reviews[i], trace);
    const double distance = number(reviews[i].rating) - number(Rating::Good);
    const double d = trace.before.difficulty;
    const double moved = d - (10 - d) * w(Weight::DifficultyChange) * distance / 9;
    trace.difficulty = moved + w(Weight::DifficultyReversion) * (m_model.easyDifficulty() - moved);
  }
}

void Pass::seeLaterDay(const TrainingLog::Review& review, Trace& trace) const {
  const auto [s, d] = trace.before;
  trace.base = 1 + m_model.factor() * review.elapsedDays / s;
  trace.logBase = std::log(trace.base);
  trace.recall = std::exp(m_model.decay() * trace.logBase);
  trace.isBounded = false;
  if (review.rating != Rating::Again) {
    trace.logStability = std::log(s);
    trace.spacing = std::exp(w(Weight::RecallSpacing) * (1 - trace.recall));
    trace.growth = m_model.recallGain() * (11 - d) *
                   std::exp(-w(Weight::RecallSaturation) * trace.logStability) *
                   (trace.spacing - 1);
    const double factor = review.rating == Rating::Hard   ? w(Weight::HardPenalty)
                          : review.rating == Rating::Easy ? w(Weight::EasyBonus)
                                                          : 1;
    trace.stability = s * (1 + trace.growth * factor);
    return;
  }
  trace.spacing = std::exp(w(Weight::LapseStability) * std::log1p(s));
  trace.stability = w(Weight::LapseScale) *
                    std::exp(w(Weight::LapseSpacing) * (1 - trace.recall) -
                             w(Weight::LapseDifficulty) * std::log(d)) *
                    (trace.spacing - 1);
  const double ceiling = s * m_model.lapseCeiling();
  trace.isBounded = ceiling < trace.stability;
  trace.stability = std::min(trace.stability, ceiling);
}

void Pass::seeSameDay(const TrainingLog::Review& review, Trace& trace) const {
  const double s = trace.before.stability;
  const double distance = number(review.rating) - number(Rating::Good);
  trace.logStability = std::log(s);
  trace.growth = std::exp(w(Weight::SameDayGain) * (distance + w(Weight::SameDayOffset)) -
                          w(Weight::SameDaySaturation) * trace.logStability);
  trace.isBounded = review.rating != Rating::Again && trace.growth < 1;
  trace.stability = trace.isBounded ? s : s * trace.growth;
}

Adjoint Pass::backwards(const TrainingLog::Review& review, const Trace& trace, Adjoint after) {
  if (!isInside(trace.stability, kLeastStabilityDays, kGreatestStabilityDays))
    after.stability = 0;
  if (!isInside(trace.difficulty, kLeastDifficulty, kGreatestDifficulty))
    after.difficulty = 0;
  Adjoint before;
  passDifficulty(review.rating, trace, after.difficulty, before);
  if (review.elapsedDays == 0) {
    passSameDay(review.rating, trace, after.stability, before);
    return before;
  }
  double recall = review.rating == Rating::Again
                      ? passLapse(trace, after.stability, before)
                      : passRecall(review.rating, trace, after.stability, before);
  recall += addLoss(review, trace);

  // recall = (1 + factor * days / stability) ^ decay, and the factor depends on the decay too.
  const double perBase = m_model.decay() * trace.recall / trace.base;
  const double decay = w(Weight::Decay);
  const double factorPerDecay = (m_model.factor() + 1) * std::log(0.9) / (decay * decay);
  const double s = trace.before.stability;
  before.stability -= recall * perBase * (trace.base - 1) / s;
  slope(Weight::Decay) +=
      recall * (-trace.recall * trace.logBase + perBase * review.elapsedDays / s * factorPerDecay);
  return before;
}

double Pass::passRecall(Rating rating, const Trace& trace, double after, Adjoint& before) {
  const auto [s, d] = trace.before;
  double factor = 1;
  if (rating == Rating::Hard || rating == Rating::Easy) {
    const Weight weight = rating == Rating::Hard ? Weight::HardPenalty : Weight::EasyBonus;
    factor = w(weight);
    slope(weight) += after * s * trace.growth;
  }
  const double perGrowth = after * s * factor;
  before.stability += after * (1 + trace.growth * factor) -
                      perGrowth * w(Weight::RecallSaturation) * trace.growth / s;
  before.difficulty -= perGrowth * trace.growth / (11 - d);
  slope(Weight::RecallGain) += perGrowth * trace.growth;
  slope(Weight::RecallSaturation) -= perGrowth * trace.growth * trace.logStability;
  if (trace.spacing <= 1)
    return 0;
  const double perExponent = perGrowth * trace.growth * trace.spacing / (trace.spacing - 1);
  slope(Weight::RecallSpacing) += perExponent * (1 - trace.recall);
  return -perExponent * w(Weight::RecallSpacing);
}

double Pass::passLapse(const Trace& trace, double after, Adjoint& before) {
  const auto [s, d] = trace.before;
  if (trace.isBounded) {
    before.stability += after * m_model.lapseCeiling();
    slope(Weight::SameDayGain) -= after * w(Weight::SameDayOffset) * trace.stability;
    slope(Weight::SameDayOffset) -= after * w(Weight::SameDayGain) * trace.stability;
    return 0;
  }
  const double scaled = after * trace.stability;
  const double perPower = scaled * trace.spacing / (trace.spacing - 1);
  slope(Weight::LapseScale) += scaled / w(Weight::LapseScale);
  slope(Weight::LapseDifficulty) -= scaled * std::log(d);
  slope(Weight::LapseStability) += perPower * std::log1p(s);
  slope(Weight::LapseSpacing) += scaled * (1 - trace.recall);
  before.stability += perPower * w(Weight::LapseStability) / (s + 1);
  before.difficulty -= scaled * w(Weight::LapseDifficulty) / d;
  return -scaled * w(Weight::LapseSpacing);
}

void Pass::passSameDay(Rating rating, const Trace& trace, double after, Adjoint& before) {
  if (trace.isBounded) {
    before.stability += after;
    return;
  }
  const double scaled = after * trace.stability;
  const double distance = number(rating) - number(Rating::Good);
  before.stability += after * trace.growth * (1 - w(Weight::SameDaySaturation));
  slope(Weight::SameDayGain) += scaled * (distance + w(Weight::SameDayOffset));
  slope(Weight::SameDayOffset) += scaled * w(Weight::SameDayGain);
  slope(Weight::SameDaySaturation) -= scaled * trace.logStability;
}

void Pass::passDifficulty(Rating rating, const Trace& trace, double after, Adjoint& before) {
  const double distance = number(rating) - number(Rating::Good);
  const double d = trace.before.difficulty;
  const double reversion = w(Weight::DifficultyReversion);
  const double change = -w(Weight::DifficultyChange) * distance / 9;
  const double moved = d + (10 - d) * change;
  before.difficulty += after * (1 - reversion) * (1 - change);
  slope(Weight::DifficultyChange) -= after * (1 - reversion) * (10 - d) * distance / 9;
  slope(Weight::DifficultyReversion) += after * (m_model.easyDifficulty() - moved);
  slope(Weight::FirstDifficulty) += after * reversion;
  slope(Weight::FirstDifficultySlope) +=
      after * reversion * m_firstDifficultyPerSlope[index(Rating::Easy)];
}

double Pass::addLoss(const TrainingLog::Review& review, const Trace& trace) {
  const double recall = std::clamp(trace.recall, kLeastDoubt, 1 - kLeastDoubt);
  const bool recalled = review.rating != Rating::Again;
  m_result.loss -= review.weight * std::log(recalled ? recall : 1 - recall);
  if (recall != trace.recall)
    return 0;
  return review.weight * (recalled ? -1 / recall : 1 / (1 - recall));
}

void Pass::addFirst(Rating rating, const Trace& trace, Adjoint after) {
  if (isInside(trace.stability, kLeastStabilityDays, kGreatestStabilityDays))
    m_result.gradient[index(rating)] += after.stability;
  if (!isInside(trace.difficulty, kLeastDifficulty, kGreatestDifficulty))
    return;
  slope(Weight::FirstDifficulty) += after.difficulty;
  slope(Weight::FirstDifficultySlope) +=
      after.difficulty * m_firstDifficultyPerSlope[index(rating)];
}

}  // namespace

LossGradient lossGradient(const Parameters& parameters, const TrainingLog& log, int threads) {
  std::array<LossGradient, kGroups> groups;
  const auto work = [&](std::size_t first, std::size_t stride) {
    for (std::size_t group = first; group < kGroups; group += stride) {
      Pass pass(parameters);
      const std::size_t end = (group + 1) * log.prompts() / kGroups;
      for (std::size_t i = group * log.prompts() / kGroups; i < end; ++i)
        pass.add(log.prompt(i));
      groups[group] = pass.result();
    }
  };
  {
    const auto count = static_cast<std::size_t>(std::clamp(threads, 1, 16));
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < count; ++i)
      workers.emplace_back(work, i, count);
    work(0, count);
  }
  LossGradient sum;
  for (const LossGradient& group : groups) {
    sum.loss += group.loss;
    for (std::size_t i = 0; i < kWeightCount; ++i)
      sum.gradient[i] += group.gradient[i];
  }
  return sum;
}

}  // namespace phaseboard::memory
