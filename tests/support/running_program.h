// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <sys/types.h>

namespace phaseboard::test {

/// A program while it lives, with the other end of its standard output; to be killed.
class RunningProgram {
 public:
  /// @param words  the program and its arguments
  explicit RunningProgram(const std::vector<std::string>& words);
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  [[nodiscard]] bool isStarted() const { return m_process > 0; }

  /// Waits until it has said so many lines; false when it says nothing for a minute.
  [[nodiscard]] bool waitForLines(std::size_t count);

  /// Whether it was still alive.
  bool killNow();

  /// Everything that it said; after its end.
  [[nodiscard]] std::string words();

 private:
  /// False at the end of what it says.
  bool readSome();

  pid_t m_process = -1;
  int m_end = -1;
  std::string m_said;
};

}  // namespace phaseboard::test
