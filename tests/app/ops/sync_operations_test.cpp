// SPDX-License-Identifier: Apache-2.0
#include "app/ops/sync_operations.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "db/files/file_system.h"
#include "db/notebook/shared_folder.h"
#include "db/notebook/sqlite_merge_store.h"
#include "db/notebook/sqlite_telling.h"
#include "tests/support/failing_files.h"
#include "tests/support/merge_dump.h"
#include "tests/support/notebook_sample.h"
#include "tests/support/result_matchers.h"
#include "tests/support/temporary_folder.h"

namespace phaseboard::test {
namespace {

namespace fs = std::filesystem;
using memory::Rating;
using testing::IsEmpty;
using testing::SizeIs;

/// A device with its own copy of the shared folder, which files reach when the test says so.
struct SyncedDevice {
  explicit SyncedDevice(std::uint64_t seed) : open(opened(seed)) {
    open.chance = SeededChance{4'000 + seed};
    open.clock.advanceSeconds(static_cast<std::int64_t>(seed));
  }
  static OpenDesk opened(std::uint64_t seed) {
    SeededChance chance{3'000 + seed};
    auto store = db::SqliteNotebookStore::openInMemory(chance);
    EXPECT_THAT(store, IsOk());
    return OpenDesk{std::move(*store)};
  }
  Result<ops::SyncOutcome> sync() {
    return ops::SyncOperations(*open.store, merges, telling, folders, open.clock)
        .sync(folder.path().string());
  }
  [[nodiscard]] std::vector<fs::path> files() const {
    std::vector<fs::path> found;
    for (const auto& file : fs::recursive_directory_iterator(folder.path()))
      if (file.is_regular_file())
        found.push_back(fs::relative(file.path(), folder.path()));
    std::sort(found.begin(), found.end());
    return found;
  }

  TemporaryFolder folder;
  FailingFiles disk;
  OpenDesk open;
  db::SqliteMergeStore own{*open.store};
  ops::MergeOperations merges{*open.store, own, open.clock};
  db::SqliteTelling telling{*open.store};
  db::DiskSharedFolder folders{disk};
};

void carry(const SyncedDevice& from, const SyncedDevice& to, const fs::path& file,
           const std::string& asName = {}) {
  const fs::path target = asName.empty() ? file : file.parent_path() / asName;
  fs::create_directories((to.folder.path() / target).parent_path());
  fs::copy_file(from.folder.path() / file, to.folder.path() / target,
                fs::copy_options::overwrite_existing);
}

void carryAll(const SyncedDevice& from, const SyncedDevice& to) {
  for (const fs::path& file : from.files())
    carry(from, to, file);
}

TEST(Sync, TellsTheFolderOnlyWhatIsNew) {
  SyncedDevice laptop(1);
  writeSample(laptop.open);
  ASSERT_THAT(laptop.sync(), IsOk());
  const auto first = laptop.files();
  ASSERT_THAT(first, SizeIs(1));

  const auto quiet = laptop.sync();
  ASSERT_THAT(quiet, IsOk());
  EXPECT_FALSE(quiet->hasTold);
  ASSERT_THAT(laptop.open.desk.answerPrompt(aPrompt("two"), Rating::Good, Millis{900}), IsOk());
  ASSERT_THAT(laptop.sync(), IsOk());

  ASSERT_THAT(laptop.files(), SizeIs(2));
  EXPECT_LT(fs::file_size(laptop.folder.path() / laptop.files()[1]),
            fs::file_size(laptop.folder.path() / first[0]) / 4);
}

TEST(Sync, ThreeDevicesComeToTheSameHoweverFilesTravel) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    SCOPED_TRACE(seed);
    SeededChance chance{seed};
    std::array<SyncedDevice, 3> devices{SyncedDevice(10 * seed), SyncedDevice(10 * seed + 1),
                                        SyncedDevice(10 * seed + 2)};
    writeSample(devices[0].open);
    const auto operations = everyOperation();
    for (int i = 0; i < 45; ++i) {
      SyncedDevice& device = devices[chance.next() % 3];
      device.open.clock.advanceMinutes(static_cast<std::int64_t>(chance.next() % 500));
      (void)operations[chance.next() % operations.size()].run(device.open).has_value();
      if (chance.next() % 5 == 0) {
        ASSERT_THAT(device.sync(), IsOk());
        // Some of its files arrive somewhere, in no order, some under the name of a conflict.
        const auto files = device.files();
        for (const fs::path& file : files) {
          const SyncedDevice& to = devices[chance.next() % 3];
          const bool isConflict = chance.next() % 4 == 0;
          if (chance.next() % 2 == 0 && &to != &device)
            carry(device, to, file,
                  isConflict ? file.stem().string() + " (conflicted copy).events" : "");
        }
      }
    }
    for (int round = 0; round < 5; ++round)
      for (SyncedDevice& device : devices) {
        ASSERT_THAT(device.sync(), IsOk());
        for (const SyncedDevice& other : devices)
          if (&other != &device)
            carryAll(device, other);
      }
    EXPECT_EQ(mergedDump(*devices[1].open.store), mergedDump(*devices[0].open.store));
    EXPECT_EQ(mergedDump(*devices[2].open.store), mergedDump(*devices[0].open.store));
    EXPECT_FALSE(devices[0].sync()->hasTold) << "at rest, nothing is written";
  }
}

TEST(Sync, LeavesWhatIsNotWholeForTheNextTime) {
  SyncedDevice laptop(1);
  SyncedDevice desktop(2);
  ASSERT_THAT(laptop.open.desk.markFavourite("ads/serving", true), IsOk());
  ASSERT_THAT(laptop.sync(), IsOk());
  const fs::path file = laptop.files().front();
  carry(laptop, desktop, file);
  fs::resize_file(desktop.folder.path() / file, 40);
  std::ofstream(desktop.folder.path() / file.parent_path() / "noise.events")
      << "noise of some kind";
  std::ofstream(desktop.folder.path() / "readme.txt") << "not ours";

  const auto early = desktop.sync();
  ASSERT_THAT(early, IsOk());
  EXPECT_THAT(early->waiting, SizeIs(2));
  EXPECT_TRUE(early->done.bringsNothing());
  carry(laptop, desktop, file);
  const auto later = desktop.sync();

  ASSERT_THAT(later, IsOk());
  EXPECT_THAT(later->waiting, SizeIs(1));
  EXPECT_THAT(*desktop.open.store->favourites(), SizeIs(1));
}

TEST(Sync, AFailingDiskLosesNothingAndTheNextTimeTellsIt) {
  for (int call = 1; call <= 6; ++call) {
    SCOPED_TRACE(call);
    SyncedDevice laptop(1);
    SyncedDevice desktop(2);
    ASSERT_THAT(laptop.open.desk.markFavourite("ads/serving", true), IsOk());
    laptop.disk.failAt(call, true);
    const bool isTold = laptop.sync().has_value();
    laptop.disk.failAt(0, false);
    if (!isTold) {
      for (const fs::path& file : laptop.files())
        EXPECT_FALSE(file.extension() == ".events" &&
                     fs::file_size(laptop.folder.path() / file) < 40);
      ASSERT_THAT(laptop.sync(), IsOk());
    }
    carryAll(laptop, desktop);
    ASSERT_THAT(desktop.sync(), IsOk());
    EXPECT_THAT(*desktop.open.store->favourites(), SizeIs(1));
  }
}

TEST(Sync, TwoCopiesOfOneNotebookWriteDifferentFiles) {
  SyncedDevice original(1);
  SyncedDevice copy(1);
  ASSERT_THAT(original.open.desk.markFavourite("ads/serving", true), IsOk());
  ASSERT_THAT(copy.open.desk.markFavourite("ads/training", true), IsOk());
  ASSERT_THAT(original.sync(), IsOk());
  ASSERT_THAT(copy.sync(), IsOk());
  ASSERT_NE(original.files(), copy.files());

  carryAll(original, copy);
  carryAll(copy, original);
  ASSERT_THAT(original.sync(), IsOk());
  ASSERT_THAT(copy.sync(), IsOk());

  EXPECT_THAT(*original.open.store->favourites(), SizeIs(2));
  EXPECT_EQ(mergedDump(*original.open.store), mergedDump(*copy.open.store));
}

TEST(Sync, ANewFolderIsToldEverything) {
  SyncedDevice laptop(1);
  SyncedDevice desktop(2);
  writeSample(laptop.open);
  ASSERT_THAT(laptop.sync(), IsOk());
  const TemporaryFolder other;
  ASSERT_THAT(ops::SyncOperations(*laptop.open.store, laptop.merges, laptop.telling, laptop.folders,
                                  laptop.open.clock)
                  .sync(other.path().string()),
              IsOk());
  ASSERT_THAT(ops::SyncOperations(*desktop.open.store, desktop.merges, desktop.telling,
                                  desktop.folders, desktop.open.clock)
                  .sync(other.path().string()),
              IsOk());

  EXPECT_EQ(mergedDump(*desktop.open.store), mergedDump(*laptop.open.store));
}

TEST(Sync, SaysWhenTheFolderIsNotThere) {
  SyncedDevice laptop(1);
  EXPECT_THAT(ops::SyncOperations(*laptop.open.store, laptop.merges, laptop.telling, laptop.folders,
                                  laptop.open.clock)
                  .sync((laptop.folder / "missing").string()),
              FailsWith(ErrorKind::NotFound));
}

}  // namespace
}  // namespace phaseboard::test
