// SPDX-License-Identifier: Apache-2.0
#include "tests/support/killed_child.h"

#include <array>
#include <csignal>

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace phaseboard::test {

std::string wordsUntilKilled(Chance& chance, const std::function<void(int)>& work) {
  constexpr std::uint64_t kLongestLife = 70'000;  // microseconds
  constexpr int kLongestWait = 60'000;            // milliseconds
  const bool diesEarly = chance.next() % 6 == 0;
  const auto micros = static_cast<useconds_t>(chance.next() % kLongestLife);
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    work(ends[1]);
    _exit(1);
  }
  close(ends[1]);
  if (!diesEarly) {
    pollfd end{ends[0], POLLIN, 0};
    (void)poll(&end, 1, kLongestWait);
  }
  usleep(micros);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "it ended by itself with " << WEXITSTATUS(status);
  std::string words;
  std::array<char, 4096> block{};
  for (ssize_t got = 0; (got = read(ends[0], block.data(), block.size())) > 0;)
    words.append(block.data(), static_cast<std::size_t>(got));
  close(ends[0]);
  return words.substr(0, words.rfind('\n') + 1);
}

void sayLine(int descriptor, const std::string& line) {
  const std::string whole = line + "\n";
  (void)!write(descriptor, whole.data(), whole.size());
}

}  // namespace phaseboard::test
