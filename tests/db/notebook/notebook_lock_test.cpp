// SPDX-License-Identifier: Apache-2.0
#include "db/notebook/notebook_lock.h"

#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using db::NotebookLock;
using testing::HasSubstr;

TEST(NotebookLock, RefusesASecondHolderAndNamesTheFirst) {
  const TemporaryFolder folder;
  const auto first = NotebookLock::acquire(folder / "notebook.db");
  ASSERT_THAT(first, IsOk());

  const auto second = NotebookLock::acquire(folder / "notebook.db");

  ASSERT_THAT(second, FailsWith(ErrorKind::Busy));
  EXPECT_THAT(second.error().detail, HasSubstr("process " + std::to_string(getpid())));
}

TEST(NotebookLock, IsFreeAgainAfterItsHolder) {
  const TemporaryFolder folder;
  {
    const auto first = NotebookLock::acquire(folder / "notebook.db");
    ASSERT_THAT(first, IsOk());
  }

  EXPECT_THAT(NotebookLock::acquire(folder / "notebook.db"), IsOk());
}

TEST(NotebookLock, AFileThatWasLeftBehindDoesNotBlock) {
  const TemporaryFolder folder;
  folder.write("notebook.db.lock", "process 4242 on elsewhere\n");

  EXPECT_THAT(NotebookLock::acquire(folder / "notebook.db"), IsOk());
}

TEST(NotebookLock, AKilledHolderDoesNotBlock) {
  const TemporaryFolder folder;
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    const auto lock = NotebookLock::acquire(folder / "notebook.db");
    (void)!::write(ready[1], lock ? "y" : "n", 1);
    pause();
  }
  char answer = 0;
  ASSERT_EQ(read(ready[0], &answer, 1), 1);
  ASSERT_EQ(answer, 'y');
  EXPECT_THAT(NotebookLock::acquire(folder / "notebook.db"), FailsWith(ErrorKind::Busy));

  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);

  EXPECT_THAT(NotebookLock::acquire(folder / "notebook.db"), IsOk());
  close(ready[0]);
  close(ready[1]);
}

}  // namespace
}  // namespace phaseboard::test
