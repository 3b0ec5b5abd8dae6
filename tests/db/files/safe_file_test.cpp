// SPDX-License-Identifier: Apache-2.0
#include "db/files/safe_file.h"

#include <gtest/gtest.h>

#include "tests/support/failing_files.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

constexpr int kMoreCallsThanAnySave = 20;

TEST(SafeFile, ReplacesTheWholeFile) {
  const TemporaryFolder folder;
  const auto file = folder.write("figure.svg", "something long that was there before");

  ASSERT_THAT(db::writeSafely(db::diskFiles(), file, "short"), IsOk());

  EXPECT_EQ(contentsOf(file), "short");
  EXPECT_FALSE(std::filesystem::exists(folder / "figure.svg.tmp"));
}

TEST(SafeFile, SyncsTheFileAndThenItsFolder) {
  const TemporaryFolder folder;
  FailingFiles files;

  ASSERT_THAT(db::writeSafely(files, folder / "figure.svg", "new"), IsOk());

  // create, write, sync, rename, sync of the folder
  EXPECT_EQ(files.calls(), 5);
}

TEST(SafeFile, KeepsTheOldFileAtEveryFailingCall) {
  for (int call = 1; call < kMoreCallsThanAnySave; ++call) {
    SCOPED_TRACE(call);
    const TemporaryFolder folder;
    const auto file = folder.write("figure.svg", "old");
    FailingFiles files;
    files.failAt(call, false);

    const Status saved = db::writeSafely(files, file, "new");

    constexpr int kRename = 4;
    if (saved) {
      EXPECT_GT(call, files.calls());
      EXPECT_EQ(contentsOf(file), "new");
    } else {
      EXPECT_THAT(saved, FailsWith(ErrorKind::DiskFull));
      EXPECT_EQ(contentsOf(file), call > kRename ? "new" : "old");
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "figure.svg.tmp"));
  }
}

TEST(SafeFile, SaysWhyAFolderCannotBeWritten) {
  EXPECT_THAT(db::writeSafely(db::diskFiles(), "/proc/phaseboard/figure.svg", "new"),
              FailsWith(ErrorKind::NotFound));
}

}  // namespace
}  // namespace phaseboard::test
