// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>

#include "app/base/study_day.h"
#include "app/review/prompt.h"

namespace phaseboard::review {

/// How long one answer took.
struct AnswerTime {
  PromptKind kind = PromptKind::Authored;
  Millis time;
};

/// How long an answer of each kind takes this user, learned from the user's own times.
///
/// What is expected before anything is known (the prior) differs by kind: naming a part takes
/// seconds, recalling all key points of a note takes most of a minute. The user's own speed over
/// all kinds scales the prior; the times of one kind take its place as they come in. A time above
/// four times the median of its kind counts as just that much: the user was interrupted. A value.
class Pace {
 public:
  /// The prior.
  Pace() = default;

  [[nodiscard]] static Pace learned(std::span<const AnswerTime> times);

  /// More than 0.
  [[nodiscard]] Millis of(PromptKind kind) const;

  /// How this user's times compare to those expected before; 1 while nothing is known.
  [[nodiscard]] double speed() const { return m_speed; }

 private:
  std::map<PromptKind, Millis> m_own;
  double m_speed = 1;
};

/// The prior of a kind at usual speed.
[[nodiscard]] Millis usualTime(PromptKind kind);

}  // namespace phaseboard::review
