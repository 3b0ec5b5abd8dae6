// SPDX-License-Identifier: Apache-2.0
#include "db/exchange/new_file.h"

#include <gmock/gmock.h>

#include "tests/support/failing_files.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

namespace fs = std::filesystem;
using db::NewFile;
using db::NewFolder;

Status writeTwice(db::FileSystem& files, const fs::path& file) {
  PHASEBOARD_TRY_ASSIGN(NewFile fresh, NewFile::begin(files, file));
  PHASEBOARD_TRY(fresh.write(std::string(300'000, 'a')));
  PHASEBOARD_TRY(fresh.write("end"));
  return fresh.finish();
}

Status fillFolder(db::FileSystem& files, const fs::path& folder) {
  PHASEBOARD_TRY_ASSIGN(NewFolder fresh, NewFolder::begin(files, folder));
  PHASEBOARD_TRY_ASSIGN(NewFile file, NewFile::begin(files, fresh.inside() / "a.csv"));
  PHASEBOARD_TRY(file.write("a"));
  PHASEBOARD_TRY(file.finish());
  return fresh.finish();
}

TEST(NewFileTest, IsWholeOrAbsentWhateverFails) {
  const TemporaryFolder folder;
  FailingFiles files;
  ASSERT_THAT(writeTwice(files, folder / "whole"), IsOk());
  EXPECT_EQ(fs::file_size(folder / "whole"), 300'003U);
  const int calls = files.calls();
  for (int call = 1; call <= calls; ++call) {
    files.failAt(call, false);
    const bool isWritten = writeTwice(files, folder / "other").has_value();
    // Only the last sync comes after the name was given.
    EXPECT_TRUE(isWritten || call == calls || !fs::exists(folder / "other")) << call;
    EXPECT_FALSE(fs::exists(folder / ".other.part")) << call;
    fs::remove(folder / "other");
  }
}

TEST(NewFileTest, AnOlderFileStandsUntilTheNewOneIsWhole) {
  const TemporaryFolder folder;
  folder.write("file", "old");
  {
    auto fresh = NewFile::begin(db::diskFiles(), folder / "file");
    ASSERT_THAT(fresh, IsOk());
    ASSERT_THAT(fresh->write("new"), IsOk());
    EXPECT_EQ(contentsOf(folder / "file"), "old");
  }
  EXPECT_EQ(contentsOf(folder / "file"), "old");
}

TEST(NewFolderTest, IsWholeOrAbsentWhateverFails) {
  const TemporaryFolder folder;
  FailingFiles files;
  ASSERT_THAT(fillFolder(files, folder / "whole"), IsOk());
  EXPECT_EQ(contentsOf(folder / "whole" / "a.csv"), "a");
  const int calls = files.calls();
  for (int call = 1; call < calls; ++call) {
    files.failAt(call, false);
    EXPECT_FALSE(fillFolder(files, folder / "other")) << call;
    EXPECT_FALSE(fs::exists(folder / "other")) << call;
    EXPECT_FALSE(fs::exists(folder / ".other.part")) << call;
  }
}

TEST(NewFolderTest, NeverReplacesWhatIsThere) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "there");
  fs::create_symlink("nowhere", folder / "link");

  EXPECT_THAT(fillFolder(db::diskFiles(), folder / "there"), FailsWith(ErrorKind::AlreadyExists));
  EXPECT_THAT(fillFolder(db::diskFiles(), folder / "there/"), FailsWith(ErrorKind::AlreadyExists));
  EXPECT_THAT(fillFolder(db::diskFiles(), folder / "link"), FailsWith(ErrorKind::AlreadyExists));
}

}  // namespace
}  // namespace phaseboard::test
