// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "app/memory/csv.h"
#include "app/memory/model.h"

namespace phaseboard::memory {

/// One prediction and what happened. Only reviews on a later day than the one before are predicted.
struct Prediction {
  double recall = 0;        ///< as predicted before the answer, in [0, 1]
  bool recalled = false;    ///< the answer was not Again
  int elapsedDays = 0;      ///< 1 or more
  int laterDayReviews = 0;  ///< of this prompt until now on a later day than the one before, this
                            ///< one included
  int lapses = 0;           ///< Agains before now, those on the same day as another review excepted
};

/// What the model would have predicted before each review, prompt by prompt in the given order.
[[nodiscard]] std::vector<Prediction> predictions(const Model& model,
                                                  std::span<const ReviewRow> rows);

/// Mean negative log-likelihood of what happened; nothing without predictions. Predictions are kept
/// 1e-7 away from certainty.
[[nodiscard]] std::optional<double> logLoss(std::span<const Prediction> predictions);

/// Root of the mean squared difference between predicted and true recall in bins of similar
/// histories (those of the FSRS benchmark), weighted by their size.
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

[[nodiscard]] Evaluation evaluate(const Model& model, std::span<const ReviewRow> rows);

}  // namespace phaseboard::memory
