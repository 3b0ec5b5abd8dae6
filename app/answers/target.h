// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "app/answers/answer.h"
#include "app/framework/framework.h"

namespace phaseboard::answers {

/// How long an answer to one phase should be.
struct Target {
  int minutes = 0;
  int words = 0;

  friend bool operator==(const Target&, const Target&) = default;
};

/// A stage's minutes are shared out evenly among its phases; at `wordsPerMinute` they make words,
/// rounded to tens. Nothing for a phase that no stage covers, or whose stage has no time.
///
/// @param stageMinutes  the user's own budgets; a stage that is missing has the framework's
[[nodiscard]] std::optional<Target> targetOf(const framework::Framework& framework,
                                             const std::map<StageId, int>& stageMinutes,
                                             const PhaseId& phase, int wordsPerMinute);

/// How many words of an answer are read: references and links count by their labels, pictures not
/// at all. O(length).
[[nodiscard]] int lengthInWords(std::string_view markdown);

/// About what can be typed, or said with a pen in the other hand, in a minute.
inline constexpr int kUsualWordsPerMinute = 40;
inline constexpr int kFewestWordsPerMinute = 10;
inline constexpr int kMostWordsPerMinute = 150;

/// Time spent writing: from key to key, as long as no pause is longer than `kLongestPause`. A value
/// that is told each moment and never asks a clock.
class WritingTime {
 public:
  static constexpr Millis kLongestPause{30'000};

  /// A key was pressed. A clock that went back adds nothing.
  void noteKey(Instant at);
  [[nodiscard]] Millis spent() const { return m_spent; }

 private:
  std::optional<Instant> m_last;
  Millis m_spent{0};
};

}  // namespace phaseboard::answers
