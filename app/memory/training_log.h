// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "app/memory/csv.h"
#include "app/memory/parameters.h"

namespace phaseboard::memory {

/// The reviews of a log, prompt by prompt, laid out for fast passes over all of them.
class TrainingLog {
 public:
  struct Review {
    std::int32_t elapsedDays = 0;  ///< 0 in the first review of a prompt
    Rating rating = Rating::Again;
    double weight = 0;  ///< how much its prediction counts; 0 when it is not predicted
  };

  /// @param rows          rows of one prompt in order; prompts may be interleaved
  /// @param favourRecent  whether newer predictions count more, from 0.25 for the oldest to 1 for
  ///                      the newest by `day`, as in fsrs-rs; otherwise all count 1
  explicit TrainingLog(std::span<const ReviewRow> rows, bool favourRecent = false);

  [[nodiscard]] std::size_t prompts() const { return m_begins.size() - 1; }
  [[nodiscard]] std::size_t reviews() const { return m_reviews.size(); }

  /// Reviews that are predicted: on a later day than the one before.
  [[nodiscard]] std::size_t items() const { return m_items; }

  [[nodiscard]] std::span<const Review> prompt(std::size_t index) const {
    return std::span(m_reviews).subspan(m_begins[index], m_begins[index + 1] - m_begins[index]);
  }

 private:
  std::vector<Review> m_reviews;
  std::vector<std::size_t> m_begins;  ///< of each prompt, and the end
  std::size_t m_items = 0;
};

/// The weighted sum of the losses of all predictions, and how it changes with each weight.
struct LossGradient {
  double loss = 0;
  std::array<double, kWeightCount> gradient{};
};

/// One pass over the log. The result does not depend on `threads`. Where a bound of the model holds
/// (stability, difficulty, certainty) the change is 0.
[[nodiscard]] LossGradient lossGradient(const Parameters& parameters, const TrainingLog& log,
                                        int threads = 1);

}  // namespace phaseboard::memory
