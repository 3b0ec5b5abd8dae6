// SPDX-License-Identifier: Apache-2.0
#include "app/memory/evaluation.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "app/memory/fit/crew.h"
#include "app/memory/fit/history_bins.h"

namespace phaseboard::memory {
namespace {

constexpr double kLeastDoubt = 1e-7;

/// Prompts are evaluated in this many parts, whatever the number of threads.
constexpr std::size_t kParts = 8;

/// What is known of one prompt while its reviews pass by.
template <class M>
struct History {
  std::optional<typename M::State> state;
  int laterDayReviews = 0;
  int lapses = 0;

  /// Takes the next review in, and returns the prediction that was made for it, if there was one.
  std::optional<Prediction> add(const M& model, double elapsedDays, Rating rating) {
    const bool isFirst = !state;
    const bool isLaterDay = !isFirst && elapsedDays >= 1;
    std::optional<Prediction> made;
    if (isLaterDay) {
      ++laterDayReviews;
      made = Prediction{retrievability(model, elapsedDays, *state), rating != Rating::Again,
                        static_cast<int>(elapsedDays), laterDayReviews, lapses};
    }
    if (rating == Rating::Again && (isFirst || isLaterDay))
      ++lapses;
    state = step(model, state, static_cast<typename M::Days>(elapsedDays), rating);
    return made;
  }
};

/// The time that passed, as the model takes it.
template <class M>
double daysBefore(const TrainingLog& log, std::size_t review) {
  return std::is_integral_v<typename M::Days> ? log.elapsedDays(review) : log.exactDays(review);
}

double lossOf(const Prediction& prediction) {
  const double recall = std::clamp(prediction.recall, kLeastDoubt, 1 - kLeastDoubt);
  return -std::log(prediction.recalled ? recall : 1 - recall);
}

/// A prediction and its outcome in one number that sorts by the prediction: the outcome is its last
/// bit, so predictions that differ in their last digit only count as equal.
std::uint64_t ranked(double recall, bool recalled) {
  return (std::bit_cast<std::uint64_t>(std::clamp(recall, 0.0, 1.0)) & ~std::uint64_t{1}) |
         (recalled ? 1U : 0U);
}

/// Sorts such numbers: into buckets by the height of the prediction, then each bucket.
void sortRanked(std::vector<std::uint64_t>& keys) {
  constexpr std::size_t kBuckets = 1U << 14U;
  const auto bucketOf = [](std::uint64_t key) {
    const auto place = static_cast<std::size_t>(std::bit_cast<double>(key) * double(kBuckets));
    return std::min(place, kBuckets - 1);
  };
  if (keys.size() < kBuckets) {
    std::sort(keys.begin(), keys.end());
    return;
  }
  std::vector<std::uint32_t> begins(kBuckets + 1);
  for (const std::uint64_t key : keys)
    ++begins[bucketOf(key) + 1];
  for (std::size_t i = 0; i < kBuckets; ++i)
    begins[i + 1] += begins[i];
  std::vector<std::uint64_t> sorted(keys.size());
  std::vector<std::uint32_t> places(begins.begin(), begins.end() - 1);
  for (const std::uint64_t key : keys)
    sorted[places[bucketOf(key)]++] = key;
  for (std::size_t i = 0; i < kBuckets; ++i)
    std::sort(sorted.begin() + begins[i], sorted.begin() + begins[i + 1]);
  keys.swap(sorted);
}

/// Mann and Whitney's rank sum over sorted numbers.
std::optional<double> aucOf(std::span<const std::uint64_t> sorted) {
  double recalled = 0;
  double rankSum = 0;
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin;
    double recalledHere = 0;
    for (; end < sorted.size() && sorted[end] >> 1U == sorted[begin] >> 1U; ++end)
      recalledHere += double(sorted[end] & 1U);
    rankSum += recalledHere * (static_cast<double>(begin + 1) + static_cast<double>(end)) / 2;
    recalled += recalledHere;
    begin = end;
  }
  const double forgotten = static_cast<double>(sorted.size()) - recalled;
  if (recalled == 0 || forgotten == 0)
    return std::nullopt;
  return (rankSum - recalled * (recalled + 1) / 2) / (recalled * forgotten);
}

/// What one part of a log comes to.
struct PartSums {
  double loss = 0;
  HistoryBins bins;
};

template <class M>
void evaluatePart(const M& model, const TrainingLog& log, std::size_t begin, std::size_t end,
                  std::uint64_t* keys, PartSums& sums) {
  for (std::size_t prompt = begin; prompt < end; ++prompt) {
    History<M> history;
    for (std::size_t i = log.begin(prompt); i < log.begin(prompt + 1); ++i) {
      const auto made = history.add(model, daysBefore<M>(log, i), log.rating(i));
      if (!made)
        continue;
      sums.loss += lossOf(*made);
      sums.bins.add(*made);
      *keys++ = ranked(made->recall, made->recalled);
    }
  }
}

/// The point of a calibration curve that stands for these sorted numbers.
CalibrationBin calibrationOf(std::span<const std::uint64_t> group) {
  constexpr double kNormal95 = 1.959963984540054;
  CalibrationBin bin;
  bin.count = group.size();
  for (const std::uint64_t key : group) {
    bin.predicted += std::bit_cast<double>(key & ~std::uint64_t{1});
    bin.recalled += double(key & 1U);
  }
  const auto count = static_cast<double>(group.size());
  bin.predicted /= count;
  bin.recalled /= count;
  const double square = kNormal95 * kNormal95 / count;
  const double centre = (bin.recalled + square / 2) / (1 + square);
  const double half =
      std::sqrt(square * (bin.recalled * (1 - bin.recalled) + square / 4)) / (1 + square);
  bin.lowest = std::max(0.0, centre - half);
  bin.highest = std::min(1.0, centre + half);
  return bin;
}

/// Cuts sorted numbers into groups of about the same size without parting equal predictions.
std::vector<CalibrationBin> curveOf(std::span<const std::uint64_t> sorted, int bins) {
  const auto groups = static_cast<std::size_t>(std::max(1, bins));
  std::vector<CalibrationBin> curve;
  std::size_t begin = 0;
  for (std::size_t group = 1; group <= groups; ++group) {
    std::size_t end = std::max(begin, group * sorted.size() / groups);
    while (end > begin && end < sorted.size() && sorted[end] >> 1U == sorted[end - 1] >> 1U)
      ++end;
    if (end > begin)
      curve.push_back(calibrationOf(sorted.subspan(begin, end - begin)));
    begin = end;
  }
  return curve;
}

/// The predictions of a whole log: sorted numbers and what they add up to.
struct RankedPredictions {
  std::vector<std::uint64_t> keys;
  PartSums sums;
};

template <class M>
RankedPredictions rankedPredictions(const M& model, const TrainingLog& log, int threads) {
  std::array<std::size_t, kParts + 1> prompts{};
  std::array<std::size_t, kParts + 1> items{};
  for (std::size_t part = 0; part < kParts; ++part) {
    prompts[part + 1] = (part + 1) * log.prompts() / kParts;
    items[part + 1] = items[part];
    for (std::size_t i = log.begin(prompts[part]); i < log.begin(prompts[part + 1]); ++i)
      items[part + 1] += log.elapsedDays(i) > 0 ? 1U : 0U;
  }
  RankedPredictions ranked;
  ranked.keys.resize(log.items());
  std::array<PartSums, kParts> parts;
  Crew crew(threads);
  crew.each(kParts, [&](std::size_t part) {
    evaluatePart(model, log, prompts[part], prompts[part + 1], ranked.keys.data() + items[part],
                 parts[part]);
  });
  for (const PartSums& part : parts) {
    ranked.sums.loss += part.loss;
    ranked.sums.bins.add(part.bins);
  }
  sortRanked(ranked.keys);
  return ranked;
}

Evaluation evaluationOf(const TrainingLog& log, const RankedPredictions& ranked) {
  Evaluation found{log.reviews(), log.items(), {}, {}, {}};
  if (log.items() == 0)
    return found;
  found.logLoss = ranked.sums.loss / static_cast<double>(log.items());
  found.rmseBins = ranked.sums.bins.rmse();
  found.auc = aucOf(ranked.keys);
  return found;
}

/// Numbers that sort by the prediction, sorted.
std::vector<std::uint64_t> sortedKeys(std::span<const Prediction> predictions) {
  std::vector<std::uint64_t> keys;
  keys.reserve(predictions.size());
  for (const Prediction& prediction : predictions)
    keys.push_back(ranked(prediction.recall, prediction.recalled));
  sortRanked(keys);
  return keys;
}

}  // namespace

