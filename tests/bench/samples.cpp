// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/samples.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace phaseboard::bench {
namespace {

double ownMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace

void Samples::add(const Samples& others) {
  m_times.insert(m_times.end(), others.m_times.begin(), others.m_times.end());
}

double Samples::at(double share) const {
  if (m_times.empty())
    return 0;
  std::vector<double> sorted = m_times;
  std::sort(sorted.begin(), sorted.end());
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void Samples::print() const {
  std::printf("%-48s n %6zu  p50 %9.4f  p95 %9.4f  p99 %9.4f  max %9.4f ms\n", m_name.c_str(),
              m_times.size(), at(0.5), at(0.95), at(0.99), at(1));
  std::fflush(stdout);
}

void Timing::measure(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  const double ownBegin = ownMilliseconds();
  work();
  own.add(ownMilliseconds() - ownBegin);
  wall.add(
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
}

void Timing::add(const Timing& others) {
  wall.add(others.wall);
  own.add(others.own);
}

void Timing::print() const {
  wall.print();
  own.print();
}

}  // namespace phaseboard::bench
