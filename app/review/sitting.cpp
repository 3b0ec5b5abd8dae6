// SPDX-License-Identifier: Apache-2.0
#include "app/review/sitting.h"

#include <algorithm>
#include <utility>

#include "app/base/assert.h"

namespace phaseboard::review {

Sitting::Sitting(ReviewQueue queue, Instant now, std::optional<Millis> box)
    : m_queue(std::move(queue)), m_box(box), m_end(box.value_or(Millis{0})) {
  show(now);
}

Millis Sitting::thinking(Instant now) const {
  if (!m_current)
    return Millis{0};
  return std::clamp(Millis{now.value() - m_shownAt.value()}, Millis{0}, kLongestThinking);
}

void Sitting::answered(Rating rating, const PromptState& before, const PromptState& after,
                       Instant now) {
  PHASEBOARD_ASSERT(m_current.has_value());
  m_given.push_back({*m_current, rating, thinking(now), before});
  m_takenBack.clear();
  m_queue.answered(*m_current, after);
  show(now);
}

void Sitting::tookBack(Instant now) {
  if (m_given.empty())
    return;
  m_takenBack.push_back(std::move(m_given.back()));
  m_given.pop_back();
  const Given& last = m_takenBack.back();
  m_queue.putBack(last.prompt, last.before);
  m_current = last.prompt;
  m_shownAt = now;
}

void Sitting::gaveAgain(const PromptState& after, Instant now) {
  if (m_takenBack.empty())
    return;
  m_given.push_back(std::move(m_takenBack.back()));
  m_takenBack.pop_back();
  m_queue.answered(m_given.back().prompt, after);
  show(now);
}

std::optional<PromptId> Sitting::takenBack() const {
  return m_takenBack.empty() ? std::nullopt : std::optional(m_takenBack.back().prompt);
}

void Sitting::removed(const PromptId& prompt, Instant now) {
  m_queue.remove(prompt);
  if (m_current == prompt)
    show(now);
}

void Sitting::resume(Instant now) {
  if (!m_current)
    show(now);
}

void Sitting::replaceQueue(ReviewQueue queue, Instant now) {
  m_queue = std::move(queue);
  show(now);
}

Millis Sitting::time() const {
  std::int64_t total = 0;
  for (const Given& given : m_given)
    total += given.thinking.value();
  return Millis{total};
}

bool Sitting::isTimeUp() const {
  return m_box && m_current && time() >= m_end;
}

void Sitting::extend() {
  if (m_box)
    m_end = Millis{time().value() + m_box->value()};
}

int Sitting::recalled() const {
  return static_cast<int>(std::count_if(m_given.begin(), m_given.end(), [](const Given& given) {
    return given.rating != Rating::Again;
  }));
}

void Sitting::show(Instant now) {
  m_current = m_queue.next(now);
  m_shownAt = now;
}

}  // namespace phaseboard::review
