// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace phaseboard::graphs {

/// A name taken apart once, to be compared with many others.
class Name {
 public:
  explicit Name(const std::string& text);

  [[nodiscard]] bool isEmpty() const { return m_words.empty(); }

  /// How much two names have in common, 0 to 1: the words that both have, among all their words.
  ///
  /// Case, punctuation, order and small words do not count. Endings ("ranker", "ranking"), a typing
  /// mistake in a long word, and initials ("CTR", "click-through rate") are forgiven: such pairs
  /// give at most `kForgiven`.
  [[nodiscard]] double likeness(const Name& other) const;

  static constexpr double kForgiven = 0.96;

 private:
  std::vector<std::string> m_words;    ///< sorted, each once
  std::vector<std::string> m_inOrder;  ///< as they stand
};

}  // namespace phaseboard::graphs