template <MemoryModel M>
std::vector<Prediction> predictions(const M& model, std::span<const ReviewRow> rows) {
  std::vector<Prediction> made;
  std::unordered_map<std::string_view, History<M>> histories;
  for (const ReviewRow& row : rows)
    if (const auto one = histories[row.prompt].add(model, row.elapsedDays, row.rating))
      made.push_back(*one);
  return made;
}

template <MemoryModel M>
std::vector<Prediction> predictions(const M& model, const TrainingLog& log) {
  std::vector<Prediction> made;
  made.reserve(log.items());
  for (std::size_t prompt = 0; prompt < log.prompts(); ++prompt) {
    History<M> history;
    for (std::size_t i = log.begin(prompt); i < log.begin(prompt + 1); ++i)
      if (const auto one = history.add(model, daysBefore<M>(log, i), log.rating(i)))
        made.push_back(*one);
  }
  return made;
}

template <MemoryModel M>
Evaluation evaluate(const M& model, const TrainingLog& log, int threads) {
  return evaluationOf(log, rankedPredictions(model, log, threads));
}

template <MemoryModel M>
Judgement judge(const M& model, const TrainingLog& log, int bins, int threads) {
  const RankedPredictions ranked = rankedPredictions(model, log, threads);
  return {evaluationOf(log, ranked), curveOf(ranked.keys, bins)};
}

