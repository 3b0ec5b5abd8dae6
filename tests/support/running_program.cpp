// SPDX-License-Identifier: Apache-2.0
#include "tests/support/running_program.h"

#include <algorithm>
#include <array>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace phaseboard::test {

RunningProgram::RunningProgram(const std::vector<std::string>& words) {
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC) != 0)
    return;
  std::vector<char*> arguments;
  for (const std::string& word : words)
    arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  if (posix_spawn(&m_process, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
    m_process = -1;
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  m_end = ends[0];
}

RunningProgram::~RunningProgram() {
  close(m_end);
}

bool RunningProgram::waitForLines(std::size_t count) {
  constexpr int kLongestSilenceMs = 60'000;
  while (static_cast<std::size_t>(std::count(m_said.begin(), m_said.end(), '\n')) < count) {
    pollfd end{m_end, POLLIN, 0};
    if (poll(&end, 1, kLongestSilenceMs) != 1 || !readSome())
      return false;
  }
  return true;
}

bool RunningProgram::readSome() {
  std::array<char, 4096> block{};
  const ssize_t got = read(m_end, block.data(), block.size());
  if (got > 0)
    m_said.append(block.data(), static_cast<std::size_t>(got));
  return got > 0;
}

bool RunningProgram::killNow() {
  kill(m_process, SIGKILL);
  int status = 0;
  waitpid(m_process, &status, 0);
  return WIFSIGNALED(status);
}

std::string RunningProgram::words() {
  while (readSome()) {
  }
  return m_said;
}

}  // namespace phaseboard::test
