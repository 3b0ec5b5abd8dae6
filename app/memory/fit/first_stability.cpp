// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fit/first_stability.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/memory/model.h"

namespace phaseboard::memory {
namespace {

constexpr double kShortestFirst = 0.001;
constexpr double kLongestFirst = 100;
constexpr double kPull = 1.0 / 16;
/// Golden-section steps; each narrows the range to 0.62 of it, 60 to 1e-11 days.
constexpr int kSearchSteps = 60;

/// Where Hard lies between Again and Good, and Good between Hard and Easy, on a logarithmic scale.
constexpr double kHardPlace = 0.41;
constexpr double kGoodPlace = 0.54;

double published(std::size_t rating) {
  return Parameters{}.weights()[rating];
}

/// How badly a first stability explains the intervals of its rating.
class FirstLoss {
 public:
  FirstLoss(const std::vector<FirstInterval>& intervals, double recalledShare, double centre)
      : m_intervals(intervals), m_recalledShare(recalledShare), m_centre(centre) {}

  double operator()(double stability) const {
    double loss = std::abs(stability - m_centre) * kPull;
    for (const FirstInterval& group : m_intervals) {
      const auto count = static_cast<double>(group.count);
      const double seen = (static_cast<double>(group.recalled) + m_recalledShare) / (count + 1);
      const double predicted = retrievability(m_model, group.elapsedDays, stability);
      loss -= count * (seen * std::log(predicted) + (1 - seen) * std::log1p(-predicted));
    }
    return loss;
  }

 private:
  const std::vector<FirstInterval>& m_intervals;
  double m_recalledShare;
  double m_centre;
  Model m_model;
};

double leastAt(const FirstLoss& loss) {
  constexpr double kGolden = 0.6180339887498949;
  double low = kShortestFirst;
  double high = kLongestFirst;
  double left = high - kGolden * (high - low);
  double right = low + kGolden * (high - low);
  double lossLeft = loss(left);
  double lossRight = loss(right);
  for (int i = 0; i < kSearchSteps; ++i) {
    if (lossLeft < lossRight) {
      high = std::exchange(right, left);
      lossRight = lossLeft;
      left = high - kGolden * (high - low);
      lossLeft = loss(left);
    } else {
      low = std::exchange(left, right);
      lossLeft = lossRight;
      right = low + kGolden * (high - low);
      lossRight = loss(right);
    }
  }
  return (low + high) / 2;
}

/// Fills the gaps of logarithms, Again to Easy, when two or three are known: first the two in the
/// middle, then the ends.
void fillGaps(FirstStabilities& logs, std::array<bool, 4>& known) {
  auto& [again, hard, good, easy] = logs;
  auto& [hasAgain, hasHard, hasGood, hasEasy] = known;
  if (!hasHard && !hasGood) {  // Again and Easy: both places at once
    const double share = kHardPlace + kGoodPlace - kHardPlace * kGoodPlace;
    hard = (kHardPlace * again + (share - kHardPlace) * easy) / share;
    good = ((share - kGoodPlace) * again + kGoodPlace * easy) / share;
  } else if (!hasHard) {
    hard = hasAgain ? kHardPlace * again + (1 - kHardPlace) * good
                    : (good - kGoodPlace * easy) / (1 - kGoodPlace);
  } else if (!hasGood) {
    good = hasEasy ? (1 - kGoodPlace) * hard + kGoodPlace * easy
                   : (hard - kHardPlace * again) / (1 - kHardPlace);
  }
  if (!hasAgain)
    again = (hard - (1 - kHardPlace) * good) / kHardPlace;
  if (!hasEasy)
    easy = (good - (1 - kGoodPlace) * hard) / kGoodPlace;
  known.fill(true);
}

/// All four in the proportions of the published ones.
void scalePublished(FirstStabilities& logs, const std::array<bool, 4>& known) {
  std::size_t only = 0;
  while (!known[only])
    ++only;
  const double shift = logs[only] - std::log(published(only));
  for (std::size_t i = 0; i < logs.size(); ++i)
    logs[i] = std::log(published(i)) + shift;
}

}  // namespace

std::array<std::size_t, 4> countsOf(const std::array<std::vector<FirstInterval>, 4>& intervals) {
  std::array<std::size_t, 4> counts{};
  for (std::size_t i = 0; i < counts.size(); ++i)
    for (const FirstInterval& group : intervals[i])
      counts[i] += group.count;
  return counts;
}

FirstStabilities smoothed(const FirstStabilities& stabilities,
                          const std::array<std::size_t, 4>& counts) {
  constexpr std::array<std::pair<std::size_t, std::size_t>, 6> kPairs{
      {{0, 1}, {1, 2}, {2, 3}, {0, 2}, {1, 3}, {0, 3}}};
  FirstStabilities kept = stabilities;
  std::array<bool, 4> known{};
  for (std::size_t i = 0; i < known.size(); ++i)
    known[i] = counts[i] > 0;
  for (const auto& [worse, better] : kPairs) {
    if (!known[worse] || !known[better] || kept[worse] <= kept[better])
      continue;
    if (counts[worse] > counts[better])
      kept[better] = kept[worse];
    else
      kept[worse] = kept[better];
  }
  const auto count = std::count(known.begin(), known.end(), true);
  FirstStabilities logs{};
  for (std::size_t i = 0; i < logs.size(); ++i)
    logs[i] = known[i] ? std::log(kept[i]) : std::log(published(i));
  if (count == 1)
    scalePublished(logs, known);
  else if (count == 2 || count == 3)
    fillGaps(logs, known);
  for (std::size_t i = 0; i < logs.size(); ++i)
    if (count < 4)
      kept[i] = std::exp(logs[i]);
  for (double& stability : kept)
    stability = std::clamp(stability, kShortestFirst, kLongestFirst);
  return kept;
}

FirstStabilities firstStabilities(const std::array<std::vector<FirstInterval>, 4>& intervals,
                                  double recalledShare) {
  FirstStabilities found{};
  for (std::size_t i = 0; i < found.size(); ++i)
    found[i] = intervals[i].empty() ? published(i)
                                    : leastAt(FirstLoss(intervals[i], recalledShare, published(i)));
  return smoothed(found, countsOf(intervals));
}

}  // namespace phaseboard::memory
