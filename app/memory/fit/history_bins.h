// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace phaseboard::memory {

struct Prediction;

/// Sums of predicted and true recall by the kind of history: days passed, reviews and lapses so
/// far, each on a logarithmic scale (fsrs-rs, `dataset.rs`, `r_matrix_index`: powers of 3.62, 1.89
/// and 1.73).
class HistoryBins {
 public:
  HistoryBins();

  void add(const Prediction& prediction);
  void add(const HistoryBins& other);

  /// Root of the mean squared difference, weighted by size; 0 without predictions.
  [[nodiscard]] double rmse() const;

 private:
  struct Sums {
    double predicted = 0;
    double recalled = 0;
    double count = 0;
  };
  std::vector<Sums> m_sums;
};

}  // namespace phaseboard::memory
