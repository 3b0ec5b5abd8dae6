// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/memory/fit/training_weights.h"
#include "app/memory/training_log.h"

namespace phaseboard::memory {

/// The prompts of a log side by side, as many in a block as are worked on at once. Prompts of the
/// same length lie together, so that few places of a block stay empty; an empty place has weight 0.
class PackedLog {
 public:
  static constexpr std::size_t kLanes = 4;

  /// Blocks are summed in this many groups, whatever the number of threads, and the groups in
  /// order: so the sum does not depend on the threads.
  static constexpr std::size_t kGroups = 64;

  /// What one step of a block holds: `kLanes` reviews, one of each prompt.
  struct Step {
    float elapsedDays[kLanes];
    float rating[kLanes];  ///< 1 to 4
    float weight[kLanes];
  };

  PackedLog(const TrainingLog& log, const TrainingWeights& weights);

  [[nodiscard]] std::size_t blocks() const { return m_begins.size() - 1; }
  /// The steps of a block are `begin(block)` up to `begin(block + 1)`, at least two.
  [[nodiscard]] const Step* begin(std::size_t block) const {
    return m_steps.data() + m_begins[block];
  }
  [[nodiscard]] std::size_t length(std::size_t block) const {
    return m_begins[block + 1] - m_begins[block];
  }
  [[nodiscard]] std::size_t longest() const { return blocks() == 0 ? 0 : length(0); }

  /// The blocks of a group are `groupBegin(group)` up to `groupBegin(group + 1)`; groups hold about
  /// the same number of steps.
  [[nodiscard]] std::size_t groupBegin(std::size_t group) const { return m_groupBegins[group]; }

 private:
  void group();

  std::vector<Step> m_steps;
  std::vector<std::uint32_t> m_begins{0};  ///< of each block, and the end; the longest first
  std::vector<std::uint32_t> m_groupBegins;
};

}  // namespace phaseboard::memory
