// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include <QElapsedTimer>
#include <QTimer>

namespace phaseboard::test {

/// How long the event loop of this thread stood still, beside a thread that only sleeps and wakes:
/// what a busy machine takes from both does not count against the program.
class Heartbeat {
 public:
  Heartbeat() : m_other([this] { beatBeside(); }) {
    QObject::connect(&m_beat, &QTimer::timeout,
                     [this] { m_longest = std::max(m_longest, next()); });
    m_since.start();
    m_beat.start(kBeatMs);
  }
  ~Heartbeat() { stop(); }
  Heartbeat(const Heartbeat&) = delete;
  Heartbeat& operator=(const Heartbeat&) = delete;

  /// Milliseconds between two beats at most, until now, beyond what the other thread missed.
  [[nodiscard]] qint64 longestStand() {
    m_longest = std::max(m_longest, next());
    m_beat.stop();
    stop();
    return m_longest - m_longestBeside;
  }

 private:
  static constexpr int kBeatMs = 2;

  qint64 next() { return m_since.restart(); }
  void stop() {
    m_isOver = true;
    if (m_other.joinable())
      m_other.join();
  }
  void beatBeside() {
    QElapsedTimer since;
    while (!m_isOver) {
      since.start();
      std::this_thread::sleep_for(std::chrono::milliseconds(kBeatMs));
      m_longestBeside = std::max(m_longestBeside, since.elapsed() - kBeatMs);
    }
  }

  QTimer m_beat;
  QElapsedTimer m_since;
  qint64 m_longest = 0;
  qint64 m_longestBeside = 0;  ///< of the other thread, until it ended
  std::atomic<bool> m_isOver = false;
  std::thread m_other;
};

}  // namespace phaseboard::test
