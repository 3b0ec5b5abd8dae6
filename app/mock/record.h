// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "app/base/result.h"
#include "app/base/study_day.h"
#include "app/mock/plan.h"

namespace phaseboard::mock {

enum class EventKind {
  Started,           ///< the first stage and its first phase are entered
  StageEntered,      ///< subject: the stage; its first phase is entered too
  FocusMoved,        ///< subject: the phase that the user works in
  Paused,            ///< the clock stands still
  Resumed,           ///< and goes on
  Asked,             ///< text: what was asked; subject: the item that answers it, or ""
  FollowUpShown,     ///< subject: the follow-up
  FollowUpAnswered,  ///< subject: the follow-up
  Beat,              ///< the program was alive
  Finished
};
inline constexpr int kEventKinds = 10;

/// One line of an attempt's record, which only grows.
struct Event {
  std::int64_t number = 1;  ///< 1, 2, 3 ... without a gap
  Instant at;               ///< by the clock on the wall
  EventKind kind = EventKind::Beat;
  std::string subject;
  std::string text;

  friend bool operator==(const Event&, const Event&) = default;
};

inline constexpr std::size_t kLongestAsked = 1'000;  ///< bytes

/// How often a running attempt says that it is alive. What a crash can take from the clock is less.
inline constexpr Millis kBeatEvery{5 * kMillisPerSecond};

/// The longest step between two lines of the record that counts as work.
inline constexpr Millis kLongestStep{30 * kMillisPerSecond};

enum class Stand { NotStarted, Running, Paused, Finished };

/// What happened in one attempt, as a log; everything else follows from it (`standingAt`).
///
/// A value. It holds the rules of what may follow what, and never asks a clock.
class Record {
 public:
  explicit Record(Plan plan) : m_plan(std::move(plan)) {}

  /// `Damaged` (subject "mock") for a log that breaks the rules.
  [[nodiscard]] static Result<Record> replay(Plan plan, const std::vector<Event>& events);

  [[nodiscard]] const Plan& plan() const { return m_plan; }
  [[nodiscard]] const std::vector<Event>& events() const { return m_events; }
  [[nodiscard]] Stand stand() const { return m_stand; }

  /// The event that would come next, numbered; the record stays as it is.
  ///
  /// `InvalidInput` with the subject "event" where it does not fit (only Started begins, nothing
  /// follows Finished, work needs a running clock), "stage" or "phase" for one that the plan does
  /// not have, "text" for an empty or too long question.
  [[nodiscard]] Result<Event> next(EventKind kind, std::string subject, std::string text,
                                   Instant at) const;

  /// Appends an event that `next` gave, once it is kept.
  [[nodiscard]] Status append(const Event& event);

 private:
  [[nodiscard]] Status check(const Event& event) const;

  Plan m_plan;
  std::vector<Event> m_events;
  Stand m_stand = Stand::NotStarted;
};

}  // namespace phaseboard::mock
