// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "app/base/ids.h"
#include "app/base/study_day.h"
#include "app/review/queue.h"

namespace phaseboard::review {

/// No single answer counts for more time: the person has left the desk.
inline constexpr Millis kLongestThinking{10 * (60 * kMillisPerSecond)};

/// One review session: what is asked now, what is left, what was answered, how long it took.
///
/// A value. It changes nothing that is stored: the caller grades through the desk and then tells
/// the sitting. Moments that go backwards count as no time.
class Sitting {
 public:
  /// One answer of this sitting.
  struct Given {
    PromptId prompt;
    Rating rating = Rating::Again;
    Millis thinking;
    PromptState before;
  };

  /// Begins with the first prompt of `queue`, if there is one.
  ///
  /// @param box  the time after which it pauses by itself (`isTimeUp`); nothing for no end
  Sitting(ReviewQueue queue, Instant now, std::optional<Millis> box = std::nullopt);

  /// The prompt being asked; nothing while waiting for a step and at the end.
  [[nodiscard]] const std::optional<PromptId>& current() const { return m_current; }

  /// Time since the current prompt was shown, at most `kLongestThinking`; 0 without one.
  [[nodiscard]] Millis thinking(Instant now) const;

  /// Notes that the current prompt was graded and goes on to the next.
  ///
  /// @param before  its state before the answer, for `tookBack`
  /// @param after   its state now: says whether it comes back in this sitting
  void answered(Rating rating, const PromptState& before, const PromptState& after, Instant now);

  /// Notes that the last answer of this sitting was undone: its prompt is asked again at once.
  /// Nothing happens when there is none.
  void tookBack(Instant now);

  /// Notes that the answer last taken back was done again. Nothing happens unless `tookBack` came
  /// before and no other answer since.
  void gaveAgain(const PromptState& after, Instant now);

  /// The prompt whose answer `gaveAgain` would give again.
  [[nodiscard]] std::optional<PromptId> takenBack() const;

  /// Notes that a prompt was suspended or buried.
  void removed(const PromptId& prompt, Instant now);

  /// Looks again for a prompt, after waiting for a step.
  void resume(Instant now);

  /// Goes on with another queue, e.g. after more new prompts were asked for. What was answered
  /// stays.
  void replaceQueue(ReviewQueue queue, Instant now);

  [[nodiscard]] const ReviewQueue& queue() const { return m_queue; }

  /// Answers of this sitting that were not taken back, oldest first.
  [[nodiscard]] const std::vector<Given>& given() const { return m_given; }

  /// The time spent on them.
  [[nodiscard]] Millis time() const;

  /// How many of them were not Again.
  [[nodiscard]] int recalled() const;

  /// Whether the time of this sitting is used up and something is left to ask.
  [[nodiscard]] bool isTimeUp() const;

  /// Goes on for the same time once more.
  void extend();

  /// Whether nothing is left to ask, not even later.
  [[nodiscard]] bool isOver() const { return !m_current && m_queue.isEmpty(); }

 private:
  void show(Instant now);

  ReviewQueue m_queue;
  std::optional<PromptId> m_current;
  Instant m_shownAt;
  std::vector<Given> m_given;
  std::vector<Given> m_takenBack;  ///< newest last
  std::optional<Millis> m_box;
  Millis m_end{0};  ///< the time at which it pauses
};

}  // namespace phaseboard::review
