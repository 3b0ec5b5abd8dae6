// SPDX-License-Identifier: Apache-2.0
#include "db/files/file_system.h"

#include <cerrno>

#include <gtest/gtest.h>

#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

using db::diskFiles;

constexpr int kNoDescriptor = -1;

TEST(DiskFiles, SayWhatAFailureMeans) {
  for (const auto& [number, kind] :
       std::vector<std::pair<int, ErrorKind>>{{ENOENT, ErrorKind::NotFound},
                                              {EROFS, ErrorKind::ReadOnly},
                                              {EACCES, ErrorKind::ReadOnly},
                                              {EPERM, ErrorKind::ReadOnly},
                                              {ENOSPC, ErrorKind::DiskFull},
                                              {EDQUOT, ErrorKind::DiskFull},
                                              {EEXIST, ErrorKind::AlreadyExists},
                                              {EIO, ErrorKind::InputOutput}}) {
    const Error error = db::fileError(number, "/somewhere/notebook.db");
    EXPECT_EQ(error.kind, kind) << number;
    EXPECT_EQ(error.subject, "/somewhere/notebook.db");
    EXPECT_FALSE(error.detail.empty());
  }
}

TEST(DiskFiles, TellThatADiskIsFull) {
  const auto full = diskFiles().openToAppend("/dev/full");
  ASSERT_THAT(full, IsOk());

  EXPECT_THAT(diskFiles().write(*full, "one byte too many"), FailsWith(ErrorKind::DiskFull));

  diskFiles().close(*full);
}

TEST(DiskFiles, TellThatADescriptorIsNoFile) {
  EXPECT_THAT(diskFiles().write(kNoDescriptor, "x"), FailsWith(ErrorKind::InputOutput));
  EXPECT_THAT(diskFiles().truncate(kNoDescriptor, 0), FailsWith(ErrorKind::InputOutput));
  EXPECT_THAT(diskFiles().sync(kNoDescriptor), FailsWith(ErrorKind::InputOutput));
}

TEST(DiskFiles, ReadWhatWasWrittenAndNoFolder) {
  const TemporaryFolder folder;
  const auto file = diskFiles().create(folder / "a");
  ASSERT_THAT(file, IsOk());
  ASSERT_THAT(diskFiles().write(*file, "twelve bytes"), IsOk());
  ASSERT_THAT(diskFiles().truncate(*file, 6), IsOk());
  ASSERT_THAT(diskFiles().sync(*file), IsOk());
  diskFiles().close(*file);

  EXPECT_EQ(diskFiles().read(folder / "a").value(), "twelve");
  EXPECT_THAT(diskFiles().read(folder / "b"), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(diskFiles().read(folder.path()), FailsWith(ErrorKind::InputOutput));
}

TEST(DiskFiles, NameAndRemoveFiles) {
  const TemporaryFolder folder;
  const auto file = folder.write("a", "1");

  EXPECT_THAT(diskFiles().link(file, folder / "b"), IsOk());
  EXPECT_THAT(diskFiles().link(file, folder / "b"), FailsWith(ErrorKind::AlreadyExists));
  EXPECT_THAT(diskFiles().rename(folder / "b", folder / "c"), IsOk());
  EXPECT_THAT(diskFiles().rename(folder / "b", folder / "c"), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(diskFiles().remove(folder / "c"), IsOk());
  EXPECT_THAT(diskFiles().remove(folder / "c"), IsOk()) << "it is gone, as wished";
  EXPECT_FALSE(diskFiles().remove(folder.path())) << "a folder is no file";
  EXPECT_EQ(contentsOf(file), "1");
}

TEST(DiskFiles, MakeAndSyncFolders) {
  const TemporaryFolder folder;
  const auto file = folder.write("a", "1");

  EXPECT_THAT(diskFiles().makeFolder(folder / "x/y"), IsOk());
  EXPECT_THAT(diskFiles().makeFolder(file / "below"), FailsWith(ErrorKind::InputOutput));
  EXPECT_THAT(diskFiles().syncFolder(folder / "x"), IsOk());
  EXPECT_THAT(diskFiles().syncFolder({}), IsOk()) << "where we are";
  EXPECT_THAT(diskFiles().syncFolder(folder / "z"), FailsWith(ErrorKind::NotFound));
  EXPECT_THAT(diskFiles().create(folder / "z/a"), FailsWith(ErrorKind::NotFound));
}

}  // namespace
}  // namespace phaseboard::test
