// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace phaseboard::memory {

/// Threads that wait for the next piece of work instead of being made anew for each: a pass over a
/// small log takes no longer than making a thread.
class Crew {
 public:
  /// @param threads  that work together, the calling one included; clamped to [1, 16]
  explicit Crew(int threads);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  /// Calls `work` once for each number below `count`, on any of the threads and in any order, and
  /// returns when all are done. `work` must not throw.
  void each(std::size_t count, const std::function<void(std::size_t)>& work);

 private:
  void help();
  void takeTurns();

  const std::function<void(std::size_t)>* m_work = nullptr;
  std::size_t m_count = 0;
  std::atomic<std::size_t> m_next = 0;
  std::atomic<unsigned> m_round = 0;
  std::atomic<int> m_busy = 0;
  std::atomic<bool> m_over = false;
  std::vector<std::thread> m_helpers;
};

}  // namespace phaseboard::memory
