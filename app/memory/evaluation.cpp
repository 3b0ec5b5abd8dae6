// SPDX-License-Identifier: Apache-2.0
#include "app/memory/evaluation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace phaseboard::memory {
namespace {

constexpr double kLeastDoubt = 1e-7;

/// What is known of one prompt while its reviews pass by.
struct History {
  std::optional<MemoryState> state;
  int laterDayReviews = 0;
  int lapses = 0;
};

/// The lower end of the bin of `value`: bins grow by `base`.
double logBin(double value, double scale, double base) {
  return scale * std::pow(base, std::floor(std::log(value) / std::log(base)));
}

using Bin = std::tuple<long, long, long>;

Bin binOf(const Prediction& prediction) {
  return {std::lround(logBin(prediction.elapsedDays, 248, 3.62)),
          std::lround(logBin(prediction.laterDayReviews + 1.0, 1.99, 1.89)),
          prediction.lapses == 0 ? 0 : std::lround(logBin(prediction.lapses, 1.65, 1.73))};
}

CalibrationBin calibrationOf(std::span<const Prediction> group) {
  constexpr double kNormal95 = 1.959963984540054;
  CalibrationBin bin;
  bin.count = group.size();
  for (const Prediction& prediction : group) {
    bin.predicted += prediction.recall;
    bin.recalled += prediction.recalled ? 1 : 0;
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

}  // namespace

std::vector<Prediction> predictions(const Model& model, std::span<const ReviewRow> rows) {
  std::vector<Prediction> made;
  std::unordered_map<std::string_view, History> histories;
  for (const ReviewRow& row : rows) {
    History& history = histories[row.prompt];
    const bool isFirst = !history.state;
    const bool isLaterDay = !isFirst && row.elapsedDays > 0;
    if (isLaterDay) {
      ++history.laterDayReviews;
      made.push_back({retrievability(model, row.elapsedDays, history.state->stability),
                      row.rating != Rating::Again, row.elapsedDays, history.laterDayReviews,
                      history.lapses});
    }
    if (row.rating == Rating::Again && (isFirst || isLaterDay))
      ++history.lapses;
    history.state = step(model, history.state, row.elapsedDays, row.rating);
  }
  return made;
}

std::optional<double> logLoss(std::span<const Prediction> predictions) {
  if (predictions.empty())
    return std::nullopt;
  double sum = 0;
  for (const Prediction& prediction : predictions) {
    const double recall = std::clamp(prediction.recall, kLeastDoubt, 1 - kLeastDoubt);
    sum -= std::log(prediction.recalled ? recall : 1 - recall);
  }
  return sum / static_cast<double>(predictions.size());
}

std::optional<double> rmseBins(std::span<const Prediction> predictions) {
  if (predictions.empty())
    return std::nullopt;
  struct Sums {
    double predicted = 0;
    double recalled = 0;
    double count = 0;
  };
  std::map<Bin, Sums> bins;
  for (const Prediction& prediction : predictions) {
    Sums& sums = bins[binOf(prediction)];
    sums.predicted += prediction.recall;
    sums.recalled += prediction.recalled ? 1 : 0;
    sums.count += 1;
  }
  double squares = 0;
  for (const auto& [bin, sums] : bins) {
    const double difference = (sums.predicted - sums.recalled) / sums.count;
    squares += difference * difference * sums.count;
  }
  return std::sqrt(squares / static_cast<double>(predictions.size()));
}

std::optional<double> auc(std::span<const Prediction> predictions) {
  std::vector<Prediction> sorted(predictions.begin(), predictions.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const Prediction& a, const Prediction& b) { return a.recall < b.recall; });
  double recalled = 0;
  double rankSum = 0;
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin;
    double recalledHere = 0;
    for (; end < sorted.size() && sorted[end].recall == sorted[begin].recall; ++end)
      recalledHere += sorted[end].recalled ? 1 : 0;
    rankSum += recalledHere * (static_cast<double>(begin + 1) + static_cast<double>(end)) / 2;
    recalled += recalledHere;
    begin = end;
  }
  const double forgotten = static_cast<double>(sorted.size()) - recalled;
  if (recalled == 0 || forgotten == 0)
    return std::nullopt;
  return (rankSum - recalled * (recalled + 1) / 2) / (recalled * forgotten);
}

std::vector<CalibrationBin> calibrationCurve(std::span<const Prediction> predictions, int bins) {
  std::vector<Prediction> sorted(predictions.begin(), predictions.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const Prediction& a, const Prediction& b) { return a.recall < b.recall; });
  const auto groups = static_cast<std::size_t>(std::max(1, bins));
  std::vector<CalibrationBin> curve;
  std::size_t begin = 0;
  for (std::size_t group = 1; group <= groups; ++group) {
    std::size_t end = std::max(begin, group * sorted.size() / groups);
    while (end > begin && end < sorted.size() && sorted[end].recall == sorted[end - 1].recall)
      ++end;
    if (end > begin)
      curve.push_back(calibrationOf(std::span(sorted).subspan(begin, end - begin)));
    begin = end;
  }
  return curve;
}

Evaluation evaluate(const Model& model, std::span<const ReviewRow> rows) {
  const std::vector<Prediction> made = predictions(model, rows);
  return {rows.size(), made.size(), logLoss(made), rmseBins(made), auc(made)};
}

}  // namespace phaseboard::memory
