// SPDX-License-Identifier: Apache-2.0
#include "tests/app/review/log_builder.h"

#include <gtest/gtest.h>

namespace phaseboard::review::test {

Uuid eventId(std::uint64_t number) {
  Uuid::Bytes bytes{};
  for (std::size_t i = 0; i < 8; ++i)
    bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  return Uuid{bytes};
}

Instant morningOf(StudyDay day) {
  return Instant{day.value() * kMillisPerDay + 9 * 3'600'000};
}

ReviewEvent& LogBuilder::append(EventKind kind, const Uuid& target) {
  ReviewEvent event;
  event.id = eventId(m_nextId++);
  event.prompt = m_prompt;
  event.kind = kind;
  event.target = target;
  m_events.push_back(event);
  return m_events.back();
}

Uuid LogBuilder::answer(int day, Rating rating, int minutes) {
  const StudyDay studyDay{day};
  const Instant at{morningOf(studyDay).value() + minutes * 60'000};
  const std::int64_t seconds =
      review::answer(state(), m_prompt, rating, at, studyDay, m_settings).intervalSeconds;
  ReviewEvent& event = append(EventKind::Answer, {});
  event.at = at;
  event.day = studyDay;
  event.rating = rating;
  event.intervalSeconds = seconds;
  return event.id;
}

Uuid LogBuilder::correct(const Uuid& target, Rating rating) {
  const auto seconds = correctedInterval(m_events, target, rating, m_settings);
  if (!seconds) {
    ADD_FAILURE() << "no answer " << target;
    return {};
  }
  ReviewEvent& event = append(EventKind::Correct, target);
  event.rating = rating;
  event.intervalSeconds = *seconds;
  return event.id;
}

}  // namespace phaseboard::review::test
