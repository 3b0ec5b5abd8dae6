// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "app/memory/csv.h"
#include "app/memory/memory_model.h"
#include "app/memory/training_log.h"

/// How well a model predicts a log. Everything here knows any model (`memory_model.h`); of FSRS-7
/// too only the reviews on a later day are judged, so that figures of both can be compared.
namespace phaseboard::memory {

/// One prediction and what happened. Only reviews on a later day than the one before are predicted.
struct Prediction {
  double recall = 0;        ///< as predicted before the answer, in [0, 1]
  bool recalled = false;    ///< the answer was not Again
  int elapsedDays = 0;      ///< 1 or more
  int laterDayReviews = 0;  ///< of this prompt until now on a later day than the one before, this
                            ///< one included
  int lapses = 0;           ///< Agains before now on a later day; and a first Again
};

/// What the model would have predicted before each review, in the order of the rows; of a log
/// prompt by prompt. 32 bytes a prediction.
template <MemoryModel M>
[[nodiscard]] std::vector<Prediction> predictions(const M& model, std::span<const ReviewRow> rows);
template <MemoryModel M>
[[nodiscard]] std::vector<Prediction> predictions(const M& model, const TrainingLog& log);

/// Mean negative log-likelihood of what happened; nothing without predictions. Predictions are kept
/// 1e-7 away from certainty.
[[nodiscard]] std::optional<double> logLoss(std::span<const Prediction> predictions);

/// Root of the mean squared difference between predicted and true recall in bins of similar
/// histories (those of fsrs-rs and of the FSRS benchmark), weighted by their size.
[[nodiscard]] std::optional<double> rmseBins(std::span<const Prediction> predictions);

/// Probability that a recalled prompt was predicted higher than a forgotten one, ties counting
/// half; nothing unless there is one of each.
[[nodiscard]] std::optional<double> auc(std::span<const Prediction> predictions);

/// Predictions of about the same height, and what came of them: one point of a calibration curve.
struct CalibrationBin {
  std::size_t count = 0;
  double predicted = 0;  ///< mean of the predicted recall
  double recalled = 0;   ///< share that was recalled
  double lowest = 0;     ///< 95 % interval for that share (Wilson 1927)
  double highest = 0;
};

/// The curve that shows whether 90 % means 90 %: the predictions in the order of their height, cut
/// into `bins` groups of the same size within one. Equal predictions are never parted, so there may
/// be fewer groups; none without predictions. A perfect model has `predicted` == `recalled`.
///
/// @param bins  1 or more
[[nodiscard]] std::vector<CalibrationBin> calibrationCurve(std::span<const Prediction> predictions,
                                                           int bins = 20);

/// How well a model predicts a log.
struct Evaluation {
  std::size_t reviews = 0;
  std::size_t items = 0;  ///< predictions
  std::optional<double> logLoss;
  std::optional<double> rmseBins;
  std::optional<double> auc;
};

/// The three figures of those predictions.
[[nodiscard]] Evaluation evaluate(std::span<const Prediction> predictions);

/// The three figures of a whole log without keeping its predictions: the fast way.
///
/// @param threads  1 to 16; the result does not depend on it
/// @cost some 70 ns a review and thread, 8 bytes a prediction
template <MemoryModel M>
[[nodiscard]] Evaluation evaluate(const M& model, const TrainingLog& log, int threads = 1);

template <MemoryModel M>
[[nodiscard]] Evaluation evaluate(const M& model, std::span<const ReviewRow> rows) {
  return evaluate(model, TrainingLog(rows));
}

/// How well a model predicts a log, and whether its 90 % means 90 %.
struct Judgement {
  Evaluation evaluation;
  std::vector<CalibrationBin> calibration;  ///< as `calibrationCurve` makes it
};

/// Both in one pass over the log, as fast as `evaluate`.
template <MemoryModel M>
[[nodiscard]] Judgement judge(const M& model, const TrainingLog& log, int bins = 20,
                              int threads = 1);

}  // namespace phaseboard::memory
