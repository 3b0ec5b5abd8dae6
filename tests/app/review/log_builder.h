// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "app/review/prompt_state.h"

namespace phaseboard::review::test {

/// The n-th event id; greater numbers sort later.
[[nodiscard]] Uuid eventId(std::uint64_t number);

/// 09:00 UTC on the day.
[[nodiscard]] Instant morningOf(StudyDay day);

/// Writes the log of one prompt as the program would: `answer` appends an event with the interval
/// that the state before it gives.
class LogBuilder {
 public:
  explicit LogBuilder(std::string_view prompt = "key-point:q/point", MemorySettings settings = {})
      : m_prompt(std::string(prompt)), m_settings(std::move(settings)) {}

  /// Answers on `day`, `minutes` after nine o'clock.
  Uuid answer(int day, Rating rating, int minutes = 0);
  void voidEvent(const Uuid& target) { append(EventKind::Void, target); }
  /// Returns the id of the event.
  Uuid startAfresh() { return append(EventKind::Void, Uuid()).id; }
  void restoreEvent(const Uuid& target) { append(EventKind::Restore, target); }
  Uuid correct(const Uuid& target, Rating rating);

  [[nodiscard]] const std::vector<ReviewEvent>& events() const { return m_events; }
  [[nodiscard]] PromptState state() const { return replay(m_events, m_settings); }
  [[nodiscard]] const PromptId& prompt() const { return m_prompt; }
  [[nodiscard]] const MemorySettings& settings() const { return m_settings; }

 private:
  ReviewEvent& append(EventKind kind, const Uuid& target);

  PromptId m_prompt;
  MemorySettings m_settings;
  std::vector<ReviewEvent> m_events;
  std::uint64_t m_nextId = 1;
};

}  // namespace phaseboard::review::test