std::optional<double> logLoss(std::span<const Prediction> predictions) {
  if (predictions.empty())
    return std::nullopt;
  double sum = 0;
  for (const Prediction& prediction : predictions)
    sum += lossOf(prediction);
  return sum / static_cast<double>(predictions.size());
}

std::optional<double> rmseBins(std::span<const Prediction> predictions) {
  if (predictions.empty())
    return std::nullopt;
  HistoryBins bins;
  for (const Prediction& prediction : predictions)
    bins.add(prediction);
  return bins.rmse();
}

std::optional<double> auc(std::span<const Prediction> predictions) {
  return aucOf(sortedKeys(predictions));
}

std::vector<CalibrationBin> calibrationCurve(std::span<const Prediction> predictions, int bins) {
  return curveOf(sortedKeys(predictions), bins);
}

Evaluation evaluate(std::span<const Prediction> predictions) {
  return {predictions.size(), predictions.size(), logLoss(predictions), rmseBins(predictions),
          auc(predictions)};
}

template std::vector<Prediction> predictions(const Model&, std::span<const ReviewRow>);
template std::vector<Prediction> predictions(const Fsrs7Model&, std::span<const ReviewRow>);
template std::vector<Prediction> predictions(const Model&, const TrainingLog&);
template std::vector<Prediction> predictions(const Fsrs7Model&, const TrainingLog&);
template Evaluation evaluate(const Model&, const TrainingLog&, int);
template Evaluation evaluate(const Fsrs7Model&, const TrainingLog&, int);
template Judgement judge(const Model&, const TrainingLog&, int, int);
template Judgement judge(const Fsrs7Model&, const TrainingLog&, int, int);

}  // namespace phaseboard::memory
