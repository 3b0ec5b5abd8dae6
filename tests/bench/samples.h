// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace phaseboard::bench {

/// Times of one thing done many times, in milliseconds.
class Samples {
 public:
  explicit Samples(std::string name) : m_name(std::move(name)) {}

  void add(double milliseconds) { m_times.push_back(milliseconds); }
  void add(const Samples& others);

  /// The time that `share` of the samples do not exceed; 0.5 is the median. 0 without samples.
  [[nodiscard]] double at(double share) const;

  /// One line: the name, the count, p50, p95, p99 and the longest. `run.py` reads it.
  void print() const;

 private:
  std::string m_name;
  std::vector<double> m_times;
};

/// The same thing by the clock on the wall and by the thread's own processor time. The second does
/// not count what other programs did meanwhile, nor what a disk or an X server took.
struct Timing {
  explicit Timing(const std::string& name) : wall(name), own(name + ", own time") {}

  void measure(const std::function<void()>& work);
  void add(const Timing& others);
  void print() const;

  Samples wall;
  Samples own;
};

}  // namespace phaseboard::bench
