// SPDX-License-Identifier: Apache-2.0
#include "app/memory/fit/crew.h"

#include <algorithm>

namespace phaseboard::memory {

Crew::Crew(int threads) {
  for (int i = 1; i < std::clamp(threads, 1, 16); ++i)
    m_helpers.emplace_back([this] { help(); });
}

Crew::~Crew() {
  m_over = true;
  ++m_round;
  m_round.notify_all();
  for (std::thread& helper : m_helpers)
    helper.join();
}

void Crew::takeTurns() {
  for (std::size_t i = m_next++; i < m_count; i = m_next++)
    (*m_work)(i);
}

void Crew::help() {
  for (unsigned seen = 0;;) {
    m_round.wait(seen);
    seen = m_round;
    if (m_over)
      return;
    takeTurns();
    if (--m_busy == 0)
      m_busy.notify_one();
  }
}

void Crew::each(std::size_t count, const std::function<void(std::size_t)>& work) {
  m_work = &work;
  m_count = count;
  m_next = 0;
  m_busy = static_cast<int>(m_helpers.size());
  ++m_round;
  m_round.notify_all();
  takeTurns();
  for (int busy = m_busy; busy != 0; busy = m_busy)
    m_busy.wait(busy);
}

}  // namespace phaseboard::memory
