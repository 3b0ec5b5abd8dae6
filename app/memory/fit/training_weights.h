// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "app/memory/training_log.h"

namespace phaseboard::memory {

/// Which predictions a fit looks at.
struct WeightSettings {
  bool dropOutliers = true;
  bool favourRecent = true;
};

/// How much the prediction of each review counts, in the order of the log; 0 when it is not
/// predicted (first and same-day reviews, outliers, and what is more than 256 reviews from its
/// beginning).
struct TrainingWeights {
  std::vector<float> weights;
  std::size_t items = 0;  ///< weights above 0
  double sum = 0;
  double recalledShare = 0;  ///< of the items
};

/// The weights of fsrs-rs 6.6. Outliers (`dataset.rs`, `compute_outlier_analysis`): for each first
/// rating the prompts are grouped by the days until they are first asked again on a later day; the
/// rarest groups go until 5 % (at least 20 prompts) are gone, then all groups of fewer than six and
/// those beyond 100 days (365 after Easy). Recency (`recency_weighted_fsrs_items`): 0.25 for the
/// oldest item to 1 for the newest, by the cube of its place in time.
[[nodiscard]] TrainingWeights trainingWeights(const TrainingLog& log,
                                              const WeightSettings& settings);

/// What became of the prompts with one first rating that were asked again after as many days.
struct FirstInterval {
  int elapsedDays = 0;
  std::size_t count = 0;
  std::size_t recalled = 0;
};

/// For each first rating the first later-day reviews by days, ascending; without the outliers when
/// they are dropped.
[[nodiscard]] std::array<std::vector<FirstInterval>, 4> firstIntervals(const TrainingLog& log,
                                                                       bool dropOutliers);

}  // namespace phaseboard::memory
