// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "app/memory/csv.h"
#include "app/memory/rating.h"

namespace phaseboard::memory {

/// One review of a log whose prompts are numbered: what a program that has its log in tables of its
/// own hands over, without any text.
struct LoggedReview {
  std::uint32_t prompt = 0;  ///< any number that is the same for the reviews of one prompt
  std::int32_t day = 0;      ///< study day; only its order counts
  double elapsedDays = 0;    ///< since the previous review of this prompt; whole for FSRS-6
  Rating rating = Rating::Again;
};

/// The reviews of a log, prompt by prompt, in columns: what fitting and evaluating read.
///
/// About 9 bytes a review (13 when days have fractions). Never changes once made, so that threads
/// may share it.
class TrainingLog {
 public:
  /// @param rows  rows of one prompt in order; prompts may be interleaved. The elapsed days of a
  ///              first row are ignored, negative ones (the clock went back) count as 0.
  explicit TrainingLog(std::span<const ReviewRow> rows);
  explicit TrainingLog(std::span<const LoggedReview> reviews);

  [[nodiscard]] std::size_t prompts() const { return m_begins.size() - 1; }
  [[nodiscard]] std::size_t reviews() const { return m_ratings.size(); }

  /// Reviews that are predicted by FSRS-6: on a later day than the one before.
  [[nodiscard]] std::size_t items() const { return m_items; }

  /// The reviews of a prompt are `begin(prompt)` up to `begin(prompt + 1)`; prompts are in the
  /// order in which they first appear.
  [[nodiscard]] std::size_t begin(std::size_t prompt) const { return m_begins[prompt]; }

  [[nodiscard]] Rating rating(std::size_t review) const {
    return static_cast<Rating>(m_ratings[review]);
  }
  /// Whole days since the previous review of the prompt; 0 at its first.
  [[nodiscard]] int elapsedDays(std::size_t review) const { return m_elapsed[review]; }
  /// The same with fractions, for models that have them.
  [[nodiscard]] double exactDays(std::size_t review) const {
    return m_elapsed[review] + (m_fractions.empty() ? 0.0 : double(m_fractions[review]));
  }
  [[nodiscard]] int day(std::size_t review) const { return m_days[review]; }

 private:
  template <class Row, class Number>
  void fill(std::span<const Row> rows, Number numberOf);

  std::vector<std::uint32_t> m_begins{0};  ///< of each prompt, and the end
  std::vector<std::int32_t> m_elapsed;
  std::vector<std::int32_t> m_days;
  std::vector<float> m_fractions;  ///< empty when all are 0
  std::vector<std::uint8_t> m_ratings;
  std::size_t m_items = 0;
};

}  // namespace phaseboard::memory
