// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <ctime>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace phaseboard::test {

/// Beats every few milliseconds while the event loop of this thread runs, and keeps the longest
/// pause between two beats: how long a window stood still.
class HeartBeat {
 public:
  HeartBeat() {
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
    restart();
    m_timer.start(kBeatMillis);
  }

  void restart() {
    m_longest = m_longestBusy = 0;
    m_wall.start();
    m_busy = busyMillis();
  }
  /// The pause until now counts too.
  void beat() {
    const double busy = busyMillis();
    m_longest = std::max(m_longest, static_cast<double>(m_wall.nsecsElapsed()) / 1e6);
    m_longestBusy = std::max(m_longestBusy, busy - m_busy);
    m_wall.start();
    m_busy = busy;
  }

  /// In milliseconds by the clock on the wall.
  [[nodiscard]] double longest() const { return m_longest; }
  /// In milliseconds that this thread computed: does not count what other programs did meanwhile.
  [[nodiscard]] double longestBusy() const { return m_longestBusy; }

  [[nodiscard]] static double busyMillis() { return millisOf(CLOCK_THREAD_CPUTIME_ID); }
  [[nodiscard]] static double busyMillisOfAllThreads() {
    return millisOf(CLOCK_PROCESS_CPUTIME_ID);
  }

 private:
  static double millisOf(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
  }

  static constexpr int kBeatMillis = 4;

  QTimer m_timer;
  QElapsedTimer m_wall;
  double m_busy = 0;
  double m_longest = 0;
  double m_longestBusy = 0;
};

}  // namespace phaseboard::test
