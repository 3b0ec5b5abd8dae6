// SPDX-License-Identifier: Apache-2.0
#include "tests/support/running_program.h"

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

bool RunningProgram::waitForWord() const {
  pollfd end{m_end, POLLIN, 0};
  return poll(&end, 1, 60'000) == 1;
}

bool RunningProgram::killNow() {
  kill(m_process, SIGKILL);
  int status = 0;
  waitpid(m_process, &status, 0);
  return WIFSIGNALED(status);
}

std::string RunningProgram::words() const {
  std::string text;
  std::array<char, 4096> block{};
  for (ssize_t got = 0; (got = read(m_end, block.data(), block.size())) > 0;)
    text.append(block.data(), static_cast<std::size_t>(got));
  return text;
}

}  // namespace phaseboard::test
